package lightsail_test

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
)

// bucketPages returns pages that each have a token to the next, and records the
// inputs that it receives.
type bucketPages struct {
	inputs []*lightsail.GetBucketsInput
	last   *lightsail.GetBucketsOutput
}

func (p *bucketPages) GetBuckets(_ context.Context, in *lightsail.GetBucketsInput, _ ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error) {
	p.inputs = append(p.inputs, in)
	p.last = &lightsail.GetBucketsOutput{NextPageToken: aws.String("token-" + string(rune('a'+len(p.inputs))))}
	return p.last, nil
}

// What a caller changes after the paginator was created, and what a page or a
// client changes, is not sent.
func TestPaginatorCopiesDeeply(t *testing.T) {
	t.Parallel()
	pages := new(bucketPages)
	include := aws.Bool(true)
	params := &lightsail.GetBucketsInput{IncludeConnectedResources: include}
	paginator := lightsail.NewGetBucketsPaginator(pages, params)
	*include = false
	if _, err := paginator.NextPage(t.Context()); err != nil {
		t.Fatal(err)
	}
	*pages.last.NextPageToken = "changed by the caller"
	*pages.inputs[0].IncludeConnectedResources = false
	if _, err := paginator.NextPage(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, in := range pages.inputs {
		if in == params {
			t.Errorf("page %d: the caller's input was passed to the client", i+1)
		}
	}
	second := pages.inputs[1]
	if !*second.IncludeConnectedResources || *second.PageToken != "token-b" {
		t.Errorf("second page: IncludeConnectedResources %v, PageToken %q; want true, %q",
			*second.IncludeConnectedResources, *second.PageToken, "token-b")
	}
	if params.PageToken != nil {
		t.Errorf("the caller's input got the page token %q", *params.PageToken)
	}
}
