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
	includeConnected := deref(in.IncludeConnectedResources)
	if in.BucketName != nil {
		var v violations
		v.bucketName("bucketName", in.BucketName)
		// That the service rejects this combination is a guess.
		v.check(deref(in.PageToken) == "", "pageToken", "must not be set together with bucketName")
		if err := v.err(); err != nil {
			return nil, err
		}
		if b, ok := st.buckets[*in.BucketName]; ok {
			out.Buckets = st.appendPolled(out.Buckets, b, deref(in.IncludeCors), includeConnected)
		}
		if len(out.Buckets) == 0 {
			return nil, notFound(types.ResourceTypeBucket, *in.BucketName)
		}
		return out, nil
	}

	query := *in
	query.PageToken = nil
	all := sortedValues(st.buckets)
	items, next, err := page(st.pager, "GetBuckets", &query, in.PageToken, all, cursor{
		key: func(i int) string { return *all[i].Name },
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
		out.Buckets = st.appendPolled(out.Buckets, b, false, includeConnected)
	}
	out.NextPageToken = next
	return out, nil
}

// appendPolled appends b to buckets unless it is hidden, and counts a poll of b.
func (st *state) appendPolled(buckets []types.Bucket, b *bucket, includeCors, includeConnected bool) []types.Bucket {
	if b.hiddenPolls <= 0 {
		buckets = append(buckets, *b.output(includeCors, includeConnected))
	}
	st.countPoll(b)
	return buckets
}
