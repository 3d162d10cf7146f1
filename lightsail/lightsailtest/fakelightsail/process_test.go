package main

import (
	"context"
	"net"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// TestProcess runs the program as a process, calls it with a client that is configured only
// by the output of the program, and stops it.
func TestProcess(t *testing.T) {
	skipOnWindows(t)
	p := startProcess(t, "-seed", "testdata/seed.json", "-page-size", "2", "-regions", "eu-central-1",
		"-fault", "GetBuckets=throttle*2", "-fault", "CreateBucket=error:ServiceException")
	ctx, client := t.Context(), p.client

	first := must[lightsail.GetBucketsOutput](t)(client.GetBuckets(ctx, nil))
	second := must[lightsail.GetBucketsOutput](t)(client.GetBuckets(ctx, &lightsail.GetBucketsInput{PageToken: first.NextPageToken}))
	var names []string
	for _, b := range append(first.Buckets, second.Buckets...) {
		names = append(names, *b.Name)
	}
	wantEqual(t, "names", []string{"bucket-0003", "logs", "photos"}, names)
	wantEqual(t, "CreatedAt of logs", time.Date(2026, 7, 1, 12, 0, 0, 125e6, time.UTC), *first.Buckets[1].CreatedAt)
	wantEqual(t, "Location of logs", types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameEuCentral1}, *first.Buckets[1].Location)
	wantEqual(t, "photos", types.Bucket{
		AbleToUpdateBundle:     aws.Bool(true),
		AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: aws.String("photos/")},
		AccessRules:            &types.AccessRules{AllowPublicOverrides: aws.Bool(true), GetObject: types.AccessTypePrivate},
		Arn:                    aws.String("arn:aws:lightsail:us-east-1:111122223333:Bucket/d1a2b3c4-0000-4000-8000-000000000001"),
		BundleId:               aws.String("medium_1_0"),
		CreatedAt:              aws.Time(time.Date(2026, 7, 1, 12, 0, 0, 250e6, time.UTC)),
		Location:               &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:                   aws.String("photos"),
		ObjectVersioning:       aws.String("Enabled"),
		ReadonlyAccessAccounts: []string{},
		ResourceType:           aws.String("Bucket"),
		State:                  &types.BucketState{Code: aws.String("OK")},
		SupportCode:            aws.String("111122223333/photos"),
		Tags:                   []types.Tag{{Key: aws.String("team"), Value: aws.String("web")}},
		Url:                    aws.String("https://photos.s3.us-east-1.amazonaws.com/"),
	}, second.Buckets[0])
	wantEqual(t, "account", types.AccountLevelBpaSync{
		BpaImpactsLightsail: aws.Bool(false),
		LastSyncedAt:        aws.Time(time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)),
		Message:             types.BPAStatusMessageDefaultedForSlrMissing,
		Status:              types.AccountLevelBpaSyncStatusFailed,
	}, *first.AccountLevelBpaSync)

	_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: aws.String("photos"), BundleId: aws.String("small_1_0")})
	asError[*types.InvalidInputException](t, err)
	for instance, protocol := range map[string]types.InstanceAccessProtocol{"linux-1": "ssh", "windows-1": "rdp"} {
		out := must[lightsail.GetInstanceAccessDetailsOutput](t)(client.GetInstanceAccessDetails(ctx, &lightsail.GetInstanceAccessDetailsInput{InstanceName: &instance}))
		wantEqual(t, "protocol of "+instance, protocol, out.AccessDetails.Protocol)
	}

	wantEqual(t, "log", []string{
		"GetBuckets #1 400 ThrottlingException: Rate exceeded",
		"GetBuckets #2 400 ThrottlingException: Rate exceeded",
		"GetBuckets #3 200",
		"GetBuckets #1 200",
		"CreateBucket #1 500 ServiceException: injected fault",
		"CreateBucket #2 400 InvalidInputException: Some names are already in use: photos",
		"GetInstanceAccessDetails #1 200",
		"GetInstanceAccessDetails #1 200",
		"fakelightsail: stopped",
	}, p.stop(t, syscall.SIGTERM))
	keys, err := client.Options().Credentials.Retrieve(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range []string{keys.SecretAccessKey, keys.AccessKeyID, "Signature=", "PRIVATE", "Passw"} {
		if strings.Contains(p.stderr.String(), secret) {
			t.Errorf("the log contains %q", secret)
		}
	}
}

// TestShellScript runs scripts like the one in the package comment.
func TestShellScript(t *testing.T) {
	skipOnWindows(t)
	used, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer used.Close()
	for _, test := range []struct{ name, args, want string }{
		{"ready", `-regions "o'region,us-east-1"`, "o'region o'region unset unset unset unset\naddress\n"},
		{"session token", `-credentials 'id:sec"ret$HOME:token'`, "us-east-1 us-east-1 token unset unset unset\naddress\n"},
		{"address in use", "-addr " + used.Addr().String(), "not started\n"},
		{"invalid flag", "-page-size x", "not started\n"},
		{"missing seed", "-seed testdata/missing.json", "not started\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			log := filepath.Join(t.TempDir(), "log")
			script := `
				AWS_SESSION_TOKEN=other AWS_PROFILE=other AWS_DEFAULT_PROFILE=other AWS_IGNORE_CONFIGURED_ENDPOINT_URLS=true
				eval "$("$0" ` + test.args + ` 2>"$1" &)" || { echo not started; exit; }
				echo "$AWS_REGION $AWS_DEFAULT_REGION ${AWS_SESSION_TOKEN-unset} ${AWS_PROFILE-unset}" \
					"${AWS_DEFAULT_PROFILE-unset} ${AWS_IGNORE_CONFIGURED_ENDPOINT_URLS-unset}"
				case $AWS_ENDPOINT_URL_LIGHTSAIL in http://127.0.0.1:*) echo address;; esac
				kill "$FAKELIGHTSAIL_PID" || exit
				# Wait until the server has stopped.
				while ! grep -q stopped "$1"; do :; done`
			ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
			defer cancel()
			got, err := exec.CommandContext(ctx, "sh", "-c", script, binary, log).CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, got)
			}
			wantEqual(t, "output", test.want, string(got))
		})
	}
}
