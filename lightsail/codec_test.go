package lightsail_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/lightsail"
)

// The codec supports every input, output and type: a value with every field set
// survives encoding and decoding.
func TestCodecSupportsEveryOperation(t *testing.T) {
	t.Parallel()
	seen := map[reflect.Type]bool{}
	for _, op := range allOperations(t) {
		method := reflect.TypeFor[*lightsail.Client]().Method(op.method).Type
		for _, typ := range []reflect.Type{method.In(2), method.Out(0)} {
			want := reflect.New(typ.Elem())
			fill(want.Elem(), seen, 0)
			text, err := awsjson.Marshal(want.Interface())
			if err != nil {
				t.Errorf("%s: %v", typ, err)
				continue
			}
			got := reflect.New(typ.Elem())
			if err := awsjson.Unmarshal(context.Background(), text, got.Interface()); err != nil {
				t.Errorf("%s: %v", typ, err)
				continue
			}
			if diff := cmp.Diff(want.Interface(), got.Interface(), cmp.Comparer(func(a, b middleware.Metadata) bool { return true })); diff != "" {
				t.Errorf("%s: encoded (-), decoded (+):\n%s", typ, diff)
			}
		}
	}
	if len(seen) < 450 {
		t.Errorf("%d struct types were compared, want at least 450", len(seen))
	}
}

// fill sets all fields below v to values that are not zero.
func fill(v reflect.Value, seen map[reflect.Type]bool, depth int) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), seen, depth)
	case reflect.String:
		v.SetString("text " + strings.Repeat("x", depth))
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int32, reflect.Int64:
		v.SetInt(int64(depth + 1))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(0.5)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), seen, depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for _, key := range []string{"a", "b"} {
			value := reflect.New(v.Type().Elem()).Elem()
			fill(value, seen, depth+1)
			v.SetMapIndex(reflect.ValueOf(key).Convert(v.Type().Key()), value)
		}
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.UnixMilli(1_635_800_000_123).UTC()))
			return
		}
		seen[v.Type()] = true
		for i := range v.NumField() {
			if f := v.Type().Field(i); f.IsExported() && f.Type != reflect.TypeFor[middleware.Metadata]() {
				fill(v.Field(i), seen, depth+1)
			}
		}
	}
}

// A stripped program contains nothing of the operations that it does not call.
func TestUnusedOperationsAreDropped(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("links a program")
	}
	dir, err := os.MkdirTemp(".", "_program-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	const program = `package main

import (
	"context"
	"fmt"

	"github.com/lightsail-go/sdk/lightsail"
)

func main() {
	out, err := lightsail.New(lightsail.Options{Region: "us-east-1"}).GetBuckets(context.Background(), nil)
	fmt.Println(out, err)
}
`
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(program), 0o666); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(t.TempDir(), "program")
	build := exec.Command("go", "build", "-ldflags=-s -w", "-o", binary, "./"+filepath.Base(dir))
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	text, err := os.ReadFile(binary)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "GetBucketsInput") {
		t.Error("the program does not contain GetBuckets, which it calls")
	}
	for _, op := range allOperations(t) {
		if op.name != "GetBuckets" && (strings.Contains(string(text), op.name+"Input") || strings.Contains(string(text), op.name+"Output")) {
			t.Errorf("the program contains %s, which it does not call", op.name)
		}
	}
}
