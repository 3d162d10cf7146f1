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

// leftOut lists what only the official packages have, by name or, for methods of structs, by the method's name alone, and why.
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
	resolverV1  = "deprecated by the official client in favor of EndpointResolverV2 and BaseEndpoint"
	authSchemes = "the service has one auth scheme, SigV4"
	protocols   = "the service has one protocol, AWS JSON 1.1; structs are plain data here"
)

// TestSurface compares every name that the official packages have for our operations with ours.
func TestSurface(t *testing.T) {
	s := load(t)
	client := s.theirs["lightsail"].Scope().Lookup("Client")
	ours := operationMethods(s.ours["lightsail"])
	for _, name := range operationMethods(s.theirs["lightsail"]) {
		if !slices.Contains(ours, name) {
			s.otherOperations = append(s.otherOperations, name)
		}
	}
	if len(s.otherOperations) > 0 {
		t.Errorf("our client lacks %d operations: %v", len(s.otherOperations), s.otherOperations)
	}
	for _, op := range ours {
		if methods(client)[op] == nil {
			t.Errorf("the official client has no operation %s", op)
		}
	}

	helper := regexp.MustCompile(`(Paginator|Waiter|APIClient)`)
	for _, name := range s.theirs["lightsail"].Scope().Names() {
		if token.IsExported(name) && helper.MatchString(name) {
			t.Errorf("the official package now has %s: say in this test which operation it belongs to", name)
		}
		if token.IsExported(name) && !s.belongsToOther(name) {
			s.object(s.theirs["lightsail"].Scope().Lookup(name))
		}
	}
	// In package types, all errors, the types that the operations use, and the constants of those types are compared.
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
			t.Errorf("leftOut lists %s, but our packages have it", name)
		}
	}
	t.Logf("compared %d names", s.compared)
	if s.compared < 4000 {
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
	todo            []types.Object // types to compare that others use
	compared        int
}

func (s *surface) belongsToOther(name string) bool {
	stem := strings.TrimSuffix(strings.TrimSuffix(name, "Input"), "Output")
	return stem != name && slices.Contains(s.otherOperations, stem)
}

// missing reports a name that ours lacks, unless leftOut lists it.
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

// operationMethods returns the names of the methods of Client that have an operation's signature, sorted.
func operationMethods(pkg *types.Package) (names []string) {
	for name, m := range methods(pkg.Scope().Lookup("Client")) {
		sig := m.Type().(*types.Signature)
		if sig.Variadic() && sig.Params().Len() == 3 && sig.Results().Len() == 2 && pkg.Scope().Lookup(name+"Input") != nil {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// methods returns the exported methods that values or pointers of a type have.
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

// name returns an object's name with its package's name. It is the same for both sides.
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

// load reads the four packages from their compiled export data.
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

// repository returns the root of the repository, with a slash at the end.
//
// The go command reuses a cached test result unless a file that the test opened below its module's root has changed, and it compares
// paths as they were written. A path that begins with the working directory makes it track the outer module's sources, too.
func repository(t *testing.T) string {
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	return dir + "/../../"
}

// builtAlike adds the flags to the arguments of a go command with which the packages of this test were built. Without them, the go
// command would build the official client again, which takes long.
func builtAlike(args ...string) []string {
	if info, ok := debug.ReadBuildInfo(); ok && slices.Contains(info.Settings, debug.BuildSetting{Key: "-race", Value: "true"}) {
		return append(args, "-race")
	}
	return args
}
