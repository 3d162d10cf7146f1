package lightsailtest_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func TestCreateBucketInvalidInput(t *testing.T) {
	server := lightsailtest.NewServer(t,
		lightsailtest.WithCredentials(testCredentials),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("taken")}),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("server")}))
	bundle := aws.String("small_1_0")
	tag := func(key, value string) []types.Tag { return []types.Tag{{Key: &key, Value: &value}} }
	tests := []struct {
		in      lightsail.CreateBucketInput
		message string
	}{
		{lightsail.CreateBucketInput{BundleId: bundle}, "bucketName: must be set"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha")}, "bundleId: must be set"},
		{lightsail.CreateBucketInput{BucketName: aws.String("taken"), BundleId: bundle}, "already in use: taken"},
		{lightsail.CreateBucketInput{BucketName: aws.String("server"), BundleId: bundle}, "already in use: server"},
		{lightsail.CreateBucketInput{BucketName: aws.String("al"), BundleId: bundle}, "bucketName: must have 3 to 54"},
		{lightsail.CreateBucketInput{BucketName: aws.String(strings.Repeat("a", 55)), BundleId: bundle}, "bucketName: must have 3 to 54"},
		{lightsail.CreateBucketInput{BucketName: aws.String("Alpha"), BundleId: bundle}, "bucketName: must have 3 to 54"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha.beta"), BundleId: bundle}, "bucketName: must have 3 to 54"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha-"), BundleId: bundle}, "bucketName: must have 3 to 54"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha\n"), BundleId: bundle}, "bucketName: must have 3 to 54"},
		{lightsail.CreateBucketInput{BucketName: aws.String("xn--alpha"), BundleId: bundle}, "bucketName: must not begin with xn--"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha-s3alias"), BundleId: bundle}, "bucketName: must not end with -s3alias"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: aws.String("small_3_0")}, "bundleId: no bucket bundle has this ID"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: make([]types.Tag, 51)}, "tags: must have at most 50 items"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("", "x")}, "tags[0].key: must have 1 to 128"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag(strings.Repeat("ö", 129), "x")}, "tags[0].key"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("k", strings.Repeat("ö", 257))}, "tags[0].value: must have at most 256"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("aws:k", "v")}, "tags[0].key: must not begin with aws:"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("k", "AWS:v")}, "tags[0].value: must not begin with aws:"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("k;", "v")}, "tags[0].key: must have only letters"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: append(tag("k", "v"), tag("k", "w")...)}, "tags[1].key: must not repeat another key"},
	}
	for _, test := range tests {
		wantInvalidInput(t, server, "CreateBucket", test.in, test.message)
	}
	if n := len(server.Snapshot().Buckets); n != 1 {
		t.Errorf("got %d buckets, want only the existing one", n)
	}
}

func TestCreateBucket(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithRegions("eu-central-1"))
	client := server.Client(inProcess(server))
	out, err := client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{
		BucketName:             aws.String("a--1"),
		BundleId:               aws.String("large_1_0"),
		EnableObjectVersioning: aws.Bool(true),
		Tags:                   []types.Tag{{Key: aws.String("Größe"), Value: aws.String("")}, {Key: aws.String("key only")}},
	})
	if err != nil {
		t.Fatal(err)
	}
	b := out.Bucket
	want := &types.Bucket{
		AbleToUpdateBundle:     aws.Bool(true),
		AccessRules:            &types.AccessRules{AllowPublicOverrides: aws.Bool(false), GetObject: types.AccessTypePrivate},
		Arn:                    b.Arn,
		BundleId:               aws.String("large_1_0"),
		CreatedAt:              b.CreatedAt,
		Location:               &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameEuCentral1},
		Name:                   aws.String("a--1"),
		ObjectVersioning:       aws.String("Enabled"),
		ReadonlyAccessAccounts: []string{},
		ResourceType:           aws.String("Bucket"),
		State:                  &types.BucketState{Code: aws.String("OK")},
		SupportCode:            aws.String("123456789012/a--1"),
		Tags:                   []types.Tag{{Key: aws.String("Größe"), Value: aws.String("")}, {Key: aws.String("key only"), Value: aws.String("")}},
		Url:                    aws.String("https://a--1.s3.eu-central-1.amazonaws.com/"),
	}
	if diff := cmp.Diff(want, b); diff != "" {
		t.Errorf("bucket (-want +got):\n%s", diff)
	}
	if !strings.HasPrefix(*b.Arn, "arn:aws:lightsail:eu-central-1:123456789012:Bucket/") || strings.Contains(*b.Arn, "a--1") {
		t.Errorf("got ARN %s, want a UUID after Bucket/", *b.Arn)
	}
	op := out.Operations[0]
	wantOps := []types.Operation{{
		CreatedAt:       b.CreatedAt,
		Id:              op.Id,
		IsTerminal:      aws.Bool(true),
		Location:        b.Location,
		OperationType:   types.OperationTypeCreateBucket,
		ResourceName:    aws.String("a--1"),
		ResourceType:    types.ResourceTypeBucket,
		Status:          types.OperationStatusSucceeded,
		StatusChangedAt: b.CreatedAt,
	}}
	if diff := cmp.Diff(wantOps, out.Operations); diff != "" {
		t.Errorf("operations (-want +got):\n%s", diff)
	}
	state := server.Snapshot()
	if diff := cmp.Diff(wantOps, state.Operations); diff != "" {
		t.Errorf("Snapshot().Operations (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]types.Bucket{*b}, state.Buckets); diff != "" {
		t.Errorf("Snapshot().Buckets (-want +got):\n%s", diff)
	}
}

