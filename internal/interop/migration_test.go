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

// The service of ../../lightsail/migration_test.go, which passes there with our
// client, compiles and passes with the official one once two import paths are
// changed back.
func TestMigration(t *testing.T) {
	source, err := os.ReadFile(repository(t) + "lightsail/migration_test.go")
	if err != nil {
		t.Fatal(err)
	}
	paths := strings.NewReplacer(`"`+ourModule+`/lightsail"`, `"`+officialPath+`"`, `"`+ourModule+`/types"`, `"`+officialPath+`/types"`)
	text := paths.Replace(string(source))
	if strings.Contains(text, `"`+ourModule) {
		t.Error("it imports more of our module than has an official counterpart")
	}

	// The changed file is laid over a directory that does not exist.
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

// Middleware that was written for the official client and still brings its types is
// told so. They print as ours do.
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
		t.Errorf("input: %v", err)
	}
	err = call(func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		return middleware.InitializeOutput{Result: &official.GetBucketsOutput{}}, middleware.Metadata{}, nil
	})
	if err == nil || !strings.HasSuffix(err.Error(), "unknown output type *lightsail.GetBucketsOutput") {
		t.Errorf("output: %v", err)
	}
}
