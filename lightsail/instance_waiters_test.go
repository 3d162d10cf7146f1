package lightsail_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestInstanceAccessDetailsReadyWaiter waits for details that are complete in the fourth
// attempt.
func TestInstanceAccessDetailsReadyWaiter(t *testing.T) {
	t.Parallel()
	server := func(instance types.Instance) lightsailtest.Option {
		instance.Name = aws.String("web")
		return lightsailtest.WithInstances(instance)
	}
	lag := lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.NoAccess, Polls: 3})
	wait := func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) *types.InstanceAccessDetails {
		t.Helper()
		in := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}
		out, err := lightsail.NewInstanceAccessDetailsReadyWaiter(client).WaitForOutput(t.Context(), in, 15*time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(server.Calls()); n != 4 {
			t.Errorf("got %d requests, want 4", n)
		}
		for i, delay := range delays(server) {
			if delay < 5*time.Second || delay > time.Minute {
				t.Errorf("delay %d: got %v, want 5s to 1m", i+1, delay)
			}
		}
		return out.AccessDetails
	}
	t.Run("ssh", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			details := wait(t, server, client)
			if aws.ToString(details.IpAddress) == "" || aws.ToString(details.PrivateKey) == "" || aws.ToString(details.CertKey) == "" || aws.ToString(details.Username) == "" {
				t.Errorf("got details %v, want an address, a key, a certificate and a user name", details)
			}
		}, server(types.Instance{}), lag)
	})
	// The waiter waits for the password although the input does not select rdp.
	t.Run("rdp", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			if details := wait(t, server, client); aws.ToString(details.Password) == "" {
				t.Errorf("got details %v, want a password", details)
			}
		}, server(types.Instance{BlueprintId: aws.String("windows_server_2022")}), lag)
	})
	t.Run("rdp with a custom key pair", func(t *testing.T) {
		withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
			details := wait(t, server, client)
			if aws.ToString(details.Password) != "" || aws.ToString(details.PasswordData.Ciphertext) == "" {
				t.Errorf("got details %v, want a ciphertext and no password", details)
			}
		}, server(types.Instance{BlueprintId: aws.String("windows_server_2022"), SshKeyName: aws.String("applied")}), lag)
	})
}

// fixedDetails is a client that always returns the same output and counts the calls.
type fixedDetails struct {
	details *types.InstanceAccessDetails
	calls   *int
}

func (f fixedDetails) GetInstanceAccessDetails(context.Context, *lightsail.GetInstanceAccessDetailsInput, ...func(*lightsail.Options)) (*lightsail.GetInstanceAccessDetailsOutput, error) {
	*f.calls++
	return &lightsail.GetInstanceAccessDetailsOutput{AccessDetails: f.details}, nil
}

