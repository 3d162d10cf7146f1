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
	// not show yet or still do, with all that some answers leave out.
	Buckets []types.Bucket

	// Instances are all instances, in the order of their names.
	Instances []Instance

	// Operations are the records of all that changed something, oldest first, as
	// they are now.
	Operations []types.Operation

	// AccessKeys are the IDs of the access keys of buckets, by the name of the
	// bucket, oldest first.
	AccessKeys map[string][]string

	// AccountLevelBpaSync is how Amazon S3's Block Public Access of the account
	// bears on the buckets.
	AccountLevelBpaSync types.AccountLevelBpaSync
}

// A Lag is how long it takes until a bucket that was created is there, and one
// that was deleted is gone.
//
// It is counted in looks: calls of GetBuckets that ask for the bucket by name or
// list the page that it is on, and calls of GetOperation for an operation on it.
// Operations on a bucket go on until its lag is over.
type Lag struct {
	// Hidden is for how many looks the bucket does not show. Other calls do not
	// find it either in that time, and its name is taken.
	Hidden int

	// Pending is for how many looks after that it has no State.
	Pending int

	// Failed lets it end in the state Unknown, as one whose creation timed out,
	// and not in the state OK.
	Failed bool

	// Deleted is for how many looks a bucket that was deleted still shows. Other
	// calls do not find it in that time, and its name is taken.
	Deleted int
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
	operations []*operationRecord
	bpa        types.AccountLevelBpaSync

	// ending is how the work of the call that is being carried out ends.
	ending ending

	// spent are the buckets that have had another plan in their billing cycle, and
	// when the next one begins.
	spent map[*bucket]time.Time
}

// A bucket is one that exists, or will soon, or did until now.
type bucket struct {
	types.Bucket

	// They count down the looks of a Lag.
	hidden, pending, leaving int

	// filled tells whether there are objects in it.
	filled bool

	// accessKeys are its keys, oldest first.
	accessKeys []accessKey
}

// An accessKey is one of a bucket. Its secret is in no place but the answer that
// brought it.
type accessKey struct {
	id        string
	createdAt time.Time
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
		spent: map[*bucket]time.Time{},
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

// visible returns the bucket of a name, unless it does not show yet or is deleted.
func (st *state) visible(name string) (*bucket, error) {
	if b, ok := st.buckets[name]; ok && b.hidden <= 0 && b.leaving <= 0 {
		return b, nil
	}
	return nil, notFound(types.ResourceTypeBucket, name)
}

// lags tells whether the bucket is on its way in or out.
func (b *bucket) lags() bool {
	return b.hidden > 0 || b.pending > 0 || b.leaving > 0
}

// passed counts a look at the bucket, and removes it after the last one.
func (st *state) passed(b *bucket) {
	switch {
	case b.leaving > 0:
		b.leaving--
		if b.leaving == 0 && st.buckets[*b.Name] == b {
			delete(st.buckets, *b.Name)
		}
	case b.hidden > 0:
		b.hidden--
	case b.pending > 0:
		b.pending--
	}
}

// renew lets buckets have another plan whose next billing cycle has begun.
func (st *state) renew(now time.Time) {
	for b, next := range st.spent {
		if !now.Before(next) {
			b.AbleToUpdateBundle = aws.Bool(true)
			delete(st.spent, b)
		}
	}
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
