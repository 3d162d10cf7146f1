package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// call calls the operation of an input.
func call(ctx context.Context, client *lightsail.Client, input any, optFns ...func(*lightsail.Options)) (err error) {
	switch in := input.(type) {
	case *lightsail.CreateBucketInput:
		_, err = client.CreateBucket(ctx, in, optFns...)
	case *lightsail.GetBlueprintsInput:
		_, err = client.GetBlueprints(ctx, in, optFns...)
	case *lightsail.GetBucketsInput:
		_, err = client.GetBuckets(ctx, in, optFns...)
	case *lightsail.GetBundlesInput:
		_, err = client.GetBundles(ctx, in, optFns...)
	case *lightsail.GetInstanceAccessDetailsInput:
		_, err = client.GetInstanceAccessDetails(ctx, in, optFns...)
	case *lightsail.UpdateBucketInput:
		_, err = client.UpdateBucket(ctx, in, optFns...)
	default:
		err = fmt.Errorf("no operation for %T", input)
	}
	return err
}

// violated are the fields that a refused input breaks a rule of.
func violated(t *testing.T, err error) (fields []string) {
	t.Helper()
	var invalid smithy.InvalidParamsError
	if !errors.As(err, &invalid) {
		t.Fatalf("error %v, want an InvalidParamsError", err)
	}
	var operation *smithy.OperationError
	if !errors.As(err, &operation) {
		t.Errorf("error %v does not tell the operation", err)
	}
	for _, violation := range invalid.Errs() {
		var param smithy.InvalidParamError
		if !errors.As(violation, &param) {
			t.Fatalf("%T is no InvalidParamError", violation)
		}
		if !strings.Contains(violation.Error(), param.Field()) {
			t.Errorf("%q does not tell the field %s", violation, param.Field())
		}
		fields = append(fields, param.Field())
	}
	return fields
}

func createBucket(name, bundle string) *lightsail.CreateBucketInput {
	return &lightsail.CreateBucketInput{BucketName: &name, BundleId: &bundle}
}

func getBuckets(name string) *lightsail.GetBucketsInput {
	return &lightsail.GetBucketsInput{BucketName: &name}
}

func accessLog(config *types.BucketAccessLogConfig) *lightsail.UpdateBucketInput {
	return &lightsail.UpdateBucketInput{BucketName: aws.String("archive"), AccessLogConfig: config}
}

func cors(rules ...types.BucketCorsRule) *lightsail.UpdateBucketInput {
	return &lightsail.UpdateBucketInput{BucketName: aws.String("archive"), Cors: &types.BucketCorsConfig{Rules: rules}}
}

var corsRule = types.BucketCorsRule{AllowedMethods: []string{"GET"}, AllowedOrigins: []string{"*"}}

// A refusal is an input that breaks one rule.
type refusal struct {
	why      string
	input    any
	field    string
	tells    []string // of the rule and the offending length
	value    string   // is not told
	required bool     // a member is missing
}

