package interop_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/internal/interop/internal/official"
)

func readOfficial(t *testing.T) *official.API {
	t.Helper()
	dir, err := official.Dir()
	if err != nil {
		t.Fatal(err)
	}
	api, err := official.Read(dir)
	if err != nil {
		t.Fatal(err)
	}
	return api
}

func readModule(t *testing.T, root string) *official.API {
	t.Helper()
	api, err := official.ReadModule(root)
	if err != nil {
		t.Fatal(err)
	}
	return api
}

// A scaffolded is a directory with the layout of this module that the scaffold writes into.
type scaffolded struct {
	*testing.T
	dir     string
	program string
}

// newModule returns a module with mechanisms and exceptions but without operations.
func newModule(t *testing.T) *scaffolded {
	t.Helper()
	m := &scaffolded{T: t, dir: t.TempDir(), program: scaffoldProgram(t)}
	root := repository(t)
	m.write("go.mod", "module "+ourModule+"\n\ngo 1.25\n\nrequire github.com/aws/smithy-go "+smithyVersion(t)+"\n")
	m.write("go.sum", readFile(t, "go.sum"))
	m.write("types/errors.go", readFile(t, root+"types/errors.go"))
	m.write("lightsail/mechanisms.go", readFile(t, "scaffold/testdata/lightsail/mechanisms.go"))
	m.write("internal/transport/transport.go", readFile(t, "scaffold/testdata/transport/transport.go"))
	m.write("internal/redact/redact.go", readFile(t, "scaffold/testdata/redact/redact.go"))
	return m
}

func smithyVersion(t *testing.T) string {
	m := regexp.MustCompile(`github.com/aws/smithy-go (v\S+)`).FindStringSubmatch(readFile(t, "go.mod"))
	if m == nil {
		t.Fatal("go.mod does not require smithy-go")
	}
	return m[1]
}

// scaffoldProgram compiles the scaffold and returns its path.
func scaffoldProgram(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "scaffold")
	if out, err := exec.Command("go", "build", "-o", program, "./scaffold").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}

// run runs the scaffold and returns what it prints, errors included.
func (m *scaffolded) run(args ...string) (string, error) {
	out, err := exec.Command(m.program, append([]string{"-module", m.dir}, args...)...).CombinedOutput()
	return string(out), err
}

// scaffold runs the scaffold, which must succeed, and returns what it prints.
func (m *scaffolded) scaffold(args ...string) string {
	m.Helper()
	out, err := m.run(args...)
	if err != nil {
		m.Fatalf("scaffold %v: %v\n%s", args, err, out)
	}
	return out
}

// vet type-checks packages of the module.
func (m *scaffolded) vet(packages string) {
	m.Helper()
	cmd := exec.Command("go", "vet", packages)
	cmd.Dir = m.dir
	cmd.Env = append(os.Environ(), "GOFLAGS=-mod=mod", "GOWORK=off")
	if out, err := cmd.CombinedOutput(); err != nil {
		m.Fatalf("go vet %s: %v\n%s", packages, err, out)
	}
	cmd = exec.Command("gofmt", "-l", m.dir)
	if out, err := cmd.CombinedOutput(); err != nil || len(out) > 0 {
		m.Errorf("gofmt -l: %v\n%s", err, out)
	}
}

func (m *scaffolded) write(file, text string) {
	m.Helper()
	name := filepath.Join(m.dir, file)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		m.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		m.Fatal(err)
	}
}

func (m *scaffolded) read(file string) string {
	m.Helper()
	return readFile(m.T, filepath.Join(m.dir, file))
}

func readFile(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// grep returns the lines that match pattern in the Go files of a directory.
func (m *scaffolded) grep(dir, pattern string) (lines []string) {
	m.Helper()
	names, err := filepath.Glob(filepath.Join(m.dir, dir, "*.go"))
	if err != nil {
		m.Fatal(err)
	}
	match := regexp.MustCompile(pattern)
	for _, name := range names {
		for line := range strings.Lines(readFile(m.T, name)) {
			if match.MatchString(line) {
				lines = append(lines, line)
			}
		}
	}
	return lines
}

// removeTypes removes types from package types, with their methods and constants.
func (m *scaffolded) removeTypes(typeNames ...string) {
	m.Helper()
	names, err := filepath.Glob(filepath.Join(m.dir, "types", "*.go"))
	if err != nil {
		m.Fatal(err)
	}
	for _, name := range names {
		src := []byte(readFile(m.T, name))
		fset := token.NewFileSet()
		f, err := parser.ParseFile(fset, name, src, parser.ParseComments)
		if err != nil {
			m.Fatal(err)
		}
		for _, decl := range f.Decls {
			if slices.Contains(typeNames, declares(decl)) {
				from, to := fset.Position(decl.Pos()).Offset, fset.Position(decl.End()).Offset
				copy(src[from:to], bytes.Repeat([]byte(" "), to-from))
			}
		}
		if err := os.WriteFile(name, src, 0o666); err != nil {
			m.Fatal(err)
		}
	}
}

// declares returns the name of the type that decl declares, is a method of, or has constants of.
func declares(decl ast.Decl) string {
	var of ast.Expr
	switch decl := decl.(type) {
	case *ast.FuncDecl:
		if decl.Recv != nil {
			of = decl.Recv.List[0].Type
		}
	case *ast.GenDecl:
		switch spec := decl.Specs[0].(type) {
		case *ast.TypeSpec:
			of = spec.Name
		case *ast.ValueSpec:
			of = spec.Type
		}
	}
	if pointer, ok := of.(*ast.StarExpr); ok {
		of = pointer.X
	}
	if ident, ok := of.(*ast.Ident); ok {
		return ident.Name
	}
	return ""
}

// build compiles this module's client with other files in place of its own.
func build(t *testing.T, root string, overlay map[string]string) {
	t.Helper()
	replace := map[string]string{}
	for name, with := range overlay {
		replace[filepath.Clean(name)] = with
	}
	text, err := json.Marshal(map[string]any{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(file, text, 0o666); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("go", "build", "-overlay", file, "./lightsail")
	cmd.Dir = root
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Errorf("go build: %v\n%s", err, out)
	}
}
