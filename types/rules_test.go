package types_test

import (
	"cmp"
	"fmt"
	"go/ast"
	"go/token"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	gocmp "github.com/google/go-cmp/cmp"
)

// rules are what every file of the package keeps. Each rule returns its violations.
var rules = map[string]func(*testing.T, source) []string{
	"doc comments":     docViolations,
	"tags":             tagViolations,
	"required fields":  requiredViolations,
	"enums":            enumViolations,
	"sensitive fields": sensitiveViolations,
}

func TestRules(t *testing.T) {
	src := readSource(t)
	for name, rule := range rules {
		for _, violation := range slices.Sorted(slices.Values(rule(t, src))) {
			t.Errorf("%s: %s", name, violation)
		}
	}
}

// docViolations reports exported names without a doc comment that starts with the name and says more than the name.
func docViolations(t *testing.T, src source) (all []string) {
	for _, d := range exported(t, src) {
		switch {
		case d.doc == "":
			all = append(all, d.path+" has no doc comment")
		case strings.Fields(d.doc)[0] != d.name:
			all = append(all, fmt.Sprintf("the comment of %s does not start with %s", d.path, d.name))
		case onlyRepeats(d.name, d.doc):
			all = append(all, fmt.Sprintf("the comment of %s only repeats the name", d.path))
		}
	}
	return all
}

// declaration is an exported name with its doc comment. The path of a field or method has its type's name in front.
type declaration struct{ path, name, doc string }

func exported(t *testing.T, src source) (all []declaration) {
	for _, file := range src.files {
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				name, owner := decl.Name.Name, strings.TrimPrefix(receiver(t, decl), "*")
				if token.IsExported(name) && (owner == "" || token.IsExported(owner)) {
					all = append(all, declaration{strings.TrimPrefix(owner+"."+name, "."), name, decl.Doc.Text()})
				}
			case *ast.GenDecl:
				for _, spec := range decl.Specs {
					all = append(all, exportedBySpec(src, decl, spec)...)
				}
			}
		}
	}
	return all
}

func exportedBySpec(src source, decl *ast.GenDecl, spec ast.Spec) (all []declaration) {
	switch spec := spec.(type) {
	case *ast.TypeSpec:
		name := spec.Name.Name
		if !token.IsExported(name) {
			return nil
		}
		all = append(all, declaration{name, name, cmp.Or(spec.Doc.Text(), decl.Doc.Text())})
		for _, f := range src.structs[name] {
			if token.IsExported(f.Name) {
				all = append(all, declaration{name + "." + f.Name, f.Name, f.Doc})
			}
		}
	case *ast.ValueSpec:
		// A constant needs no comment of its own in a group that has one.
		if name := spec.Names[0].Name; token.IsExported(name) && (spec.Doc != nil || decl.Doc == nil) {
			all = append(all, declaration{name, name, spec.Doc.Text()})
		}
	}
	return all
}

var (
	wordsOfName = regexp.MustCompile(`[A-Z]+[a-z0-9]*|[a-z0-9]+`)

	// fillers are words that say nothing about a field.
	fillers = strings.Fields(`a an the is are was be of for to in on at by and or its it this that which whether has have
		reports returns holds contains describes specifies represents indicates defines provides identifies
		field value type object current`)
)

