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

// call calls the operation that takes input.
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

// invalidFields returns the fields that err, an InvalidParamsError of a call, names.
func invalidFields(t *testing.T, err error) (fields []string) {
	t.Helper()
	var invalid smithy.InvalidParamsError
	if !errors.As(err, &invalid) {
		t.Fatalf("got error %v, want an InvalidParamsError", err)
	}
	var operation *smithy.OperationError
	if !errors.As(err, &operation) {
		t.Errorf("got error %v, want an OperationError", err)
	}
	for _, violation := range invalid.Errs() {
		var param smithy.InvalidParamError
		if !errors.As(violation, &param) {
			t.Fatalf("got %T, want an InvalidParamError", violation)
		}
		if !strings.Contains(violation.Error(), param.Field()) {
			t.Errorf("got error %q, want field %s in it", violation, param.Field())
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

// invalidInput is an input that violates one rule.
type invalidInput struct {
	why      string
	input    any
	field    string
	contains []string // parts of the error
	value    string   // must not be in the error
	required bool     // a required field is missing
}

// invalidInputs has a row for every rule and every field that it applies to.
func invalidInputs() []invalidInput {
	long, wide := strings.Repeat("z", 55), strings.Repeat("é", 55)
	missing, length := []string{"required"}, func(n string) []string { return []string{"3", "54", "characters", n} }
	charset := []string{"lower-case", "digits", "hyphens"}
	rows := []invalidInput{
		{"no name", &lightsail.CreateBucketInput{BundleId: aws.String("small_1_0")}, "CreateBucketInput.BucketName", missing, "", true},
		{"no bundle", &lightsail.CreateBucketInput{BucketName: aws.String("archive")}, "CreateBucketInput.BundleId", missing, "", true},
		{"no name", &lightsail.UpdateBucketInput{}, "UpdateBucketInput.BucketName", missing, "", true},
		{"no instance name", &lightsail.GetInstanceAccessDetailsInput{}, "GetInstanceAccessDetailsInput.InstanceName", missing, "", true},
		{"logging neither enabled nor disabled", accessLog(&types.BucketAccessLogConfig{Destination: aws.String("logs")}), "UpdateBucketInput.AccessLogConfig.Enabled", missing, "", true},
		{"no methods", cors(types.BucketCorsRule{AllowedOrigins: []string{"*"}}), "UpdateBucketInput.Cors.Rules[0].AllowedMethods", missing, "", true},
		{"no origins, in the third rule", cors(corsRule, corsRule, types.BucketCorsRule{AllowedMethods: []string{"GET"}}), "UpdateBucketInput.Cors.Rules[2].AllowedOrigins", missing, "", true},

		{"logging enabled without destination", accessLog(&types.BucketAccessLogConfig{Enabled: aws.Bool(true)}), "UpdateBucketInput.AccessLogConfig.Destination", missing, "", false},
	}
	// Four fields hold a bucket name.
	for _, field := range []struct {
		path  string
		input func(name string) any
	}{
		{"CreateBucketInput.BucketName", func(name string) any { return createBucket(name, "small_1_0") }},
		{"GetBucketsInput.BucketName", func(name string) any { return getBuckets(name) }},
		{"UpdateBucketInput.BucketName", func(name string) any { return &lightsail.UpdateBucketInput{BucketName: &name} }},
		{"UpdateBucketInput.AccessLogConfig.Destination", func(name string) any { return accessLog(lightsail.AccessLogOn(name, "")) }},
	} {
		for _, name := range []struct {
			why, name string
			contains  []string
		}{
			{"empty", "", length("0")},
			{"too short", "zq", length("2")},
			{"too long", long, length("55")},
			{"too short in characters, long enough in bytes", "éé", length("2")},
			{"too long, counted in characters", wide, length("55")},
			{"54 characters, 108 bytes", strings.Repeat("é", 54), charset},
			{"upper-case letter", "Zqzq", charset},
			{"underscore", "zq_zq", charset},
			{"dot", "zq.zq", charset},
			{"space", "zq zq", charset},
			{"trailing line feed", "zqzq\n", charset},
			{"digit of another script", "zqzq٣", charset},
			{"invalid UTF-8", "zq\xffzq", charset},
			{"leading hyphen", "-zqzq", charset},
			{"trailing hyphen", "zqzq-", charset},
			{"hyphens only", "---", charset},
		} {
			rows = append(rows, invalidInput{name.why, field.input(name.name), field.path, name.contains, name.name, false})
		}
	}
	return rows
}

// TestInvalidInput checks that an invalid input is not sent and that the error names the
// field and the rule, but not the value.
func TestInvalidInput(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		for _, row := range invalidInputs() {
			t.Run(row.field+": "+row.why, func(t *testing.T) {
				do, sent := sequence(response(200, `{}`))
				err := call(t.Context(), newClient(do, path), row.input)
				equal(t, "fields", invalidFields(t, err), row.field)
				for _, part := range row.contains {
					if !strings.Contains(err.Error(), part) {
						t.Errorf("got error %q, want %q in it", err, part)
					}
				}
				if row.value != "" && strings.Contains(err.Error(), row.value) {
					t.Errorf("got error %q, want it without the value", err)
				}
				if sent.len() != 0 {
					t.Errorf("got %d requests, want none", sent.len())
				}
			})
		}
	})
}

// TestDisableParamValidation checks that DisableParamValidation, set for the client or for
// a call, disables all checks except the one of required fields.
func TestDisableParamValidation(t *testing.T) {
	t.Parallel()
	disable := func(o *lightsail.Options) { o.DisableParamValidation = true }
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		for _, row := range invalidInputs() {
			t.Run(row.field+": "+row.why, func(t *testing.T) {
				do, sent := sequence(response(200, `{}`))
				clientErr := call(t.Context(), newClient(do, disable, path), row.input)
				callErr := call(t.Context(), newClient(do, path), row.input, disable)
				if row.required {
					equal(t, "fields, option of the client", invalidFields(t, clientErr), row.field)
					equal(t, "fields, option of the call", invalidFields(t, callErr), row.field)
				} else if clientErr != nil || callErr != nil || sent.len() != 2 {
					t.Errorf("got %d requests and errors %v and %v, want 2 and none", sent.len(), clientErr, callErr)
				}
			})
		}
	})
}

