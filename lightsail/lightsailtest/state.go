package lightsailtest

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// account is the ID of the AWS account to which all resources belong.
const account = "123456789012"

// A State is the content of a server; see [Server.Snapshot].
type State struct {
	// Buckets holds all buckets, sorted by name, including those that are hidden or
	// being deleted because of [WithLag]. They have all fields, even those that GetBuckets
	// returns only on request.
	Buckets []types.Bucket

	// Instances holds all instances, sorted by name.
	Instances []Instance

	// Operations holds all operation records with their current status, oldest first.
	// Lightsail returns an operation record for each change of a resource. Clients
	// track the progress of the change by calling GetOperation for the record's ID.
	Operations []types.Operation

	// AccessKeys holds the IDs of the access keys of each bucket, oldest first. The map
	// key is the name of the bucket.
	AccessKeys map[string][]string

	// AccountLevelBpaSync is the status of Amazon S3 Block Public Access for the
	// account.
	AccountLevelBpaSync types.AccountLevelBpaSync
}

// A Lag configures how long it takes until a new bucket is available and until a
// deleted bucket disappears.
//
// Its counts are numbers of polls. A poll of a bucket is a call of GetBuckets for its
// name or for the page on which it is listed, or a call of GetOperation for an
// unfinished operation record of the bucket. The operation records of a bucket remain
// Started while it is lagging.
type Lag struct {
	// Hidden is the number of polls during which GetBuckets does not return a new
	// bucket. During that time, other API operations do not find the bucket, and
	// its name is in use.
	Hidden int

	// Pending is the number of polls, after Hidden, during which the State of a new
	// bucket is not set.
	Pending int

	// Failed sets the final Code in the State of a new bucket to Unknown instead of OK.
	// The service does so if the creation of a bucket times out.
	Failed bool

	// Deleted is the number of polls during which GetBuckets still returns a deleted
	// bucket. During that time, other API operations do not find the bucket, and its
	// name is in use.
	Deleted int
}

// state is the mutable state of a server. Outputs share the pointers and slices of
// buckets, instances, and operation records, and are encoded without the lock. A change
// therefore replaces such a value and never modifies it.
type state struct {
	mu               sync.Mutex
	options          *options
	pager            *pager
	random           *rand.Rand
	buckets          map[string]*bucket
	instances        map[string]*instance
	operationRecords []*operationRecord
	bpa              types.AccountLevelBpaSync

	// outcome is the outcome of the API operation that is running.
	outcome outcome

	// nextBundleChange holds the buckets whose bundle was changed in the current
	// billing cycle, with the start of the next cycle.
	nextBundleChange map[*bucket]time.Time
}

// A bucket is a bucket together with its remaining lag. It exists from its creation
// until its deletion is finished.
type bucket struct {
	types.Bucket

	// The remaining polls of a Lag: Hidden, Pending, and Deleted.
	hiddenPolls, pendingPolls, deletedPolls int

	hasObjects bool
	accessKeys []accessKey // oldest first
}

// An accessKey is an access key of a bucket, without its secret. Only the output of
// CreateBucketAccessKey has the secret.
type accessKey struct {
	id        string
	createdAt time.Time
}

func newState(options *options, now time.Time) (*state, error) {
	pager, err := newPager(options.pageSize)
	if err != nil {
		return nil, err
	}
	st := &state{
		options: options,
		pager:   pager,
		// With a fixed seed, the same calls create the same IDs in every run.
		random:    rand.New(rand.NewPCG(1, 2)),
		buckets:   map[string]*bucket{},
		instances: map[string]*instance{},
		bpa: types.AccountLevelBpaSync{
			BpaImpactsLightsail: aws.Bool(false),
			LastSyncedAt:        aws.Time(now.UTC().Truncate(time.Millisecond)),
			Status:              types.AccountLevelBpaSyncStatusInSync,
		},
		nextBundleChange: map[*bucket]time.Time{},
	}
	return st, nil
}

// uuid returns a new version 4 UUID. It requires that st.mu is locked.
func (st *state) uuid() string {
	a, b := st.random.Uint64(), st.random.Uint64()
	a = a&^0xf000 | 0x4000
	b = b&^(0b11<<62) | 0b10<<62
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", a>>32, a>>16&0xffff, a&0xffff, b>>48, b&0xffffffffffff)
}

