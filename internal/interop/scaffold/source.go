package main

import (
	"bytes"
	"errors"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/lightsail-go/sdk/internal/interop/internal/official"
)

const (
	module     = "github.com/lightsail-go/sdk"
	typesPath  = module + "/types"
	redactPath = module + "/internal/redact"
)

// packages are what declarations may import, by the name that they use.
var packages = map[string]string{
	"context":    "context",
	"fmt":        "fmt",
	"iter":       "iter",
	"slog":       "log/slog",
	"time":       "time",
	"middleware": "github.com/aws/smithy-go/middleware",
	"redact":     redactPath,
	"transport":  module + "/internal/transport",
	"types":      typesPath,
}

var qualifier = regexp.MustCompile(`\b([a-z]+)\.[A-Z]`)

// importsOf returns the import paths that declarations without comments need.
func importsOf(declarations string) (paths []string) {
	for _, line := range strings.Split(declarations, "\n") {
		code, _, _ := strings.Cut(line, "//")
		for _, m := range qualifier.FindAllStringSubmatch(code, -1) {
			if path := packages[m[1]]; path != "" && !slices.Contains(paths, path) {
				paths = append(paths, path)
			}
		}
	}
	return paths
}

// appendTo appends declarations to a Go file, which it creates if it does not exist, and adds the imports that they need.
func appendTo(name, pkg, declarations string) error {
	old, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		old, err = []byte("package "+pkg+"\n"), nil
	}
	if err != nil {
		return err
	}
	head, body, specs, err := splitImports(name, old)
	if err != nil {
		return err
	}
	for _, path := range importsOf(declarations) {
		if !slices.ContainsFunc(specs, func(spec string) bool { return strings.HasSuffix(spec, `"`+path+`"`) }) {
			specs = append(specs, `"`+path+`"`)
		}
	}
	src, err := format.Source([]byte(head + importDeclaration(specs) + body + "\n" + declarations))
	if err != nil {
		return fmt.Errorf("format %s: %w\n%s", name, err, declarations)
	}
	return os.WriteFile(name, src, 0o666)
}

// splitImports splits a Go file into the part before its imports, the part after them, and its import specs.
func splitImports(name string, src []byte) (head, body string, specs []string, err error) {
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, name, src, parser.ParseComments)
	if err != nil {
		return "", "", nil, err
	}
	offset := func(pos token.Pos) int { return fset.Position(pos).Offset }
	for _, spec := range f.Imports {
		specs = append(specs, string(src[offset(spec.Pos()):offset(spec.End())]))
	}
	start, end := offset(f.Name.End()), offset(f.Name.End())
	if decls := f.Decls[:importDecls(f.Decls)]; len(decls) > 0 {
		start, end = offset(decls[0].Pos()), offset(decls[len(decls)-1].End())
	}
	return string(src[:start]), string(src[end:]), specs, nil
}

// importDeclaration writes import specs in the three groups of this module: the standard library, other modules, this module.
func importDeclaration(specs []string) string {
	if len(specs) == 0 {
		return "\n"
	}
	var groups [3][]string
	for _, spec := range specs {
		path := spec[strings.Index(spec, `"`):]
		switch {
		case strings.HasPrefix(path, `"`+module):
			groups[2] = append(groups[2], spec)
		case strings.Contains(path, "."):
			groups[1] = append(groups[1], spec)
		default:
			groups[0] = append(groups[0], spec)
		}
	}
	var b bytes.Buffer
	for _, group := range groups {
		slices.Sort(group)
		if len(group) > 0 {
			fmt.Fprintf(&b, "\n%s\n", strings.Join(group, "\n"))
		}
	}
	if len(specs) == 1 {
		return "\n\nimport " + specs[0] + "\n"
	}
	return "\n\nimport (" + strings.Replace(b.String(), "\n", "", 1) + ")\n"
}

// snake writes a Go name in snake case: GetContainerAPIMetadata as get_container_api_metadata.
func snake(name string) string {
	var b strings.Builder
	letters := []rune(name)
	for i, r := range letters {
		begins := i > 0 && unicode.IsUpper(r) &&
			(!unicode.IsUpper(letters[i-1]) || i+1 < len(letters) && unicode.IsLower(letters[i+1]))
		if begins {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}

// lowerFirst returns the name of an operation's descriptor.
func lowerFirst(op string) string { return strings.ToLower(op[:1]) + op[1:] }

// tag writes the struct tag of a field.
func tag(f official.Field) string {
	var b strings.Builder
	b.WriteString("`json:\"" + f.Wire)
	if !f.SendsZero {
		b.WriteString(",omitzero")
	}
	b.WriteString(`"`)
	if f.Required {
		b.WriteString(` required:"true"`)
	}
	if f.Sensitive {
		b.WriteString(` sensitive:"true"`)
	}
	return b.String() + "`"
}

// fields writes the fields of a struct, each in a paragraph of its own, with the comments that it has in comments. A person documents
// the other fields.
func fields(st *official.Struct, comments map[string]string) string {
	var lines []string
	for _, f := range st.Fields {
		lines = append(lines, comments[f.Name]+f.Name+" "+f.Type+" "+tag(f)+"\n")
	}
	return strings.Join(lines, "\n")
}

// redaction writes the methods that print and log a struct without its sensitive fields.
func redaction(name string) string {
	return fmt.Sprintf(`
// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v %[1]s) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v %[1]s) LogValue() slog.Value { return redact.LogValue(v) }
`, name)
}

// importDecls returns the number of import declarations, which are the first of a file.
func importDecls(decls []ast.Decl) int {
	for i, decl := range decls {
		if gen, ok := decl.(*ast.GenDecl); !ok || gen.Tok != token.IMPORT {
			return i
		}
	}
	return len(decls)
}