// TestOperationInputValidationRemoved checks that removing the middleware disables all
// checks, as with other SDK clients.
func TestOperationInputValidationRemoved(t *testing.T) {
	t.Parallel()
	remove := lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		_, err := s.Initialize.Remove("OperationInputValidation")
		return err
	})
	for _, row := range invalidInputs() {
		do, sent := sequence(response(200, `{}`))
		if err := call(t.Context(), newClient(do, remove), row.input); err != nil || sent.len() != 1 {
			t.Errorf("%s: %s: got %d requests and error %v, want 1 and none", row.field, row.why, sent.len(), err)
		}
	}
}

// TestAllViolationsReported checks that an error lists all violations of an input:
// required fields first, then other rules.
func TestAllViolationsReported(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(200, `{}`))
		client := newClient(do, path)

		err := call(t.Context(), client, (*lightsail.CreateBucketInput)(nil))
		equal(t, "fields of a nil input", invalidFields(t, err), "CreateBucketInput.BucketName", "CreateBucketInput.BundleId")

		err = call(t.Context(), client, &lightsail.CreateBucketInput{BucketName: aws.String("Archive")})
		equal(t, "fields of CreateBucket", invalidFields(t, err), "CreateBucketInput.BundleId", "CreateBucketInput.BucketName")

		err = call(t.Context(), client, &lightsail.UpdateBucketInput{
			AccessLogConfig: lightsail.AccessLogOn("no", "x/"),
			Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{
				{}, corsRule, {AllowedOrigins: []string{"*"}},
			}},
		})
		equal(t, "fields of UpdateBucket", invalidFields(t, err),
			"UpdateBucketInput.BucketName",
			"UpdateBucketInput.Cors.Rules[0].AllowedMethods",
			"UpdateBucketInput.Cors.Rules[0].AllowedOrigins",
			"UpdateBucketInput.Cors.Rules[2].AllowedMethods",
			"UpdateBucketInput.AccessLogConfig.Destination",
		)
		if sent.len() != 0 {
			t.Errorf("got %d requests, want none", sent.len())
		}
	})
}

