package lightsailtest_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

const invalidInput = "InvalidInputException"

// wantInvalidInput sends what a client would not.
func wantInvalidInput(t *testing.T, server *lightsailtest.Server, operation string, in any, says string) {
	t.Helper()
	body, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	_, _, text := send(t, server.HTTPClient(), newRequest(operation, string(body)).sign(t, "http://anywhere/"))
	var got struct {
		Type    string `json:"__type"`
		Message string `json:"message"`
	}
	if err := json.Unmarshal([]byte(text), &got); err != nil || got.Type != invalidInput || !strings.Contains(got.Message, says) {
		t.Errorf("got %s, want %s with %q", text, invalidInput, says)
	}
}

func TestCreateBucketRefused(t *testing.T) {
	server := lightsailtest.NewServer(t,
		lightsailtest.WithCredentials(keys),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("taken")}),
		lightsailtest.WithInstances(lightsailtest.Instance{Name: "machine"}))
	bundle := aws.String("small_1_0")
	tag := func(key, value string) []types.Tag { return []types.Tag{{Key: &key, Value: &value}} }
	tests := []struct {
		in   lightsail.CreateBucketInput
		says string
	}{
		{lightsail.CreateBucketInput{BundleId: bundle}, "bucketName: it is required"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha")}, "bundleId: it is required"},
		{lightsail.CreateBucketInput{BucketName: aws.String("taken"), BundleId: bundle}, "already in use: taken"},
		{lightsail.CreateBucketInput{BucketName: aws.String("machine"), BundleId: bundle}, "already in use: machine"},
		{lightsail.CreateBucketInput{BucketName: aws.String("al"), BundleId: bundle}, "bucketName: it must be 3 to 54"},
		{lightsail.CreateBucketInput{BucketName: aws.String(strings.Repeat("a", 55)), BundleId: bundle}, "bucketName: it must be 3 to 54"},
		{lightsail.CreateBucketInput{BucketName: aws.String("Alpha"), BundleId: bundle}, "bucketName: it must be"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha.beta"), BundleId: bundle}, "bucketName: it must be"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha-"), BundleId: bundle}, "bucketName: it must be"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha\n"), BundleId: bundle}, "bucketName: it must be"},
		{lightsail.CreateBucketInput{BucketName: aws.String("xn--alpha"), BundleId: bundle}, "begin with xn-- are reserved"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha-s3alias"), BundleId: bundle}, "end with -s3alias are reserved"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: aws.String("small_3_0")}, "bundleId: there is no such plan"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: make([]types.Tag, 51)}, "tags: there are more than 50"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("", "x")}, "tags[0].key: it must have 1 to 128"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag(strings.Repeat("ö", 129), "x")}, "tags[0].key"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("k", strings.Repeat("ö", 257))}, "tags[0].value: it must have at most 256"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("aws:k", "v")}, "tags[0].key: it must not begin with aws:"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("k", "AWS:v")}, "tags[0].value: it must not begin with aws:"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: tag("k;", "v")}, "tags[0].key: it may have"},
		{lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: bundle, Tags: append(tag("k", "v"), tag("k", "w")...)}, "tags[1].key: it is there twice"},
	}
	for _, test := range tests {
		wantInvalidInput(t, server, "CreateBucket", test.in, test.says)
	}
	if n := len(server.Snapshot().Buckets); n != 1 {
		t.Errorf("there are %d buckets, want the one that was there", n)
	}
}

func TestCreateBucket(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithRegion("eu-central-1"))
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
		t.Errorf("ARN %s", *b.Arn)
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
		t.Errorf("operations of the state (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]types.Bucket{*b}, state.Buckets); diff != "" {
		t.Errorf("buckets of the state (-want +got):\n%s", diff)
	}
}

