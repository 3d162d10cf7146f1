package lightsailtest_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// The outputs in testdata were printed by clients that listed the same resources. The
// server has the same ones after each of them. To write the files again, install the
// clients and run:
//
//	go test -C internal/interop -run TestServerPutJSON . -update
func TestPutJSONOfClients(t *testing.T) {
	put := func(t *testing.T, client string) lightsailtest.State {
		server := lightsailtest.NewServer(t)
		for _, operation := range []string{"GetBuckets", "GetInstances"} {
			file := filepath.Join("testdata", client+"_"+operation+".json")
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := server.PutJSON(text); err != nil {
				t.Errorf("%s: %v", file, err)
			}
		}
		return server.Snapshot()
	}

	want := put(t, "http") // a response of the service
	if len(want.Buckets) != 2 || len(want.Instances) != 2 {
		t.Fatalf("got %d buckets and %d instances, want 2 and 2", len(want.Buckets), len(want.Instances))
	}
	wantEqual(t, "CreatedAt", time.Date(2026, 7, 1, 12, 0, 0, 125e6, time.UTC), *want.Buckets[1].CreatedAt)
	wantEqual(t, "Tags", []types.Tag{
		{Key: aws.String("team"), Value: aws.String(`wéb & "co" <x>`)}, {Key: aws.String("empty"), Value: aws.String("")},
	}, want.Buckets[1].Tags)
	for _, client := range []string{"awscli1", "awscli2", "boto3", "go", "javascript"} {
		t.Run(client, func(t *testing.T) { wantEqual(t, "state", want, put(t, client)) })
	}
}

func TestPutJSONErrors(t *testing.T) {
	const badTime = `: must be a number of seconds since 1970 or a string such as "2026-07-01T12:00:00Z", in the years 1 to 9999`
	for _, test := range []struct{ document, want string }{
		{``, "invalid JSON at byte 0: unexpected end of JSON input"},
		{`{"buckets":[{]}`, "invalid JSON at byte 14: invalid character ']' looking for beginning of object key string"},
		{`{} {}`, "invalid JSON at byte 4: invalid character '{' after top-level value"},
		{`[]`, "the document must be a JSON object"},
		{`null`, "the document must be a JSON object"},
		{`{"bucketList":[]}`, "bucketList: unknown member, want one of accessDetails, accountLevelBpaSync, "},
		{`{"buckets":[],"Buckets":[]}`, "Buckets: duplicate member"},
		{`{"buckets":[],"bucket":{}}`, "bucket: duplicate member"},
		{`{"buckets":7}`, "buckets: must be an object"},
		{`{"blueprints":{}}`, "blueprints: must be a list"},
		{`{"buckets":[{},[]]}`, "buckets[1]: must be an object"},
		{`{"buckets":[{"bucketName":"a"}]}`, "buckets[0].bucketName: unknown member"},
		{`{"buckets":[{"name":"a","Name":"b"}]}`, "buckets[0].Name: duplicate member"},
		{`{"buckets":[{"tags":[{"key":"a"},{"k":""}]}]}`, "buckets[0].tags[1].k: unknown member"},
		{`{"buckets":[{"tags":{}}]}`, "buckets[0].tags: must be a list"},
		{`{"buckets":[{"state":[]}]}`, "buckets[0].state: must be an object"},
		{`{"buckets":[{"name":1}]}`, "buckets[0].name: must be a string"},
		{`{"buckets":[{"name":{}}]}`, "buckets[0].name: must be a string"},
		{`{"buckets":[{"ableToUpdateBundle":"true"}]}`, "buckets[0].ableToUpdateBundle: must be true or false"},
		{`{"instance":{"hardware":{"cpuCount":1.5}}}`, "instance.hardware.cpuCount: must be an integer of at most 32 bits"},
		{`{"instance":{"hardware":{"cpuCount":3000000000}}}`, "instance.hardware.cpuCount: must be an integer of at most 32 bits"},
		{`{"instance":{"hardware":{"ramSizeInGb":"1"}}}`, "instance.hardware.ramSizeInGb: must be a number"},
		{`{"instance":{"hardware":{"ramSizeInGb":1e99}}}`, "instance.hardware.ramSizeInGb: must be a number"},
		{`{"buckets":[{"createdAt":"today"}]}`, "buckets[0].createdAt" + badTime},
		{`{"buckets":[{"createdAt":1e15}]}`, "buckets[0].createdAt" + badTime},
		{`{"buckets":[{"createdAt":true}]}`, "buckets[0].createdAt" + badTime},
		{`{"buckets":[{"createdAt":"0000-12-31T00:00:00Z"}]}`, "buckets[0].createdAt" + badTime},
		{`{"buckets":[{"name":"a"},{"name":"a"}]}`, `buckets[1]: duplicate name "a"`},
		{`{"buckets":[{"name":"a"}],"instances":[{"name":"a"}]}`, `instances[0]: duplicate name "a"`},
		{`{"accountLevelBpaSync":{"state":""}}`, "accountLevelBpaSync.state: unknown member"},
		{`{"instances":[{"name":"new"}],"buckets":[{"name":"new-bucket"}],"bundles":[],"accountLevelBpaSync":{"status":"Failed"},"x":0}`, "x: unknown member"},
	} {
		server, _ := newTestServer(t)
		before := server.Snapshot()
		if err := server.PutJSON([]byte(test.document)); err == nil || !strings.HasPrefix(err.Error(), test.want) {
			t.Errorf("%s: got error %v, want %s", test.document, err, test.want)
		}
		wantEqual(t, "state after "+test.document, before, server.Snapshot())
	}
}

