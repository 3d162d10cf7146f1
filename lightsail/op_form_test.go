package lightsail_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestOperationFiles checks the form of all operation files of the package, op_*.go, and
// that no other file declares an operation.
func TestOperationFiles(t *testing.T) {
	t.Parallel()
	problems, files, err := checkOperationForms(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, problem := range problems {
		t.Error(problem)
	}
	if operations := len(allOperations(t)); files != operations {
		t.Errorf("got %d operation files, want one for each of %d operations", files, operations)
	}
}

// checkOperationForms checks the Go files of a directory, except tests. It returns the
// problems and the number of operation files.
func checkOperationForms(dir string) (problems []string, operationFiles int, err error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, 0, err
	}
	for _, path := range paths {
		name := filepath.Base(path)
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return nil, 0, err
		}
		check := checkOtherFile
		if strings.HasPrefix(name, "op_") {
			check = checkOperationFile
			operationFiles++
		}
		problems = append(problems, check(name, string(src))...)
	}
	return problems, operationFiles, nil
}

// An operationDecl is a declaration that an operation file may or must contain. Each X in
// key and form stands for the operation's name, x for the name of its descriptor.
type operationDecl struct {
	key      string   // see declKey
	forms    []string // allowed source texts; none if the text is free
	optional bool
}

// The declarations of an operation file in their order. In a form, ITEM stands for the
// type of the listed items and FIELD for any field name.
var (
	operationDecls = []operationDecl{
		{key: "method Client.X", forms: []string{
			"func (c *Client) X(ctx context.Context, params *XInput, optFns ...func(*Options)) (*XOutput, error) { return invoke[*XOutput](ctx, c, &x, params, optFns) }",
		}},
		{key: "var x", forms: []string{
			`var x = transport.Operation{Name: "X", Input: (*XInput)(nil), Output: (*XOutput)(nil)}`,
			`var x = transport.Operation{Name: "X", Input: (*XInput)(nil), Output: (*XOutput)(nil), Repeatable: true}`,
		}},
		{key: "type XInput"},
		{key: "method XInput.Format", optional: true, forms: []string{"func (v XInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }"}},
		{key: "method XInput.LogValue", optional: true, forms: []string{"func (v XInput) LogValue() slog.Value { return redact.LogValue(v) }"}},
		{key: "method XInput.check", optional: true},
		{key: "type XOutput"},
		{key: "method XOutput.metadata", forms: []string{
			"func (out *XOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }",
		}},
		{key: "method XOutput.Format", optional: true, forms: []string{"func (v XOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }"}},
		{key: "method XOutput.LogValue", optional: true, forms: []string{"func (v XOutput) LogValue() slog.Value { return redact.LogValue(v) }"}},
		{key: "type XAPIClient", optional: true, forms: []string{
			"type XAPIClient interface { X(context.Context, *XInput, ...func(*Options)) (*XOutput, error) }",
		}},
	}
	// The declarations of a paginator are all there or none of them.
	paginatorDecls = []operationDecl{
		{key: "type XPaginatorOptions", forms: []string{"type XPaginatorOptions = PaginatorOptions"}},
		{key: "type XPaginator", forms: []string{"type XPaginator struct { paginator *paginator[*XInput, *XOutput] }"}},
		{key: "func NewXPaginator", forms: []string{
			"func NewXPaginator(client XAPIClient, params *XInput, optFns ...func(*XPaginatorOptions)) *XPaginator {" +
				" return &XPaginator{newPaginator(client.X, params, optFns," +
				" func(in *XInput) **string { return &in.FIELD }, func(out *XOutput) *string { return out.FIELD })} }",
		}},
		{key: "method XPaginator.HasMorePages", forms: []string{
			"func (p *XPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }",
		}},
		{key: "method XPaginator.NextPage", forms: []string{
			"func (p *XPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*XOutput, error) { return p.paginator.nextPage(ctx, optFns) }",
		}},
		{key: "method XPaginator.Pages", forms: []string{
			"func (p *XPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*XOutput, error] { return p.paginator.pages(ctx, optFns) }",
		}},
		{key: "method XPaginator.All", forms: []string{
			"func (p *XPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[ITEM, error] {" +
				" return allItems(ctx, p.paginator, optFns, func(out *XOutput) []ITEM { return out.FIELD }) }",
		}},
	}
)

// unusualForms are declarations that may differ from their form, by operation and key.
var unusualForms = map[string]bool{
	// It has two tokens; the direction of the listing selects one of them.
	"GetRelationalDatabaseLogEvents func NewXPaginator": true,
}

