package interop_test

import (
	"bufio"
	"bytes"
	"fmt"
	"go/importer"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"regexp"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

const (
	officialPath = "github.com/aws/aws-sdk-go-v2/service/lightsail"
	ourModule    = "github.com/lightsail-go/sdk"
)

// leftOut is what the official packages have and ours have not, by name or, for
// methods of shapes, by the method's name alone.
var leftOut = map[string]string{
	"lightsail.EndpointResolver":           resolverV1,
	"lightsail.EndpointResolverFunc":       resolverV1,
	"lightsail.EndpointResolverFromURL":    resolverV1,
	"lightsail.NewDefaultEndpointResolver": resolverV1,
	"lightsail.WithEndpointResolver":       resolverV1,
	"lightsail.ResolveEndpoint":            resolverV1,
	"lightsail.Options.EndpointResolver":   resolverV1,

	"lightsail.AuthSchemeResolver":           authSchemes,
	"lightsail.AuthResolverParameters":       authSchemes,
	"lightsail.Options.AuthSchemeResolver":   authSchemes,
	"lightsail.Options.AuthSchemes":          authSchemes,
	"lightsail.Options.AuthSchemePreference": authSchemes,
	"lightsail.Options.GetIdentityResolver":  authSchemes,

	"lightsail.Options.Protocol": protocols,
	"lightsail.TypeRegistry":     protocols,
	"*.Serialize":                protocols,
	"*.SerializeMembers":         protocols,
	"*.Deserialize":              protocols,
}

const (
	resolverV1  = "deprecated upstream in favour of EndpointResolverV2 and BaseEndpoint"
	authSchemes = "the service has one auth scheme, SigV4"
	protocols   = "the service has one protocol, AWS JSON 1.1; shapes are plain data here"
)

// Every name that the official packages have for our operations is in ours and
// means the same.
func TestSurface(t *testing.T) {
	s := load(t)
	client := s.theirs["lightsail"].Scope().Lookup("Client")
	for name := range methods(client) {
		if name != "Options" && !slices.Contains(operations, name) {
			s.otherOperations = append(s.otherOperations, name)
		}
	}
	for _, op := range operations {
		if methods(client)[op] == nil {
			t.Errorf("the official client has no operation %s", op)
		}
	}

	helper := regexp.MustCompile(`(Paginator|Waiter|APIClient)`)
	for _, name := range s.theirs["lightsail"].Scope().Names() {
		if token.IsExported(name) && helper.MatchString(name) {
			t.Errorf("the official package now has %s: tell which operation it belongs to", name)
		}
		if token.IsExported(name) && !s.belongsToOther(name) {
			s.object(s.theirs["lightsail"].Scope().Lookup(name))
		}
	}
	// Of package types, what the operations lead to is in scope, all errors, and
	// the constants of all enums that are.
	scope := s.theirs["types"].Scope()
	for _, name := range scope.Names() {
		if token.IsExported(name) && methods(scope.Lookup(name))["ErrorFault"] != nil {
			s.object(scope.Lookup(name))
		}
	}
	for len(s.todo) > 0 {
		next := s.todo[0]
		s.todo = s.todo[1:]
		s.object(next)
	}
	for _, name := range scope.Names() {
		if c, ok := scope.Lookup(name).(*types.Const); ok && s.done[c.Type().(*types.Named).Obj()] {
			s.object(c)
		}
	}

	for name := range leftOut {
		if !s.missed[name] {
			t.Errorf("%s is said to be left out, and is not", name)
		}
	}
	t.Logf("%d names compared, %d operations of the official client are not ours", s.compared, len(s.otherOperations))
	if s.compared < 300 {
		t.Error("too few names were compared")
	}
}

// A surface compares what two pairs of packages export.
type surface struct {
	*testing.T
	ours, theirs    map[string]*types.Package // by package name
	otherOperations []string
	done            map[types.Object]bool
	missed          map[string]bool
	todo            []types.Object // types that were met in others
	compared        int
}

func (s *surface) belongsToOther(name string) bool {
	stem := strings.TrimSuffix(strings.TrimSuffix(name, "Input"), "Output")
	return stem != name && slices.Contains(s.otherOperations, stem)
}

// missing notes that ours has no name, which must be in the list.
func (s *surface) missing(name string) {
	generic := "*" + name[strings.LastIndex(name, "."):]
	switch {
	case leftOut[name] != "":
		s.missed[name] = true
	case leftOut[generic] != "":
		s.missed[generic] = true
	default:
		s.Errorf("%s is missing", name)
	}
}

// object compares an exported object of the official packages with ours.
func (s *surface) object(theirs types.Object) {
	if s.done[theirs] {
		return
	}
	s.done[theirs] = true
	name := s.name(theirs)
	pkg, plain, _ := strings.Cut(name, ".")
	ours := s.ours[pkg].Scope().Lookup(plain)
	if ours == nil {
		s.missing(name)
		return
	}
	s.equal(name+" as a kind of name", fmt.Sprintf("%T", theirs), fmt.Sprintf("%T", ours))
	switch theirs := theirs.(type) {
	case *types.Const:
		s.equal(name, s.spell(theirs.Type())+" "+theirs.Val().ExactString(), s.spell(ours.Type())+" "+ours.(*types.Const).Val().ExactString())
	case *types.TypeName:
		s.typeName(name, theirs, ours)
	default:
		s.equal(name, s.spell(theirs.Type()), s.spell(ours.Type()))
	}
}

func (s *surface) typeName(name string, theirs *types.TypeName, ours types.Object) {
	s.equal(name+" being comparable", fmt.Sprint(types.Comparable(theirs.Type())), fmt.Sprint(types.Comparable(ours.Type())))
	got := ours.Type().Underlying()
	if want, ok := theirs.Type().Underlying().(*types.Struct); !ok {
		s.equal(name, s.spell(theirs.Type().Underlying()), s.spell(got))
	} else if got, ok := got.(*types.Struct); !ok {
		s.Errorf("%s is no struct", name)
	} else {
		for i := range want.NumFields() {
			if field := want.Field(i); field.Exported() {
				s.field(name+"."+field.Name(), field, got)
			}
		}
	}
	ourMethods := methods(ours)
	for method, want := range methods(theirs) {
		if name == "lightsail.Client" && slices.Contains(s.otherOperations, method) {
			continue
		}
		if got := ourMethods[method]; got == nil {
			s.missing(name + "." + method)
		} else {
			s.equal(name+"."+method, s.spellMethod(want), s.spellMethod(got))
		}
	}
}

func (s *surface) field(name string, want *types.Var, in *types.Struct) {
	for i := range in.NumFields() {
		if got := in.Field(i); got.Name() == want.Name() {
			s.equal(name, fmt.Sprint(s.spell(want.Type()), want.Embedded()), fmt.Sprint(s.spell(got.Type()), got.Embedded()))
			return
		}
	}
	s.missing(name)
}

func (s *surface) equal(name, theirs, ours string) {
	s.compared++
	if theirs != ours {
		s.Errorf("%s: official %s, ours %s", name, theirs, ours)
	}
}

// methods are the exported methods that values or pointers of a type have.
func methods(o types.Object) map[string]*types.Selection {
	found := map[string]*types.Selection{}
	if _, ok := o.(*types.TypeName); !ok {
		return found
	}
	t := o.Type()
	if !types.IsInterface(t) {
		t = types.NewPointer(t)
	}
	for m := range types.NewMethodSet(t).Methods() {
		if m.Obj().Exported() {
			found[m.Obj().Name()] = m
		}
	}
	return found
}

func (s *surface) spellMethod(m *types.Selection) string {
	receiver := m.Obj().(*types.Func).Signature().Recv().Type()
	_, pointer := receiver.(*types.Pointer)
	return s.spell(m.Type()) + fmt.Sprintf(" of a pointer: %v", pointer)
}

// name is an object's name, with the package's name, alike for both sides.
func (s *surface) name(o types.Object) string {
	path := o.Pkg().Path()
	switch {
	case path == officialPath+"/internal/endpoints" && o.Name() == "Options":
		return "lightsail.EndpointResolverOptions"
	case path == officialPath, path == ourModule+"/lightsail":
		return "lightsail." + o.Name()
	case path == officialPath+"/types", path == ourModule+"/types":
		return "types." + o.Name()
	}
	return path + "." + o.Name()
}

// load reads the four packages from what the compiler has built of them.
func load(t *testing.T) *surface {
	for _, dir := range []string{"lightsail", "types"} {
		if _, err := os.ReadDir(repository(t) + dir); err != nil {
			t.Fatal(err)
		}
	}
	paths := []string{officialPath, officialPath + "/types", ourModule + "/lightsail", ourModule + "/types"}
	args := builtAlike("list", "-export", "-deps", "-f", "{{if .Export}}{{.ImportPath}} {{.Export}}{{end}}")
	cmd := exec.Command("go", append(args, paths...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		path, file, _ := strings.Cut(lines.Text(), " ")
		files[path] = file
	}
	imports := importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) { return os.Open(files[path]) })
	s := &surface{T: t, ours: map[string]*types.Package{}, theirs: map[string]*types.Package{}, done: map[types.Object]bool{}, missed: map[string]bool{}}
	for _, path := range paths {
		pkg, err := imports.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		side := s.theirs
		if strings.HasPrefix(path, ourModule) {
			side = s.ours
		}
		side[pkg.Name()] = pkg
	}
	return s
}

// repository is the root of the repository, with a slash at the end. The go
// command repeats a test when a file changed that it had opened, but only one
// below the root of the test's module; it goes by the path as it was written.
// Without this, results for sources of the outer module would come from its cache.
func repository(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return dir + "/../../"
}

// builtAlike adds to the arguments of a go command what makes it use the packages
// that were built for this test. Building the official client again takes long.
func builtAlike(args ...string) []string {
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		return append(args, "-race")
	}
	return args
}
