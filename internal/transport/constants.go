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

// constants are the same for all calls that have a key in common.
type constants struct {
	target    string          // the X-Amz-Target header
	userAgent string          // the User-Agent header
	values    context.Context // bears values, and nothing else
}

// constantsKey is what constants derive from.
type constantsKey struct {
	op                        *Operation
	region                    string
	retry, appID              string
	features, credentialsFrom string
}

// constants returns those of a call of op.
func (c *Config) constants(op *Operation) *constants {
	sources := c.credentialSources()
	key := constantsKey{op, c.Region, retryFeature(c.Retryer), c.AppID, strings.Join(c.Features, " "), list(sources)}
	if found := c.shared.constants.get(key); found != nil {
		return found
	}
	made := &constants{
		target:    targetPrefix + op.Name,
		userAgent: buildHeader(c.requestUserAgent(sources), "User-Agent"),
		values:    stackValues(op, c.Region),
	}
	c.shared.constants.put(key, made)
	return made
}

// list writes sources down.
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

// constantsTable remembers constants. Reading takes no lock and allocates nothing.
// It holds a bounded number of them and gives up remembering beyond that, so that
// options that differ on every call cannot make it grow.
type constantsTable struct {
	mu   sync.Mutex
	made atomic.Pointer[map[constantsKey]*constants] // a map in it does not change
}

// constantsTableSize is enough for every operation, called in a few ways in a few
// Regions.
const constantsTableSize = 256

// get returns the constants of key, or nil where they are not there yet.
func (t *constantsTable) get(key constantsKey) *constants {
	if made := t.made.Load(); made != nil {
		return (*made)[key]
	}
	return nil
}

func (t *constantsTable) put(key constantsKey, value *constants) {
	t.mu.Lock()
	defer t.mu.Unlock()
	made := map[constantsKey]*constants{}
	if old := t.made.Load(); old != nil {
		if len(*old) >= constantsTableSize {
			return
		}
		made = maps.Clone(*old)
	}
	made[key] = value
	t.made.Store(&made)
}
