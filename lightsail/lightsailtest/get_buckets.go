package lightsailtest

import (
	"slices"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetBuckets", (*state).getBuckets) }

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
		if b, ok := st.buckets[*in.BucketName]; ok {
			out.Buckets = st.seen(out.Buckets, b, deref(in.IncludeCors), connected)
		}
		if len(out.Buckets) == 0 {
			return nil, notFound(types.ResourceTypeBucket, *in.BucketName)
		}
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
		out.Buckets = st.seen(out.Buckets, b, false, connected)
	}
	out.NextPageToken = next
	return out, nil
}

// seen adds the bucket to an answer, if it shows, and counts that as a look.
func (st *state) seen(answer []types.Bucket, b *bucket, cors, connected bool) []types.Bucket {
	if b.hidden <= 0 {
		answer = append(answer, *b.answer(cors, connected))
	}
	st.passed(b)
	return answer
}