// putBucket adds b or replaces the bucket with the same name. It sets default values
// for unset fields.
func (st *state) putBucket(now time.Time, b types.Bucket) *bucket {
	region := st.options.region
	if b.Name == nil {
		b.Name = aws.String(st.unusedBucketName())
	}
	name := *b.Name
	setDefault(&b.AbleToUpdateBundle, true)
	setDefault(&b.Arn, "arn:aws:lightsail:"+region+":"+account+":Bucket/"+st.uuid())
	setDefault(&b.BundleId, "small_1_0")
	setDefault(&b.CreatedAt, now.UTC().Truncate(time.Millisecond))
	setDefault(&b.ObjectVersioning, versioningNeverEnabled)
	setDefault(&b.ResourceType, string(types.ResourceTypeBucket))
	setDefault(&b.State, types.BucketState{Code: aws.String("OK")})
	// The formats of Location, SupportCode, and Url are guesses.
	setDefault(&b.Location, st.location())
	setDefault(&b.SupportCode, account+"/"+name)
	setDefault(&b.Url, "https://"+name+".s3."+region+".amazonaws.com/")
	rules := types.AccessRules{AllowPublicOverrides: aws.Bool(false), GetObject: types.AccessTypePrivate}
	if b.AccessRules != nil {
		setUnlessNil(&rules.AllowPublicOverrides, b.AccessRules.AllowPublicOverrides)
		if b.AccessRules.GetObject != "" {
			rules.GetObject = b.AccessRules.GetObject
		}
	}
	b.AccessRules = &rules
	if b.ReadonlyAccessAccounts == nil {
		b.ReadonlyAccessAccounts = []string{}
	}
	if b.Tags == nil {
		b.Tags = []types.Tag{}
	}
	added := &bucket{Bucket: b}
	st.buckets[name] = added
	return added
}

// unusedBucketName returns a name that no bucket has.
func (st *state) unusedBucketName() string {
	for n := len(st.buckets) + 1; ; n++ {
		name := fmt.Sprintf("bucket-%04d", n)
		if _, used := st.buckets[name]; !used {
			return name
		}
	}
}

// requestID returns a new request ID for a response.
func (st *state) requestID() string {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.uuid()
}

// location returns the location of a resource that is not in an Availability Zone.
func (st *state) location() types.ResourceLocation {
	return types.ResourceLocation{
		AvailabilityZone: aws.String("all"),
		RegionName:       types.RegionName(st.options.region),
	}
}

// findBucket returns the bucket with the given name. It returns a NotFoundException for
// a bucket that is hidden or being deleted.
func (st *state) findBucket(name string) (*bucket, error) {
	if b, ok := st.buckets[name]; ok && b.hiddenPolls <= 0 && b.deletedPolls <= 0 {
		return b, nil
	}
	return nil, notFound(types.ResourceTypeBucket, name)
}

// isLagging reports whether the bucket is still being created or deleted.
func (b *bucket) isLagging() bool {
	return b.hiddenPolls > 0 || b.pendingPolls > 0 || b.deletedPolls > 0
}

// countPoll counts a poll of the bucket. It removes a deleted bucket after its last
// poll.
func (st *state) countPoll(b *bucket) {
	switch {
	case b.deletedPolls > 0:
		b.deletedPolls--
		// PutBuckets can have replaced b.
		if b.deletedPolls == 0 && st.buckets[*b.Name] == b {
			delete(st.buckets, *b.Name)
		}
	case b.hiddenPolls > 0:
		b.hiddenPolls--
	case b.pendingPolls > 0:
		b.pendingPolls--
	}
}

// startBillingCycles allows bundle changes again for the buckets whose next billing
// cycle has begun.
func (st *state) startBillingCycles(now time.Time) {
	for b, next := range st.nextBundleChange {
		if !now.Before(next) {
			b.AbleToUpdateBundle = aws.Bool(true)
			delete(st.nextBundleChange, b)
		}
	}
}

// sortedValues returns the values of m, sorted by key.
func sortedValues[V any](m map[string]V) []V {
	values := make([]V, 0, len(m))
	for _, name := range slices.Sorted(maps.Keys(m)) {
		values = append(values, m[name])
	}
	return values
}

func setDefault[T any](p **T, value T) {
	if *p == nil {
		*p = &value
	}
}

func setUnlessNil[T any](p **T, value *T) {
	if value != nil {
		*p = value
	}
}

// clone returns a deep copy of a value that encoding/json can encode.
func clone[T any](v T) T {
	var c T
	text, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(text, &c)
	}
	if err != nil {
		// The types of this module fail only for a time outside the years 0 to 9999.
		panic("lightsailtest: copy value: " + err.Error())
	}
	return c
}
