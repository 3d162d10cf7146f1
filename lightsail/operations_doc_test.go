package lightsail_test

import (
	"flag"
	"fmt"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write docs/operations.md instead of comparing it")

const operationsDocument = "../docs/operations.md"

// docs/operations.md lists every operation and every waiter. Write it again with
//
//	go test ./lightsail -run TestOperationsDocument -update
func TestOperationsDocument(t *testing.T) {
	want := operationsTable(t)
	if *update {
		if err := os.WriteFile(operationsDocument, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(operationsDocument)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, string(got)); diff != "" {
		t.Errorf("%s is out of date; wanted (-), got (+):\n%s", operationsDocument, diff)
	}
}

// A documentedOperation is a row of the table.
type documentedOperation struct {
	summary    string
	repeatable bool
	paginator  bool
	waiters    []string
}

// operationsTable returns the text of docs/operations.md, made from the syntax of
// the package.
func operationsTable(t *testing.T) string {
	t.Helper()
	operations := map[string]*documentedOperation{}
	get := func(name string) *documentedOperation {
		if operations[name] == nil {
			operations[name] = new(documentedOperation)
		}
		return operations[name]
	}
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		isOperation := strings.HasPrefix(name, "op_")
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				constructed, isConstructor := strings.CutPrefix(decl.Name.Name, "New")
				switch {
				case isOperation && decl.Recv != nil && receiver(decl) == "Client":
					get(decl.Name.Name).summary = new(doc.Package).Synopsis(decl.Doc.Text())
				case isConstructor && strings.HasSuffix(constructed, "Paginator"):
					get(strings.TrimSuffix(constructed, "Paginator")).paginator = true
				case isConstructor && strings.HasSuffix(constructed, "Waiter"):
					client := decl.Type.Params.List[0].Type.(*ast.Ident).Name
					op := get(strings.TrimSuffix(client, "APIClient"))
					op.waiters = append(op.waiters, constructed)
				}
			case *ast.GenDecl:
				ast.Inspect(decl, func(n ast.Node) bool {
					if kv, ok := n.(*ast.KeyValueExpr); ok && isOperation && kv.Key.(*ast.Ident).Name == "Repeatable" {
						get(exported(decl)).repeatable = true
					}
					return true
				})
			}
		}
	}

	var b strings.Builder
	paginators := 0
	for _, op := range operations {
		if op.paginator {
			paginators++
		}
	}
	fmt.Fprintf(&b, `# Operations

All %d operations of Amazon Lightsail (API version 2016-11-28). %d of them have a paginator.

The client retries a call that reads when its response is cut short, because it may be repeated after the service has accepted it.
DownloadDefaultKeyPair counts as such a call: it creates the default key pair only if it is missing.

`+"This file is written by `go test ./lightsail -run TestOperationsDocument -update`."+`

| operation | resource | what it does | effect | paginator | waiters |
|---|---|---|---|---|---|
`, len(operations), paginators)
	effect := map[bool]string{true: "reads", false: "changes"}
	paginates := map[bool]string{true: "yes"}
	plain := strings.NewReplacer("|", `\|`, "[", "", "]", "", "Client.", "", "types.", "")
	for _, name := range slices.Sorted(maps.Keys(operations)) {
		op := operations[name]
		summary := plain.Replace(strings.TrimPrefix(op.summary, name+" "))
		slices.Sort(op.waiters)
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s |\n",
			name, resource(name), summary, effect[op.repeatable], paginates[op.paginator], strings.Join(op.waiters, ", "))
	}
	b.WriteString(waitersTable())
	return b.String()
}

var word = regexp.MustCompile(`GUI|API|[A-Z][a-z0-9]*`)

// resource returns the name of an operation without its verb, as words.
func resource(operation string) string {
	words := word.FindAllString(operation, -1)
	return strings.ToLower(strings.Join(words[1:], " "))
}

// receiver returns the name of a method's receiver type.
func receiver(decl *ast.FuncDecl) string {
	typ := decl.Recv.List[0].Type
	if star, ok := typ.(*ast.StarExpr); ok {
		typ = star.X
	}
	name, _ := typ.(*ast.Ident)
	if name == nil {
		return ""
	}
	return name.Name
}

// exported returns the name of the operation that a descriptor variable describes.
func exported(decl *ast.GenDecl) string {
	name := decl.Specs[0].(*ast.ValueSpec).Names[0].Name
	return strings.ToUpper(name[:1]) + name[1:]
}
