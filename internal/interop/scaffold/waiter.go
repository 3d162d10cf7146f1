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
	noun = strings.TrimSuffix(noun, "_waiters.go")
	var b strings.Builder
	err := waiterTemplate.Execute(&b, waiterData{
		Name:      name,
		Noun:      strings.ReplaceAll(noun, "_", " "),
		Op:        op,
		Variable:  lowerFirst(op),
		HasClient: s.ours.Names[op+"APIClient"],
	})
	if err != nil {
		return err
	}
	return appendTo(filepath.Join(s.root, "lightsail", noun+"_waiters.go"), "lightsail", b.String())
}

type waiterData struct {
	Name, Noun, Op, Variable string
	HasClient                bool // whether the interface of the waiter's client exists
}

var waiterTemplate = template.Must(template.New("").Parse(`{{if not .HasClient}}// {{.Op}}APIClient is the part of [Client] that the {{.Noun}} waiters call.
type {{.Op}}APIClient interface {
	// {{.Op}} is [Client.{{.Op}}].
	{{.Op}}(context.Context, *{{.Op}}Input, ...func(*Options)) (*{{.Op}}Output, error)
}

{{end}}type {{.Name}}Waiter struct {
	waiter waiter[*{{.Op}}Input, *{{.Op}}Output]
}

// {{.Name}}WaiterOptions are the options of [{{.Name}}Waiter].
type {{.Name}}WaiterOptions = WaiterOptions[*{{.Op}}Input, *{{.Op}}Output]

// New{{.Name}}Waiter returns a waiter that calls client.
func New{{.Name}}Waiter(client {{.Op}}APIClient, optFns ...func(*{{.Name}}WaiterOptions)) *{{.Name}}Waiter {
	w := waiter[*{{.Op}}Input, *{{.Op}}Output]{
		name: "{{.Name}}",
		call: client.{{.Op}},
		check: func(in *{{.Op}}Input) error { return validate(&{{.Variable}}, in, false) },
		observe: observe{{.Name}},
		success: []string{},
		failure: []string{},
		notFound: failed,
	}
	return &{{.Name}}Waiter{w.with(5*time.Second, time.Minute, optFns)}
}

func (w *{{.Name}}Waiter) Wait(ctx context.Context, params *{{.Op}}Input, maxWait time.Duration, optFns ...func(*{{.Name}}WaiterOptions)) error {
	_, err := w.waiter.wait(ctx, params, maxWait, optFns)
	return err
}

// WaitForOutput is [{{.Name}}Waiter.Wait], and returns the output of the last
// poll.
func (w *{{.Name}}Waiter) WaitForOutput(ctx context.Context, params *{{.Op}}Input, maxWait time.Duration, optFns ...func(*{{.Name}}WaiterOptions)) (*{{.Op}}Output, error) {
	return w.waiter.wait(ctx, params, maxWait, optFns)
}
`))
