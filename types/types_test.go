package types_test

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/types"
)

// factsFile describes the shapes of the official package, from the package's directory.
const factsFile = "../../shared/facts/shapes.json"

// shapes and enums are all that package types declares; TestRegistryIsComplete holds them to it.
var shapes = []any{
	types.AccessDeniedException{}, types.AccessKey{}, types.AccessKeyLastUsed{}, types.AccessRules{}, types.AccountLevelBpaSync{}, types.AccountSetupInProgressException{}, types.AvailabilityZone{},
	types.Blueprint{}, types.Bucket{}, types.BucketAccessLogConfig{}, types.BucketBundle{}, types.BucketCorsConfig{}, types.BucketCorsRule{},
	types.BucketState{}, types.Bundle{}, types.HostKeyAttributes{}, types.InstanceAccessDetails{}, types.InvalidInputException{},
	types.NotFoundException{}, types.Operation{}, types.OperationFailureException{}, types.PasswordData{}, types.Region{},
	types.RegionSetupInProgressException{}, types.ResourceLocation{}, types.ResourceReceivingAccess{}, types.ServiceException{},
	types.Tag{}, types.UnauthenticatedException{},
}

var enums = []any{
	types.AccessType(""), types.AccountLevelBpaSyncStatus(""), types.AppCategory(""), types.BPAStatusMessage(""),
	types.BlueprintType(""), types.InstanceAccessProtocol(""), types.InstancePlatform(""), types.OperationStatus(""),
	types.OperationType(""), types.RegionName(""), types.ResourceBucketAccess(""), types.StatusType(""), types.ResourceType(""),
}

type member struct {
	Name, Wire, Type string
	Order            int
	Required         bool
}

type constant struct{ Const, Value string }

type facts struct {
	Shapes map[string]struct {
		Kind, Package, Fault string
		Priority             int
		Members              map[string]member
	}
	EnumMeta map[string]struct {
		Priority int
		Consts   []constant
	}
	Enums map[string][]string
}

func readFacts(t *testing.T) facts {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash(factsFile))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no %s: the shapes cannot be compared with the official package's", factsFile)
	}
	if err != nil {
		t.Fatal(err)
	}
	var f facts
	if err := json.Unmarshal(text, &f); err != nil {
		t.Fatal(err)
	}
	return f
}

// source is the package's own files, tests aside.
func source(t *testing.T) []*ast.File {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	var files []*ast.File
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	return files
}

// constants are the package's string constants by type, in the order of the source.
func constants(t *testing.T) map[string][]constant {
	t.Helper()
	byType := map[string][]constant{}
	for _, file := range source(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.ValueSpec); ok && spec.Names[0].IsExported() {
				enum := spec.Type.(*ast.Ident).Name
				value, err := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatal(err)
				}
				byType[enum] = append(byType[enum], constant{spec.Names[0].Name, value})
			}
			return true
		})
	}
	return byType
}

func registered() map[string]reflect.Type {
	byName := map[string]reflect.Type{}
	for _, v := range slices.Concat(shapes, enums) {
		byName[reflect.TypeOf(v).Name()] = reflect.TypeOf(v)
	}
	return byName
}

func TestRegistryIsComplete(t *testing.T) {
	var declared, names []string
	for _, file := range source(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, ok := n.(*ast.TypeSpec); ok && spec.Name.IsExported() {
				declared = append(declared, spec.Name.Name)
			}
			return true
		})
	}
	for name := range registered() {
		names = append(names, name)
	}
	slices.Sort(declared)
	slices.Sort(names)
	if diff := cmp.Diff(declared, names); diff != "" {
		t.Errorf("package's types (-) and this test's lists (+):\n%s", diff)
	}
}

func TestEveryFirstPriorityTypeIsHere(t *testing.T) {
	f := readFacts(t)
	here := registered()
	for name, shape := range f.Shapes {
		if shape.Package == "types" && shape.Priority == 1 && here[name] == nil {
			t.Errorf("shape %s is missing", name)
		}
	}
	for name, enum := range f.EnumMeta {
		if enum.Priority == 1 && here[name] == nil {
			t.Errorf("enum %s is missing", name)
		}
	}
}

func TestShapesAreTheOfficialOnes(t *testing.T) {
	f := readFacts(t)
	for _, v := range shapes {
		shape := reflect.TypeOf(v)
		want := make([]member, len(f.Shapes[shape.Name()].Members))
		for name, m := range f.Shapes[shape.Name()].Members {
			want[m.Order] = member{Name: name, Wire: m.Wire, Type: m.Type}
		}
		var got []member
		for i := range shape.NumField() {
			field := shape.Field(i)
			wire, option, _ := strings.Cut(field.Tag.Get("json"), ",")
			if (wire == "-") != (option == "") || (wire != "-") != (option == "omitzero") {
				t.Errorf("%s.%s: tag %q", shape, field.Name, field.Tag)
			}
			got = append(got, member{Name: field.Name, Wire: wire, Type: field.Type.String()})
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s, official (-) and ours (+):\n%s", shape, diff)
		}
	}
}

