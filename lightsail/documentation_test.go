package lightsail_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// Every exported name and field has a comment that begins with its name and says
// more than the name. The comment of an operation ends with a link to its reference.
func TestDocumentation(t *testing.T) {
	t.Parallel()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	checked := 0
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		check := func(node ast.Node, name string, comment *ast.CommentGroup) {
			checked++
			if problem := commentProblem(name, comment.Text()); problem != "" {
				t.Errorf("%s: %s %s", files.Position(node.Pos()), name, problem)
			}
		}
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if !decl.Name.IsExported() || decl.Recv != nil && !ast.IsExported(receiver(decl)) {
					continue
				}
				check(decl, decl.Name.Name, decl.Doc)
				link := "\nAPI reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_" + decl.Name.Name + ".html\n"
				if decl.Recv != nil && strings.HasPrefix(name, "op_") && receiver(decl) == "Client" && !strings.HasSuffix(decl.Doc.Text(), link) {
					t.Errorf("%s: the comment of %s does not end with %q", files.Position(decl.Pos()), decl.Name.Name, link)
				}
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					switch spec := spec.(type) {
					case *ast.TypeSpec:
						if !spec.Name.IsExported() {
							continue
						}
						if spec.Assign.IsValid() {
							continue // the aliased type is documented
						}
						check(spec, spec.Name.Name, decl.Doc)
						for _, field := range fieldsOf(spec.Type) {
							for _, ident := range field.Names {
								if ident.IsExported() && field.Doc == nil && field.Comment == nil && !documentedAbove(spec.Type, field) {
									check(field, ident.Name, field.Doc)
								} else if ident.IsExported() && field.Doc != nil {
									check(field, ident.Name, field.Doc)
								}
							}
						}
					case *ast.ValueSpec:
						for _, ident := range spec.Names {
							if ident.IsExported() && spec.Doc == nil {
								check(spec, ident.Name, decl.Doc)
							}
						}
					}
				}
			}
		}
	}
	if checked < 300 {
		t.Errorf("%d comments were checked, want at least 300", checked)
	}
}

// fieldsOf returns the fields of a struct or the methods of an interface.
func fieldsOf(expr ast.Expr) []*ast.Field {
	switch expr := expr.(type) {
	case *ast.StructType:
		return expr.Fields.List
	case *ast.InterfaceType:
		return expr.Methods.List
	}
	return nil
}

// documentedAbove reports whether a field shares the comment of the field above it,
// which names both: "Logger and LogDeprecated ...".
func documentedAbove(expr ast.Expr, field *ast.Field) bool {
	fields := fieldsOf(expr)
	for i := 1; i < len(fields); i++ {
		if fields[i] == field {
			return fields[i-1].Doc != nil && strings.Contains(fields[i-1].Doc.Text(), " and "+field.Names[0].Name+" ")
		}
	}
	return false
}

var words = regexp.MustCompile(`[A-Z]?[a-z0-9]+|[A-Z]+`)

// commentProblem returns what is wrong with the comment of a name, or "".
func commentProblem(name, comment string) string {
	comment = strings.TrimSpace(comment)
	if comment == "" {
		return "has no comment"
	}
	for _, article := range []string{"", "A ", "An ", "The "} {
		if rest, ok := strings.CutPrefix(comment, article+name); ok && (rest == "" || !isWordByte(rest[0])) {
			if addsNothing(name, rest) {
				return "has a comment that only repeats the name"
			}
			return ""
		}
	}
	return "has a comment that does not begin with the name"
}

func isWordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// addsNothing reports whether the rest of a comment consists of the words of the
// name and of words without a meaning of their own.
func addsNothing(name, rest string) bool {
	known := map[string]bool{"is": true, "are": true, "the": true, "a": true, "an": true, "of": true, "for": true}
	for _, w := range words.FindAllString(name, -1) {
		known[strings.ToLower(w)] = true
	}
	for _, w := range words.FindAllString(rest, -1) {
		if !known[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

func TestCommentProblem(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, comment, want string }{
		{"DiskName", "DiskName is the name of the disk to attach.", ""},
		{"DiskName", "DiskName selects the disk.", ""},
		{"Client", "A Client calls the service.", ""},
		{"DiskName", "", "has no comment"},
		{"DiskName", "DiskNames are names.", "has a comment that does not begin with the name"},
		{"DiskName", "The name of the disk to attach.", "has a comment that does not begin with the name"},
		{"DiskName", "DiskName is the name of the disk.", "has a comment that only repeats the name"},
	} {
		if got := commentProblem(test.name, test.comment); got != test.want {
			t.Errorf("commentProblem(%q, %q) = %q, want %q", test.name, test.comment, got, test.want)
		}
	}
}
