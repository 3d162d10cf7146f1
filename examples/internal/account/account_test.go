package account

import (
	"errors"
	"io"
	"net"
	"net/url"
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

func TestCheckRegion(t *testing.T) {
	for region, want := range map[string]string{
		"us-east-1":        "",
		"ap-southeast-3":   "",
		"us-gov-west-1":    "",
		"eusc-de-east-1":   "",
		"local":            "",
		"":                 "empty Region",
		"us-east-1a":       "this is an Availability Zone of the Region us-east-1",
		"us-gov-west-1b":   "this is an Availability Zone of the Region us-gov-west-1",
		"us-west-2-lax-1a": "this is an Availability Zone of the Region us-west-2",
		"US-EAST-1":        "not an AWS Region, such as us-east-1",
		"us east 1":        "not an AWS Region, such as us-east-1",
		"us-east-1-":       "not an AWS Region, such as us-east-1",
	} {
		got := ""
		if err := CheckRegion(region); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", region, got, want)
		}
	}
}

func TestCheckEndpointURL(t *testing.T) {
	for endpoint, want := range map[string]string{
		"http://localhost:4566":  "",
		"https://example.com/":   "",
		"ftp://me:secret@host":   "-endpoint-url must begin with http:// or https://, not ftp://",
		"localhost:4566":         "-endpoint-url must be a URL such as http://localhost:4566",
		"http://":                "-endpoint-url must be a URL such as http://localhost:4566",
		"http://me:secret@ho st": "-endpoint-url must be a URL such as http://localhost:4566",
	} {
		got := ""
		if err := (&Flags{Live: true, EndpointURL: endpoint}).Check(); err != nil {
			got = err.Error()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", endpoint, got, want)
		}
	}
}

func TestExplain(t *testing.T) {
	dns := &url.Error{Op: "Post", URL: "https://x", Err: &net.OpError{Op: "dial", Err: &net.DNSError{Name: "lightsail.us-eas-1.amazonaws.com"}}}
	dial := &net.OpError{Op: "dial", Addr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1), Port: 1}, Err: errors.New("connection refused")}
	other := errors.New("access denied")
	for _, row := range []struct {
		endpoint string
		err      error
		want     string
	}{
		{"", dns, "cannot find the host lightsail.us-eas-1.amazonaws.com: check the network and the Region"},
		{"http://x", dial, "cannot connect to 127.0.0.1:1: connection refused: check -endpoint-url"},
		{"", other, "access denied"},
	} {
		f := Flags{Live: true, EndpointURL: row.endpoint}
		got := f.Explain(row.err)
		if got.Error() != row.want || !errors.Is(got, row.err) {
			t.Errorf("%q, want %q around the cause", got, row.want)
		}
	}
}

func TestDefaultRegion(t *testing.T) {
	exampletest.Setenv(t, lightsailtest.NewServer(t))
	t.Setenv("AWS_REGION", "")
	f := Flags{Live: true}
	if _, _, err := f.Connect(t.Context(), io.Discard, ""); err == nil || !strings.HasPrefix(err.Error(), "no Region") {
		t.Errorf("error %v, want a missing Region", err)
	}
	f.DefaultRegion = "us-east-1"
	client, disconnect, err := f.Connect(t.Context(), io.Discard, "")
	if err != nil {
		t.Fatal(err)
	}
	defer disconnect()
	exampletest.Equal(t, client.Options().Region, "us-east-1")
}
