package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"strings"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// printSettings prints what points an AWS SDK at the server, as lines for a
// shell. It closes w after them: whoever waits for all of them waits no longer.
func printSettings(ctx context.Context, w io.WriteCloser, server *lightsailtest.Server) error {
	config := server.Config()
	keys, err := config.Credentials.Retrieve(ctx)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, setting := range [][2]string{
		{"AWS_ENDPOINT_URL_LIGHTSAIL", reachable(server.URL())},
		{"AWS_REGION", config.Region},
		// Python's boto3 reads this one only.
		{"AWS_DEFAULT_REGION", config.Region},
		{"AWS_ACCESS_KEY_ID", keys.AccessKeyID},
		{"AWS_SECRET_ACCESS_KEY", keys.SecretAccessKey},
		{"FAKESERVER_PID", fmt.Sprint(os.Getpid())},
	} {
		value := strings.ReplaceAll(setting[1], "'", `'\''`)
		fmt.Fprintf(&b, "export %s='%s'\n", setting[0], value)
	}
	// One that is left from other credentials would be sent, and refused.
	b.WriteString("unset AWS_SESSION_TOKEN\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return err
	}
	return w.Close()
}

// reachable returns the address of a server that listens on all addresses, such
// as http://[::]:8080, as one that clients on this machine can call.
func reachable(address string) string {
	u, err := url.Parse(address)
	if err != nil || !net.ParseIP(u.Hostname()).IsUnspecified() {
		return address
	}
	u.Host = net.JoinHostPort("127.0.0.1", u.Port())
	return u.String()
}
