package interop_test

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/internal/interop/internal/official"
)

// TestTags compares the tags of fields with what the official client does with the same fields.
func TestTags(t *testing.T) {
	theirs, ours := readOfficial(t), readModule(t, repository(t))
	compared := 0
	for _, name := range slices.Sorted(maps.Keys(ours.Structs)) {
		ourStruct, theirStruct := ours.Structs[name], theirs.Structs[name]
		if theirStruct == nil {
			continue
		}
		for _, got := range ourStruct.Fields {
			want := theirStruct.Field(got.Name)
			if want == nil {
				t.Errorf("%s.%s: the official client sends and receives no such field", name, got.Name)
				continue
			}
			compared++
			if got.Wire != want.Wire {
				t.Errorf("%s.%s: official member name %q, ours %q", name, got.Name, want.Wire, got.Wire)
			}
			if got.SendsZero != want.SendsZero {
				t.Errorf("%s.%s: official client sends the zero value: %v, ours: %v", name, got.Name, want.SendsZero, got.SendsZero)
			}
			if got.Required != want.Required {
				t.Errorf("%s.%s: required in the official client: %v, in ours: %v", name, got.Name, want.Required, got.Required)
			}
			if want.Sensitive && !got.Sensitive {
				t.Errorf("%s.%s: sensitive in the official client, not in ours", name, got.Name)
			}
		}
		for _, line := range official.MissingFields(theirStruct, ourStruct) {
			if strings.HasPrefix(line, "field ") {
				t.Errorf("missing: %s", line)
			}
		}
	}
	t.Logf("compared %d fields", compared)
	if compared < 1000 {
		t.Error("too few fields were compared")
	}
}

// TestScaffoldWritesEveryOperation starts with a module that has mechanisms but no operations.
func TestScaffoldWritesEveryOperation(t *testing.T) {
	m := newModule(t)
	theirs := readOfficial(t)
	m.scaffold(slices.Sorted(maps.Keys(theirs.Operations))...)
	m.scaffold("-waiter", "InstanceRunning", "-noun", "instance", "GetInstanceState")
	m.scaffold("-waiter", "InstanceExists", "-noun", "instance", "GetInstances")
	m.write("lightsail/observe.go", `package lightsail

func observeInstanceRunning(*GetInstanceStateInput, *GetInstanceStateOutput) (seen observation) {
	return seen
}

func observeInstanceExists(*GetInstancesInput, *GetInstancesOutput) (seen observation) { return seen }
`)
	m.vet("./...")

	if out, err := m.run("-missing"); err != nil || out != "" {
		t.Errorf("-missing after the scaffold of all operations: %v\n%s", err, out)
	}
	ours := readModule(t, m.dir)
	extra := []string{}
	for name, want := range theirs.Structs {
		for _, field := range want.Fields {
			got := ours.Structs[name].Field(field.Name)
			if got.Sensitive && !field.Sensitive {
				extra = append(extra, name+"."+field.Name)
				field.Sensitive = true
			}
			if diff := cmp.Diff(field, *got); diff != "" {
				t.Errorf("%s.%s: official (-), written (+):\n%s", name, field.Name, diff)
			}
		}
	}
	slices.Sort(extra)
	wantExtra := []string{"CreateInstancesFromSnapshotInput.UserData", "CreateInstancesInput.UserData", "types.Container.Environment", "types.InstanceEntry.UserData"}
	if diff := cmp.Diff(wantExtra, extra); diff != "" {
		t.Errorf("fields that only the scaffold marks sensitive: want (-), got (+):\n%s", diff)
	}
	for name, want := range theirs.Enums {
		if diff := cmp.Diff(want, ours.Enums[name]); diff != "" {
			t.Errorf("%s: official (-), written (+):\n%s", name, diff)
		}
	}

	// A paginator for each operation that pages, and redaction for what holds sensitive fields.
	if n := len(m.grep("lightsail", `^func New.*Paginator\(`)); n != 29 {
		t.Errorf("%d paginators, want 29", n)
	}
	redacted := strings.Join(slices.Concat(m.grep("types", `\) LogValue\(\) slog\.Value`), m.grep("lightsail", `\) LogValue\(\) slog\.Value`)), "\n")
	for name := range ours.Structs {
		plain := strings.TrimPrefix(name, "types.")
		want := ours.ContainsSensitive(name)
		if got := strings.Contains(redacted, "(v "+plain+") "); got != want {
			t.Errorf("%s has redaction methods: %v, want %v", name, got, want)
		}
	}

	for file, golden := range map[string]string{
		"lightsail/op_create_instances.go":                   "create_instances.golden",
		"lightsail/op_get_relational_database_log_events.go": "log_events.golden",
		"lightsail/instance_waiters.go":                      "waiters.golden",
	} {
		if diff := cmp.Diff(readFile(t, "scaffold/testdata/"+golden), m.read(file)); diff != "" {
			t.Errorf("%s: want (-), got (+):\n%s", file, diff)
		}
	}
	for file, lines := range map[string][]string{
		"lightsail/op_create_load_balancer.go":       {"InstancePort int32 `json:\"instancePort\"`"},
		"lightsail/op_get_certificates.go":           {"IncludeCertificateDetails bool `json:\"includeCertificateDetails,omitzero\"`"},
		"lightsail/op_get_operations.go":             {"`json:\"nextPageToken,omitzero\"`\n\n\tOperations []types.Operation"},
		"lightsail/op_is_vpc_peered.go":              {"type IsVpcPeeredInput struct{}", "Repeatable: true,"},
		"lightsail/op_get_container_api_metadata.go": {"Metadata []map[string]string `json:\"metadata,omitzero\"`"},
	} {
		for _, line := range lines {
			if !strings.Contains(m.read(file), line) {
				t.Errorf("%s lacks %s:\n%s", file, line, m.read(file))
			}
		}
	}
}