func TestUpdateBucketInvalidInput(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithBuckets(types.Bucket{Name: aws.String("alpha")}))
	before := server.Snapshot()
	log := func(enabled *bool, destination, prefix *string) lightsail.UpdateBucketInput {
		return lightsail.UpdateBucketInput{AccessLogConfig: &types.BucketAccessLogConfig{Enabled: enabled, Destination: destination, Prefix: prefix}}
	}
	cors := func(rules ...types.BucketCorsRule) lightsail.UpdateBucketInput {
		return lightsail.UpdateBucketInput{Cors: &types.BucketCorsConfig{Rules: rules}}
	}
	origins, methods := []string{"*"}, []string{"GET"}
	alpha, yes := aws.String("alpha"), aws.Bool(true)
	tests := []struct {
		in      lightsail.UpdateBucketInput
		message string
	}{
		{log(nil, alpha, nil), "accessLogConfig.enabled: must be set"},
		{log(yes, nil, nil), "accessLogConfig.destination: must be set if enabled is true"},
		{log(yes, aws.String("Alpha"), nil), "accessLogConfig.destination: must have 3 to 54"},
		{log(yes, aws.String("missing"), nil), "accessLogConfig.destination: bucket missing does not exist"},
		{log(yes, alpha, aws.String("")), "accessLogConfig.prefix"},
		{log(yes, alpha, aws.String("a b")), "accessLogConfig.prefix"},
		{log(yes, alpha, aws.String(strings.Repeat("a", 101))), "accessLogConfig.prefix"},
		{lightsail.UpdateBucketInput{AccessRules: &types.AccessRules{GetObject: "secret"}}, "accessRules.getObject"},
		{lightsail.UpdateBucketInput{Versioning: aws.String("NeverEnabled")}, "versioning"},
		{lightsail.UpdateBucketInput{ReadonlyAccessAccounts: make([]string, 11)}, "readonlyAccessAccounts: must have at most 10 items"},
		{lightsail.UpdateBucketInput{ReadonlyAccessAccounts: []string{"123456789012", " "}}, "readonlyAccessAccounts[1]: must not be blank"},
		{cors(slices.Repeat([]types.BucketCorsRule{{AllowedMethods: methods, AllowedOrigins: origins}}, 21)...), "cors.rules: must have at most 20 items"},
		{cors(types.BucketCorsRule{AllowedMethods: methods, AllowedOrigins: []string{}}), "cors.rules[0].allowedOrigins: must not be empty"},
		{cors(types.BucketCorsRule{AllowedMethods: []string{}, AllowedOrigins: origins}), "cors.rules[0].allowedMethods: must not be empty"},
		{cors(types.BucketCorsRule{AllowedOrigins: origins, AllowedMethods: []string{"PATCH"}}), "cors.rules[0].allowedMethods: must have only DELETE"},
		{cors(types.BucketCorsRule{AllowedOrigins: origins, AllowedMethods: methods, Id: aws.String(strings.Repeat("ö", 256))}), "cors.rules[0].id"},
		{cors(types.BucketCorsRule{AllowedOrigins: origins, AllowedMethods: methods, Id: alpha},
			types.BucketCorsRule{AllowedOrigins: origins, AllowedMethods: methods, Id: alpha}), "cors.rules[1].id: must not repeat another ID"},
		{cors(types.BucketCorsRule{AllowedOrigins: []string{strings.Repeat("x", 64<<10)}, AllowedMethods: methods}), "cors: must have at most 65536 bytes"},
	}
	for _, test := range tests {
		test.in.BucketName = alpha
		wantInvalidInput(t, server, "UpdateBucket", test.in, test.message)
	}
	if diff := cmp.Diff(before, server.Snapshot()); diff != "" {
		t.Errorf("rejected calls changed the state (-before +after):\n%s", diff)
	}
	_, err := server.Client(inProcess(server)).UpdateBucket(t.Context(), &lightsail.UpdateBucketInput{BucketName: aws.String("missing")})
	if errorCode(err) != "NotFoundException" {
		t.Errorf("got %v, want a NotFoundException", err)
	}
}