// checkOperationFile returns the problems of an operation file as "file:line: message".
func checkOperationFile(name, src string) []string {
	f, err := parseFile(name, src)
	if err != nil {
		return []string{err.Error()}
	}
	if len(f.decls) == 0 {
		return []string{name + ":1: no declarations, want an operation"}
	}
	operation, ok := strings.CutPrefix(declKey(f.decls[0]), "method Client.")
	if !ok {
		return f.problem(f.decls[0].Pos(), "%s comes first, want the operation's method of *Client", declKey(f.decls[0]))
	}
	var problems []string
	if want := "op_" + snakeCase(operation) + ".go"; name != want {
		problems = f.problem(f.decls[0].Pos(), "operation %s is in this file, want %s", operation, want)
	}

	decls, last := f.decls, f.decls[0]
	take := func(wanted operationDecl) bool {
		key := withName(wanted.key, operation)
		if len(decls) == 0 || declKey(decls[0]) != key {
			return wanted.optional
		}
		last, decls = decls[0], decls[1:]
		if !unusualForms[operation+" "+wanted.key] {
			problems = append(problems, f.checkForm(last, key, operation, wanted.forms)...)
		}
		return true
	}
	wanted := slices.Clone(operationDecls)
	for i := 0; i < len(wanted); i++ {
		if !take(wanted[i]) {
			return append(problems, f.missing(decls, last, withName(wanted[i].key, operation))...)
		}
		if i == len(operationDecls)-1 && len(decls) > 0 && strings.Contains(declKey(decls[0]), operation+"Paginator") {
			wanted = append(wanted, paginatorDecls...)
		}
	}
	for _, d := range decls {
		problems = append(problems, f.problem(d.Pos(), "unexpected %s, want only the declarations of %s in their order", declKey(d), operation)...)
	}
	for _, typ := range []string{operation + "Input", operation + "Output"} {
		format, logValue := f.declares("method "+typ+".Format"), f.declares("method "+typ+".LogValue")
		if format != logValue {
			problems = append(problems, f.problem(f.decls[0].Pos(), "type %s has one of the methods Format and LogValue, want both or none", typ)...)
		}
	}
	return problems
}

// checkOtherFile returns a problem for each operation in a file that is no operation file.
func checkOtherFile(name, src string) (problems []string) {
	f, err := parseFile(name, src)
	if err != nil {
		return []string{err.Error()}
	}
	for _, d := range f.decls {
		if operation, ok := strings.CutPrefix(declKey(d), "method Client."); ok && isOperation(d.(*ast.FuncDecl)) {
			problems = append(problems, f.problem(d.Pos(), "method %s of *Client has the signature of an operation, want it in op_%s.go", operation, snakeCase(operation))...)
		}
	}
	return problems
}

// isOperation reports whether a method has the parameters and results of an operation:
// (context.Context, *T, ...func(*Options)) (*U, error).
func isOperation(d *ast.FuncDecl) bool {
	var params []ast.Expr
	for _, field := range d.Type.Params.List {
		for range max(1, len(field.Names)) {
			params = append(params, field.Type)
		}
	}
	if len(params) != 3 || d.Type.Results.NumFields() != 2 {
		return false
	}
	_, pointer := params[1].(*ast.StarExpr)
	variadic, ok := params[2].(*ast.Ellipsis)
	if !ok || !pointer {
		return false
	}
	_, function := variadic.Elt.(*ast.FuncType)
	return function
}

// sourceFile is a parsed file without its imports.
type sourceFile struct {
	fset  *token.FileSet
	src   string
	decls []ast.Decl
}