// TestScaffoldKeepsWhatExists runs the scaffold where one needed type exists without a field and a file has comments.
func TestScaffoldKeepsWhatExists(t *testing.T) {
	m := newModule(t)
	const disk = "package types\n\n// A comment.\n\nimport \"log/slog\"\n\n// Disk is documented.\ntype Disk struct {\n\tName *string `json:\"name,omitzero\"` // a name\n}\n\nvar _ slog.Level\n"
	m.write("types/disk.go", disk)
	m.write("types/tag.go", "package types\n\ntype Tag struct {\n\tKey *string `json:\"key,omitzero\"`\n\n\tValue *string `json:\"value,omitzero\"`\n}\n")
	out := m.scaffold("GetDisks", "GetDiskSnapshots")
	for _, want := range []string{
		"add by hand: field types.Disk.SizeInGb *int32 (sizeInGb)\n",
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the report lacks %q:\n%s", want, out)
		}
	}
	got := m.read("types/disk.go")
	if old := strings.Replace(disk, "import \"log/slog\"", "import (\n\t\"log/slog\"\n\t\"time\"\n)", 1); !strings.HasPrefix(got, old+"\ntype DiskSnapshot struct") {
		t.Errorf("types/disk.go has changed:\n%s", got)
	}
	if _, err := os.Stat(filepath.Join(m.dir, "types/disk_snapshot.go")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("DiskSnapshot is not in the existing file with the longest prefix, disk.go")
	}
	m.vet("./...")

	before := m.read("lightsail/op_get_disks.go")
	for _, args := range [][]string{{"GetDisk", "GetDisks"}, {"GetDisk", "GetFloppies"}, {}, {"-missing", "GetDisk"}, {"-waiter", "Disk", "GetDisks"}} {
		if out, err := m.run(args...); err == nil {
			t.Errorf("scaffold %v succeeded:\n%s", args, out)
		}
	}
	if m.read("lightsail/op_get_disks.go") != before {
		t.Error("lightsail/op_get_disks.go was overwritten")
	}
	if _, err := os.Stat(filepath.Join(m.dir, "lightsail/op_get_disk.go")); !errors.Is(err, fs.ErrNotExist) {
		t.Error("GetDisk was written although another operation was rejected")
	}
}