// Unset fields of the input keep their values; set fields replace them.
func TestUpdateBucket(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("alpha"), ResourcesReceivingAccess: []types.ResourceReceivingAccess{{Name: aws.String("server")}}},
		types.Bucket{Name: aws.String("logs")}))
	client := server.Client(inProcess(server))
	update := func(in lightsail.UpdateBucketInput) *types.Bucket {
		t.Helper()
		in.BucketName = aws.String("alpha")
		out, err := client.UpdateBucket(t.Context(), &in)
		if err != nil {
			t.Fatal(err)
		}
		if op := out.Operations[0]; op.OperationType != types.OperationTypeUpdateBucket || *op.ResourceName != "alpha" {
			t.Errorf("got operation record %+v, want UpdateBucket for alpha", op)
		}
		return out.Bucket
	}
	get := func(in lightsail.GetBucketsInput) types.Bucket {
		t.Helper()
		in.BucketName = aws.String("alpha")
		out, err := client.GetBuckets(t.Context(), &in)
		if err != nil {
			t.Fatal(err)
		}
		return out.Buckets[0]
	}
	diff := func(what string, want, got any) {
		t.Helper()
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", what, d)
		}
	}

	logging := &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: aws.String("alpha/")}
	diff("logs enabled", logging, update(lightsail.UpdateBucketInput{AccessLogConfig: logging}).AccessLogConfig)

	publicOverrides := &types.AccessRules{AllowPublicOverrides: aws.Bool(true), GetObject: types.AccessTypePrivate}
	b := update(lightsail.UpdateBucketInput{AccessRules: &types.AccessRules{AllowPublicOverrides: aws.Bool(true)}})
	diff("AllowPublicOverrides set", publicOverrides, b.AccessRules)
	diff("logs, not in the input", logging, b.AccessLogConfig)

	b = update(lightsail.UpdateBucketInput{Versioning: aws.String("Enabled")})
	diff("versioning enabled", "Enabled", *b.ObjectVersioning)
	diff("access rules after enabling versioning", &types.AccessRules{AllowPublicOverrides: aws.Bool(false), GetObject: types.AccessTypePrivate}, b.AccessRules)

	update(lightsail.UpdateBucketInput{AccessRules: publicOverrides})
	b = update(lightsail.UpdateBucketInput{Versioning: aws.String("Enabled")})
	diff("access rules, versioning not changed", publicOverrides, b.AccessRules)
	b = update(lightsail.UpdateBucketInput{Versioning: aws.String("Suspended"), AccessRules: publicOverrides})
	diff("access rules in the same input", publicOverrides, b.AccessRules)
	diff("versioning suspended", "Suspended", *b.ObjectVersioning)

	accounts := []string{"111111111111", "222222222222"}
	diff("accounts", accounts, update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: accounts}).ReadonlyAccessAccounts)
	diff("accounts, not in the input", accounts, update(lightsail.UpdateBucketInput{}).ReadonlyAccessAccounts)
	diff("accounts, cleared", []string{}, update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: []string{}}).ReadonlyAccessAccounts)

	cors := &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{AllowedMethods: []string{"GET"}, AllowedOrigins: []string{"*"}, MaxAgeSeconds: aws.Int32(5)}}}
	diff("CORS in the output of the call that sets it", cors, update(lightsail.UpdateBucketInput{Cors: cors}).Cors)
	diff("CORS in the output of another call", (*types.BucketCorsConfig)(nil), update(lightsail.UpdateBucketInput{}).Cors)
	diff("CORS without IncludeCors", (*types.BucketCorsConfig)(nil), get(lightsail.GetBucketsInput{}).Cors)
	diff("CORS with IncludeCors", cors, get(lightsail.GetBucketsInput{IncludeCors: aws.Bool(true)}).Cors)
	list, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{IncludeCors: aws.Bool(true)})
	if err != nil {
		t.Fatal(err)
	}
	diff("CORS in a list", (*types.BucketCorsConfig)(nil), list.Buckets[0].Cors)
	update(lightsail.UpdateBucketInput{Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{}}})
	diff("CORS, removed", (*types.BucketCorsConfig)(nil), get(lightsail.GetBucketsInput{IncludeCors: aws.Bool(true)}).Cors)

	diff("resources without IncludeConnectedResources", []types.ResourceReceivingAccess(nil), get(lightsail.GetBucketsInput{}).ResourcesReceivingAccess)
	diff("resources with IncludeConnectedResources", []types.ResourceReceivingAccess{{Name: aws.String("server")}},
		get(lightsail.GetBucketsInput{IncludeConnectedResources: aws.Bool(true)}).ResourcesReceivingAccess)

	off := &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
	diff("logs disabled", off, update(lightsail.UpdateBucketInput{AccessLogConfig: off}).AccessLogConfig)
}