func TestUpdateBucketRefused(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys), lightsailtest.WithBuckets(types.Bucket{Name: aws.String("alpha")}))
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
		in   lightsail.UpdateBucketInput
		says string
	}{
		{log(nil, alpha, nil), "accessLogConfig.enabled: it is required"},
		{log(yes, nil, nil), "accessLogConfig.destination: it is required"},
		{log(yes, aws.String("Alpha"), nil), "accessLogConfig.destination: it must be"},
		{log(yes, aws.String("nowhere"), nil), "accessLogConfig.destination: there is no bucket nowhere"},
		{log(yes, alpha, aws.String("")), "accessLogConfig.prefix"},
		{log(yes, alpha, aws.String("a b")), "accessLogConfig.prefix"},
		{log(yes, alpha, aws.String(strings.Repeat("a", 101))), "accessLogConfig.prefix"},
		{lightsail.UpdateBucketInput{AccessRules: &types.AccessRules{GetObject: "secret"}}, "accessRules.getObject"},
		{lightsail.UpdateBucketInput{Versioning: aws.String("NeverEnabled")}, "versioning"},
		{lightsail.UpdateBucketInput{ReadonlyAccessAccounts: make([]string, 11)}, "readonlyAccessAccounts: there are more than 10"},
		{lightsail.UpdateBucketInput{ReadonlyAccessAccounts: []string{"123456789012", " "}}, "readonlyAccessAccounts[1]: it is blank"},
		{cors(make([]types.BucketCorsRule, 21)...), "cors.rules: there are more than 20"},
		{cors(types.BucketCorsRule{AllowedMethods: methods}), "cors.rules[0].allowedOrigins: it is required"},
		{cors(types.BucketCorsRule{AllowedOrigins: origins}), "cors.rules[0].allowedMethods: it is required"},
		{cors(types.BucketCorsRule{AllowedOrigins: origins, AllowedMethods: []string{"PATCH"}}), "cors.rules[0].allowedMethods: they must be of"},
		{cors(types.BucketCorsRule{AllowedOrigins: origins, AllowedMethods: methods, Id: aws.String(strings.Repeat("ö", 256))}), "cors.rules[0].id"},
		{cors(types.BucketCorsRule{AllowedOrigins: origins, AllowedMethods: methods, Id: alpha},
			types.BucketCorsRule{AllowedOrigins: origins, AllowedMethods: methods, Id: alpha}), "cors.rules[1].id: it is there twice"},
		{cors(types.BucketCorsRule{AllowedOrigins: []string{strings.Repeat("x", 64<<10)}, AllowedMethods: methods}), "cors: it is larger than"},
	}
	for _, test := range tests {
		test.in.BucketName = alpha
		wantInvalidInput(t, server, "UpdateBucket", test.in, test.says)
	}
	if diff := cmp.Diff(before, server.Snapshot()); diff != "" {
		t.Errorf("what was refused changed the state (-before +after):\n%s", diff)
	}
	_, err := server.Client(inProcess(server)).UpdateBucket(t.Context(), &lightsail.UpdateBucketInput{BucketName: aws.String("nowhere")})
	if errorCode(err) != "NotFoundException" {
		t.Errorf("got %v, want a NotFoundException", err)
	}
}