func TestRequiredMembersSaySo(t *testing.T) {
	f := readFacts(t)
	comments := map[string]string{}
	for _, file := range source(t) {
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.TypeSpec)
			if !ok {
				return true
			}
			if shape, ok := spec.Type.(*ast.StructType); ok {
				for _, field := range shape.Fields.List {
					if len(field.Names) == 1 {
						comments[spec.Name.Name+"."+field.Names[0].Name] = field.Doc.Text()
					}
				}
			}
			return true
		})
	}
	for _, v := range shapes {
		shape := reflect.TypeOf(v).Name()
		for name, m := range f.Shapes[shape].Members {
			says := strings.Contains(comments[shape+"."+name], "Required.")
			if says != m.Required {
				t.Errorf("%s.%s: required is %v, the comment says %v", shape, name, m.Required, says)
			}
		}
	}
}

func TestEnumsAreTheOfficialOnes(t *testing.T) {
	f := readFacts(t)
	consts := constants(t)
	for _, v := range enums {
		enum := reflect.TypeOf(v).Name()
		if diff := cmp.Diff(f.EnumMeta[enum].Consts, consts[enum]); diff != "" {
			t.Errorf("constants of %s, official (-) and ours (+):\n%s", enum, diff)
		}
		if diff := cmp.Diff(f.Enums[enum], values(t, v)); diff != "" {
			t.Errorf("%s.Values, official (-) and ours (+):\n%s", enum, diff)
		}
	}
}

// Without the facts file, Values is still held to the constants.
func TestValuesAreTheConstants(t *testing.T) {
	consts := constants(t)
	for _, v := range enums {
		enum := reflect.TypeOf(v).Name()
		var want []string
		for _, c := range consts[enum] {
			want = append(want, c.Value)
		}
		if diff := cmp.Diff(want, values(t, v)); diff != "" {
			t.Errorf("%s, constants (-) and Values (+):\n%s", enum, diff)
		}
	}
}

func TestValuesIsANewSliceEachTime(t *testing.T) {
	for _, v := range enums {
		method := reflect.ValueOf(v).MethodByName("Values")
		before := values(t, v)
		method.Call(nil)[0].Index(0).SetString("changed by a caller")
		if diff := cmp.Diff(before, values(t, v)); diff != "" {
			t.Errorf("%T: a caller changed Values for the next (-before +after):\n%s", v, diff)
		}
	}
}

func values(t *testing.T, enum any) []string {
	t.Helper()
	method := reflect.ValueOf(enum).MethodByName("Values")
	if want := reflect.FuncOf(nil, []reflect.Type{reflect.SliceOf(reflect.TypeOf(enum))}, false); method.Type() != want {
		t.Fatalf("%T.Values is a %v, want %v", enum, method.Type(), want)
	}
	var list []string
	for _, v := range method.Call(nil)[0].Seq2() {
		list = append(list, v.String())
	}
	return list
}

func TestExceptions(t *testing.T) {
	client, server := smithy.FaultClient, smithy.FaultServer
	for _, row := range []struct {
		err    smithy.APIError
		absent smithy.APIError // a nil pointer of the same type
		code   string
		fault  smithy.ErrorFault
	}{
		{&types.AccessDeniedException{}, (*types.AccessDeniedException)(nil), "AccessDeniedException", client},
		{&types.AccountSetupInProgressException{}, (*types.AccountSetupInProgressException)(nil), "AccountSetupInProgressException", client},
		{&types.InvalidInputException{}, (*types.InvalidInputException)(nil), "InvalidInputException", client},
		{&types.NotFoundException{}, (*types.NotFoundException)(nil), "NotFoundException", client},
		{&types.OperationFailureException{}, (*types.OperationFailureException)(nil), "OperationFailureException", client},
		{&types.RegionSetupInProgressException{}, (*types.RegionSetupInProgressException)(nil), "RegionSetupInProgressException", client},
		{&types.ServiceException{}, (*types.ServiceException)(nil), "ServiceException", server},
		{&types.UnauthenticatedException{}, (*types.UnauthenticatedException)(nil), "UnauthenticatedException", client},
	} {
		check := func(what, got, want string) {
			t.Helper()
			if got != want {
				t.Errorf("%T: %s is %q, want %q", row.err, what, got, want)
			}
		}
		check("type", reflect.TypeOf(row.err).Elem().Name(), row.code)
		check("code of nil", row.absent.ErrorCode(), row.code)
		check("code of empty", row.err.ErrorCode(), row.code)
		check("message of empty", row.err.ErrorMessage(), "")
		check("text of empty", row.err.Error(), row.code+": ")
		if got := row.err.ErrorFault(); got != row.fault {
			t.Errorf("%T: fault is %v, want %v", row.err, got, row.fault)
		}

		// The member "code" must not change the error's code.
		if err := json.Unmarshal([]byte(`{"message":"no such bucket","code":"DoesNotExist","docs":"d","tip":"t"}`), row.err); err != nil {
			t.Fatal(err)
		}
		check("text", row.err.Error(), row.code+": no such bucket")
		check("message", row.err.ErrorMessage(), "no such bucket")
		fields := reflect.ValueOf(row.err).Elem()
		check("Code", *fields.FieldByName("Code").Interface().(*string), "DoesNotExist")
		check("Docs", *fields.FieldByName("Docs").Interface().(*string), "d")
		check("Tip", *fields.FieldByName("Tip").Interface().(*string), "t")

		fields.FieldByName("ErrorCodeOverride").Set(reflect.ValueOf(ptr("Other")))
		check("code with override", row.err.ErrorCode(), "Other")
		check("text with override", row.err.Error(), "Other: no such bucket")
		text, err := json.Marshal(row.err)
		if err != nil {
			t.Fatal(err)
		}
		check("JSON", string(text), `{"message":"no such bucket","code":"DoesNotExist","docs":"d","tip":"t"}`)
	}
}

