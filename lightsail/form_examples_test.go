package lightsail_test

import (
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"path/filepath"
	"strings"
	"testing"
)

// TestExamplesAreWholePrograms checks that every example is a program that readers can
// copy: it needs no declaration of another file, and its output is checked.
func TestExamplesAreWholePrograms(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("example*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, file := range files {
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, file, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, example := range doc.Examples(f) {
			count++
			if example.Play == nil {
				t.Errorf("%s: Example%s: got an example that uses other files of the test, want a whole program", file, example.Name)
			}
			if example.Output == "" {
				t.Errorf("%s: Example%s: got no output comment, want one", file, example.Name)
			}
		}
		for _, decl := range f.Decls {
			fn, ok := decl.(*ast.FuncDecl)
			if ok && fn.Recv == nil && !strings.HasPrefix(fn.Name.Name, "Example") {
				t.Errorf("%s: got function %s, want examples without helper functions", fset.Position(fn.Pos()), fn.Name.Name)
			}
		}
	}
	if count < 20 {
		t.Errorf("got %d examples, want at least 20", count)
	}
}
