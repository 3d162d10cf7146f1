package lightsailtest_test

import (
	"context"
	"errors"
	"reflect"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// The inputs violate rules that do not depend on the state of the server.
func TestInvalidInputs(t *testing.T) {
	server, _ := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	before := server.Snapshot()
	bad, small, web := aws.String("Alpha"), aws.String("small_1_0"), aws.String("web")
	tests := []struct {
		operation string
		in        any
		message   string
	}{
		{"DeleteBucket", lightsail.DeleteBucketInput{}, "bucketName: must be set"},
		{"DeleteBucket", lightsail.DeleteBucketInput{BucketName: bad}, "bucketName: must have 3 to 54"},
		{"UpdateBucketBundle", lightsail.UpdateBucketBundleInput{BundleId: small}, "bucketName: must be set"},
		{"UpdateBucketBundle", lightsail.UpdateBucketBundleInput{BucketName: alpha}, "bundleId: must be set"},
		{"UpdateBucketBundle", lightsail.UpdateBucketBundleInput{BucketName: alpha, BundleId: aws.String("huge")}, "bundleId: no bucket bundle has this ID"},
		{"SetResourceAccessForBucket", lightsail.SetResourceAccessForBucketInput{BucketName: alpha, ResourceName: web}, "access: must be set"},
		{"SetResourceAccessForBucket", lightsail.SetResourceAccessForBucketInput{BucketName: alpha, ResourceName: web, Access: "read-only"}, "access: must be one of allow, deny"},
		{"SetResourceAccessForBucket", lightsail.SetResourceAccessForBucketInput{BucketName: alpha, Access: "allow"}, "resourceName: must be set"},
		{"SetResourceAccessForBucket", lightsail.SetResourceAccessForBucketInput{BucketName: bad, ResourceName: web, Access: "allow"}, "bucketName: must have 3 to 54"},
		{"TagResource", lightsail.TagResourceInput{Tags: []types.Tag{}}, "resourceName: must be set"},
		{"TagResource", lightsail.TagResourceInput{ResourceName: alpha}, "tags: must be set"},
		{"TagResource", lightsail.TagResourceInput{ResourceName: alpha, Tags: make([]types.Tag, 51)}, "tags: must have at most 50 items"},
		{"TagResource", lightsail.TagResourceInput{ResourceName: alpha, Tags: []types.Tag{{Key: aws.String("aws:k")}}}, "tags[0].key: must not begin with aws:"},
		{"UntagResource", lightsail.UntagResourceInput{TagKeys: []string{}}, "resourceName: must be set"},
		{"UntagResource", lightsail.UntagResourceInput{ResourceName: alpha}, "tagKeys: must be set"},
		{"CreateBucketAccessKey", lightsail.CreateBucketAccessKeyInput{}, "bucketName: must be set"},
		{"GetBucketAccessKeys", lightsail.GetBucketAccessKeysInput{BucketName: bad}, "bucketName: must have 3 to 54"},
		{"DeleteBucketAccessKey", lightsail.DeleteBucketAccessKeyInput{BucketName: alpha}, "accessKeyId: must be set"},
		{"DeleteBucketAccessKey", lightsail.DeleteBucketAccessKeyInput{BucketName: bad, AccessKeyId: web}, "bucketName: must have 3 to 54"},
		{"GetOperation", lightsail.GetOperationInput{}, "operationId: must be set"},
	}
	for _, test := range tests {
		wantInvalidInput(t, server, test.operation, test.in, test.message)
	}
	wantEqual(t, "state after rejected calls", before, server.Snapshot())
}

// API operations do not find a bucket that does not exist or is hidden.
func TestBucketNotFound(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 1}))
	ctx := t.Context()
	if err := createBucket(ctx, client, "hidden"); err != nil {
		t.Fatal(err)
	}
	for _, name := range []*string{aws.String("missing"), aws.String("hidden")} {
		calls := map[string]func() error{
			"DeleteBucket": func() error {
				_, err := client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: name, ForceDelete: aws.Bool(true)})
				return err
			},
			"UpdateBucketBundle": func() error {
				_, err := client.UpdateBucketBundle(ctx, &lightsail.UpdateBucketBundleInput{BucketName: name, BundleId: aws.String("small_1_0")})
				return err
			},
			"SetResourceAccessForBucket": func() error {
				_, err := client.SetResourceAccessForBucket(ctx, &lightsail.SetResourceAccessForBucketInput{
					BucketName: name, ResourceName: aws.String("web"), Access: types.ResourceBucketAccessAllow,
				})
				return err
			},
			"TagResource": func() error {
				_, err := client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: name, Tags: []types.Tag{}})
				return err
			},
			"UntagResource": func() error {
				_, err := client.UntagResource(ctx, &lightsail.UntagResourceInput{ResourceName: name, TagKeys: []string{}})
				return err
			},
			"CreateBucketAccessKey": func() error {
				_, err := client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: name})
				return err
			},
			"GetBucketAccessKeys": func() error {
				_, err := client.GetBucketAccessKeys(ctx, &lightsail.GetBucketAccessKeysInput{BucketName: name})
				return err
			},
			"DeleteBucketAccessKey": func() error {
				_, err := client.DeleteBucketAccessKey(ctx, &lightsail.DeleteBucketAccessKeyInput{BucketName: name, AccessKeyId: aws.String("AKIDEXAMPLE")})
				return err
			},
		}
		for operation, call := range calls {
			if err := call(); !lightsail.IsNotFound(err) {
				t.Errorf("%s of %s: got %v, want a NotFoundException", operation, *name, err)
			}
		}
	}
}

// The server decodes the input of every API operation, records the call, and applies
// faults.
func TestEveryOperation(t *testing.T) {
	server, err := lightsailtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	client := reflect.ValueOf(server.Client(inProcess(server)))
	ctx := reflect.TypeFor[context.Context]()
	called := 0
	for i := range client.NumMethod() {
		method, name := client.Method(i), client.Type().Method(i).Name
		if kind := method.Type(); kind.NumIn() < 2 || kind.In(0) != ctx {
			continue
		}
		server.ResetCalls()
		server.Inject(name, lightsailtest.Error(&types.AccessDeniedException{}))
		in := reflect.New(method.Type().In(1).Elem())
		for i := range in.Elem().NumField() {
			switch field := in.Elem().Field(i); field.Interface().(type) {
			case *string:
				field.Set(reflect.ValueOf(alpha))
			case types.ResourceBucketAccess:
				field.SetString("allow")
			case []types.Tag, []string:
				field.Set(reflect.MakeSlice(field.Type(), 0, 0))
			}
		}
		err, _ := method.Call([]reflect.Value{reflect.ValueOf(t.Context()), in})[1].Interface().(error)
		if errors.As(err, new(smithy.InvalidParamsError)) {
			continue // the input is not valid
		}
		called++
		if !errors.As(err, new(*types.AccessDeniedException)) {
			t.Errorf("%s: got %v, want the AccessDeniedException of the fault", name, err)
			continue
		}
		server.AssertCalls(t, name)
		if code := server.Calls()[0].Code; code != "AccessDeniedException" {
			t.Errorf("%s: got Code %q, want AccessDeniedException", name, code)
		}
		if got := reflect.TypeOf(server.Calls()[0].Input); got != in.Type() {
			t.Errorf("%s: got Input of type %v, want %v", name, got, in.Type())
		}
	}
	if called < 100 {
		t.Errorf("called %d API operations, want at least 100", called)
	}
}
