package interop_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
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
