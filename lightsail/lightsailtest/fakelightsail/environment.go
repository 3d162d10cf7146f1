package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// An environment holds the changes to the environment variables of a process that make an
// AWS SDK use the server.
type environment struct {
	Set   map[string]string `json:"set"`
	Unset []string          `json:"unset"`
}

func newEnvironment(ctx context.Context, server *lightsailtest.Server) (environment, error) {
	config := server.Config()
	keys, err := config.Credentials.Retrieve(ctx)
	env := environment{
		Set: map[string]string{
			"AWS_ENDPOINT_URL_LIGHTSAIL": clientURL(server.URL()),
			"AWS_REGION":                 config.Region,
			"AWS_DEFAULT_REGION":         config.Region, // boto3 does not read AWS_REGION
			"AWS_ACCESS_KEY_ID":          keys.AccessKeyID,
			"AWS_SECRET_ACCESS_KEY":      keys.SecretAccessKey,
			"FAKELIGHTSAIL_PID":          strconv.Itoa(os.Getpid()),
		},
		// With a profile, some SDKs do not use the keys of the environment, and others fail
		// if there is no such profile.
		Unset: []string{"AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"},
	}
	if keys.SessionToken != "" {
		env.Set["AWS_SESSION_TOKEN"] = keys.SessionToken
	} else {
		// The server rejects a session token from other credentials.
		env.Unset = append(env.Unset, "AWS_SESSION_TOKEN")
	}
	return env, err
}

// A format is a value of -print.
type format struct {
	name  string
	print func(environment) string

	// failure is printed if the server does not start.
	failure string
}

var formats = []format{
	{"env", printShell, "false\n"},
	{"json", printJSON, "false\n"},
	{"powershell", printPowerShell, "throw 'fakelightsail did not start'\n"},
	{"none", func(environment) string { return "" }, ""},
}

func printShell(env environment) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(env.Set)) {
		fmt.Fprintf(&b, "export %s='%s'\n", name, strings.ReplaceAll(env.Set[name], "'", `'\''`))
	}
	for _, name := range env.Unset {
		fmt.Fprintf(&b, "unset %s\n", name)
	}
	return b.String()
}

func printPowerShell(env environment) string {
	var b strings.Builder
	for _, name := range slices.Sorted(maps.Keys(env.Set)) {
		fmt.Fprintf(&b, "$env:%s = '%s'\n", name, strings.ReplaceAll(env.Set[name], "'", "''"))
	}
	for _, name := range env.Unset {
		// PowerShell removes a variable that is set to null.
		fmt.Fprintf(&b, "$env:%s = $null\n", name)
	}
	return b.String()
}

func printJSON(env environment) string {
	// Strings cannot fail to marshal.
	text, _ := json.Marshal(env)
	return string(text) + "\n"
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
