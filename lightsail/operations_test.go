package lightsail_test

import (
	"context"
	"errors"
	"net/http"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
)

// anyOperation is a method of the client that calls an API operation, with a valid
// input.
type anyOperation struct {
	name   string
	method int
	input  reflect.Value
}

// readOnly reports whether a call can be repeated after the service has accepted it.
// DownloadDefaultKeyPair creates the key pair only if it is missing.
func (o anyOperation) readOnly() bool {
	return strings.HasPrefix(o.name, "Get") || o.name == "IsVpcPeered" || o.name == "DownloadDefaultKeyPair"
}

// call calls the operation and returns its output, a possibly nil pointer.
func (o anyOperation) call(ctx context.Context, client *lightsail.Client, optFns ...func(*lightsail.Options)) (any, error) {
	out := reflect.ValueOf(client).Method(o.method).CallSlice([]reflect.Value{
		reflect.ValueOf(ctx), o.input, reflect.ValueOf(optFns),
	})
	err, _ := out[1].Interface().(error)
	return out[0].Interface(), err
}

// allOperations returns all operations of the client, found by reflection. Tests that
// use it include new operations.
func allOperations(t testing.TB) []anyOperation {
	t.Helper()
	operations, err := findOperations()
	if err != nil {
		t.Fatal(err)
	}
	if len(operations) < 6 {
		t.Fatalf("got %d operations, want at least 6", len(operations))
	}
	return operations
}

var findOperations = sync.OnceValues(func() (all []anyOperation, err error) {
	options := reflect.TypeFor[[]func(*lightsail.Options)]()
	client := reflect.TypeFor[*lightsail.Client]()
	for i := range client.NumMethod() {
		m := client.Method(i)
		if m.Type.NumIn() != 4 || m.Type.In(3) != options {
			continue
		}
		op := anyOperation{m.Name, i, reflect.New(m.Type.In(2).Elem())}
		err = errors.Join(err, op.setRequired())
		all = append(all, op)
	}
	return all, err
})

// setRequired sets the fields of the input that the client reports as missing.
func (o anyOperation) setRequired() error {
	client := newClient(func(*http.Request) (*http.Response, error) { return newResponse(200, "{}"), nil })
	var err error
	for range 5 {
		if _, err = o.call(context.Background(), client); err == nil {
			return nil
		}
		var invalid smithy.InvalidParamsError
		if !errors.As(err, &invalid) {
			return err
		}
		for _, e := range invalid.Errs() {
			path := strings.Split(e.(smithy.InvalidParamError).Field(), ".")
			setField(o.input, path[1:])
		}
	}
	return errors.Join(errors.New("found no valid input of "+o.name+"; extend setField"), err)
}

var listElement = regexp.MustCompile(`^(\w+)\[(\d+)\]$`)

// setField sets the field of v at path to a value that is not zero.
func setField(v reflect.Value, path []string) {
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	if len(path) > 0 {
		if m := listElement.FindStringSubmatch(path[0]); m != nil {
			i, _ := strconv.Atoi(m[2])
			setField(v.FieldByName(m[1]).Index(i), path[1:])
			return
		}
		setField(v.FieldByName(path[0]), path[1:])
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("photos")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Float32, reflect.Float64:
		v.SetFloat(1)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		setField(v.Index(0), nil)
	case reflect.Map:
		key, element := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		setField(key, nil)
		setField(element, nil)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(key, element)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(1635800000, 0)))
		}
	}
}

// sampleOperations returns a sample of operations: one that reads, one that changes,
// and six more that differ from case to case. The samples of 27 cases contain each of 162
// operations.
func sampleOperations(operations []anyOperation, caseIndex int) (sample []anyOperation) {
	const more = 6
	var rest []anyOperation
	for _, op := range operations {
		if op.name == "GetBuckets" || op.name == "UpdateBucket" {
			sample = append(sample, op)
		} else {
			rest = append(rest, op)
		}
	}
	for i := range min(more, len(rest)) {
		sample = append(sample, rest[(caseIndex*more+i)%len(rest)])
	}
	return sample
}

func TestSampleOperations(t *testing.T) {
	t.Parallel()
	operations := make([]anyOperation, 162)
	for i := range operations {
		operations[i].name = strconv.Itoa(i)
	}
	operations[3].name, operations[7].name = "GetBuckets", "UpdateBucket"
	seen := map[string]int{}
	for i := range 27 {
		sample := sampleOperations(operations, i)
		if len(sample) != 8 || sample[0].name != "GetBuckets" || sample[1].name != "UpdateBucket" {
			t.Errorf("case %d: got a sample of %d operations, want GetBuckets, UpdateBucket and 6 more", i, len(sample))
		}
		for _, op := range sample {
			seen[op.name]++
		}
	}
	if len(seen) != len(operations) {
		t.Errorf("got %d operations in the samples of 27 cases, want %d", len(seen), len(operations))
	}
}