func TestScaffoldTypesFlag(t *testing.T) {
	m := newModule(t)
	m.write("types/domain.go", "package types\n")
	m.scaffold("-types", "dns.go", "-types", "DomainEntry=entry.go", "GetDomains")
	m.vet("./types")
	for file, name := range map[string]string{"dns.go": "Domain", "entry.go": "DomainEntry"} {
		if !strings.Contains(m.read("types/"+file), "type "+name+" struct") {
			t.Errorf("types/%s lacks %s:\n%s", file, name, m.read("types/"+file))
		}
	}
}

// TestScaffoldMissing removes one thing of each kind from a whole module.
func TestScaffoldMissing(t *testing.T) {
	m := newModule(t)
	m.scaffold("PutAlarm", "CreateKeyPair", "GetDisk")
	before, _ := m.run("-missing")
	for _, edit := range []struct{ file, old, new string }{
		{"lightsail/op_put_alarm.go", "\tThreshold *float64 `json:\"threshold,omitzero\" required:\"true\"`\n", ""},
		{"lightsail/op_put_alarm.go", `json:"alarmName,omitzero" required:"true"`, `json:"alarmName,omitzero"`},
		{"lightsail/op_create_key_pair.go", ` sensitive:"true"`, ""},
		{"types/disk.go", "\tDiskStatePending   DiskState = \"pending\"\n", ""},
		{"types/treat_missing_data.go", "TreatMissingData", "TreatMissing"},
		{"types/tag.go", "type Tag struct", "type Label struct"},
		{"types/errors.go", "(e *NotFoundException) ErrorFault", "(e *NotFoundException) Fault"},
		{"lightsail/op_get_disk.go", "func (c *Client) GetDisk(", "func (c *Client) ReadDisk("},
	} {
		text := m.read(edit.file)
		if !strings.Contains(text, edit.old) {
			t.Fatalf("%s lacks %q:\n%s", edit.file, edit.old, text)
		}
		m.write(edit.file, strings.ReplaceAll(text, edit.old, edit.new))
	}
	after, err := m.run("-missing")
	if status := (*exec.ExitError)(nil); !errors.As(err, &status) || status.ExitCode() != 1 {
		t.Errorf("-missing: %v, want exit status 1", err)
	}
	want := []string{
		`constant types.DiskStatePending = "pending"`,
		"enum types.TreatMissingData",
		"exception types.NotFoundException",
		"field PutAlarmInput.Threshold *float64 (threshold)",
		"operation GetDisk",
		"required tag of PutAlarmInput.AlarmName",
		"sensitive tag of CreateKeyPairOutput.PrivateKeyBase64",
		"type types.Tag",
	}
	var got []string
	for line := range strings.Lines(after) {
		if !strings.Contains(before, line) {
			got = append(got, strings.TrimSpace(line))
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("new lines of -missing: want (-), got (+):\n%s", diff)
	}
}

// TestScaffoldFitsModule writes an operation again beside the other files of this module and compiles the result.
func TestScaffoldFitsModule(t *testing.T) {
	m := &scaffolded{T: t, dir: t.TempDir(), program: scaffoldProgram(t)}
	root := repository(t)
	const op = "lightsail/op_create_gui_session_access_details.go"
	overlay := map[string]string{root + op: m.dir + "/" + op}
	for _, dir := range []string{"types", "lightsail"} {
		names, err := filepath.Glob(root + dir + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			m.write(dir+"/"+filepath.Base(name), readFile(t, name))
		}
	}
	os.Remove(filepath.Join(m.dir, op))
	m.removeTypes("Session", "Status")
	m.scaffold("-types", "session.go", "CreateGUISessionAccessDetails")
	names, _ := filepath.Glob(m.dir + "/types/*.go")
	for _, name := range names {
		overlay[root+"types/"+filepath.Base(name)] = name
	}
	build(t, root, overlay)
}
