package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"text/template"
)

// waiter appends the declarations of a waiter to the file of its noun.
func (s *scaffold) waiter(name, noun, op string) error {
	if !s.ours.Operations[op] {
		return fmt.Errorf("operation %s does not exist: scaffold it first", op)
	}
	name = strings.TrimSuffix(name, "Waiter")
	if s.ours.Names[name+"Waiter"] {
		return fmt.Errorf("%sWaiter exists", name)
	}
	var b strings.Builder
	err := waiterTemplate.Execute(&b, struct {
		Name, Op  string
		HasClient bool
	}{name, op, s.ours.Names[op+"APIClient"]})
	if err != nil {
		return err
	}
	return appendTo(filepath.Join(s.root, "lightsail", strings.TrimSuffix(noun, "_waiters.go")+"_waiters.go"), "lightsail", b.String())
}

var waiterTemplate = template.Must(template.New("").Parse(`{{if not .HasClient}}type {{.Op}}APIClient interface {
	{{.Op}}(context.Context, *{{.Op}}Input, ...func(*Options)) (*{{.Op}}Output, error)
}

{{end}}type {{.Name}}Waiter struct {
	waiter waiter[{{.Op}}Input, {{.Op}}Output]
}

type {{.Name}}WaiterOptions = WaiterOptions[{{.Op}}Input, {{.Op}}Output]

func New{{.Name}}Waiter(client {{.Op}}APIClient, optFns ...func(*{{.Name}}WaiterOptions)) *{{.Name}}Waiter {
	return &{{.Name}}Waiter{newWaiter("{{.Name}}", client.{{.Op}}, optFns)}
}

func (w *{{.Name}}Waiter) Wait(ctx context.Context, params *{{.Op}}Input, maxWait time.Duration, optFns ...func(*{{.Name}}WaiterOptions)) error {
	return w.waiter.wait(ctx, params, maxWait, optFns)
}

func (w *{{.Name}}Waiter) WaitForOutput(ctx context.Context, params *{{.Op}}Input, maxWait time.Duration, optFns ...func(*{{.Name}}WaiterOptions)) (*{{.Op}}Output, error) {
	return w.waiter.waitForOutput(ctx, params, maxWait, optFns)
}
`))
