package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math"
	"net/http"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// runDemo runs the program with the demo catalog.
func runDemo(t *testing.T, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), args, &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// runLive runs the program with -live and the endpoint of a server.
func runLive(t *testing.T, ctx context.Context, server *lightsailtest.Server, args ...string) exampletest.Outcome {
	t.Helper()
	exampletest.Setenv(t, server)
	var stdout, stderr bytes.Buffer
	status := run(ctx, append([]string{"-live", "-endpoint-url", server.URL()}, args...), &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

// runJSON runs the program with the demo catalog and -json, and returns the document.
func runJSON(t *testing.T, args ...string) catalog {
	t.Helper()
	got := runDemo(t, append(args, "-json")...)
	exampletest.Equal(t, got.Status, 0)
	var document catalog
	d := json.NewDecoder(strings.NewReader(got.Stdout))
	d.DisallowUnknownFields()
	if err := d.Decode(&document); err != nil {
		t.Fatal(err)
	}
	if d.More() {
		t.Error("more than one JSON document")
	}
	return document
}

// ids returns the IDs in a catalog, in order.
func ids(c catalog) (blueprints, bundles string) {
	var blueprintIDs, bundleIDs []string
	for _, b := range c.Blueprints {
		blueprintIDs = append(blueprintIDs, aws.ToString(b.BlueprintId))
	}
	for _, b := range c.Bundles {
		bundleIDs = append(bundleIDs, aws.ToString(b.BundleId))
	}
	return strings.Join(blueprintIDs, " "), strings.Join(bundleIDs, " ")
}

const notice = "Demo catalog. Use -live to get the catalog from AWS.\n"

func TestWithoutFlags(t *testing.T) {
	exampletest.Equal(t, runDemo(t), exampletest.Outcome{
		Stdout: exampletest.Golden(t, "default.txt"),
		Stderr: notice + "In us-east-1: 14 blueprints, 17 bundles\n",
	})
}

func TestChart(t *testing.T) {
	exampletest.Equal(t, runDemo(t, "-chart", "-platform", "windows"), exampletest.Outcome{
		Stdout: exampletest.Golden(t, "windows.txt"),
		Stderr: notice + "In us-east-1: 4 blueprints, 7 bundles\n",
	})
}

func TestAllPages(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(6))
	got := runLive(t, t.Context(), server)

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: exampletest.Golden(t, "default.txt"),
		Stderr: "In us-east-1: 14 blueprints, 17 bundles\n",
	})
	server.AssertCalls(t, "GetBlueprints", "GetBlueprints", "GetBlueprints", "GetBundles", "GetBundles", "GetBundles")
}

func TestFilters(t *testing.T) {
	const (
		windows = "windows_server_2016 windows_server_2019 windows_server_2022"
		sql     = "windows_server_2022_sql_2022_express"
		apps    = "lamp_8_bitnami mean nodejs wordpress"
	)
	for _, row := range []struct{ args, blueprints, bundles string }{
		{"-platform windows", windows + " " + sql,
			"nano_win_3_0 micro_win_3_0 small_win_3_0 medium_win_3_0 large_win_3_0 xlarge_win_3_0 2xlarge_win_3_0"},
		// Cheap bundles do not have the power that SQL Server requires.
		{"-platform windows -max-price 14", windows, "nano_win_3_0 micro_win_3_0"},
		{"-blueprint " + sql + " -max-price 22", sql, "small_win_3_0"},
		{"-blueprint " + sql + " -max-price 21.99", "", ""},
		// Bundles for Windows cannot run these blueprints.
		{"-type app -max-price 14 -min-ram 1", apps, "micro_ipv6_3_0 micro_3_0 small_ipv6_3_0 small_3_0"},
		{"-type app -platform linux -min-ram 32", apps, "2xlarge_3_0"},
		{"-type os -min-ram 16.5 -platform windows", windows, "2xlarge_win_3_0"},
		{"-min-ram 33", "", ""},
		{"-blueprint wordpress -platform windows", "", ""},
	} {
		blueprints, bundles := ids(runJSON(t, strings.Fields(row.args)...))
		if blueprints != row.blueprints || bundles != row.bundles {
			t.Errorf("%s: %q, %q, want %q, %q", row.args, blueprints, bundles, row.blueprints, row.bundles)
		}
	}
}