// refusals has a row for every rule, and for every place where it holds.
func refusals() []refusal {
	long, wide := strings.Repeat("z", 55), strings.Repeat("é", 55)
	missing, length := []string{"required"}, func(n string) []string { return []string{"3", "54", "characters", n} }
	letters := []string{"lower-case", "digits", "hyphens"}
	rows := []refusal{
		{"no name", &lightsail.CreateBucketInput{BundleId: aws.String("small_1_0")}, "CreateBucketInput.BucketName", missing, "", true},
		{"no bundle", &lightsail.CreateBucketInput{BucketName: aws.String("archive")}, "CreateBucketInput.BundleId", missing, "", true},
		{"no name", &lightsail.UpdateBucketInput{}, "UpdateBucketInput.BucketName", missing, "", true},
		{"no name", &lightsail.GetInstanceAccessDetailsInput{}, "GetInstanceAccessDetailsInput.InstanceName", missing, "", true},
		{"neither on nor off", accessLog(&types.BucketAccessLogConfig{Destination: aws.String("logs")}), "UpdateBucketInput.AccessLogConfig.Enabled", missing, "", true},
		{"no methods", cors(types.BucketCorsRule{AllowedOrigins: []string{"*"}}), "UpdateBucketInput.Cors.Rules[0].AllowedMethods", missing, "", true},
		{"no origins, in the third rule", cors(corsRule, corsRule, types.BucketCorsRule{AllowedMethods: []string{"GET"}}), "UpdateBucketInput.Cors.Rules[2].AllowedOrigins", missing, "", true},

		{"an empty list of methods", cors(types.BucketCorsRule{AllowedMethods: []string{}, AllowedOrigins: []string{"*"}}), "UpdateBucketInput.Cors.Rules[0].AllowedMethods", []string{"empty"}, "", false},
		{"an empty list of origins", cors(corsRule, types.BucketCorsRule{AllowedMethods: []string{"GET"}, AllowedOrigins: []string{}}), "UpdateBucketInput.Cors.Rules[1].AllowedOrigins", []string{"empty"}, "", false},
		{"on, to nowhere", accessLog(&types.BucketAccessLogConfig{Enabled: aws.Bool(true)}), "UpdateBucketInput.AccessLogConfig.Destination", missing, "", false},
		{"a bundle of nothing", createBucket("archive", ""), "CreateBucketInput.BundleId", []string{"blank"}, "", false},
		{"a bundle of spaces", createBucket("archive", " \t\r\n "), "CreateBucketInput.BundleId", []string{"blank"}, "", false},
	}
	// The rules of a bucket's name hold in four places.
	for _, place := range []struct {
		field string
		input func(name string) any
	}{
		{"CreateBucketInput.BucketName", func(name string) any { return createBucket(name, "small_1_0") }},
		{"GetBucketsInput.BucketName", func(name string) any { return getBuckets(name) }},
		{"UpdateBucketInput.BucketName", func(name string) any { return &lightsail.UpdateBucketInput{BucketName: &name} }},
		{"UpdateBucketInput.AccessLogConfig.Destination", func(name string) any { return accessLog(lightsail.AccessLogOn(name, "")) }},
	} {
		for _, name := range []struct {
			why, name string
			tells     []string
		}{
			{"empty", "", length("0")},
			{"too short", "zq", length("2")},
			{"too long", long, length("55")},
			{"too short in characters, not in bytes", "éé", length("2")},
			{"too long, told in characters", wide, length("55")},
			{"54 characters of more bytes, which is not too long", strings.Repeat("é", 54), letters},
			{"a capital", "Zqzq", letters},
			{"an underscore", "zq_zq", letters},
			{"a dot", "zq.zq", letters},
			{"a space", "zq zq", letters},
			{"a line feed at its end", "zqzq\n", letters},
			{"a digit of another script", "zqzq٣", letters},
			{"no UTF-8", "zq\xffzq", letters},
			{"a hyphen first", "-zqzq", letters},
			{"a hyphen last", "zqzq-", letters},
			{"hyphens only", "---", letters},
		} {
			rows = append(rows, refusal{name.why, place.input(name.name), place.field, name.tells, name.name, false})
		}
	}
	return rows
}

func TestRefused(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		for _, row := range refusals() {
			t.Run(row.field+": "+row.why, func(t *testing.T) {
				http, seen := answers(say(200, `{}`))
				err := call(t.Context(), newClient(http, way), row.input)
				equal(t, "fields", violated(t, err), row.field)
				for _, part := range row.tells {
					if !strings.Contains(err.Error(), part) {
						t.Errorf("error %q does not tell %q", err, part)
					}
				}
				if row.value != "" && strings.Contains(err.Error(), row.value) {
					t.Errorf("error %q tells the value", err)
				}
				if seen.len() != 0 {
					t.Error("it was sent")
				}
			})
		}
	})
}

