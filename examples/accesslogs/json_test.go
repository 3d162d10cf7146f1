package main

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// decode decodes the document that -json prints.
func decode(t *testing.T, text string) report {
	t.Helper()
	var document report
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&document); err != nil {
		t.Fatal(err)
	}
	if d.More() {
		t.Error("more than one JSON document")
	}
	return document
}

func TestJSON(t *testing.T) {
	server := newServer(t)
	server.PutBuckets(types.Bucket{Name: aws.String("six"), AccessLogConfig: logTo("old", "six/")})
	server.Inject("UpdateBucket", denied)
	got := runLive(t, t.Context(), server, "-destination", "logs", "-json")

	exampletest.Equal(t, got.Status, 1)
	document := decode(t, got.Stdout)
	buckets := document.Regions[0].Buckets
	if change := buckets[1]; !strings.Contains(change.Error, "RequestID: ") {
		t.Errorf("no request ID in %q", change.Error)
	}
	buckets[1].Error = ""

	off := &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
	exampletest.Equal(t, document, report{Version: 1, Regions: []*regionReport{{Region: "us-east-1", Buckets: []*change{
		{Bucket: "logs", Before: off, After: off, Result: skipped, Reason: "log destination"},
		{Bucket: "one", Before: off, Want: logTo("logs", "one/"), After: off, Result: failed, Reason: "AccessDeniedException: access denied"},
		{Bucket: "six", Before: logTo("old", "six/"), After: logTo("old", "six/"), Result: kept, Reason: "logs to old/six/"},
		{Bucket: "three", Before: off, Want: logTo("logs", "three/"), After: logTo("logs", "three/"), Result: updated},
		{Bucket: "two", Before: logTo("logs", "two/"), After: logTo("logs", "two/"), Result: skipped, Reason: "already configured"},
	}}}})
}

func TestJSONWithoutBuckets(t *testing.T) {
	server := lightsailtest.NewServer(t)
	got := runLive(t, t.Context(), server, "-destination", "logs", "-json")
	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `{
  "version": 1,
  "dryRun": false,
  "interrupted": false,
  "regions": [
    {
      "region": "us-east-1",
      "buckets": []
    }
  ]
}
`,
		Stderr: "In us-east-1: nothing to do\n",
	})
}
