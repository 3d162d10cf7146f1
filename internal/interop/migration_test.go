package interop_test

import (
	"context"
	"encoding/json"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
)

// TestMigrationExample replaces the two import paths of
// ../../lightsail/migration_test.go by the official ones. The program must compile
// and pass with the official client.
func TestMigrationExample(t *testing.T) {
	source, err := os.ReadFile(repository(t) + "lightsail/migration_test.go")
	if err != nil {
		t.Fatal(err)
	}
	paths := strings.NewReplacer(`"`+ourModule+`/lightsail"`, `"`+officialPath+`"`, `"`+ourModule+`/types"`, `"`+officialPath+`/types"`)
	text := paths.Replace(string(source))
	if strings.Contains(text, `"`+ourModule) {
		t.Error("the program imports a package of this module that the official module does not have")
	}

	// An overlay puts the changed file into a package directory that does not exist.
	file := filepath.Join(t.TempDir(), "migration_test.go")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {filepath.Join(dir, "migration", "migration_test.go"): file}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file+".json", overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	binary := file + ".exe"
	build := exec.Command("go", append(builtAlike("test", "-c", "-vet=off", "-o", binary, "-overlay", file+".json"), "./migration")...)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(binary, "-test.v").CombinedOutput()
	if err != nil || strings.Count(string(out), "--- PASS: TestService") < 3 {
		t.Errorf("%v\n%s", err, out)
	}
}

// TestMiddlewareWithOfficialTypes checks that middleware that sets an official input or
// output type gets the official error for an unknown type.
func TestMiddlewareWithOfficialTypes(t *testing.T) {
	call := func(handle func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error)) error {
		client := lightsail.New(lightsail.Options{Region: "us-east-1", HTTPClient: http.DefaultClient, APIOptions: []func(*middleware.Stack) error{
			func(s *middleware.Stack) error {
				return s.Initialize.Add(middleware.InitializeMiddlewareFunc("old", handle), middleware.Before)
			},
		}})
		_, err := client.GetBuckets(t.Context(), nil)
		return err
	}
	err := call(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		in.Parameters = &official.GetBucketsInput{}
		return next.HandleInitialize(ctx, in)
	})
	if err == nil || !strings.HasSuffix(err.Error(), "unknown input parameters type *lightsail.GetBucketsInput") {
		t.Errorf("input: got error %v", err)
	}
	err = call(func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		return middleware.InitializeOutput{Result: &official.GetBucketsOutput{}}, middleware.Metadata{}, nil
	})
	if err == nil || !strings.HasSuffix(err.Error(), "unknown output type *lightsail.GetBucketsOutput") {
		t.Errorf("output: got error %v", err)
	}
}
