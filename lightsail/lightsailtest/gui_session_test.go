package lightsailtest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

var notebook = types.Instance{Name: aws.String("notebook"), BlueprintId: aws.String("research_notebook"), BundleId: aws.String("research_xlarge_1_0")}

// A graphical session is started, expires, is resumed, and stopped.
func TestGUISession(t *testing.T) {
	client, now := newAlarmServer(t, lightsailtest.WithInstances(notebook))
	ctx := t.Context()
	access := func() *lightsail.CreateGUISessionAccessDetailsOutput {
		t.Helper()
		return must[lightsail.CreateGUISessionAccessDetailsOutput](t)(client.CreateGUISessionAccessDetails(ctx,
			&lightsail.CreateGUISessionAccessDetailsInput{ResourceName: notebook.Name}))
	}
	start := func() {
		t.Helper()
		out := must[lightsail.StartGUISessionOutput](t)(client.StartGUISession(ctx, &lightsail.StartGUISessionInput{ResourceName: notebook.Name}))
		wantEqual(t, "operation type", types.OperationTypeStartGUISession, out.Operations[0].OperationType)
	}
	wantStatus := func(when string, want types.Status) {
		t.Helper()
		details := access()
		if details.Status != want || len(details.Sessions) != 0 {
			t.Errorf("%s: got status %s and %d sessions, want %s and none", when, details.Status, len(details.Sessions), want)
		}
	}
	stop := &lightsail.StopGUISessionInput{ResourceName: notebook.Name}
	wantStatus("before the first start", types.StatusNotStarted)
	_, err := client.StopGUISession(ctx, stop)
	wantCode(t, "StopGUISession before the first start", err, "OperationFailureException")

	start()
	*now = noon.Add(time.Hour - time.Millisecond)
	details := access()
	if details.Status != types.StatusStarted || *details.PercentageComplete != 100 || *details.ResourceName != "notebook" || len(details.Sessions) != 2 {
		t.Fatalf("got %+v, want two sessions that are started", details)
	}
	primary, secondary := details.Sessions[0], details.Sessions[1]
	wantEqual(t, "primary sessions", []bool{true, false}, []bool{*primary.IsPrimary, *secondary.IsPrimary})
	if !strings.HasPrefix(*primary.Url, "https://") || *primary.Url == *secondary.Url || *primary.Name == *secondary.Name {
		t.Error("the two sessions do not differ in URL and name, or have no URL")
	}

	*now = noon.Add(time.Hour)
	wantStatus("after an hour", types.StatusStartExpired)
	start()
	wantEqual(t, "status of the resumed session", types.StatusStarted, access().Status)
	out := must[lightsail.StopGUISessionOutput](t)(client.StopGUISession(ctx, stop))
	wantEqual(t, "operation type", types.OperationTypeStopGUISession, out.Operations[0].OperationType)
	wantStatus("after StopGUISession", types.StatusStopped)
	start()
	stopTestInstance(t, client, "notebook")
	wantStatus("of a stopped instance", types.StatusStopped)
	_, err = client.StartGUISession(ctx, &lightsail.StartGUISessionInput{ResourceName: notebook.Name})
	wantCode(t, "StartGUISession of a stopped instance", err, "OperationFailureException")
}

// Only an instance of Lightsail for Research has sessions.
func TestGUISessionOfOtherInstances(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1}))
	ctx := t.Context()
	for name, code := range map[string]string{"web": invalidInput, "alpha": "NotFoundException"} {
		_, err := client.StartGUISession(ctx, &lightsail.StartGUISessionInput{ResourceName: &name})
		wantCode(t, "StartGUISession", err, code)
		_, err = client.StopGUISession(ctx, &lightsail.StopGUISessionInput{ResourceName: &name})
		wantCode(t, "StopGUISession", err, code)
		_, err = client.CreateGUISessionAccessDetails(ctx, &lightsail.CreateGUISessionAccessDetailsInput{ResourceName: &name})
		wantCode(t, "CreateGUISessionAccessDetails", err, code)
	}
	must[lightsail.CreateInstancesOutput](t)(client.CreateInstances(ctx, &lightsail.CreateInstancesInput{
		AvailabilityZone: aws.String("us-east-1a"), BlueprintId: notebook.BlueprintId, BundleId: notebook.BundleId, InstanceNames: []string{"notebook"},
	}))
	details := must[lightsail.CreateGUISessionAccessDetailsOutput](t)(client.CreateGUISessionAccessDetails(ctx,
		&lightsail.CreateGUISessionAccessDetailsInput{ResourceName: notebook.Name}))
	if details.Status != types.StatusSettingUpInstance || *details.PercentageComplete >= 100 {
		t.Errorf("pending instance: got status %s, %d percent, want settingUpInstance and less than 100", details.Status, *details.PercentageComplete)
	}
}
