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
// ../../lightsail/migration*_test.go by the official ones. The programs must compile
// and pass with the official client.
func TestMigrationExample(t *testing.T) {
	sources, err := filepath.Glob(repository(t) + "lightsail/migration*_test.go")
	if err != nil || len(sources) < 2 {
		t.Fatalf("found %q, %v, want at least two programs", sources, err)
	}
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	// An overlay puts the changed files into a package directory that does not exist.
	replace := map[string]string{}
	paths := strings.NewReplacer(`"`+ourModule+`/lightsail"`, `"`+officialPath+`"`, `"`+ourModule+`/types"`, `"`+officialPath+`/types"`)
	for _, source := range sources {
		content, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		text := paths.Replace(string(content))
		if strings.Contains(text, `"`+ourModule) {
			t.Errorf("%s imports a package of this module that the official module does not have", source)
		}
		file := filepath.Join(t.TempDir(), filepath.Base(source))
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		replace[filepath.Join(dir, "migration", filepath.Base(source))] = file
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "overlay.json")
	if err := os.WriteFile(file, overlay, 0o600); err != nil {
		t.Fatal(err)
	}
	binary := filepath.Join(t.TempDir(), "migration.exe")
	build := exec.Command("go", append(builtAlike("test", "-c", "-vet=off", "-o", binary, "-overlay", file), "./migration")...)
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(binary, "-test.v").CombinedOutput()
	if err != nil || strings.Count(string(out), "--- PASS: TestService") < 4 {
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