// TestValidInput checks that inputs at the limits of a rule are sent, and unusual inputs
// without a rule as well. The service decides about the latter; the official client
// sends them too.
func TestValidInput(t *testing.T) {
	t.Parallel()
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
		name  string
		input any
	}{
		{"name of 3 characters", createBucket("abc", "x")},
		{"name of 54 characters", createBucket(long, "x")},
		{"name of digits", createBucket("123", "x")},
		{"inner hyphens", createBucket("a--b", "x")},
		{"unknown bundle", createBucket("archive", "No such bundle!")},
		{"bundle with surrounding space", createBucket("archive", " x\n")},
		{"empty bundle", createBucket("archive", "")},
		{"blank bundle", createBucket("archive", " \t\r\n ")},
		{"51 tags", &lightsail.CreateBucketInput{BucketName: aws.String("archive"), BundleId: aws.String("x"), Tags: tags}},
		{"unusual tags", &lightsail.CreateBucketInput{BucketName: aws.String("archive"), BundleId: aws.String("x"), Tags: []types.Tag{
			{}, {Key: aws.String("")}, {Key: aws.String("aws:mine")}, {Key: aws.String("<&>")}, {Key: &long, Value: aws.String(strings.Repeat("v", 300))}, {Key: &long},
		}}},

		{"nil input", (*lightsail.GetBucketsInput)(nil)},
		{"no name", &lightsail.GetBucketsInput{}},
		{"name of 3 characters", getBuckets("abc")},
		{"name of 54 characters", getBuckets(long)},
		{"name and page token", &lightsail.GetBucketsInput{BucketName: aws.String("archive"), PageToken: aws.String("")}},
		{"unknown category", &lightsail.GetBlueprintsInput{AppCategory: "odd"}},
		{"unknown category", &lightsail.GetBundlesInput{AppCategory: "odd"}},

		{"name with dots", &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web.1.example")}},
		{"empty name", &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("")}},
		{"unknown protocol", &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web"), Protocol: "telnet"}},

		{"name only", update(lightsail.UpdateBucketInput{})},
		{"name of 3 characters", &lightsail.UpdateBucketInput{BucketName: aws.String("abc")}},
		{"name of 54 characters", &lightsail.UpdateBucketInput{BucketName: &long}},
		{"logging enabled", accessLog(lightsail.AccessLogOn("abc", ""))},
		{"logging to a name of 54 characters", accessLog(lightsail.AccessLogOn(long, "archive/"))},
		{"logging to the same bucket", accessLog(lightsail.AccessLogOn("archive", ""))},
		{"logging with an empty prefix", accessLog(accessLogEnabled(aws.String("logs"), aws.String("")))},
		{"logging with an unusual prefix", accessLog(lightsail.AccessLogOn("logs", strings.Repeat("ü ", 100)))},
		{"logging disabled", accessLog(lightsail.AccessLogOff())},
		{"logging disabled, with a destination", accessLog(&types.BucketAccessLogConfig{Enabled: aws.Bool(false), Destination: aws.String("logs"), Prefix: aws.String("x")})},
		{"logging disabled, with an invalid destination", accessLog(&types.BucketAccessLogConfig{Enabled: aws.Bool(false), Destination: aws.String("")})},
		{"no CORS rules", cors()},
		{"CORS rule with one method and one origin", cors(corsRule)},
		{"CORS rule with empty lists", cors(types.BucketCorsRule{AllowedMethods: []string{}, AllowedOrigins: []string{}})},
		{"unusual CORS rule", cors(types.BucketCorsRule{AllowedMethods: []string{"ODD"}, AllowedOrigins: []string{""}, Id: aws.String(strings.Repeat("i", 256))})},
		{"21 CORS rules", cors(rules...)},
		{"11 accounts", update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: strings.Split("1,2,3,4,5,6,7,8,9,10,11", ",")})},
		{"blank accounts", update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: []string{"", " "}})},
		{"empty accounts", update(lightsail.UpdateBucketInput{ReadonlyAccessAccounts: []string{}})},
		{"unknown versioning", update(lightsail.UpdateBucketInput{Versioning: aws.String("Perhaps")})},
		{"empty versioning", update(lightsail.UpdateBucketInput{Versioning: aws.String("")})},
		{"unknown access type", update(lightsail.UpdateBucketInput{AccessRules: &types.AccessRules{GetObject: "odd"}})},
	}
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		for _, row := range rows {
			do, sent := sequence(response(200, `{}`))
			if err := call(t.Context(), newClient(do, path), row.input); err != nil || sent.len() != 1 {
				t.Errorf("%T, %s: got %d requests and error %v, want 1 and none", row.input, row.name, sent.len(), err)
			}
		}
	})
}

// TestDisabledAccessLogSentAsGiven checks that a destination is sent even if logging is
// disabled.
func TestDisabledAccessLogSentAsGiven(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, `{}`))
	err := call(t.Context(), newClient(do), accessLog(&types.BucketAccessLogConfig{
		Enabled: aws.Bool(false), Destination: aws.String("logs"), Prefix: aws.String("a/"),
	}))
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"accessLogConfig":{"destination":"logs","enabled":false,"prefix":"a/"},"bucketName":"archive"}`
	if body := sent.all[0].body; body != want {
		t.Errorf("got body %s, want %s", body, want)
	}
}
