package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// An Option settles how a server is.
type Option func(*settings)

type settings struct {
	region        string
	keys          []aws.Credentials
	address       string
	unsigned      bool
	modelStatuses bool
	pageSize      int
	lag           Lag
	now           func() time.Time
	observer      func(Call)
	blueprints    []types.Blueprint
	bundles       []types.Bundle
	buckets       []types.Bucket
	instances     []Instance
	faults        faults
}

// WithRegion lets the server be that of a Region. The default is us-east-1. A
// request that is signed for another one is refused.
func WithRegion(region string) Option {
	return func(s *settings) { s.region = region }
}

// WithCredentials lets the server know these keys, and no others. The first are
// those of Config and Client. The default is a pair of keys made up for the
// purpose.
//
// A request must bring the SessionToken, if there is one, and must be made before
// Expires, where CanExpire is set.
func WithCredentials(credentials aws.Credentials, more ...aws.Credentials) Option {
	return func(s *settings) { s.keys = append([]aws.Credentials{credentials}, more...) }
}

// WithUnsigned lets the server take requests that are not signed, too. Signatures
// that are there are verified none the less.
func WithUnsigned() Option {
	return func(s *settings) { s.unsigned = true }
}

// WithAddress lets the server listen on an address such as "localhost:8080". The
// default is a free port of 127.0.0.1.
func WithAddress(address string) Option {
	return func(s *settings) { s.address = address }
}

// WithClock gives the server its time: that of signatures, Date headers and
// records. The default is time.Now.
func WithClock(now func() time.Time) Option {
	return func(s *settings) { s.now = now }
}

// WithPageSize puts n items on a page; 0 puts all on one. The default is 10, so
// that the catalogue has more than one page. The sizes of the real pages are not
// published.
func WithPageSize(n int) Option {
	return func(s *settings) { s.pageSize = n }
}

// WithModelStatuses answers errors with the status codes of the service's model:
// 404 for NotFoundException, for example. The default is those of its API
// reference: 400 for every fault of the client. Sources disagree about which are
// real, so that code should go by the error and not by the status.
func WithModelStatuses() Option {
	return func(s *settings) { s.modelStatuses = true }
}

// WithLag lets buckets that are created take a while until they are there, and
// those that are deleted until they are gone. The default is that both are so at
// once.
func WithLag(lag Lag) Option {
	return func(s *settings) { s.lag = lag }
}

// WithBlueprints replaces the catalogue of blueprints.
func WithBlueprints(blueprints ...types.Blueprint) Option {
	return func(s *settings) { s.blueprints = append([]types.Blueprint{}, clone(blueprints)...) }
}

// WithBundles replaces the catalogue of bundles.
func WithBundles(bundles ...types.Bundle) Option {
	return func(s *settings) { s.bundles = append([]types.Bundle{}, clone(bundles)...) }
}

// WithBuckets lets the server begin with buckets, as [Server.PutBuckets] would
// put them.
func WithBuckets(buckets ...types.Bucket) Option {
	return func(s *settings) { s.buckets = append(s.buckets, buckets...) }
}

// WithInstances lets the server begin with instances, as [Server.PutInstances]
// would put them.
func WithInstances(instances ...Instance) Option {
	return func(s *settings) { s.instances = append(s.instances, instances...) }
}

// WithFaults lets the server begin with faults, as [Server.Inject] would inject
// them.
func WithFaults(operation string, faults ...Fault) Option {
	return func(s *settings) { s.faults.plan(operation, faults) }
}

// WithObserver calls a function for every request that was answered, in the
// goroutine that does so: to log it, for example. It must be safe for concurrent
// use.
func WithObserver(observe func(Call)) Option {
	return func(s *settings) { s.observer = observe }
}