func parseFile(name, src string) (*sourceFile, error) {
	f := &sourceFile{fset: token.NewFileSet(), src: src}
	file, err := parser.ParseFile(f.fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	for _, d := range file.Decls {
		if gen, ok := d.(*ast.GenDecl); !ok || gen.Tok != token.IMPORT {
			f.decls = append(f.decls, d)
		}
	}
	return f, nil
}

func (f *sourceFile) problem(pos token.Pos, format string, args ...any) []string {
	p := f.fset.Position(pos)
	return []string{fmt.Sprintf("%s:%d: %s", p.Filename, p.Line, fmt.Sprintf(format, args...))}
}

// missing returns the problem that the declaration key does not follow last.
func (f *sourceFile) missing(rest []ast.Decl, last ast.Decl, key string) []string {
	if len(rest) > 0 {
		return f.problem(rest[0].Pos(), "got %s, want %s after %s", declKey(rest[0]), key, declKey(last))
	}
	return f.problem(last.End(), "the file ends, want %s after %s", key, declKey(last))
}

func (f *sourceFile) declares(key string) bool {
	return slices.ContainsFunc(f.decls, func(d ast.Decl) bool { return declKey(d) == key })
}

func (f *sourceFile) text(n ast.Node) string {
	return f.src[f.fset.Position(n.Pos()).Offset:f.fset.Position(n.End()).Offset]
}

// checkForm compares a declaration with its allowed forms. Without forms, it must be a
// struct, that of an output with ResultMetadata as its last field, or a method.
func (f *sourceFile) checkForm(d ast.Decl, key, operation string, forms []string) []string {
	if len(forms) == 0 {
		gen, ok := d.(*ast.GenDecl)
		if !ok {
			return nil
		}
		spec := gen.Specs[0].(*ast.TypeSpec)
		typ, ok := spec.Type.(*ast.StructType)
		if !ok || spec.Assign.IsValid() {
			return f.problem(d.Pos(), "%s is not a struct, want one", key)
		}
		const metadata = "ResultMetadata middleware.Metadata `json:\"-\"`"
		fields := typ.Fields.List
		if strings.HasSuffix(key, "Output") && (len(fields) == 0 || normalize(f.text(fields[len(fields)-1])) != normalize(metadata)) {
			return f.problem(typ.End(), "the last field of %s is not %s", key, metadata)
		}
		return nil
	}
	got := normalize(f.text(d))
	for _, form := range forms {
		form = withName(form, operation)
		pattern := regexp.QuoteMeta(normalize(strings.ReplaceAll(form, "ITEM", itemType(f, d))))
		if regexp.MustCompile("^" + strings.ReplaceAll(pattern, "FIELD", `\w+`) + "$").MatchString(got) {
			return nil
		}
	}
	return f.problem(d.Pos(), "%s is not of the form\n\t%s", key, withName(strings.Join(forms, "\n\t"), operation))
}

// itemType returns the source text of T if d returns an iter.Seq2[T, error].
func itemType(f *sourceFile, d ast.Decl) string {
	if fn, ok := d.(*ast.FuncDecl); ok && fn.Type.Results.NumFields() == 1 {
		if index, ok := fn.Type.Results.List[0].Type.(*ast.IndexListExpr); ok {
			return f.text(index.Indices[0])
		}
	}
	return "ITEM"
}

// declKey identifies a declaration: "func F", "method T.M", "type T", "var v", "const c",
// or "var (...)" if there is not exactly one specification.
func declKey(d ast.Decl) string {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if d.Recv == nil {
			return "func " + d.Name.Name
		}
		receiver := d.Recv.List[0].Type
		if star, ok := receiver.(*ast.StarExpr); ok {
			receiver = star.X
		}
		if name, ok := receiver.(*ast.Ident); ok {
			return "method " + name.Name + "." + d.Name.Name
		}
		return "method " + d.Name.Name
	case *ast.GenDecl:
		if len(d.Specs) == 1 {
			switch spec := d.Specs[0].(type) {
			case *ast.TypeSpec:
				return "type " + spec.Name.Name
			case *ast.ValueSpec:
				if len(spec.Names) == 1 {
					return d.Tok.String() + " " + spec.Names[0].Name
				}
			}
		}
		return d.Tok.String() + " (...)"
	}
	return "declaration"
}

var nameInForm = regexp.MustCompile(`X\b|X(Input|Output|APIClient|Paginator)|\bx\b`)

// withName replaces X and x in a key or form.
func withName(form, operation string) string {
	return nameInForm.ReplaceAllStringFunc(form, func(s string) string {
		if s == "x" {
			return strings.ToLower(operation[:1]) + operation[1:]
		}
		return operation + s[1:]
	})
}

// normalize returns the tokens of src, separated by spaces, without comments, line breaks
// and trailing commas.
func normalize(src string) string {
	var s scanner.Scanner
	file := token.NewFileSet().AddFile("", -1, len(src))
	s.Init(file, []byte(src), nil, 0)
	var tokens []string
	for {
		_, tok, lit := s.Scan()
		switch {
		case tok == token.EOF:
			return strings.Join(tokens, " ")
		case tok == token.SEMICOLON:
			continue
		case lit == "":
			lit = tok.String()
		}
		if n := len(tokens) - 1; n >= 0 && tokens[n] == "," && (lit == ")" || lit == "}") {
			tokens = tokens[:n]
		}
		tokens = append(tokens, lit)
	}
}

// snakeCase converts an operation's name: GetBuckets to get_buckets and
// GetContainerAPIMetadata to get_container_api_metadata.
func snakeCase(name string) string {
	name = regexp.MustCompile(`([a-z0-9])([A-Z])`).ReplaceAllString(name, "${1}_${2}")
	name = regexp.MustCompile(`([A-Z])([A-Z][a-z])`).ReplaceAllString(name, "${1}_${2}")
	return strings.ToLower(name)
}
