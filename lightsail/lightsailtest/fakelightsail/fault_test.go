package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// TestFaults injects a fault, makes three calls and checks the log.
func TestFaults(t *testing.T) {
	const throttled = "400 ThrottlingException: Rate exceeded"
	for _, test := range []struct {
		fault string
		want  []string
	}{
		{"throttle", []string{"#1 " + throttled, "#2 200", "#1 200", "#1 200"}},
		{"GetBuckets=throttle*2", []string{"#1 " + throttled, "#2 " + throttled, "#3 200", "#1 200", "#1 200"}},
		{"CreateBucket=throttle", []string{"#1 200", "#1 200", "#1 200"}},
		{"error:NotFoundException*2", []string{"#1 400 NotFoundException: injected fault", "#1 400 NotFoundException: injected fault", "#1 200"}},
		{"error:ExpiredTokenException", []string{"#1 403 ExpiredTokenException: injected fault", "#1 200", "#1 200"}},
		{"error:ServiceException", []string{"#1 500 ServiceException: injected fault", "#2 200", "#1 200", "#1 200"}},
		{"status:418", []string{"#1 418", "#1 200", "#1 200"}},
		{"status:503*always", slices.Repeat([]string{"#1 503", "#2 503", "#3 503"}, 3)},
		{"drop", []string{"#1 no response", "#2 200", "#1 200", "#1 200"}},
		{"drop-response", []string{"#1 no response", "#2 200", "#1 200", "#1 200"}},
		{"cut:10", []string{"#1 200", "#2 200", "#1 200", "#1 200"}},
		{"truncate:10", []string{"#1 200", "#2 200", "#1 200", "#1 200"}},
		{"garble", []string{"#1 200", "#1 200", "#1 200"}},
		{"oversize:100", []string{"#1 200", "#1 200", "#1 200"}},
		{"latency:1ms*always", []string{"#1 200", "#1 200", "#1 200"}},
		{"trickle:20/1ms", []string{"#1 200", "#1 200", "#1 200"}},
		{"wrong-date:-1h", []string{"#1 200", "#1 403 InvalidSignatureException: signature expired", "#2 200", "#1 200"}},
		{"drop*0%", []string{"#1 200", "#1 200", "#1 200"}},
		{"status:400*100%", []string{"#1 400", "#1 400", "#1 400"}},
	} {
		t.Run(test.fault, func(t *testing.T) {
			r := startInTest(t, "-fault", test.fault)
			for range 3 {
				// The log has the result.
				_, _ = r.client.GetBuckets(t.Context(), nil)
			}
			for i := range test.want {
				test.want[i] = "GetBuckets " + test.want[i]
			}
			got := r.log(t)
			for i := range got {
				got[i], _, _ = strings.Cut(got[i], ": it was made at") // a time
			}
			wantEqual(t, "log", append(test.want, "fakelightsail: stopped"), got)
		})
	}
}

// TestFaultsWithProbability checks that two faults with a probability affect different
// calls, and the same calls in every run.
func TestFaultsWithProbability(t *testing.T) {
	var logs []string
	for range 2 {
		r := startInTest(t, "-fault", "status:418*50%", "-fault", "error:Busy*50%")
		for range 10 {
			// The log has the result.
			_, _ = r.client.GetBuckets(t.Context(), nil)
		}
		logs = append(logs, strings.Join(r.log(t), "\n"))
	}
	wantEqual(t, "second log", logs[0], logs[1])
	for _, result := range []string{"418", "400 Busy", "200"} {
		if !strings.Contains(logs[0], result) {
			t.Errorf("%s is not in the log:\n%s", result, logs[0])
		}
	}
}

// TestModeledError checks that a client decodes the code of an exception as the exception.
func TestModeledError(t *testing.T) {
	r := startInTest(t, "-fault", "error:AccessDeniedException")
	defer r.stop()
	_, err := r.client.GetBuckets(t.Context(), nil)
	denied := asError[*types.AccessDeniedException](t, err)
	wantEqual(t, "message", "injected fault", denied.ErrorMessage())
}

// TestOperationFaults injects an operation that is not complete and one that fails.
func TestOperationFaults(t *testing.T) {
	r := startInTest(t, "-fault", "CreateBucket=finish-later:1", "-fault", "UpdateBucket=fail-later:0")
	defer r.stop()
	ctx, client := t.Context(), r.client
	name := aws.String("my-archive")

	created := must[lightsail.CreateBucketOutput](t)(client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")}))
	wantEqual(t, "status", types.OperationStatusStarted, created.Operations[0].Status)
	updated := must[lightsail.UpdateBucketOutput](t)(client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{BucketName: name, Versioning: aws.String("Enabled")}))
	wantEqual(t, "ErrorCode", "InjectedFault", *updated.Operations[0].ErrorCode)
	after := must[lightsail.GetBucketsOutput](t)(client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: name}))
	wantEqual(t, "ObjectVersioning", "NeverEnabled", *after.Buckets[0].ObjectVersioning)
}
