package lightsail_test

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

// A waiterDeclaration is the data of a waiter.
type waiterDeclaration struct {
	name, operation    string
	success, failure   []string
	notFound           string // "pending", "failure" or "success"
	minDelay, maxDelay time.Duration
}

// declaredBy reads the unexported data of a waiter.
func declaredBy(waiter any) waiterDeclaration {
	spec := reflect.ValueOf(waiter).Elem().FieldByName("waiter").FieldByName("spec")
	list := func(field string) (all []string) {
		for i := range spec.FieldByName(field).Len() {
			all = append(all, spec.FieldByName(field).Index(i).String())
		}
		return all
	}
	return waiterDeclaration{
		name:      spec.FieldByName("name").String(),
		operation: spec.FieldByName("operation").Elem().FieldByName("Name").String(),
		success:   list("success"),
		failure:   list("failure"),
		notFound:  []string{"pending", "success", "failure"}[spec.FieldByName("notFound").Int()],
		minDelay:  time.Duration(spec.FieldByName("minDelay").Int()),
		maxDelay:  time.Duration(spec.FieldByName("maxDelay").Int()),
	}
}

// declaredWaiters returns the data of all waiters, by name.
func declaredWaiters() map[string]waiterDeclaration {
	all := map[string]waiterDeclaration{}
	for name, row := range waiterRows(lightsail.New(lightsail.Options{})) {
		all[name] = declaredBy(row.waiter)
	}
	return all
}

// waiterComments returns the comments of all exported waiter types, by name of the waiter.
// A type counts if it has an exported constructor.
func waiterComments(t *testing.T) map[string]string {
	t.Helper()
	constructed, comments := map[string]bool{}, map[string]string{}
	paths, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				name, isNew := strings.CutPrefix(decl.Name.Name, "New")
				if name, isWaiter := strings.CutSuffix(name, "Waiter"); isNew && isWaiter && decl.Recv == nil {
					constructed[name] = true
				}
			case *ast.GenDecl:
				if spec, ok := decl.Specs[0].(*ast.TypeSpec); ok {
					comments[strings.TrimSuffix(spec.Name.Name, "Waiter")] = strings.Join(strings.Fields(decl.Doc.Text()), " ")
				}
			}
		}
	}
	maps.DeleteFunc(comments, func(name, _ string) bool { return !constructed[name] })
	if len(comments) != len(constructed) || len(comments) == 0 {
		t.Fatalf("got comments of %d waiter types for %d constructors, want as many", len(comments), len(constructed))
	}
	return comments
}

// TestWaitersDeclaration compares the data and the comments of all waiters with the table
// of the tests, and finds waiters that are not in it.
func TestWaitersDeclaration(t *testing.T) {
	t.Parallel()
	rows, comments, declared := waiterRows(lightsail.New(lightsail.Options{})), waiterComments(t), declaredWaiters()
	if diff := gocmp.Diff(slices.Sorted(maps.Keys(comments)), slices.Sorted(maps.Keys(rows))); diff != "" {
		t.Fatalf("waiters of the package (-) and of waiterRows (+):\n%s", diff)
	}
	for name, row := range rows {
		got := declared[name]
		want := waiterDeclaration{
			name: name, operation: got.operation, success: row.success, notFound: row.notFound, minDelay: got.minDelay, maxDelay: got.maxDelay,
		}
		for _, failure := range row.failure {
			want.failure = append(want.failure, failure.script)
		}
		if diff := gocmp.Diff(want, got, gocmp.AllowUnexported(waiterDeclaration{})); diff != "" {
			t.Errorf("%s: states of waiterRows (-) and of the waiter (+):\n%s", name, diff)
		}
		parts := append([]string{"calls " + got.operation, " not found", "The default delays are " + delayText(got) + "."}, slices.Concat(got.success, got.failure)...)
		for _, part := range parts {
			found := strings.Contains(comments[name], part)
			if part == " not found" {
				found = found || strings.Contains(comments[name], "not exist")
			}
			// States with spaces contain arguments of the constructor.
			if !found && (!strings.Contains(part, " ") || slices.Contains(parts[:3], part)) {
				t.Errorf("%s: the comment lacks %q", name, part)
			}
		}
	}
}

// delayText returns the default delays of a waiter, for example "5 to 30 seconds".
func delayText(w waiterDeclaration) string {
	words := func(d time.Duration) (number, unit string) {
		switch {
		case d == time.Minute:
			return "1", "minute"
		case d%time.Minute == 0:
			return fmt.Sprint(int(d.Minutes())), "minutes"
		}
		return fmt.Sprint(int(d.Seconds())), "seconds"
	}
	minNumber, minUnit := words(w.minDelay)
	maxNumber, maxUnit := words(w.maxDelay)
	if minUnit == maxUnit {
		return minNumber + " to " + maxNumber + " " + maxUnit
	}
	return minNumber + " " + minUnit + " to " + maxNumber + " " + maxUnit
}

// waitersTable returns the table of waiters of docs/operations.md.
func waitersTable() string {
	var b strings.Builder
	b.WriteString(`
## Waiters

Names in capital letters are arguments of the constructor. States that are neither success nor failure are pending. Not found means
that the operation returns a NotFoundException: the wait goes on, succeeds, or fails with that error. An empty list means the same, except that
it is never a failure. The delays between two polls grow from the first to the second. [waiting.md](waiting.md) shows waiters in use.

| waiter | polls | success | failure | not found | delays |
|---|---|---|---|---|---|
`)
	states := func(all []string) string {
		var quoted []string
		for _, state := range all {
			quoted = append(quoted, "`"+state+"`")
		}
		return strings.Join(quoted, ", ")
	}
	declared := declaredWaiters()
	for _, name := range slices.Sorted(maps.Keys(declared)) {
		w := declared[name]
		success := cmp.Or(states(w.success), "not found")
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n", name, w.operation, success, states(w.failure), w.notFound, delayText(w))
	}
	return b.String()
}
