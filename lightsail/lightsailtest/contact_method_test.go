package lightsailtest_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func createContactMethod(t *testing.T, client *lightsail.Client, protocol types.ContactProtocol, endpoint string) error {
	t.Helper()
	_, err := client.CreateContactMethod(t.Context(), &lightsail.CreateContactMethodInput{ContactEndpoint: &endpoint, Protocol: protocol})
	return err
}

func contactMethods(t *testing.T, client *lightsail.Client, protocols ...types.ContactProtocol) []types.ContactMethod {
	t.Helper()
	in := &lightsail.GetContactMethodsInput{Protocols: protocols}
	return must[lightsail.GetContactMethodsOutput](t)(client.GetContactMethods(t.Context(), in)).ContactMethods
}

// The verification of an email address expires, is sent again, and succeeds.
func TestContactMethodLifecycle(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "PendingVerification", Polls: 1}))
	ctx := t.Context()
	operations := must[lightsail.CreateContactMethodOutput](t)(client.CreateContactMethod(ctx, &lightsail.CreateContactMethodInput{
		ContactEndpoint: aws.String("ops@example.com"),
		Protocol:        types.ContactProtocolEmail,
		Tags:            []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
	})).Operations
	wantEqual(t, "type of the operation record", types.OperationTypeCreateContactMethod, operations[0].OperationType)
	got := contactMethods(t, client)
	c := got[0]
	want := types.ContactMethod{
		Arn:             c.Arn,
		ContactEndpoint: aws.String("ops@example.com"),
		CreatedAt:       c.CreatedAt,
		Location:        &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:            operations[0].ResourceName,
		Protocol:        types.ContactProtocolEmail,
		ResourceType:    types.ResourceTypeContactMethod,
		Status:          types.ContactMethodStatusPendingVerification,
		SupportCode:     c.SupportCode,
		Tags:            []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
	}
	wantEqual(t, "contact methods", []types.ContactMethod{want}, got)
	want.Status = types.ContactMethodStatusValid
	wantEqual(t, "contact methods after the verification", []types.ContactMethod{want}, contactMethods(t, client))

	wantCode(t, "second email address", createContactMethod(t, client, types.ContactProtocolEmail, "dev@example.com"), invalidInput)
	if err := createContactMethod(t, client, types.ContactProtocolSms, "+12065550100"); err != nil {
		t.Fatal(err)
	}
	sms := contactMethods(t, client, types.ContactProtocolSms)
	if len(sms) != 1 || sms[0].Status != types.ContactMethodStatusValid || *sms[0].ContactEndpoint != "+12065550100" {
		t.Errorf("contact methods for SMS: got %+v, want a phone number that is Valid", sms)
	}
	wantEqual(t, "number of contact methods", 2, len(contactMethods(t, client)))

	resend := &lightsail.SendContactMethodVerificationInput{Protocol: types.ContactMethodVerificationProtocolEmail}
	must[lightsail.SendContactMethodVerificationOutput](t)(client.SendContactMethodVerification(ctx, resend))
	wantEqual(t, "valid email address after another request", want, contactMethods(t, client, types.ContactProtocolEmail)[0])
	if err := server.PutJSON([]byte(`{"contactMethods": [{"name": "` + *want.Name + `", "status": "Invalid"}]}`)); err != nil {
		t.Fatal(err)
	}
	must[lightsail.SendContactMethodVerificationOutput](t)(client.SendContactMethodVerification(ctx, resend))
	for _, want := range []types.ContactMethodStatus{types.ContactMethodStatusPendingVerification, types.ContactMethodStatusValid} {
		wantEqual(t, "status after a request for an expired one", want, contactMethods(t, client, types.ContactProtocolEmail)[0].Status)
	}

	remove := &lightsail.DeleteContactMethodInput{Protocol: types.ContactProtocolEmail}
	must[lightsail.DeleteContactMethodOutput](t)(client.DeleteContactMethod(ctx, remove))
	wantEqual(t, "email addresses after the deletion", []types.ContactMethod{}, contactMethods(t, client, types.ContactProtocolEmail))
	_, err := client.DeleteContactMethod(ctx, remove)
	wantCode(t, "DeleteContactMethod of a deleted one", err, "NotFoundException")
	_, err = client.SendContactMethodVerification(ctx, resend)
	wantCode(t, "SendContactMethodVerification without an email address", err, "NotFoundException")
}

// A verification request that expires makes the operation record fail.
func TestContactMethodVerificationExpires(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{Type: types.ResourceTypeContactMethod, State: "PendingVerification", End: "Invalid", Reason: "not confirmed"}))
	out := must[lightsail.CreateContactMethodOutput](t)(client.CreateContactMethod(t.Context(), &lightsail.CreateContactMethodInput{
		ContactEndpoint: aws.String("ops@example.com"), Protocol: types.ContactProtocolEmail,
	}))
	if op := out.Operations[0]; op.Status != types.OperationStatusFailed || *op.ErrorDetails != "not confirmed" {
		t.Errorf("got operation record %+v, want it Failed with the reason", op)
	}
	wantEqual(t, "status", types.ContactMethodStatusInvalid, contactMethods(t, client)[0].Status)
}

func TestCreateContactMethodInvalidInput(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithRegions("eu-central-1"))
	client := server.Client(inProcess(server))
	wantCode(t, "email address", createContactMethod(t, client, types.ContactProtocolEmail, "example.com"), invalidInput)
	wantCode(t, "SMS in a Region without it", createContactMethod(t, client, types.ContactProtocolSms, "+12065550100"), invalidInput)
	_, client = newTestServer(t)
	for _, number := range []string{"12065550100", "+0123456789", "+1", "+1234567890123456", "ops@example.com"} {
		wantCode(t, "phone number "+number, createContactMethod(t, client, types.ContactProtocolSms, number), invalidInput)
	}
	_, err := client.CreateContactMethod(t.Context(), &lightsail.CreateContactMethodInput{
		ContactEndpoint: aws.String("ops@example.com"), Protocol: types.ContactProtocolEmail, Tags: []types.Tag{{Key: aws.String("")}},
	})
	wantCode(t, "tag without a key", err, invalidInput)
}
