package types_test

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// source is the syntax of package types. The tests read it instead of lists of types, so that a new type is tested
// without a change here.
type source struct {
	files   []*ast.File
	structs map[string][]field
	enums   map[string][]constant
}

// field is a field of a struct. Its Type is spelled as in another package, such as *types.BucketState.
type field struct {
	Name, Type, Doc, Tag string
}

// tag returns the value of one key in the field's tag.
func (f field) tag(key string) string { return reflect.StructTag(f.Tag).Get(key) }

type constant struct{ Name, Value string }

// positions holds the lines of all parsed files; text needs them to keep line breaks.
var positions = token.NewFileSet()

// readSource parses the package in the current directory, without its tests.
func readSource(t *testing.T) source {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var src source
	for _, name := range names {
		if !strings.HasSuffix(name, "_test.go") {
			src.add(t, name, nil)
		}
	}
	if len(src.structs) < 20 || len(src.enums) < 10 {
		t.Fatalf("found %d structs and %d enums; the package has more", len(src.structs), len(src.enums))
	}
	return src
}

// parseSource parses the text of one file.
func parseSource(t *testing.T, text string) source {
	t.Helper()
	var src source
	src.add(t, "text.go", text)
	return src
}

func (src *source) add(t *testing.T, name string, text any) {
	t.Helper()
	file, err := parser.ParseFile(positions, name, text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		t.Fatal(err)
	}
	src.files = append(src.files, file)
	if src.structs == nil {
		src.structs, src.enums = map[string][]field{}, map[string][]constant{}
	}
	for _, decl := range file.Decls {
		gen, ok := decl.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, spec := range gen.Specs {
			switch spec := spec.(type) {
			case *ast.TypeSpec:
				src.addType(t, spec)
			case *ast.ValueSpec:
				if gen.Tok == token.CONST && spec.Names[0].IsExported() {
					enum, value := constantOf(t, spec)
					src.enums[enum] = append(src.enums[enum], value)
				}
			}
		}
	}
}

func (src *source) addType(t *testing.T, spec *ast.TypeSpec) {
	t.Helper()
	name := spec.Name.Name
	if !spec.Name.IsExported() {
		return
	}
	switch typ := spec.Type.(type) {
	case *ast.StructType:
		src.structs[name] = []field{}
		for _, f := range typ.Fields.List {
			if len(f.Names) != 1 {
				t.Errorf("%s: declare each field on its own line, and embed none", name)
				continue
			}
			tag := ""
			if f.Tag != nil {
				tag, _ = strconv.Unquote(f.Tag.Value)
			}
			src.structs[name] = append(src.structs[name], field{f.Names[0].Name, typeText(f.Type), f.Doc.Text(), tag})
		}
	case *ast.Ident:
		if typ.Name != "string" {
			t.Errorf("%s is a %s, want a struct or a string", name, typ.Name)
		}
		if src.enums[name] == nil {
			src.enums[name] = []constant{}
		}
	default:
		t.Errorf("%s is a %T, want a struct or a string", name, typ)
	}
}

func constantOf(t *testing.T, spec *ast.ValueSpec) (enum string, c constant) {
	t.Helper()
	typ, ok := spec.Type.(*ast.Ident)
	if !ok || len(spec.Names) != 1 || len(spec.Values) != 1 {
		t.Fatalf("%s: want one constant with its type and value", spec.Names[0])
	}
	value, err := strconv.Unquote(text(t, spec.Values[0]))
	if err != nil {
		t.Fatalf("%s: %v", spec.Names[0], err)
	}
	return typ.Name, constant{spec.Names[0].Name, value}
}

// typeText spells a type as another package does.
func typeText(expr ast.Expr) string {
	switch expr := expr.(type) {
	case *ast.Ident:
		if expr.IsExported() {
			return "types." + expr.Name
		}
		return expr.Name
	case *ast.StarExpr:
		return "*" + typeText(expr.X)
	case *ast.ArrayType:
		return "[]" + typeText(expr.Elt)
	case *ast.MapType:
		return "map[" + typeText(expr.Key) + "]" + typeText(expr.Value)
	case *ast.SelectorExpr:
		return expr.X.(*ast.Ident).Name + "." + expr.Sel.Name
	default:
		return reflect.TypeOf(expr).String()
	}
}

// text returns the source of node, formatted, without its doc comment.
func text(t *testing.T, node ast.Node) string {
	t.Helper()
	if f, ok := node.(*ast.FuncDecl); ok {
		withoutDoc := *f
		withoutDoc.Doc = nil
		node = &withoutDoc
	}
	var b bytes.Buffer
	if err := format.Node(&b, positions, node); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// receiver returns the receiver of f, such as *Bucket, or "" if f is a function.
func receiver(t *testing.T, f *ast.FuncDecl) string {
	t.Helper()
	if f.Recv == nil {
		return ""
	}
	return text(t, f.Recv.List[0].Type)
}
