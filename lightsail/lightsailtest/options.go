package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// An Option configures a [Server].
type Option func(*options)

type options struct {
	regions       []string
	credentials   []aws.Credentials
	address       string
	allowUnsigned bool
	modelStatuses bool
	pageSize      int
	lags          []Lag
	now           func() time.Time
	observer      func(Call)
	blueprints    []types.Blueprint
	bundles       []types.Bundle
	buckets       []types.Bucket
	instances     []types.Instance
	access        []types.InstanceAccessDetails
	faults        faultQueue
}

// WithRegions sets the AWS Regions of the server. The default is us-east-1. Each Region
// has its own resources, and a request is for the Region for which it is signed. The
// server rejects requests that are signed for another Region, and GetRegions returns only
// these Regions.
//
// Config and Client use the first Region; set Region in their options to call another
// one. The methods and options that add resources use the first Region as well; to add
// resources to another one, call the API with a client for it, or use [Server.PutJSON].
func WithRegions(region string, more ...string) Option {
	return func(o *options) { o.regions = append([]string{region}, more...) }
}

// WithCredentials sets the credentials that the server accepts. Config and Client
// use the first ones. The default is one pair of example keys.
//
// If credentials have a SessionToken, requests must send it. If their CanExpire is
// true, the server rejects requests after Expires.
func WithCredentials(credentials aws.Credentials, more ...aws.Credentials) Option {
	return func(o *options) { o.credentials = append([]aws.Credentials{credentials}, more...) }
}

// WithUnsigned makes the server accept requests without a signature. The server
// still verifies the signature of a request that has one.
func WithUnsigned() Option {
	return func(o *options) { o.allowUnsigned = true }
}

// WithAddress sets the TCP address on which the server listens, such as
// "localhost:8080". The default is a free port of 127.0.0.1.
func WithAddress(address string) Option {
	return func(o *options) { o.address = address }
}

// WithClock sets the clock of the server. The server uses it to verify signatures
// and to set Date headers and timestamps. The default is time.Now. The function
// must be safe for concurrent use.
func WithClock(now func() time.Time) Option {
	return func(o *options) { o.now = now }
}

// WithPageSize sets the maximum number of items on a page of a list. The default is
// 10, which splits the catalog into several pages. With 0, a list has one page. The
// page sizes of the service are not published.
func WithPageSize(n int) Option {
	return func(o *options) { o.pageSize = n }
}

// WithModelStatuses makes the server return errors with the HTTP status codes that
// the model of the service declares, such as 404 for NotFoundException. By default
// the server uses the status codes of the API reference: 400 for every client
// error. It is not known which ones the service returns, so code should check the
// error type and not the status code.
func WithModelStatuses() Option {
	return func(o *options) { o.modelStatuses = true }
}

// WithLag delays changes of resources or makes them fail. By default all changes take
// effect immediately and succeed. WithLag does not apply to the creation of resources
// that options and methods of the server add.
func WithLag(lags ...Lag) Option {
	return func(o *options) { o.lags = append(o.lags, lags...) }
}

// WithBlueprints replaces the list of blueprints that GetBlueprints returns.
func WithBlueprints(blueprints ...types.Blueprint) Option {
	return func(o *options) { o.blueprints = cloneAll(blueprints) }
}

// WithBundles replaces the list of instance bundles that GetBundles returns. The bucket
// bundles of GetBucketBundles do not change.
func WithBundles(bundles ...types.Bundle) Option {
	return func(o *options) { o.bundles = cloneAll(bundles) }
}

// WithBuckets adds buckets to a new server, as [Server.PutBuckets] does.
func WithBuckets(buckets ...types.Bucket) Option {
	return func(o *options) { o.buckets = append(o.buckets, buckets...) }
}

// WithInstances adds instances to a new server, as [Server.PutInstances] does.
func WithInstances(instances ...types.Instance) Option {
	return func(o *options) { o.instances = append(o.instances, instances...) }
}

// WithAccessDetails replaces generated access details of instances, as
// [Server.PutAccessDetails] does.
func WithAccessDetails(details ...types.InstanceAccessDetails) Option {
	return func(o *options) { o.access = append(o.access, details...) }
}

// WithFaults injects faults into a new server, as [Server.Inject] does.
func WithFaults(operation string, faults ...Fault) Option {
	return func(o *options) { o.faults.add(operation, faults) }
}

// WithObserver sets a function that the server calls after it has handled a
// request, in the goroutine that handled it. Use it to log requests, for example.
// The function must be safe for concurrent use.
func WithObserver(observe func(Call)) Option {
	return func(o *options) { o.observer = observe }
}