func TestExceptionIsFoundInAChain(t *testing.T) {
	err := error(&smithy.OperationError{ServiceID: "Lightsail", OperationName: "GetBuckets", Err: &types.NotFoundException{Message: ptr("gone")}})
	var missing *types.NotFoundException
	if !errors.As(err, &missing) || missing.ErrorMessage() != "gone" {
		t.Errorf("found %v in %v", missing, err)
	}
	var invalid *types.InvalidInputException
	if errors.As(err, &invalid) {
		t.Errorf("found %v in %v", invalid, err)
	}
}

func TestJSONRoundTrip(t *testing.T) {
	bucket := types.Bucket{
		AbleToUpdateBundle: ptr(false),
		AccessLogConfig:    &types.BucketAccessLogConfig{Enabled: ptr(true), Destination: ptr("logs"), Prefix: ptr("a<b>&c/")},
		AccessRules:        &types.AccessRules{AllowPublicOverrides: ptr(true), GetObject: types.AccessTypePrivate},
		Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{
			AllowedMethods: []string{"GET"}, AllowedOrigins: []string{"*"}, MaxAgeSeconds: ptr(int32(0)),
		}}},
		CreatedAt:              ptr(time.Date(2024, 5, 6, 7, 8, 9, 123e6, time.UTC)),
		Location:               &types.ResourceLocation{AvailabilityZone: ptr("all"), RegionName: "xx-unknown-9"},
		Name:                   ptr(""),
		ReadonlyAccessAccounts: []string{},
		Tags:                   []types.Tag{{Key: ptr("k"), Value: ptr("")}, {}},
	}
	text, err := json.Marshal(bucket)
	if err != nil {
		t.Fatal(err)
	}
	var back types.Bucket
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(bucket, back); diff != "" {
		t.Errorf("written and read back (-written +read):\n%s", diff)
	}
}

func TestJSONOfSetAndUnset(t *testing.T) {
	for _, row := range []struct {
		why  string
		in   any
		want string
	}{
		{"all unset: nothing is written", types.Bucket{}, `{}`},
		{"a nil list is dropped", types.Bucket{ReadonlyAccessAccounts: nil}, `{}`},
		{"an empty list clears", types.Bucket{ReadonlyAccessAccounts: []string{}}, `{"readonlyAccessAccounts":[]}`},
		{"an empty list of shapes clears", types.BucketCorsConfig{Rules: []types.BucketCorsRule{}}, `{"rules":[]}`},
		{"a nil pointer is dropped", types.Bucket{Name: nil, CreatedAt: nil, State: nil}, `{}`},
		{"a pointer to a zero is a value", types.Blueprint{IsActive: ptr(false), MinPower: ptr(int32(0)), Version: ptr("")},
			`{"isActive":false,"minPower":0,"version":""}`},
		{"a pointer to an empty shape is a value", types.Bucket{State: &types.BucketState{}}, `{"state":{}}`},
		{"an unset enum is dropped", types.AccessRules{GetObject: ""}, `{}`},
	} {
		text, err := json.Marshal(row.in)
		if err != nil {
			t.Fatal(err)
		}
		if string(text) != row.want {
			t.Errorf("%s: got %s, want %s", row.why, text, row.want)
		}
	}
}

func ptr[T any](v T) *T { return &v }