// A resource replaces the one with its name, also one of another type, and an empty
// document changes nothing.
func TestPutJSONReplaces(t *testing.T) {
	server, _ := newTestServer(t)
	before := server.Snapshot()
	for _, document := range []string{`{}`, `{"buckets":null,"instances":[],"nextPageToken":"x","$metadata":{"attempts":1}}`} {
		if err := server.PutJSON([]byte(document)); err != nil {
			t.Error(err)
		}
		wantEqual(t, document, before, server.Snapshot())
	}
	if err := server.PutJSON([]byte(`{"instances":[{"name":"alpha"},{"name":"web","bundleId":"small_3_0"}]}`)); err != nil {
		t.Fatal(err)
	}
	after := server.Snapshot()
	if len(after.Buckets) != 0 || len(after.Instances) != 2 || *after.Instances[1].BundleId != "small_3_0" {
		t.Errorf("got %d buckets and the instances %v", len(after.Buckets), after.Instances)
	}
}

// Resources are in the Region of their location, where names can be in use that are in use
// in another Region as well. Without such a Region, they are in the first one.
func TestPutJSONRegions(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithRegions("eu-west-1", "us-east-1"))
	if err := server.PutJSON([]byte(`{"instances": [
		{"name": "web", "location": {"regionName": "us-east-1", "availabilityZone": "us-east-1b"}},
		{"name": "web", "location": {"regionName": "eu-west-1"}},
		{"name": "mail", "location": {"regionName": "ap-south-1"}},
		{"name": "new", "location": null},
		{"name": "all", "location": {"regionName": "global"}}
	]}`)); err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, region := range []string{"eu-west-1", "us-east-1"} {
		client := server.Client(inProcess(server), func(o *lightsail.Options) { o.Region = region })
		for _, i := range must[lightsail.GetInstancesOutput](t)(client.GetInstances(t.Context(), nil)).Instances {
			got[region] += *i.Name + " "
		}
	}
	wantEqual(t, "instances", map[string]string{"eu-west-1": "mail new web ", "us-east-1": "all web "}, got)
}

// The members that are not resources.
func TestPutJSONOfOtherMembers(t *testing.T) {
	server, client := newTestServer(t)
	if err := server.PutJSON([]byte(`{
		"accessDetails": {"instanceName": "web", "username": "root", "expiresAt": "2026-07-01 12:00:00+02:00"},
		"accountLevelBpaSync": {"status": "Failed"},
		"blueprints": [{"blueprintId": "beos_5", "isActive": true, "name": "BeOS"}],
		"bundles": [{"bundleId": "huge_9_0", "isActive": true, "price": 9999.5}],
		"instances": [{"name": "new"}]
	}`)); err != nil {
		t.Fatal(err)
	}
	details := must[lightsail.GetInstanceAccessDetailsOutput](t)(client.GetInstanceAccessDetails(t.Context(), &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")})).AccessDetails
	wantEqual(t, "Username", "root", *details.Username)
	wantEqual(t, "ExpiresAt", time.Date(2026, 7, 1, 10, 0, 0, 0, time.UTC), *details.ExpiresAt)
	wantEqual(t, "account", types.AccountLevelBpaSyncStatusFailed, server.Snapshot().AccountLevelBpaSync.Status)
	blueprints := must[lightsail.GetBlueprintsOutput](t)(client.GetBlueprints(t.Context(), nil)).Blueprints
	bundles := must[lightsail.GetBundlesOutput](t)(client.GetBundles(t.Context(), nil)).Bundles
	wantEqual(t, "catalog", "1 BeOS 1 9999.5\n", fmt.Sprintln(len(blueprints), *blueprints[0].Name, len(bundles), *bundles[0].Price))
	created := must[lightsail.GetInstanceOutput](t)(client.GetInstance(t.Context(), &lightsail.GetInstanceInput{InstanceName: aws.String("new")})).Instance
	wantEqual(t, "bundle of the new instance", "huge_9_0", *created.BundleId)
}