// DisableParamValidation, for the client or for a call, leaves only the required
// members.
func TestDisableParamValidation(t *testing.T) {
	disable := func(o *lightsail.Options) { o.DisableParamValidation = true }
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		for _, row := range refusals() {
			t.Run(row.field+": "+row.why, func(t *testing.T) {
				http, seen := answers(say(200, `{}`))
				ofClient := call(t.Context(), newClient(http, disable, way), row.input)
				ofCall := call(t.Context(), newClient(http, way), row.input, disable)
				if row.required {
					equal(t, "fields of the client", violated(t, ofClient), row.field)
					equal(t, "fields of the call", violated(t, ofCall), row.field)
				} else if ofClient != nil || ofCall != nil || seen.len() != 2 {
					t.Errorf("%d requests, errors %v and %v", seen.len(), ofClient, ofCall)
				}
			})
		}
	})
}

// Without the middleware, as with any client of the SDK, all is sent.
func TestOperationInputValidationRemoved(t *testing.T) {
	remove := lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		_, err := s.Initialize.Remove("OperationInputValidation")
		return err
	})
	for _, row := range refusals() {
		http, seen := answers(say(200, `{}`))
		if err := call(t.Context(), newClient(http, remove), row.input); err != nil || seen.len() != 1 {
			t.Errorf("%s: %s: %d requests, error %v", row.field, row.why, seen.len(), err)
		}
	}
}

// All that an input breaks is told at once, in the order of the paths.
func TestRefusedAtOnce(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(200, `{}`))
		client := newClient(http, way)

		err := call(t.Context(), client, (*lightsail.CreateBucketInput)(nil))
		equal(t, "fields of no input", violated(t, err), "CreateBucketInput.BucketName", "CreateBucketInput.BundleId")

		err = call(t.Context(), client, createBucket("Archive", " "))
		equal(t, "fields of CreateBucket", violated(t, err), "CreateBucketInput.BucketName", "CreateBucketInput.BundleId")

		err = call(t.Context(), client, &lightsail.UpdateBucketInput{
			AccessLogConfig: lightsail.AccessLogOn("no", "x/"),
			Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{
				{AllowedMethods: []string{}}, corsRule, {AllowedOrigins: []string{"*"}},
			}},
		})
		equal(t, "fields of UpdateBucket", violated(t, err),
			"UpdateBucketInput.BucketName",
			"UpdateBucketInput.AccessLogConfig.Destination",
			"UpdateBucketInput.Cors.Rules[0].AllowedMethods",
			"UpdateBucketInput.Cors.Rules[0].AllowedOrigins",
			"UpdateBucketInput.Cors.Rules[2].AllowedMethods",
		)
		if seen.len() != 0 {
			t.Errorf("%d requests", seen.len())
		}
	})
}