func TestInactive(t *testing.T) {
	got := runDemo(t, "-inactive", "-type", "app", "-platform", "linux", "-max-price", "5")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: exampletest.Golden(t, "inactive.txt"),
		Stderr: notice + "In us-east-1: 5 blueprints, 4 bundles\n",
	})
}

func TestCheapestBundleIsActive(t *testing.T) {
	server := lightsailtest.NewServer(t,
		lightsailtest.WithBlueprints(types.Blueprint{BlueprintId: aws.String("image"), Platform: types.InstancePlatformLinuxUnix}),
		lightsailtest.WithBundles(
			newBundle("old", 1, func(b *types.Bundle) { b.IsActive = aws.Bool(false) }),
			newBundle("new", 2, func(b *types.Bundle) { b.IsActive = aws.Bool(true) }),
		))
	exampletest.Equal(t, runLive(t, t.Context(), server, "-inactive").Stdout,
		`BLUEPRINT  TYPE  CHEAPEST BUNDLE  USD/MONTH  VERSION
image      -     new                   2.00  -

BUNDLE  VCPUS  RAM GB  DISK GB  TRANSFER GB  USD/MONTH  PLATFORM
old         -       -        -            -       1.00  linux, inactive
new         -       -        -            -       2.00  linux
`)
}

// TestTablesFit80Columns checks all tables of the demo catalog, with the longest names.
func TestTablesFit80Columns(t *testing.T) {
	for _, args := range [][]string{nil, {"-inactive"}, {"-chart"}, {"-platform", "windows"}} {
		for line := range strings.Lines(runDemo(t, args...).Stdout) {
			if n := len(strings.TrimSuffix(line, "\n")); n > 80 {
				t.Errorf("%v: a line has %d characters: %s", args, n, line)
			}
		}
	}
}

// newBundle returns a bundle for Linux.
func newBundle(id string, price float32, modify func(*types.Bundle)) types.Bundle {
	b := types.Bundle{BundleId: &id, Price: &price, SupportedPlatforms: []types.InstancePlatform{types.InstancePlatformLinuxUnix}}
	if modify != nil {
		modify(&b)
	}
	return b
}

func TestMissingFields(t *testing.T) {
	server := lightsailtest.NewServer(t,
		lightsailtest.WithBlueprints(
			types.Blueprint{},
			types.Blueprint{BlueprintId: aws.String("demanding"), Platform: types.InstancePlatformLinuxUnix, MinPower: aws.Int32(1)},
			types.Blueprint{BlueprintId: aws.String("modest"), Platform: types.InstancePlatformLinuxUnix},
		),
		lightsailtest.WithBundles(
			types.Bundle{},
			newBundle("unpriced", 0, func(b *types.Bundle) { b.Price, b.Power, b.RamSizeInGb = nil, aws.Int32(500), aws.Float32(0.5) }),
			newBundle("unpowered", 3, nil),
		))
	got := runLive(t, t.Context(), server, "-inactive", "-chart")

	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: exampletest.Golden(t, "missing.txt"),
		Stderr: "In us-east-1: 3 blueprints, 3 bundles\n",
	})

	// A missing value does not match any filter.
	exampletest.Equal(t, runLive(t, t.Context(), server, "-inactive", "-max-price", "100").Stderr, "In us-east-1: 1 blueprint, 1 bundle\n")
	exampletest.Equal(t, runLive(t, t.Context(), server, "-inactive", "-min-ram", "0.1").Stderr, "In us-east-1: 2 blueprints, 1 bundle\n")
}

// TestInvalidNumbers checks that invalid numbers are printed as missing and have no
// bar.
func TestInvalidNumbers(t *testing.T) {
	var bundles []types.Bundle
	for _, number := range []float32{float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)), -1, 0, 7} {
		bundles = append(bundles, newBundle("x", number, func(b *types.Bundle) { b.RamSizeInGb = &number }))
	}
	c, err := newCatalog(&options{}, nil, bundles)
	if err != nil {
		t.Fatal(err)
	}
	var chart bytes.Buffer
	if err := c.drawChart(&chart, 50); err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, chart.String(), `BUNDLE  USD/MONTH              RAM GB
x            0.00                   0
x            7.00 ###########       7 ###########
x               -                   -
x               -                   -
x               -                   -
x               -                   -
`)
}