// TestInstanceAccessDetailsReadyWaiterConditions checks which fields are required for each
// protocol.
func TestInstanceAccessDetailsReadyWaiterConditions(t *testing.T) {
	t.Parallel()
	type details = types.InstanceAccessDetails
	ssh := func(change func(*details)) *details {
		d := &details{
			Protocol:   types.InstanceAccessProtocolSsh,
			IpAddress:  aws.String("192.0.2.1"),
			Username:   aws.String("ubuntu"),
			PrivateKey: aws.String("key"),
			CertKey:    aws.String("certificate"),
		}
		change(d)
		return d
	}
	rdp := func(change func(*details)) *details {
		d := &details{
			Protocol:     types.InstanceAccessProtocolRdp,
			IpAddress:    aws.String("192.0.2.1"),
			Username:     aws.String("Administrator"),
			Password:     aws.String(""),
			PasswordData: &types.PasswordData{Ciphertext: aws.String(""), KeyPairName: aws.String("applied")},
		}
		change(d)
		return d
	}
	const inputSSH, inputRDP = types.InstanceAccessProtocolSsh, types.InstanceAccessProtocolRdp
	rows := map[string]struct {
		input   types.InstanceAccessProtocol
		details *details
		ready   bool
	}{
		"ssh":                              {"", ssh(func(d *details) {}), true},
		"ssh, no protocol":                 {"", ssh(func(d *details) { d.Protocol = "" }), true},
		"ssh, IPv6 only":                   {"", ssh(func(d *details) { d.IpAddress, d.Ipv6Addresses = nil, []string{"2001:db8::1"} }), true},
		"ssh, no address":                  {"", ssh(func(d *details) { d.IpAddress = nil }), false},
		"ssh, empty address":               {"", ssh(func(d *details) { d.IpAddress = aws.String("") }), false},
		"ssh, no user name":                {"", ssh(func(d *details) { d.Username = nil }), false},
		"ssh, empty user name":             {"", ssh(func(d *details) { d.Username = aws.String("") }), false},
		"ssh, no key":                      {"", ssh(func(d *details) { d.PrivateKey = nil }), false},
		"ssh, empty key":                   {"", ssh(func(d *details) { d.PrivateKey = aws.String("") }), false},
		"ssh, no certificate":              {"", ssh(func(d *details) { d.CertKey = nil }), false},
		"ssh, empty certificate":           {"", ssh(func(d *details) { d.CertKey = aws.String("") }), false},
		"ssh, password only":               {"", ssh(func(d *details) { d.CertKey, d.Password = nil, aws.String("x") }), false},
		"rdp, empty fields":                {inputRDP, rdp(func(d *details) {}), false},
		"rdp, no fields":                   {inputRDP, rdp(func(d *details) { d.Password, d.PasswordData = nil, nil }), false},
		"rdp, no ciphertext":               {inputRDP, rdp(func(d *details) { d.PasswordData = &types.PasswordData{} }), false},
		"rdp, password":                    {inputRDP, rdp(func(d *details) { d.Password = aws.String("x") }), true},
		"rdp, ciphertext":                  {inputRDP, rdp(func(d *details) { d.PasswordData.Ciphertext = aws.String("x") }), true},
		"rdp, password without data":       {inputRDP, rdp(func(d *details) { d.Password, d.PasswordData = aws.String("x"), nil }), true},
		"rdp, no protocol, not ready":      {inputRDP, rdp(func(d *details) { d.Protocol = "" }), false},
		"rdp, no protocol":                 {inputRDP, rdp(func(d *details) { d.Protocol, d.Password = "", aws.String("x") }), true},
		"input ssh, output rdp":            {inputSSH, rdp(func(d *details) { d.Password = aws.String("x") }), true},
		"input rdp, output ssh":            {inputRDP, ssh(func(d *details) {}), true},
		"input rdp, output incomplete ssh": {inputRDP, ssh(func(d *details) { d.CertKey, d.Password = nil, aws.String("x") }), false},
		"no details":                       {"", nil, false},
		"empty details":                    {"", &details{}, false},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				calls := 0
				waiter := lightsail.NewInstanceAccessDetailsReadyWaiter(fixedDetails{row.details, &calls})
				in := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web"), Protocol: row.input}
				err := waiter.Wait(t.Context(), in, time.Minute)
				if row.ready {
					if err != nil || calls != 1 {
						t.Errorf("got %d calls and error %v, want 1 and none", calls, err)
					}
					return
				}
				timeout := requireTimeout(t, err)
				if timeout.Waiter != "InstanceAccessDetailsReady" || timeout.Attempts != calls || calls < 3 {
					t.Errorf("got timeout %#v after %d calls, want the waiter and as many attempts, at least 3", timeout, calls)
				}
			})
		})
	}
}

// TestInstanceAccessDetailsReadyWaiterError checks that any error ends the wait.
func TestInstanceAccessDetailsReadyWaiterError(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		waiter := lightsail.NewInstanceAccessDetailsReadyWaiter(client)
		in := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}
		if err := waiter.Wait(t.Context(), in, time.Hour); !lightsail.IsNotFound(err) {
			t.Errorf("missing instance: got error %v, want not found", err)
		}
		server.Inject("", lightsailtest.Error(&types.AccessDeniedException{}))
		var denied *types.AccessDeniedException
		if err := waiter.Wait(t.Context(), in, time.Hour); !errors.As(err, &denied) {
			t.Errorf("access denied: got error %v, want an AccessDeniedException", err)
		}
		if err := waiter.Wait(t.Context(), nil, time.Hour); err == nil || !strings.Contains(err.Error(), "GetInstanceAccessDetailsInput.InstanceName") {
			t.Errorf("nil input: got error %v, want the missing InstanceName", err)
		}
		server.AssertCalls(t, "GetInstanceAccessDetails", "GetInstanceAccessDetails")
	})
}
