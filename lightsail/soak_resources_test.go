package lightsail_test

import (
	"fmt"
	"math"
	"net"
	"os"
	"runtime"
	"testing"
)

// resources are what a process must not accumulate.
type resources struct {
	goroutines  int
	descriptors int    // 0 where /proc/self/fd does not exist
	heap        uint64 // bytes of live objects
}

func (r resources) String() string {
	return fmt.Sprintf("%d goroutines, %d descriptors, %.1f MiB of heap", r.goroutines, r.descriptors, float64(r.heap)/(1<<20))
}

// anyResources is a limit for usedResources that every process keeps.
var anyResources = resources{goroutines: math.MaxInt, descriptors: math.MaxInt}

// usedResources returns the resources in use. Goroutines and descriptors of connections
// that were just closed take a moment to go away, so usedResources gives them the chance
// until there are no more than in atMost.
func usedResources(atMost resources) (r resources) {
	for range 20_000 {
		r.goroutines, r.descriptors = runtime.NumGoroutine(), openDescriptors()
		if r.goroutines <= atMost.goroutines && r.descriptors <= atMost.descriptors {
			break
		}
		runtime.Gosched()
	}
	// Two collections, because a sync.Pool keeps its values for one more.
	runtime.GC()
	runtime.GC()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	r.heap = stats.HeapAlloc
	return r
}

// openDescriptors returns the number of open file descriptors, including the one that
// reads the directory and those that Go opens with the first connection and keeps.
func openDescriptors() int {
	if l, err := net.Listen("tcp", "127.0.0.1:0"); err == nil {
		l.Close()
	}
	entries, err := os.ReadDir("/proc/self/fd")
	if err != nil {
		return 0
	}
	return len(entries)
}

// TestUsedResources checks that each resource is noticed. Some goroutines and descriptors
// of earlier tests can end at the same time.
func TestUsedResources(t *testing.T) {
	const added, noticed = 100, 80
	before := usedResources(anyResources)
	release := make(chan struct{})
	var files []*os.File
	for range added {
		go func() { <-release }()
		file, err := os.Open(os.Args[0])
		if err != nil {
			t.Fatal(err)
		}
		files = append(files, file)
	}
	kept := make([]byte, 4<<20)
	after := usedResources(anyResources)
	if after.goroutines < before.goroutines+noticed {
		t.Errorf("got %d goroutines after %d, want at least %d more", after.goroutines, before.goroutines, noticed)
	}
	if before.descriptors != 0 && after.descriptors < before.descriptors+noticed {
		t.Errorf("got %d descriptors after %d, want at least %d more", after.descriptors, before.descriptors, noticed)
	}
	if grown := int64(after.heap) - int64(before.heap); grown < 3<<20 || grown > 5<<20 {
		t.Errorf("got a heap that has grown by %d bytes, want about 4 MiB", grown)
	}
	runtime.KeepAlive(kept)
	close(release)
	for _, file := range files {
		file.Close()
	}
}
