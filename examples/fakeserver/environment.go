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

// printEnvironment prints shell commands that set the environment variables for an AWS
// SDK to use the server. It then closes w, so a shell that reads all output continues.
func printEnvironment(ctx context.Context, w io.WriteCloser, server *lightsailtest.Server) error {
	config := server.Config()
	keys, err := config.Credentials.Retrieve(ctx)
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, variable := range [][2]string{
		{"AWS_ENDPOINT_URL_LIGHTSAIL", clientURL(server.URL())},
		{"AWS_REGION", config.Region},
		// boto3 for Python does not read AWS_REGION.
		{"AWS_DEFAULT_REGION", config.Region},
		{"AWS_ACCESS_KEY_ID", keys.AccessKeyID},
		{"AWS_SECRET_ACCESS_KEY", keys.SecretAccessKey},
		{"FAKESERVER_PID", fmt.Sprint(os.Getpid())},
	} {
		value := strings.ReplaceAll(variable[1], "'", `'\''`)
		fmt.Fprintf(&b, "export %s='%s'\n", variable[0], value)
	}
	// The server rejects a session token from other credentials.
	b.WriteString("unset AWS_SESSION_TOKEN\n")
	if _, err := io.WriteString(w, b.String()); err != nil {
		return err
	}
	return w.Close()
}

// clientURL returns the URL for local clients. If the server listens on all addresses,
// as in http://[::]:8080, clientURL replaces the host by the loopback address.
func clientURL(serverURL string) string {
	u, err := url.Parse(serverURL)
	if err != nil || !net.ParseIP(u.Hostname()).IsUnspecified() {
		return serverURL
	}
	u.Host = net.JoinHostPort("127.0.0.1", u.Port())
	return u.String()
}