func TestJSON(t *testing.T) {
	c := runJSON(t, "-platform", "windows", "-max-price", "22", "-region", "ap-south-1")

	exampletest.Equal(t, c.Region, "ap-south-1")
	exampletest.Equal(t, len(c.Blueprints), 4)
	exampletest.Equal(t, c.Blueprints[3], blueprint{
		types.Blueprint{
			BlueprintId: aws.String("windows_server_2022_sql_2022_express"),
			Description: aws.String("SQL Server 2022 Express image."),
			Group:       aws.String("windows_2022_sql_exp_2022"),
			IsActive:    aws.Bool(true),
			LicenseUrl:  aws.String("https://aws.amazon.com/marketplace/pp/prodview-c2jz4lr4h2yc6"),
			MinPower:    aws.Int32(1000),
			Name:        aws.String("SQL Server 2022 Express"),
			Platform:    types.InstancePlatformWindows,
			ProductUrl:  aws.String("https://aws.amazon.com/marketplace/pp/prodview-c2jz4lr4h2yc6"),
			Type:        types.BlueprintTypeApp,
			Version:     aws.String("2024.06.13"),
			VersionCode: aws.String("1"),
		},
		[]string{"small_win_3_1"},
	})
	exampletest.Equal(t, len(c.Bundles), 3)
	exampletest.Equal(t, c.Bundles[0], bundle{
		types.Bundle{
			BundleId:               aws.String("nano_win_3_1"),
			CpuCount:               aws.Int32(2),
			DiskSizeInGb:           aws.Int32(30),
			InstanceType:           aws.String("nano"),
			IsActive:               aws.Bool(true),
			Name:                   aws.String("Nano"),
			Power:                  aws.Int32(298),
			Price:                  aws.Float32(9.5),
			PublicIpv4AddressCount: aws.Int32(1),
			RamSizeInGb:            aws.Float32(0.5),
			SupportedPlatforms:     []types.InstancePlatform{types.InstancePlatformWindows},
			TransferPerMonthInGb:   aws.Int32(1024),
		},
		[]string{"windows_server_2016", "windows_server_2019", "windows_server_2022"},
	})
}

func TestJSONWithoutMatches(t *testing.T) {
	got := runDemo(t, "-min-ram", "33", "-json")
	exampletest.Equal(t, got.Stdout, `{
  "region": "us-east-1",
  "blueprints": [],
  "bundles": []
}
`)
}

func TestListError(t *testing.T) {
	server := lightsailtest.NewServer(t)
	server.Inject("GetBundles", lightsailtest.Latency(0), // the first page succeeds
		lightsailtest.Error(&types.AccessDeniedException{Message: aws.String("access denied")}))
	got := runLive(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Equal(t, got.Stdout, "")
	if want := "catalog: list bundles: operation error Lightsail: GetBundles, "; !strings.HasPrefix(got.Stderr, want) {
		t.Errorf("%q does not begin with %q", got.Stderr, want)
	}
}

func TestInterrupted(t *testing.T) {
	server := lightsailtest.NewServer(t)
	ctx, cancel := context.WithCancel(t.Context())
	server.Inject("GetBlueprints", lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
		cancel()
		<-r.Context().Done()
		return nil, r.Context().Err()
	}))
	got := runLive(t, ctx, server)

	exampletest.Equal(t, got, exampletest.Outcome{Status: 1, Stderr: "catalog: interrupted\n"})
}

func TestHelp(t *testing.T) {
	help := runDemo(t, "-help")
	exampletest.Equal(t, help.Status, 0)
	exampletest.Equal(t, help.Stdout, "")
	exampletest.Contains(t, help.Stderr, "usage: catalog [flags]", "-live")
}

func TestOutputError(t *testing.T) {
	for _, args := range [][]string{nil, {"-json"}} {
		var stderr bytes.Buffer
		exampletest.Equal(t, run(t.Context(), args, failingWriter{}, &stderr), 1)
		exampletest.Equal(t, stderr.String(), notice+"catalog: the result is incomplete: write to standard output: no space\n")
	}
}

type failingWriter struct{}

func (failingWriter) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestControlCharactersInBlueprintID(t *testing.T) {
	server := lightsailtest.NewServer(t,
		lightsailtest.WithBlueprints(types.Blueprint{BlueprintId: aws.String("a\x1b[2J\tb\nc")}), lightsailtest.WithBundles())
	got := runLive(t, t.Context(), server, "-inactive")
	if want := "\na [2J b c  -     -  "; !strings.Contains(got.Stdout, want) {
		t.Errorf("%q does not contain %q", got.Stdout, want)
	}
}