// What an update leaves out stays, and what it brings replaces.
func TestUpdateBucket(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(
		types.Bucket{Name: aws.String("alpha"), ResourcesReceivingAccess: []types.ResourceReceivingAccess{{Name: aws.String("machine")}}},
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
			t.Errorf("operation %+v", op)
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
	diff("logging on", logging, update(lightsail.UpdateBucketInput{AccessLogConfig: logging}).AccessLogConfig)

	individual := &types.AccessRules{AllowPublicOverrides: aws.Bool(true), GetObject: types.AccessTypePrivate}
	b := update(lightsail.UpdateBucketInput{AccessRules: &types.AccessRules{AllowPublicOverrides: aws.Bool(true)}})
	diff("rules, one by one", individual, b.AccessRules)
	diff("logging, untouched", logging, b.AccessLogConfig)

	b = update(lightsail.UpdateBucketInput{Versioning: aws.String("Enabled")})
	diff("versioning on", "Enabled", *b.ObjectVersioning)
	diff("rules, reset by that", &types.AccessRules{AllowPublicOverrides: aws.Bool(false), GetObject: types.AccessTypePrivate}, b.AccessRules)

	update(lightsail.UpdateBucketInput{AccessRules: individual})
	b = update(lightsail.UpdateBucketInput{Versioning: aws.String("Enabled")})
	diff("rules, when versioning stays as it is", individual, b.AccessRules)
	b = update(lightsail.UpdateBucketInput{Versioning: aws.String("Suspended"), AccessRules: individual})
	diff("rules of the same call", individual, b.AccessRules)
	diff("versioning off", "Suspended", *b.ObjectVersioning)

	accounts := []string{"111111111111", "222222222222"}
	diff("accounts", accounts, update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: accounts}).ReadonlyAccessAccounts)
	diff("accounts, untouched", accounts, update(lightsail.UpdateBucketInput{}).ReadonlyAccessAccounts)
	diff("accounts, cleared", []string{}, update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: []string{}}).ReadonlyAccessAccounts)

	cors := &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{AllowedMethods: []string{"GET"}, AllowedOrigins: []string{"*"}, MaxAgeSeconds: aws.Int32(5)}}}
	diff("CORS, where the call sets it", cors, update(lightsail.UpdateBucketInput{Cors: cors}).Cors)
	diff("CORS, where it does not", (*types.BucketCorsConfig)(nil), update(lightsail.UpdateBucketInput{}).Cors)
	diff("CORS, not asked for", (*types.BucketCorsConfig)(nil), get(lightsail.GetBucketsInput{}).Cors)
	diff("CORS, asked for", cors, get(lightsail.GetBucketsInput{IncludeCors: aws.Bool(true)}).Cors)
	list, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{IncludeCors: aws.Bool(true)})
	if err != nil {
		t.Fatal(err)
	}
	diff("CORS of a list", (*types.BucketCorsConfig)(nil), list.Buckets[0].Cors)
	update(lightsail.UpdateBucketInput{Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{}}})
	diff("CORS, cleared", (*types.BucketCorsConfig)(nil), get(lightsail.GetBucketsInput{IncludeCors: aws.Bool(true)}).Cors)

	diff("resources, not asked for", []types.ResourceReceivingAccess(nil), get(lightsail.GetBucketsInput{}).ResourcesReceivingAccess)
	diff("resources, asked for", []types.ResourceReceivingAccess{{Name: aws.String("machine")}},
		get(lightsail.GetBucketsInput{IncludeConnectedResources: aws.Bool(true)}).ResourcesReceivingAccess)

	off := &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
	diff("logging off", off, update(lightsail.UpdateBucketInput{AccessLogConfig: off}).AccessLogConfig)
}

// What a caller does with what it gave or got changes nothing in the server.
func TestStateIsTheServers(t *testing.T) {
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

func TestLag(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithLag(lightsailtest.Lag{Hidden: 1, Pending: 1, Failed: true}))
	client := server.Client(inProcess(server))
	created, err := client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{BucketName: aws.String("alpha"), BundleId: aws.String("small_1_0")})
	if err != nil {
		t.Fatal(err)
	}
	if created.Bucket.State != nil || *created.Operations[0].IsTerminal {
		t.Errorf("a bucket that lags was created as %+v, %+v", created.Bucket, created.Operations)
	}
	if _, err := client.UpdateBucket(t.Context(), &lightsail.UpdateBucketInput{BucketName: aws.String("alpha")}); errorCode(err) != "NotFoundException" {
		t.Errorf("update of a hidden bucket: got %v", err)
	}
	if err := createBucket(t.Context(), client, "alpha"); errorCode(err) != invalidInput {
		t.Errorf("the name of a hidden bucket: got %v", err)
	}
	var looks []string
	for range 3 {
		out, err := client.GetBuckets(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		look := strconv.Itoa(len(out.Buckets))
		if len(out.Buckets) > 0 && out.Buckets[0].State != nil {
			look = *out.Buckets[0].State.Code
		}
		looks = append(looks, look)
	}
	if diff := cmp.Diff([]string{"0", "1", "Unknown"}, looks); diff != "" {
		t.Errorf("looks (-want +got):\n%s", diff)
	}
}
