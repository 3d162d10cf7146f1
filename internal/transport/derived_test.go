package transport

import (
	"strconv"
	"sync"
	"testing"
)

// The cache holds every operation of the service in every Region, and stays
// bounded beyond that.
func TestDerivedValuesAreCached(t *testing.T) {
	const operations, regions = 162, 25
	ops := make([]Operation, operations)
	c := &Config{shared: new(shared)}
	first := map[derivedKey]*derived{}
	for region := range regions {
		c.Region = strconv.Itoa(region)
		for i := range ops {
			first[derivedKey{&ops[i], c.Region}] = c.derive(&ops[i])
		}
	}
	for key, want := range first {
		c.Region = key.region
		if got := c.derive(key.op); got != want {
			t.Fatalf("the values of an operation in Region %s were derived again", key.region)
		}
	}
}

func TestCacheIsBounded(t *testing.T) {
	var c cache[int, int]
	var wait sync.WaitGroup
	for worker := range 4 {
		wait.Go(func() {
			for i := range 500 {
				key := 500*worker + i
				c.put(key, -key, 100)
				if got, ok := c.get(key); ok && got != -key {
					t.Errorf("get(%d) = %d, want %d", key, got, -key)
				}
			}
		})
	}
	wait.Wait()
	if n := len(*c.read.Load()); n > 100 {
		t.Errorf("the cache holds %d values, want at most 100", n)
	}
	c.put(-1, 7, 100)
	if got, ok := c.get(-1); !ok || got != 7 {
		t.Errorf("get after put = %d, %v; want 7, true", got, ok)
	}
}
