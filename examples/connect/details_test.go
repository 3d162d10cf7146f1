package main

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// wait waits without a socket, so that it takes no time, for the instance i. It
// returns what it showed on the terminal, too.
func wait(t *testing.T, server *lightsailtest.Server, o *options) (details *types.InstanceAccessDetails, shown []string, err error) {
	t.Helper()
	client := server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
	var screen bytes.Buffer
	details, err = accessDetails(t.Context(), client, o, &terminal.Progress{Terminal: &screen})
	return details, strings.Split(screen.String(), terminal.EraseLine), err
}

func instance(i lightsailtest.Instance) lightsailtest.Option {
	i.Name = "i"
	return lightsailtest.WithInstances(i)
}

func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		details, shown, err := wait(t, lightsailtest.NewServer(t, instance(lightsailtest.Instance{NotReady: 1})),
			&options{instance: "i", wait: time.Minute})
		if err != nil {
			t.Fatal(err)
		}
		exampletest.Equal(t, *details.IpAddress, "192.0.2.10")
		exampletest.Equal(t, shown, []string{"", "asking for i", "waiting for i, for 0s now: no ipAddress yet", ""})
	})
}

func TestWaitTooLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, _, err := wait(t, lightsailtest.NewServer(t, instance(lightsailtest.Instance{NotReady: 1000})),
			&options{instance: "i", wait: 5 * time.Minute})
		exampletest.Equal(t, fmt.Sprint(err), "i cannot be logged in to yet, after 5m0s: Lightsail tells no ipAddress.\nDoes it run? To wait longer, use -wait")
		if took := time.Since(start); took > 5*time.Minute {
			t.Errorf("took %v", took)
		}
	})
}

func TestWaitForPasswordTooLong(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		_, _, err := wait(t, lightsailtest.NewServer(t, instance(lightsailtest.Instance{NotReady: 1000, Platform: types.InstancePlatformWindows})),
			&options{instance: "i", wait: 5 * time.Minute, password: true})
		exampletest.Equal(t, fmt.Sprint(err), "i cannot be logged in to yet, after 5m0s: Lightsail tells no password.\n"+
			"A new Windows instance can take 15 minutes to have its password. To wait longer, use -wait")
	})
}

func TestNoAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t, instance(lightsailtest.Instance{}),
			lightsailtest.WithFaults("", lightsailtest.Latency(time.Hour).Always()))
		_, _, err := wait(t, server, &options{instance: "i", wait: time.Minute})
		exampletest.Contains(t, fmt.Sprint(err), "no answer within 1m0s: ")
	})
}

// A Windows instance that is not ready is one all the same: no wait changes that.
func TestWindowsIsToldAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		start := time.Now()
		_, _, err := wait(t, lightsailtest.NewServer(t, instance(lightsailtest.Instance{NotReady: 1, Platform: types.InstancePlatformWindows})),
			&options{instance: "i", wait: time.Minute})
		exampletest.Contains(t, fmt.Sprint(err), "i is a Windows instance")
		exampletest.Equal(t, time.Since(start), 0)
	})
}

func TestUnknownInstance(t *testing.T) {
	exampletest.Equal(t, local(t, "nope").Stderr, demoLine+"connect: the made-up account has no instance \"nope\", only web-1, starting-1 and windows-1\n")
	got := live(t, t.Context(), lightsailtest.NewServer(t), nil, "nope")
	exampletest.Equal(t, got, exampletest.Outcome{Status: 255, Stderr: "connect: there is no instance \"nope\" in this account and Region\n"})
}

func TestInterruptedWait(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	server := lightsailtest.NewServer(t, lightsailtest.WithObserver(func(lightsailtest.Call) { cancel() }),
		instance(lightsailtest.Instance{NotReady: 1e9}))
	exampletest.Equal(t, live(t, ctx, server, nil, "-wait", "1000h", "i"), exampletest.Outcome{Status: 255, Stderr: "connect: interrupted\n"})
}
