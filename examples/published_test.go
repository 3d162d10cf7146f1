package examples_test

import (
	"archive/zip"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// publish publishes the root module as v0.1.0 in a module proxy of the test. It returns the
// environment variables with which the go command uses it, with a module cache of its own.
func publish(t *testing.T) []string {
	t.Helper()
	proxy, cache := t.TempDir(), t.TempDir()
	versions := filepath.Join(proxy, "github.com", "lightsail-go", "sdk", "@v")
	if err := os.MkdirAll(versions, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"list":        "v0.1.0\n",
		"v0.1.0.info": `{"Version":"v0.1.0","Time":"2026-01-02T03:04:05Z"}`,
		"v0.1.0.mod":  readFile(t, "../go.mod"),
	} {
		if err := os.WriteFile(filepath.Join(versions, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	writeModule(t, filepath.Join(versions, "v0.1.0.zip"), "github.com/lightsail-go/sdk@v0.1.0/")
	settings := strings.Split(strings.TrimSpace(runShell(t, ".", nil, "go env GOMODCACHE GOPROXY")), "\n")
	return []string{
		"GOPROXY=file://" + filepath.ToSlash(proxy) + ",file://" + filepath.ToSlash(settings[0]) + "/cache/download," + settings[1],
		"GOMODCACHE=" + cache,
		"GONOSUMDB=github.com/lightsail-go/sdk",
		"GOFLAGS=-modcacherw", // t.TempDir removes the cache
		"GOWORK=off",
	}
}

// writeModule writes the zip file of the root module, without the modules in its
// directories.
func writeModule(t *testing.T, file, prefix string) {
	t.Helper()
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	archive := zip.NewWriter(f)
	err = filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil || path == "..":
			return err
		case entry.IsDir():
			_, err := os.Stat(filepath.Join(path, "go.mod"))
			if err == nil || entry.Name() == ".git" {
				return filepath.SkipDir
			}
			return nil
		case !entry.Type().IsRegular():
			return nil
		}
		name, err := filepath.Rel("..", path)
		if err != nil {
			return err
		}
		w, err := archive.Create(prefix + filepath.ToSlash(name))
		if err != nil {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		_, err = w.Write(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestPublishedModule follows the documents with a published module.
func TestPublishedModule(t *testing.T) {
	t.Parallel()
	environment := publish(t)
	t.Run("first program of README.md", func(t *testing.T) { testFirstProgram(t, environment) })
	t.Run("docs/migrating.md", func(t *testing.T) { testMigration(t, environment) })
	t.Run("go install of docs/fakelightsail.md", func(t *testing.T) { testInstallation(t, environment) })
}

// testFirstProgram builds the first program of README.md in a module of its own, with the
// commands of README.md, and runs it against a test server.
func testFirstProgram(t *testing.T, environment []string) {
	readme := readFile(t, "../README.md")
	program := codeBlock(t, readme, "A first program", "go")
	get := strings.TrimSpace(codeBlock(t, readme, "A first program", "sh"))
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "main.go"), []byte(program), 0o600); err != nil {
		t.Fatal(err)
	}
	runShell(t, dir, environment, "go mod init example.com/first")
	// The versions of this module, so that a new release cannot break the test.
	configVersion := runShell(t, ".", nil, "go list -m -f '{{.Version}}' github.com/aws/aws-sdk-go-v2/config")
	runShell(t, dir, environment, get+"@"+configVersion)

	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}))
	environment = slices.Concat(environment, exampletest.Environment(t, server), []string{"AWS_ENDPOINT_URL_LIGHTSAIL=" + server.URL()})
	got := runShell(t, dir, environment, "go run .")
	exampletest.Equal(t, got, "photos https://photos.s3.us-east-1.amazonaws.com/\n")
}

// testInstallation installs fakelightsail as docs/fakelightsail.md describes.
func testInstallation(t *testing.T, environment []string) {
	bin := t.TempDir()
	install := strings.TrimSpace(codeBlock(t, readFile(t, "../docs/fakelightsail.md"), "Installing", "sh"))
	runShell(t, ".", slices.Concat(environment, []string{"GOBIN=" + bin}), install)
	if got := runShell(t, bin, nil, "./fakelightsail -help 2>&1"); !strings.Contains(got, "-instances") {
		t.Errorf("got the help\n%s, want the flag -instances", got)
	}
}

// migratingProgram is a program with a test that uses the official client.
var migratingProgram = map[string]string{
	"go.mod": "module example.com/program\n\ngo 1.25.0\n",
	"names.go": `package program

import (
	"context"

	"github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/aws-sdk-go-v2/service/lightsail/types"
)

func Names(ctx context.Context, client *lightsail.Client) (names []string, err error) {
	out, err := client.GetDisks(ctx, &lightsail.GetDisksInput{})
	if err != nil {
		return nil, err
	}
	for _, disk := range out.Disks {
		if disk.State == types.DiskStateAvailable {
			names = append(names, *disk.Name)
		}
	}
	return names, nil
}
`,
	"names_test.go": `package program

import (
	"context"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
)

type transport struct{}

func (transport) Do(*http.Request) (*http.Response, error) {
	body := io.NopCloser(strings.NewReader(` + "`" + `{"disks":[{"name":"data","state":"available"}]}` + "`" + `))
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: body}, nil
}

func TestNames(t *testing.T) {
	client := official.NewFromConfig(aws.Config{Region: "us-east-1", HTTPClient: transport{}})
	names, err := Names(context.Background(), client)
	if err != nil || len(names) != 1 || names[0] != "data" {
		t.Errorf("got %q and error %v, want data", names, err)
	}
}
`,
}

// testMigration runs the commands of docs/migrating.md in a Git repository with a program
// that uses the official client, and goes back.
func testMigration(t *testing.T, environment []string) {
	for _, program := range []string{"git", "perl", "sh"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skip(err)
		}
	}
	text := readFile(t, "../docs/migrating.md")
	var commands []string
	_, section, _ := strings.Cut(text, "\n## From aws-sdk-go-v2\n")
	for _, block := range regexp.MustCompile("(?ms)^```sh\n(.*?)^```").FindAllStringSubmatch(section, -1) {
		commands = append(commands, strings.Split(strings.TrimSpace(block[1]), "\n")...)
	}
	const there, back = 5, 3
	if len(commands) != there+back {
		t.Fatalf("got the commands %q, want %d", commands, there+back)
	}
	dir := t.TempDir()
	run := func(command string) string {
		t.Helper()
		return runShell(t, dir, environment, command)
	}
	for name, content := range migratingProgram {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	run("go get github.com/aws/aws-sdk-go-v2/service/lightsail@v1.71.0 && go mod tidy && go test ./...")
	run("git init -q . && git add . && git -c user.name=test -c user.email=test@example.com commit -q -m start")

	for _, command := range commands[:there] {
		run(command)
	}
	if out := run("grep -c service/lightsail go.mod *.go || true"); out != "go.mod:0\nnames.go:0\nnames_test.go:0\n" {
		t.Errorf("the official package is still there:\n%s", out)
	}
	if out := run("git diff --stat -- '*.go'"); !strings.Contains(out, "2 files changed, 3 insertions(+), 3 deletions(-)") {
		t.Errorf("got the changes\n%s, want three lines in two files", out)
	}
	for _, command := range commands[there:] {
		run(command)
	}
	if out := run("git diff --stat -- '*.go'"); out != "" {
		t.Errorf("got the changes\n%s after going back, want none", out)
	}
	run("go test ./... && git checkout -- . && go test ./...")
}
