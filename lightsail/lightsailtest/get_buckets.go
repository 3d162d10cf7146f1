package lightsailtest

import (
	"slices"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func (st *state) getBuckets(_ time.Time, in *lightsail.GetBucketsInput) (*lightsail.GetBucketsOutput, error) {
	bpa := st.bpa
	out := &lightsail.GetBucketsOutput{AccountLevelBpaSync: &bpa, Buckets: []types.Bucket{}}
	connected := deref(in.IncludeConnectedResources)
	if in.BucketName != nil {
		var p problems
		p.bucketName("bucketName", in.BucketName)
		// That the service minds is a guess.
		p.check(deref(in.PageToken) == "", "pageToken", "it does not go together with bucketName")
		if err := p.err(); err != nil {
			return nil, err
		}
		b, ok := st.buckets[*in.BucketName]
		if !ok || !b.look() {
			return nil, notFound(types.ResourceTypeBucket, *in.BucketName)
		}
		out.Buckets = append(out.Buckets, *b.seen(deref(in.IncludeCors), connected))
		return out, nil
	}

	query := *in
	query.PageToken = nil
	all := sorted(st.buckets)
	items, next, err := page(st.pager, "GetBuckets", &query, in.PageToken, all, cursor{
		mark: func(i int) string { return *all[i].Name },
		after: func(name string) int {
			i, found := slices.BinarySearchFunc(all, name, func(b *bucket, name string) int {
				return strings.Compare(*b.Name, name)
			})
			if found {
				i++
			}
			return i
		},
	})
	if err != nil {
		return nil, err
	}
	for _, b := range items {
		if b.look() {
			out.Buckets = append(out.Buckets, *b.seen(false, connected))
		}
	}
	out.NextPageToken = next
	return out, nil
}

// look counts a look at the bucket and tells whether it shows.
func (b *bucket) look() bool {
	if b.hidden > 0 {
		b.hidden--
		return false
	}
	return true
}

// seen returns the bucket for a look that it shows at, and counts down to its
// State.
func (b *bucket) seen(cors, connected bool) *types.Bucket {
	answer := b.answer(cors, connected)
	if b.pending > 0 {
		b.pending--
	}
	return answer
}
