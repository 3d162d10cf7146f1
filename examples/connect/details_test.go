package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// wait calls accessDetails and also returns the progress that it shows. It does not
// use a network connection. This allows synctest to skip the waits.
func wait(t *testing.T, server *lightsailtest.Server, o *options) (details *types.InstanceAccessDetails, shown []string, err error) {
	t.Helper()
	client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
	var screen bytes.Buffer
	details, err = accessDetails(t.Context(), client, o, &terminal.Progress{Terminal: &screen})
	return details, strings.Split(screen.String(), terminal.EraseLine), err
}

// instance returns an option that adds an instance with the name i.
func instance(blueprintID string) lightsailtest.Option {
	return lightsailtest.WithInstances(types.Instance{Name: aws.String("i"), BlueprintId: &blueprintID})
}

// notReady returns an option that delays access details for a number of calls.
func notReady(calls int) lightsailtest.Option {
	return lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.NoAccess, Polls: calls})
}

// Blueprints of the test server.
const (
	linux   = "ubuntu_24_04"
	windows = "windows_server_2022"
)

func TestWaitUntilReady(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		details, shown, err := wait(t, lightsailtest.NewServer(t, instance(linux), notReady(1)),
			&options{instance: "i", wait: time.Minute})
		if err != nil {
			t.Fatal(err)
		}
		exampletest.Equal(t, *details.IpAddress, "192.0.2.10")
		exampletest.Equal(t, shown, []string{"", "getting access details of i", "waiting for i: 0s elapsed, missing ipAddress", ""})
	})
}

func TestWaitTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, _, err := wait(t, lightsailtest.NewServer(t, instance(linux), notReady(1000)),
			&options{instance: "i", wait: 5 * time.Minute})
		exampletest.Equal(t, fmt.Sprint(err), "access details of i are incomplete after 5m0s: missing ipAddress.\nCheck that the instance is running. Use -wait to wait longer")
		if took := time.Since(start); took > 5*time.Minute {
			t.Errorf("took %v", took)
		}
	})
}

func TestWaitForPasswordTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, _, err := wait(t, lightsailtest.NewServer(t, instance(windows), notReady(1000)),
			&options{instance: "i", wait: 5 * time.Minute, password: true})
		exampletest.Equal(t, fmt.Sprint(err), "access details of i are incomplete after 5m0s: missing password.\n"+
			"A new Windows instance can take 15 minutes to generate its password. Use -wait to wait longer")
	})
}

func TestWaitWithoutResponse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, instance(linux),
			lightsailtest.WithFaults("", lightsailtest.Latency(time.Hour).Always()))
		_, _, err := wait(t, server, &options{instance: "i", wait: time.Minute})
		exampletest.Contains(t, fmt.Sprint(err), "no response within 1m0s: ")
	})
}

// TestWaitWrongProtocol checks that accessDetails does not wait for a Windows instance
// if SSH was requested.
func TestWaitWrongProtocol(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, _, err := wait(t, lightsailtest.NewServer(t, instance(windows), notReady(1)),
			&options{instance: "i", wait: time.Minute})
		exampletest.Contains(t, fmt.Sprint(err), "i is a Windows instance")
		exampletest.Equal(t, time.Since(start), 0)
	})
}

func TestInterruptedWait(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := lightsailtest.NewServer(t, lightsailtest.WithObserver(func(lightsailtest.Call) { cancel() }),
		instance(linux), notReady(1e9))
	exampletest.Equal(t, runLive(t, ctx, server, nil, "-wait", "1000h", "i"), exampletest.Outcome{Status: 255, Stderr: "connect: interrupted\n"})
}