// onlyRepeats reports whether doc has no words but those of the name that it describes and fillers.
func onlyRepeats(name, doc string) bool {
	known := map[string]bool{strings.ToLower(name): true}
	for _, word := range append(wordsOfName.FindAllString(name, -1), fillers...) {
		known[singular(word)] = true
	}
	words := strings.FieldsFunc(doc, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return !slices.ContainsFunc(words, func(word string) bool {
		return len(word) > 1 && !known[strings.ToLower(word)] && !known[singular(word)]
	})
}

func singular(word string) string { return strings.TrimSuffix(strings.ToLower(word), "s") }

var tagForm = regexp.MustCompile(`^json:"(-|[a-z][A-Za-z0-9]*(,omitzero)?)"( required:"true")?( sensitive:"true")?$`)

// tagViolations reports fields without a JSON name and tags of another form.
func tagViolations(_ *testing.T, src source) (all []string) {
	for name, fields := range src.structs {
		for _, f := range fields {
			if token.IsExported(f.Name) && !tagForm.MatchString(f.Tag) {
				all = append(all, fmt.Sprintf("%s.%s: tag `%s` does not match %s", name, f.Name, f.Tag, tagForm))
			}
		}
	}
	return all
}

// requiredViolations reports fields whose tag and comment do not agree on whether they are required.
func requiredViolations(_ *testing.T, src source) (all []string) {
	for name, fields := range src.structs {
		for _, f := range fields {
			tagged, said := f.tag("required") == "true", strings.Contains(f.Doc, "Required.")
			if tagged != said {
				all = append(all, fmt.Sprintf("%s.%s: required by the tag: %v, by the comment: %v", name, f.Name, tagged, said))
			}
		}
	}
	return all
}

// enumViolations reports enums that do not have the form of the others.
func enumViolations(t *testing.T, src source) (all []string) {
	groups, methods := map[string]string{}, map[string]string{}
	for _, file := range src.files {
		for _, decl := range file.Decls {
			switch decl := decl.(type) {
			case *ast.FuncDecl:
				if decl.Name.Name == "Values" {
					methods[receiver(t, decl)] = text(t, decl)
				}
			case *ast.GenDecl:
				if spec, ok := decl.Specs[0].(*ast.ValueSpec); ok && decl.Tok == token.CONST && spec.Type != nil {
					groups[text(t, spec.Type)] += decl.Doc.Text()
				}
			}
		}
	}
	for name, constants := range src.enums {
		if want := fmt.Sprintf("Values of [%s].\n", name); groups[name] != want {
			all = append(all, fmt.Sprintf("%s: the constants' comment is %q, want %q", name, groups[name], want))
		}
		method := fmt.Sprintf("func (%[1]s) Values() []%[1]s {\n\treturn []%[1]s{\n", name)
		for _, c := range constants {
			if !strings.HasPrefix(c.Name, name) {
				all = append(all, fmt.Sprintf("%s: the constant %s does not start with the type's name", name, c.Name))
			}
			method += "\t\t" + c.Name + ",\n"
		}
		method += "\t}\n}"
		if diff := gocmp.Diff(method, methods[name]); diff != "" {
			all = append(all, fmt.Sprintf("%s: Values does not return the constants in order (-want +got):\n%s", name, diff))
		}
	}
	return all
}

// sensitiveName matches names of fields that give access to a resource. Other sensitive fields have ordinary names.
var sensitiveName = regexp.MustCompile(`Password$|PrivateKey|Secret|Ciphertext|UserData|^Environment$`)

// containsSensitive reports whether a struct has a sensitive field at any depth. The service's types have no cycles.
func (src source) containsSensitive(name string) bool {
	return slices.ContainsFunc(src.structs[name], func(f field) bool {
		elem := strings.TrimLeft(strings.ReplaceAll(f.Type, "map[string]", ""), "*[]")
		return f.tag("sensitive") == "true" || src.containsSensitive(elem)
	})
}

// sensitiveViolations reports fields that lack the tag, and structs that contain a sensitive field and do not redact it
// when printed or logged.
func sensitiveViolations(t *testing.T, src source) (all []string) {
	below := map[string]string{}
	for _, file := range src.files {
		for i, decl := range file.Decls {
			if gen, ok := decl.(*ast.GenDecl); ok && gen.Tok == token.TYPE {
				methods := ""
				for _, decl := range file.Decls[i+1 : min(i+3, len(file.Decls))] {
					methods += text(t, decl) + "\n"
				}
				below[gen.Specs[0].(*ast.TypeSpec).Name.Name] = methods
			}
		}
	}
	for name, fields := range src.structs {
		for _, f := range fields {
			holdsText := f.Type == "*string" || strings.HasPrefix(f.Type, "map[")
			if holdsText && sensitiveName.MatchString(f.Name) && f.tag("sensitive") != "true" {
				all = append(all, fmt.Sprintf("%s.%s lacks the tag sensitive", name, f.Name))
			}
		}
		if !src.containsSensitive(name) {
			continue
		}
		want := fmt.Sprintf("func (v %[1]s) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }\n"+
			"func (v %[1]s) LogValue() slog.Value { return redact.LogValue(v) }\n", name)
		// gofmt breaks a long line.
		got := strings.NewReplacer("{\n\t", "{ ", "\n}\n", " }\n").Replace(below[name])
		if diff := gocmp.Diff(want, got); diff != "" {
			all = append(all, fmt.Sprintf("%s: directly below a struct that contains a sensitive field (-want +got):\n%s", name, diff))
		}
	}
	return all
}
