package lightsailtest_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// setupHTTPS returns a valid input of SetupInstanceHttps.
func setupHTTPS(names ...string) *lightsail.SetupInstanceHttpsInput {
	return &lightsail.SetupInstanceHttpsInput{
		CertificateProvider: types.CertificateProviderLetsEncrypt, DomainNames: names, EmailAddress: aws.String("ops@example.com"), InstanceName: web,
	}
}

func TestSetupInstanceHttps(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithPageSize(2))
	ctx := t.Context()
	history := func() (all []types.SetupHistory) {
		t.Helper()
		for h, err := range lightsail.NewGetSetupHistoryPaginator(client, &lightsail.GetSetupHistoryInput{ResourceName: web}).All(ctx) {
			if err != nil || len(all) > maxPages {
				t.Fatal(err)
			}
			all = append(all, h)
		}
		return all
	}
	setup := func(name string) types.Operation {
		t.Helper()
		return must[lightsail.SetupInstanceHttpsOutput](t)(client.SetupInstanceHttps(ctx, setupHTTPS(name))).Operations[0]
	}
	wantEqual(t, "history before", 0, len(history()))

	// Port 443 of this blueprint is closed.
	op := setup("a.example.com")
	wantEqual(t, "status", types.OperationStatusFailed, op.Status)
	got, i := history(), getInstance(t, client, *web)
	reason := aws.String("TCP port 443 is not open to all IP addresses.")
	want := types.SetupHistory{
		ExecutionDetails: []types.SetupExecutionDetails{{
			Command:        got[0].ExecutionDetails[0].Command,
			DateTime:       op.CreatedAt,
			Name:           web,
			StandardError:  reason,
			StandardOutput: aws.String(""),
			Status:         types.SetupStatusFailed,
			Version:        got[0].ExecutionDetails[0].Version,
		}},
		OperationId: op.Id,
		Request: &types.SetupRequest{
			CertificateProvider: types.CertificateProviderLetsEncrypt,
			DomainNames:         []string{"a.example.com"},
			InstanceName:        web,
		},
		Resource: &types.SetupHistoryResource{Arn: i.Arn, CreatedAt: i.CreatedAt, Location: i.Location, Name: web, ResourceType: types.ResourceTypeInstance},
		Status:   types.SetupStatusFailed,
	}
	wantEqual(t, "history of a failed call", []types.SetupHistory{want}, got)
	wantEqual(t, "details of the record", reason, op.ErrorDetails)

	must[lightsail.OpenInstancePublicPortsOutput](t)(client.OpenInstancePublicPorts(ctx, &lightsail.OpenInstancePublicPortsInput{
		InstanceName: web, PortInfo: portInfo(types.NetworkProtocolTcp, 400, 500, "0.0.0.0/0"),
	}))
	server.Inject("SetupInstanceHttps", lightsailtest.FinishLater(1), lightsailtest.FailLater(0, "Limit", "too many certificates"))
	op = setup("b.example.com")
	wantEqual(t, "status of a call that runs", types.SetupStatusInProgress, history()[0].Status)
	must[lightsail.GetOperationOutput](t)(client.GetOperation(ctx, &lightsail.GetOperationInput{OperationId: op.Id}))
	wantEqual(t, "status after a poll", types.SetupStatusSucceeded, history()[0].Status)
	setup("c.example.com")
	failed := history()[0]
	wantEqual(t, "status of a call that fails later", []any{types.SetupStatusFailed, "too many certificates"},
		[]any{failed.Status, *failed.ExecutionDetails[0].StandardError})
	for _, name := range []string{"d", "e", "f"} {
		setup(name + ".example.com")
	}
	var names []string
	for _, h := range history() {
		names = append(names, h.Request.DomainNames[0])
	}
	wantEqual(t, "the newest calls", []string{"f.example.com", "e.example.com", "d.example.com", "c.example.com", "b.example.com"}, names)

	// Another instance with the name has no history.
	server.PutInstances(types.Instance{Name: web})
	wantEqual(t, "history of the next instance", 0, len(history()))
	_, err := client.GetSetupHistory(ctx, &lightsail.GetSetupHistoryInput{ResourceName: alpha})
	wantCode(t, "history of a bucket", err, "NotFoundException")
	must[lightsail.StopInstanceOutput](t)(client.StopInstance(ctx, &lightsail.StopInstanceInput{InstanceName: web}))
	_, err = client.SetupInstanceHttps(ctx, setupHTTPS("a.example.com"))
	wantCode(t, "stopped instance", err, "OperationFailureException")
}

func TestSetupInstanceHttpsInvalidInput(t *testing.T) {
	server, _ := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	long := strings.Repeat("a", 60) + ".example.com"
	for _, test := range []struct {
		change  func(in *lightsail.SetupInstanceHttpsInput)
		message string
	}{
		{func(in *lightsail.SetupInstanceHttpsInput) { in.DomainNames = []string{} }, "domainNames: must have 1 to 10 items"},
		{func(in *lightsail.SetupInstanceHttpsInput) {
			in.DomainNames = strings.Split("a.b"+strings.Repeat(",a.b", 10), ",")
		}, "domainNames: must have 1 to 10 items"},
		{func(in *lightsail.SetupInstanceHttpsInput) { in.DomainNames = []string{"a.example.com", "localhost"} }, "domainNames[1]: must be a domain name"},
		{func(in *lightsail.SetupInstanceHttpsInput) { in.DomainNames = []string{long, "www." + long} }, "domainNames: must have a name with at most 63"},
		{func(in *lightsail.SetupInstanceHttpsInput) { in.EmailAddress = aws.String("ops") }, "emailAddress: must be an email address"},
		{func(in *lightsail.SetupInstanceHttpsInput) { in.CertificateProvider = "Other" }, "certificateProvider: must be one of LetsEncrypt"},
	} {
		in := setupHTTPS("a.example.com")
		test.change(in)
		wantInvalidInput(t, server, "SetupInstanceHttps", in, test.message)
	}
}
