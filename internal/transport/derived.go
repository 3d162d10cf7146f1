package transport

import (
	"context"
	"maps"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// derived holds values that follow from the options and the operation alone.
type derived struct {
	target string          // the X-Amz-Target header
	values context.Context // holds values only
}

// derivedKey is what the values of a client's calls depend on.
type derivedKey struct {
	op     *Operation
	region string
}

// userAgentKey is what the User-Agent header depends on.
type userAgentKey struct {
	retry, appID, features, credentials string
}

// derive returns the values of a call of op. The User-Agent header is not among
// them: it depends on the features of the call.
func (c *Config) derive(op *Operation) *derived {
	key := derivedKey{op, c.Region}
	if found, ok := c.shared.derived.get(key); ok {
		return found
	}
	made := &derived{target: targetPrefix + op.Name, values: stackValues(op, c.Region)}
	c.shared.derived.put(key, made, maxDerived)
	return made
}

// userAgent returns the User-Agent header of a call on the direct path.
func (c *Config) userAgent() string {
	sources := c.credentialSources()
	key := userAgentKey{retryFeature(c.Retryer), c.AppID, strings.Join(c.Features, " "), list(sources)}
	if found, ok := c.shared.userAgents.get(key); ok {
		return found
	}
	made := buildHeader(c.requestUserAgent(sources), "User-Agent")
	c.shared.userAgents.put(key, made, maxUserAgents)
	return made
}

// list returns sources as one comparable value.
func list(sources []aws.CredentialSource) string {
	if len(sources) == 0 {
		return ""
	}
	b := make([]byte, 0, 16)
	for _, source := range sources {
		b = append(strconv.AppendInt(b, int64(source), 10), ' ')
	}
	return string(b)
}

const (
	// maxDerived is enough for every operation of the service in every Region.
	maxDerived = 4096

	// maxUserAgents is enough for every combination of retry mode, paginator and
	// waiter with a few application IDs.
	maxUserAgents = 64
)

// A cache holds a bounded number of values. Reading takes no lock and does not
// allocate. A full cache is emptied, so options that differ on every call
// cannot make it grow.
type cache[K comparable, V any] struct {
	read atomic.Pointer[map[K]V] // this map does not change

	mu sync.Mutex // of put
}

func (c *cache[K, V]) get(key K) (value V, ok bool) {
	if m := c.read.Load(); m != nil {
		value, ok = (*m)[key]
	}
	return value, ok
}

// put adds a value.
func (c *cache[K, V]) put(key K, value V, limit int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	next := map[K]V{}
	if m := c.read.Load(); m != nil && len(*m) < limit {
		next = maps.Clone(*m)
	}
	next[key] = value
	c.read.Store(&next)
}
