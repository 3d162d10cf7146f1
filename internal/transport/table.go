package transport

import (
	"maps"
	"sync"
	"sync/atomic"
)

// A table remembers values that cost something to make. Reading takes no lock
// and allocates nothing. It holds a bounded number of values and gives up
// remembering beyond that, so that options that differ on every call cannot
// make it grow.
type table[K comparable, V any] struct {
	mu     sync.Mutex
	values atomic.Pointer[map[K]V]
}

// tableSize is enough for every operation in a few Regions.
const tableSize = 128

// get returns the value of key, which it has made where it is not there yet.
func (t *table[K, V]) get(key K, make func() V) V {
	if values := t.values.Load(); values != nil {
		if v, ok := (*values)[key]; ok {
			return v
		}
	}
	v := make()
	t.put(key, v)
	return v
}

func (t *table[K, V]) put(key K, value V) {
	t.mu.Lock()
	defer t.mu.Unlock()
	values := map[K]V{}
	if old := t.values.Load(); old != nil {
		values = maps.Clone(*old)
	}
	if len(values) >= tableSize {
		return
	}
	values[key] = value
	t.values.Store(&values)
}
