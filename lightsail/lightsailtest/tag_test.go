package lightsailtest_test

import (
	"fmt"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func TestTagAndUntagResource(t *testing.T) {
	server, client := newTestServer(t)
	ctx := t.Context()
	tag := func(key, value string) types.Tag { return types.Tag{Key: &key, Value: &value} }
	tagsOf := func(resource string) []types.Tag {
		state := server.Snapshot()
		if resource == "web" {
			return state.Instances[0].Tags
		}
		return state.Buckets[0].Tags
	}
	arns := map[string]*string{"alpha": server.Snapshot().Buckets[0].Arn, "web": nil}
	for resource, arn := range arns {
		put := func(tags ...types.Tag) ([]types.Operation, error) {
			out, err := client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: &resource, ResourceArn: arn, Tags: tags})
			if err != nil {
				return nil, err
			}
			return out.Operations, nil
		}
		ops, err := put(tag("stage", "test"), types.Tag{Key: aws.String("key only")})
		if err != nil {
			t.Fatal(err)
		}
		if len(ops) != 1 || *ops[0].ResourceName != resource || ops[0].Status != types.OperationStatusSucceeded {
			t.Errorf("%s: got operation records %+v, want one that is Succeeded", resource, ops)
		}
		if _, err := put(tag("Stage", "other"), tag("stage", "production")); err != nil {
			t.Fatal(err)
		}
		want := []types.Tag{tag("stage", "production"), tag("key only", ""), tag("Stage", "other")}
		wantEqual(t, "tags of "+resource, want, tagsOf(resource))

		var more []types.Tag
		for i := range 47 {
			more = append(more, tag(fmt.Sprint(i), ""))
		}
		if _, err := put(more...); err != nil {
			t.Errorf("%s: 50 tags: %v", resource, err)
		}
		_, err = put(tag("one more", ""))
		wantCode(t, "51 tags", err, invalidInput)
		if _, err := put(tag("stage", "new")); err != nil {
			t.Errorf("%s: overwriting one of 50 tags: %v", resource, err)
		}

		removed := []string{"Stage", "unknown key"}
		for i := range 47 {
			removed = append(removed, fmt.Sprint(i))
		}
		must[lightsail.UntagResourceOutput](t)(client.UntagResource(ctx, &lightsail.UntagResourceInput{ResourceName: &resource, ResourceArn: arn, TagKeys: removed}))
		wantEqual(t, "tags of "+resource+" after UntagResource", []types.Tag{tag("stage", "new"), tag("key only", "")}, tagsOf(resource))
	}
	_, err := client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: alpha, ResourceArn: aws.String("arn:aws:lightsail:us-east-1:1:Bucket/x"), Tags: []types.Tag{}})
	wantCode(t, "ARN of another bucket", err, invalidInput)
}
