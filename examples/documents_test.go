package examples_test

import (
	"context"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// How a command of the documents is checked. Any other value is the name of the test that
// runs it, or that calls the same code with other arguments.
const (
	runsHere = "runs here"  // TestDocumentedCommands runs it in the root of the repository
	runsInCI = ".ci/run"    // .ci/run has the same command
	released = "by hand"    // it publishes a version
	byHand   = "takes long" // it runs for minutes, and no test runs it
)

// documentedCommands are the commands in code blocks and inline code of the documents.
var documentedCommands = map[string]string{
	"go run -C examples ./accesslogs -live -destination my-logs -dry-run -json >plan.json": "TestApplyPlan",
	"go run -C examples ./accesslogs -live -apply \"$PWD/plan.json\"":                      "TestApplyPlan",
	"go install ./lightsail/lightsailtest/fakelightsail":                                   "TestFakeLightsailSamples",
	".ci/run":                                                 byHand,
	"git checkout -- .":                                       "TestPublishedModule",
	"go doc -all ./lightsail":                                 runsHere,
	"go doc lightsail.WaiterOptions":                          runsHere,
	"go run -C examples ./accesslogs":                         runsInCI,
	"go run -C examples ./buckets":                            runsHere,
	"go run -C examples ./catalog":                            runsHere,
	"go run -C examples ./connect -h":                         runsHere,
	"go run -C examples ./instances":                          runsHere,
	"go test ./...":                                           runsInCI,
	"go test ./lightsail -run TestOperationsDocument -update": "TestOperationsDocument",
	"go run -C internal/interop ./scaffold -missing":          "TestScaffoldMissing",
	"go run -C internal/interop ./scaffold OPERATION":         "TestScaffoldWritesEveryOperation",
	"go run -C internal/bench . -md ../../docs/performance.md -svg ../../docs/performance.svg":                                                      byHand,
	"go test -run '^$' -bench . -count 10 ./lightsail ./internal/awsjson":                                                                           byHand,
	"go test -C internal/bench -c -o bench.test":                                                                                                    byHand,
	"GOGC=off GOMAXPROCS=1 valgrind --tool=callgrind internal/bench/bench.test -test.run '^$' -test.bench 'EmptyCall/^ours$' -test.benchtime 3000x": byHand,
	"LIGHTSAIL_SOAK=600s go test -run TestSoak -v ./lightsail":                                                                                      byHand,
	"go get github.com/lightsail-go/sdk github.com/aws/aws-sdk-go-v2/config":                                                                        "TestPublishedModule",
	"go get github.com/lightsail-go/sdk":                                                                                                            "TestPublishedModule",
	"go mod tidy":                                                                                                                                   "TestPublishedModule",
	"go vet ./... && go test ./...":                                                                                                                 "TestPublishedModule",
	"go doc github.com/lightsail-go/sdk/lightsail/lightsailtest Server.PutJSON":                                                                     runsHere,
	"go install github.com/lightsail-go/sdk/lightsail/lightsailtest/fakelightsail@latest":                                                           released,
	"git tag -s v0.1.0 -m v0.1.0":                                                                                                                   released,
	"git push origin main v0.1.0":                                                                                                                   released,
	"go mod init example.com/try":                                                                                                                   released,
	"go get github.com/lightsail-go/sdk@v0.1.0":                                                                                                     released,
}

// TestDocumentedCommands checks that documentedCommands has each command of the documents,
// and runs those that no other test and no step of .ci/run does. The samples of docs/fakelightsail.md run in TestFakeLightsailSamples, and its
// flags in the tests of that program.
func TestDocumentedCommands(t *testing.T) {
	ci, tests := readFile(t, "../.ci/run"), testSources(t)
	found := map[string]bool{}
	paths, err := filepath.Glob("../docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(paths, "../README.md", "../CONTRIBUTING.md", "../SECURITY.md") {
		for _, command := range commandsOf(readFile(t, path), filepath.Base(path) == "fakelightsail.md") {
			found[command] = true
			how, known := documentedCommands[command]
			switch {
			case strings.HasPrefix(command, "git ls-files"):
				how = "TestPublishedModule"
			case !known:
				t.Errorf("%s: the command %q runs nowhere: add it to documentedCommands", path, command)
			case strings.HasPrefix(how, "Test") && !strings.Contains(tests, "func "+how+"("):
				t.Errorf("%s: got the command %q in the test %s, want a test that exists", path, command, how)
			case how == runsInCI && !strings.Contains(ci, command):
				t.Errorf("%s: got no %q in .ci/run, want it", path, command)
			}
		}
	}
	for command, how := range documentedCommands {
		if !found[command] {
			t.Errorf("no document has the command %q of documentedCommands", command)
		}
		if how == runsHere {
			t.Run(command, func(t *testing.T) {
				t.Parallel()
				runShell(t, "..", nil, command)
			})
		}
	}
}

// commandsOf returns the commands of a Markdown text: the lines of code blocks for shells
// unless onlyInline is set, and inline code that begins like a command.
func commandsOf(text string, onlyInline bool) (commands []string) {
	block := regexp.MustCompile("(?ms)^ *```(\\w*)\n(.*?)^ *```")
	for _, m := range block.FindAllStringSubmatch(text, -1) {
		for line := range strings.Lines(m[2]) {
			line = strings.TrimSpace(line)
			command, isPrompt := strings.CutPrefix(line, "$ ")
			if !onlyInline && line != "" && (m[1] == "sh" || m[1] == "console" && isPrompt) {
				commands = append(commands, command)
			}
		}
	}
	inline := regexp.MustCompile("`((?:go (?:run|test|doc|get|mod|vet|install) [^`]+|git [^`]+|\\.ci/run))`")
	for _, m := range inline.FindAllStringSubmatch(block.ReplaceAllString(text, ""), -1) {
		commands = append(commands, m[1])
	}
	return commands
}

// testSources returns the text of all test files of the repository.
func testSources(t *testing.T) string {
	t.Helper()
	var text strings.Builder
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err == nil && strings.HasSuffix(path, "_test.go") {
			text.WriteString(readFile(t, path))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// runShell runs a command in a directory and returns its standard output.
func runShell(t *testing.T, dir string, environment []string, command string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 5*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, "sh", "-c", command)
	cmd.Dir, cmd.Env = dir, slices.Concat(os.Environ(), environment)
	var stderr strings.Builder
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", command, err, out, &stderr)
	}
	return string(out)
}

func readFile(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
