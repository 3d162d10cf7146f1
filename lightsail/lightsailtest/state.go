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

// account is the AWS account that everything belongs to.
const account = "123456789012"

// A State is what a server holds.
type State struct {
	// Buckets are all buckets, in the order of their names, also those that do
	// not show yet, with all that some answers leave out.
	Buckets []types.Bucket

	// Instances are all instances, in the order of their names.
	Instances []Instance

	// Operations are the records of all that changed something, oldest first.
	Operations []types.Operation

	// AccountLevelBpaSync is how Amazon S3's Block Public Access of the account
	// bears on the buckets.
	AccountLevelBpaSync types.AccountLevelBpaSync
}

// A Lag is how long it takes until a bucket that was created is there.
//
// It is counted in looks: calls of GetBuckets that ask for the bucket by name or
// list the page that it is on.
type Lag struct {
	// Hidden is for how many looks the bucket does not show. UpdateBucket does
	// not find it either in that time, and its name is taken.
	Hidden int

	// Pending is for how many looks after that it has no State.
	Pending int

	// Failed lets it end in the state Unknown, as one whose creation timed out,
	// and not in the state OK.
	Failed bool
}

// state is all that calls change. Values in it are never changed, only replaced,
// so that answers can be written without the lock.
type state struct {
	mu         sync.Mutex
	settings   *settings
	pager      *pager
	random     *rand.Rand
	buckets    map[string]*bucket
	instances  map[string]*instance
	operations []types.Operation
	bpa        types.AccountLevelBpaSync
}

// A bucket is one that exists, or will soon.
type bucket struct {
	types.Bucket
	hidden, pending int
}

func newState(s *settings, now time.Time) (*state, error) {
	pager, err := newPager(s.pageSize)
	if err != nil {
		return nil, err
	}
	st := &state{
		settings: s,
		pager:    pager,
		// The same calls make the same IDs in every run.
		random:    rand.New(rand.NewPCG(1, 2)),
		buckets:   map[string]*bucket{},
		instances: map[string]*instance{},
		bpa: types.AccountLevelBpaSync{
			BpaImpactsLightsail: aws.Bool(false),
			LastSyncedAt:        aws.Time(now.UTC().Truncate(time.Millisecond)),
			Status:              types.AccountLevelBpaSyncStatusInSync,
		},
	}
	return st, nil
}

// uuid returns a new ID. It is called with the lock.
func (st *state) uuid() string {
	a, b := st.random.Uint64(), st.random.Uint64()
	a = a&^0xf000 | 0x4000
	b = b&^(0b11<<62) | 0b10<<62
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", a>>32, a>>16&0xffff, a&0xffff, b>>48, b&0xffffffffffff)
}

// putBucket adds b, or replaces the one of the same name. What b leaves unset is
// filled in.
func (st *state) putBucket(now time.Time, b types.Bucket) *bucket {
	region := st.settings.region
	if b.Name == nil {
		b.Name = aws.String(st.freeName())
	}
	name := *b.Name
	setDefault(&b.AbleToUpdateBundle, true)
	setDefault(&b.Arn, "arn:aws:lightsail:"+region+":"+account+":Bucket/"+st.uuid())
	setDefault(&b.BundleId, "small_1_0")
	setDefault(&b.CreatedAt, now.UTC().Truncate(time.Millisecond))
	setDefault(&b.ObjectVersioning, versioningNeverEnabled)
	setDefault(&b.ResourceType, string(types.ResourceTypeBucket))
	setDefault(&b.State, types.BucketState{Code: aws.String("OK")})
	// The forms of Location, SupportCode and Url are guesses.
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

// freeName returns a name for a bucket that was given none.
func (st *state) freeName() string {
	for n := len(st.buckets) + 1; ; n++ {
		name := fmt.Sprintf("bucket-%04d", n)
		if _, taken := st.buckets[name]; !taken {
			return name
		}
	}
}

// requestID returns a new ID for an answer.
func (st *state) requestID() string {
	st.mu.Lock()
	defer st.mu.Unlock()
	return st.uuid()
}

// location is that of a resource that is in no zone of its own.
func (st *state) location() types.ResourceLocation {
	return types.ResourceLocation{
		AvailabilityZone: aws.String("all"),
		RegionName:       types.RegionName(st.settings.region),
	}
}

// visible returns the bucket of a name, unless it does not show yet.
func (st *state) visible(name string) (*bucket, error) {
	if b, ok := st.buckets[name]; ok && b.hidden == 0 {
		return b, nil
	}
	return nil, notFound(types.ResourceTypeBucket, name)
}

// record adds the record of an operation on a bucket. That records of bucket
// operations are finished when they are returned is a guess.
func (st *state) record(now time.Time, operation types.OperationType, b *bucket) []types.Operation {
	at := now.UTC().Truncate(time.Millisecond)
	op := types.Operation{
		CreatedAt:       &at,
		Id:              aws.String(st.uuid()),
		IsTerminal:      aws.Bool(true),
		Location:        b.Location,
		OperationType:   operation,
		ResourceName:    b.Name,
		ResourceType:    types.ResourceTypeBucket,
		Status:          types.OperationStatusSucceeded,
		StatusChangedAt: &at,
	}
	if b.hidden > 0 || b.pending > 0 {
		op.IsTerminal = aws.Bool(false)
		op.Status = types.OperationStatusStarted
	}
	st.operations = append(st.operations, op)
	return []types.Operation{op}
}

// sorted returns the values of a map in the order of their keys.
func sorted[V any](m map[string]V) []V {
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

// clone returns a deep copy of a value that is data through and through.
func clone[T any](v T) T {
	var c T
	text, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(text, &c)
	}
	if err != nil {
		// Only a time outside the years 0 to 9999 cannot be written.
		panic("lightsailtest: " + err.Error())
	}
	return c
}