// What is at the edge of a rule is sent, and so is what is only odd: that is for
// the service to judge, and the official client sends it, too.
func TestSent(t *testing.T) {
	long := strings.Repeat("z", 54)
	tags := make([]types.Tag, 51)
	for i := range tags {
		tags[i] = types.Tag{Key: aws.String(fmt.Sprint("key ", i))}
	}
	rules := make([]types.BucketCorsRule, 21)
	for i := range rules {
		rules[i] = corsRule
	}
	update := func(in lightsail.UpdateBucketInput) *lightsail.UpdateBucketInput {
		in.BucketName = aws.String("archive")
		return &in
	}
	rows := []struct {
		what  string
		input any
	}{
		{"a name of 3", createBucket("abc", "x")},
		{"a name of 54", createBucket(long, "x")},
		{"a name of digits", createBucket("123", "x")},
		{"hyphens within", createBucket("a--b", "x")},
		{"a bundle that nobody knows", createBucket("archive", "No such bundle!")},
		{"a bundle with space around", createBucket("archive", " x\n")},
		{"51 tags", &lightsail.CreateBucketInput{BucketName: aws.String("archive"), BundleId: aws.String("x"), Tags: tags}},
		{"odd tags", &lightsail.CreateBucketInput{BucketName: aws.String("archive"), BundleId: aws.String("x"), Tags: []types.Tag{
			{}, {Key: aws.String("")}, {Key: aws.String("aws:mine")}, {Key: aws.String("<&>")}, {Key: &long, Value: aws.String(strings.Repeat("v", 300))}, {Key: &long},
		}}},

		{"no input", (*lightsail.GetBucketsInput)(nil)},
		{"no name", &lightsail.GetBucketsInput{}},
		{"a name of 3", getBuckets("abc")},
		{"a name of 54", getBuckets(long)},
		{"a name and a page", &lightsail.GetBucketsInput{BucketName: aws.String("archive"), PageToken: aws.String("")}},
		{"an odd category", &lightsail.GetBlueprintsInput{AppCategory: "odd"}},
		{"an odd category", &lightsail.GetBundlesInput{AppCategory: "odd"}},

		{"a name with dots", &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web.1.example")}},
		{"a name of nothing", &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("")}},
		{"an odd protocol", &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web"), Protocol: "telnet"}},

		{"a name alone", update(lightsail.UpdateBucketInput{})},
		{"a name of 3", &lightsail.UpdateBucketInput{BucketName: aws.String("abc")}},
		{"a name of 54", &lightsail.UpdateBucketInput{BucketName: &long}},
		{"logs on", accessLog(lightsail.AccessLogOn("abc", ""))},
		{"logs on, to a name of 54", accessLog(lightsail.AccessLogOn(long, "archive/"))},
		{"logs on, to itself", accessLog(lightsail.AccessLogOn("archive", ""))},
		{"logs on, with an empty prefix", accessLog(logsOn(aws.String("logs"), aws.String("")))},
		{"logs on, with an odd prefix", accessLog(lightsail.AccessLogOn("logs", strings.Repeat("ü ", 100)))},
		{"logs off", accessLog(lightsail.AccessLogOff())},
		{"logs off, with a destination", accessLog(&types.BucketAccessLogConfig{Enabled: aws.Bool(false), Destination: aws.String("logs"), Prefix: aws.String("x")})},
		{"logs off, with a destination that is no name", accessLog(&types.BucketAccessLogConfig{Enabled: aws.Bool(false), Destination: aws.String("")})},
		{"no cors rules", cors()},
		{"a cors rule of one method and one origin", cors(corsRule)},
		{"a cors rule of odd ones", cors(types.BucketCorsRule{AllowedMethods: []string{"ODD"}, AllowedOrigins: []string{""}, Id: aws.String(strings.Repeat("i", 256))})},
		{"21 cors rules", cors(rules...)},
		{"11 accounts", update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: strings.Split("1,2,3,4,5,6,7,8,9,10,11", ",")})},
		{"blank accounts", update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: []string{"", " "}})},
		{"no accounts any more", update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: []string{}})},
		{"an odd versioning", update(lightsail.UpdateBucketInput{Versioning: aws.String("Perhaps")})},
		{"an empty versioning", update(lightsail.UpdateBucketInput{Versioning: aws.String("")})},
		{"odd access rules", update(lightsail.UpdateBucketInput{AccessRules: &types.AccessRules{GetObject: "odd"}})},
	}
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		for _, row := range rows {
			http, seen := answers(say(200, `{}`))
			if err := call(t.Context(), newClient(http, way), row.input); err != nil || seen.len() != 1 {
				t.Errorf("%T, %s: %d requests, error %v", row.input, row.what, seen.len(), err)
			}
		}
	})
}

// A disable that still carries a destination reaches the service with it.
func TestSentAsGiven(t *testing.T) {
	http, seen := answers(say(200, `{}`))
	err := call(t.Context(), newClient(http), accessLog(&types.BucketAccessLogConfig{
		Enabled: aws.Bool(false), Destination: aws.String("logs"), Prefix: aws.String("a/"),
	}))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"accessLogConfig":{"destination":"logs","enabled":false,"prefix":"a/"},"bucketName":"archive"}`
	if body := seen.all[0].body; body != want {
		t.Errorf("sent %s, want %s", body, want)
	}
}
