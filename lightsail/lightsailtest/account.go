package lightsailtest

import (
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// accountID is the ID of the AWS account to which all resources belong.
const accountID = "123456789012"

// globalRegion is the Region that serves resources that belong to no Region, such as
// domains.
const globalRegion = "us-east-1"

// An account is the state that all Regions of a server share. Its mutex also guards the
// states of the Regions.
type account struct {
	mu      sync.Mutex
	options *options
	pager   *pager
	random  *rand.Rand
	regions map[string]*state
	bpa     types.AccountLevelBpaSync

	// access holds the access details that replace generated ones, by instance name.
	access map[string]types.InstanceAccessDetails

	// partner is the membership of the account in the partner program, or nil.
	partner *types.PartnerInfo

	// addresses is the number of public IP addresses that address has returned.
	addresses int

	// createdKeys is the number of key pairs that were created, but not imported.
	createdKeys int
}

// A state is the mutable state of one Region.
type state struct {
	*account
	region    string
	resources map[string]resource // by name
	records   []*operationRecord  // oldest first

	// The rest belongs to the API operation that is running.
	now     time.Time // in UTC, in milliseconds
	outcome outcome
	polled  []resource
	failing map[resource]string // reasons, of resources whose change fails
}

func newAccount(options *options, now time.Time) (*account, error) {
	pager, err := newPager(options.pageSize)
	if err != nil {
		return nil, err
	}
	a := &account{
		options: options,
		pager:   pager,
		// With a fixed seed, the same calls create the same IDs in every run.
		random:  rand.New(rand.NewPCG(1, 2)),
		regions: map[string]*state{},
		access:  map[string]types.InstanceAccessDetails{},
		bpa: types.AccountLevelBpaSync{
			BpaImpactsLightsail: aws.Bool(false),
			LastSyncedAt:        aws.Time(milliseconds(now)),
			Status:              types.AccountLevelBpaSyncStatusInSync,
		},
	}
	for _, region := range options.regions {
		a.regions[region] = &state{account: a, region: region, resources: map[string]resource{}}
	}
	return a, nil
}

// home returns the state of the first Region.
func (a *account) home() *state { return a.regions[a.options.regions[0]] }

// begin prepares the state for an API operation or a method of the server. It requires
// that a.mu is locked.
func (st *state) begin(now time.Time, o outcome) {
	st.now, st.outcome, st.polled, st.failing = milliseconds(now), o, nil, map[resource]string{}
	for _, r := range st.resources {
		if b, ok := r.(*bucket); ok {
			b.startBillingCycle(st.now)
		}
		st.takeAutoSnapshots(r)
		st.maintain(r)
	}
}

// milliseconds returns t as the service represents times.
func milliseconds(t time.Time) time.Time { return t.UTC().Truncate(time.Millisecond) }

// uuid returns a new version 4 UUID. It requires that a.mu is locked.
func (a *account) uuid() string {
	x, y := a.random.Uint64(), a.random.Uint64()
	x = x&^0xf000 | 0x4000
	y = y&^(0b11<<62) | 0b10<<62
	return fmt.Sprintf("%08x-%04x-%04x-%04x-%012x", x>>32, x>>16&0xffff, x&0xffff, y>>48, y&0xffffffffffff)
}

// randomString returns n random characters of alphabet. It requires that a.mu is
// locked.
func (a *account) randomString(n int, alphabet string) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = alphabet[a.random.IntN(len(alphabet))]
	}
	return string(text)
}

// hexDigits is the alphabet of many IDs.
const hexDigits = "0123456789abcdef"

// address returns a public IPv4 address of the ranges for documentation. Each call returns
// another one until all 735 are used.
func (a *account) address() string {
	const first, count = 10, 245
	n := a.addresses % (3 * count)
	a.addresses++
	network := [...]string{"192.0.2", "198.51.100", "203.0.113"}[n/count]
	return fmt.Sprintf("%s.%d", network, first+n%count)
}

// requestID returns a new request ID for a response.
func (a *account) requestID() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	return a.uuid()
}
