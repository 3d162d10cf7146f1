package official

import (
	"bytes"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// parseDir parses the Go files of a directory, without its tests.
func parseDir(dir string) ([]*ast.File, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	if len(names) == 0 {
		return nil, &os.PathError{Op: "read Go files of", Path: dir, Err: os.ErrNotExist}
	}
	fset := token.NewFileSet()
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(fset, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, f)
	}
	return files, nil
}

// collect adds to api what the files of one package declare. prefix is "types." for package types, else empty. field completes a
// field of a struct and reports whether the field belongs to the API.
func (api *API) collect(files []*ast.File, prefix string, field func(structName string, f *Field, tag string) bool) {
	for _, f := range files {
		for _, decl := range f.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				api.function(decl, prefix)
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					api.spec(spec, prefix, field)
				}
			}
		}
	}
}

func (api *API) function(decl *ast.FuncDecl, prefix string) {
	receiver := receiver(decl)
	switch {
	case receiver == "":
		api.Names[prefix+decl.Name.Name] = true
	case receiver == "Client" && decl.Name.IsExported() && decl.Type.Params.NumFields() == 3 &&
		spell(decl.Type.Params.List[1].Type) == "*"+decl.Name.Name+"Input":
		api.Operations[decl.Name.Name] = true
	case prefix != "" && decl.Name.Name == "ErrorFault":
		api.Exceptions[receiver] = true
	}
}

func (api *API) spec(spec ast.Spec, prefix string, complete func(string, *Field, string) bool) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		name := prefix + spec.Name.Name
		api.Names[name] = true
		if !spec.Name.IsExported() {
			return
		}
		switch t := spec.Type.(type) {
		case *ast.Ident:
			if t.Name == "string" && prefix != "" {
				api.enum(name)
			}
		case *ast.StructType:
			s := &Struct{Name: name}
			for _, field := range t.Fields.List {
				for _, ident := range field.Names {
					f := Field{Name: ident.Name, Type: spell(field.Type), Uses: uses(field.Type, prefix)}
					tag := ""
					if field.Tag != nil {
						tag, _ = strconv.Unquote(field.Tag.Value)
					}
					if ident.IsExported() && complete(spec.Name.Name, &f, tag) {
						s.Fields = append(s.Fields, f)
					}
				}
			}
			api.Structs[name] = s
		}
	case *ast.ValueSpec:
		for i, ident := range spec.Names {
			api.Names[prefix+ident.Name] = true
			of, typed := spec.Type.(*ast.Ident)
			if !typed || i >= len(spec.Values) || !ident.IsExported() {
				continue
			}
			if value, ok := spec.Values[i].(*ast.BasicLit); ok && value.Kind == token.STRING && prefix != "" {
				text, _ := strconv.Unquote(value.Value)
				enum := api.enum(prefix + of.Name)
				enum.Constants = append(enum.Constants, Constant{ident.Name, text})
			}
		}
	}
}

func (api *API) enum(name string) *Enum {
	if api.Enums[name] == nil {
		api.Enums[name] = &Enum{Name: name}
	}
	return api.Enums[name]
}

// receiver is the name of the type that a method belongs to, or "" for a function.
func receiver(decl *ast.FuncDecl) string {
	if decl.Recv == nil {
		return ""
	}
	return strings.TrimPrefix(spell(decl.Recv.List[0].Type), "*")
}

// spell writes an expression as gofmt does.
func spell(e ast.Expr) string {
	var b bytes.Buffer
	format.Node(&b, token.NewFileSet(), e)
	return b.String()
}

// uses are the names of the API types in a type expression: exported names of package types.
func uses(e ast.Expr, prefix string) (names []string) {
	ast.Inspect(e, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SelectorExpr:
			if spell(n.X) == "types" {
				names = append(names, "types."+n.Sel.Name)
			}
			return false
		case *ast.Ident:
			if prefix != "" && n.IsExported() {
				names = append(names, prefix+n.Name)
			}
		}
		return true
	})
	return names
}

func newAPI() *API {
	return &API{Operations: map[string]bool{}, Structs: map[string]*Struct{}, Enums: map[string]*Enum{}, Exceptions: map[string]bool{}, Names: map[string]bool{}}
}

// dropInternal removes structs that belong neither to an operation nor to package types.
func (api *API) dropInternal() {
	for name := range api.Structs {
		op := strings.TrimSuffix(strings.TrimSuffix(name, "Input"), "Output")
		if !strings.HasPrefix(name, "types.") && (op == name || !api.Operations[op]) {
			delete(api.Structs, name)
		}
	}
	for name := range api.Exceptions {
		delete(api.Structs, "types."+name)
	}
}
