package official

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// Path is the import path of the official client.
const Path = "github.com/aws/aws-sdk-go-v2/service/lightsail"

// Dir returns the directory of the official client in the version that the module in the working directory requires.
func Dir() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", Path).Output()
	if failed := (*exec.ExitError)(nil); errors.As(err, &failed) {
		return "", fmt.Errorf("find %s: %w: %s", Path, err, failed.Stderr)
	} else if err != nil {
		return "", fmt.Errorf("find %s: %w", Path, err)
	}
	dir := strings.TrimSpace(string(out))
	if dir == "" {
		return "", fmt.Errorf("find %s: not downloaded: run go mod download", Path)
	}
	return dir, nil
}

// Read reads the official client in dir.
func Read(dir string) (*API, error) {
	client, err := parseDir(dir)
	if err != nil {
		return nil, err
	}
	types, err := parseDir(filepath.Join(dir, "types"))
	if err != nil {
		return nil, err
	}
	schemas, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, "schemas", "schemas.go"), nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	facts := newFacts(schemas, client, types)
	api := newAPI()
	complete := func(name string, f *Field, _ string) bool {
		key := member{name, f.Name}
		schema := facts.schema[key]
		f.Wire, f.SendsZero = facts.wire[schema], facts.always[key]
		f.Sensitive, f.Required = facts.sensitive[schema], facts.required[key]
		return schema != ""
	}
	api.collect(types, "types.", complete)
	api.collect(client, "", complete)
	api.dropInternal()
	return api, api.plausible()
}

// plausible rejects a reading that has missed a kind of fact, which happens when the official generator changes its output.
func (api *API) plausible() error {
	required, sensitive, fields := 0, 0, 0
	for _, s := range api.Structs {
		for _, f := range s.Fields {
			fields++
			if f.Required {
				required++
			}
			if f.Sensitive {
				sensitive++
			}
		}
	}
	if len(api.Operations) < 162 || len(api.Exceptions) < 8 || len(api.Enums) < 50 || fields < 1000 || required < 200 || sensitive < 14 {
		return fmt.Errorf("read %s: found only %d operations, %d exceptions, %d enums, %d fields, %d required, %d sensitive: its source has a new form",
			Path, len(api.Operations), len(api.Exceptions), len(api.Enums), fields, required, sensitive)
	}
	return nil
}

// member is a field of a struct, by names without packages.
type member struct{ structName, field string }

// facts are what the functions of the official packages know about fields.
type facts struct {
	schema   map[member]string // the variable in package schemas
	always   map[member]bool   // written without a condition
	required map[member]bool

	wire      map[string]string // by the variable in package schemas
	sensitive map[string]bool   // by the variable in package schemas
}

func newFacts(schemas *ast.File, packages ...[]*ast.File) *facts {
	f := &facts{map[member]string{}, map[member]bool{}, map[member]bool{}, map[string]string{}, map[string]bool{}}
	f.schemas(schemas)
	for _, files := range packages {
		for _, file := range files {
			for _, decl := range file.Decls {
				fn, ok := decl.(*ast.FuncDecl)
				if !ok || fn.Body == nil {
					continue
				}
				if fn.Name.Name == "SerializeMembers" {
					f.serializer(receiver(fn), fn.Body)
				}
				if strings.HasPrefix(fn.Name.Name, "validate") && fn.Recv == nil {
					f.validator(fn)
				}
			}
		}
	}
	return f
}

// serializer reads statements of two forms: a call that writes a member, and an if statement around one.
func (f *facts) serializer(structName string, body *ast.BlockStmt) {
	for _, stmt := range body.List {
		_, conditional := stmt.(*ast.IfStmt)
		field, schema := "", ""
		ast.Inspect(stmt, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			switch spell(sel.X) {
			case "v":
				field = sel.Sel.Name
			case "schemas":
				schema = sel.Sel.Name
			}
			return true
		})
		if field != "" && schema != "" {
			f.schema[member{structName, field}] = schema
			f.always[member{structName, field}] = !conditional
		}
	}
}

// validator reads calls such as smithy.NewErrParamRequired("BucketName").
func (f *facts) validator(fn *ast.FuncDecl) {
	param := strings.TrimPrefix(spell(fn.Type.Params.List[0].Type), "*")
	structName := strings.TrimPrefix(param, "types.")
	ast.Inspect(fn.Body, func(n ast.Node) bool {
		if call, ok := n.(*ast.CallExpr); ok && spell(call.Fun) == "smithy.NewErrParamRequired" {
			f.required[member{structName, text(call.Args[0])}] = true
		}
		return true
	})
}

// schemas reads the sensitive traits of declarations such as var A = smithy.NewSchema(..., &smithytraits.Sensitive{}), and the
// members that are added by statements such as A_b = A.AddMember("b", B).
func (f *facts) schemas(file *ast.File) {
	trait := func(args []ast.Expr) bool {
		for _, arg := range args {
			if spell(arg) == "&smithytraits.Sensitive{}" {
				return true
			}
		}
		return false
	}
	element := map[string]string{} // of lists and maps
	target := map[string]string{}  // of members
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ValueSpec:
			for i, v := range n.Values {
				if call, ok := v.(*ast.CallExpr); ok && trait(call.Args) {
					f.sensitive[n.Names[i].Name] = true
				}
			}
		case *ast.AssignStmt:
			call, ok := n.Rhs[0].(*ast.CallExpr)
			if !ok || len(call.Args) < 2 {
				return true
			}
			if add, ok := call.Fun.(*ast.SelectorExpr); ok && add.Sel.Name == "AddMember" {
				name, wire, to := spell(n.Lhs[0]), text(call.Args[0]), spell(call.Args[1])
				f.wire[name], target[name] = wire, to
				if trait(call.Args[2:]) {
					f.sensitive[name] = true
				}
				if owner := spell(add.X); strings.HasPrefix(owner, "_") && (wire == "member" || wire == "value") {
					element[owner] = to
				}
			}
		}
		return true
	})
	for name, to := range target {
		for ; to != ""; to = element[to] {
			if f.sensitive[to] {
				f.sensitive[name] = true
			}
		}
	}
}

func text(e ast.Expr) string {
	lit, _ := e.(*ast.BasicLit)
	if lit == nil {
		return ""
	}
	s, _ := strconv.Unquote(lit.Value)
	return s
}