// The server copies its arguments and results: modifying them does not change its state.
func TestServerCopiesArgumentsAndResults(t *testing.T) {
	seed := types.Bucket{Name: aws.String("alpha"), Tags: []types.Tag{{Key: aws.String("k"), Value: aws.String("v")}}}
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(seed))
	arn := *server.Snapshot().Buckets[0].Arn

	*seed.Tags[0].Value = "changed"
	*server.Snapshot().Buckets[0].Name = "changed"
	client := server.Client(inProcess(server))
	in := &lightsail.UpdateBucketInput{BucketName: aws.String("alpha"), ReadonlyAccessAccounts: []string{"111111111111"}}
	if _, err := client.UpdateBucket(t.Context(), in); err != nil {
		t.Fatal(err)
	}
	server.Calls()[0].Input.(*lightsail.UpdateBucketInput).ReadonlyAccessAccounts[0] = "changed"

	b := server.Snapshot().Buckets[0]
	got := []string{*b.Name, *b.Arn, *b.Tags[0].Value, b.ReadonlyAccessAccounts[0]}
	if diff := cmp.Diff([]string{"alpha", arn, "v", "111111111111"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAccountLevelBpaSync(t *testing.T) {
	server := lightsailtest.NewServer(t)
	want := types.AccountLevelBpaSync{
		BpaImpactsLightsail: aws.Bool(true),
		Message:             types.BPAStatusMessageDefaultedForSlrMissing,
		Status:              types.AccountLevelBpaSyncStatusDefaulted,
	}
	server.SetAccountLevelBpaSync(want)
	out, err := server.Client(inProcess(server)).GetBuckets(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(&want, out.AccountLevelBpaSync); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestLagOfCreatedBucket(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 1}, lightsailtest.Lag{State: "pending", Polls: 1, End: "Unknown", Reason: "The creation of the bucket timed out."}))
	client := server.Client(inProcess(server))
	created, err := client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: aws.String("small_1_0")})
	if err != nil {
		t.Fatal(err)
	}
	if created.Bucket.State != nil || *created.Operations[0].IsTerminal {
		t.Errorf("CreateBucket: got bucket %+v and operation records %+v, want no State and not terminal", created.Bucket, created.Operations)
	}
	if _, err := client.UpdateBucket(t.Context(), &lightsail.UpdateBucketInput{BucketName: aws.String("alpha")}); errorCode(err) != "NotFoundException" {
		t.Errorf("UpdateBucket of a hidden bucket: got %v, want a NotFoundException", err)
	}
	if err := createBucket(t.Context(), client, "alpha"); errorCode(err) != invalidInput {
		t.Errorf("CreateBucket with the name of a hidden bucket: got %v, want %s", err, invalidInput)
	}
	var polls []string
	for range 3 {
		out, err := client.GetBuckets(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		// The number of buckets, or the state of the first one.
		poll := strconv.Itoa(len(out.Buckets))
		if len(out.Buckets) > 0 && out.Buckets[0].State != nil {
			poll = *out.Buckets[0].State.Code
		}
		polls = append(polls, poll)
	}
	if diff := cmp.Diff([]string{"0", "1", "Unknown"}, polls); diff != "" {
		t.Errorf("polls (-want +got):\n%s", diff)
	}
}
