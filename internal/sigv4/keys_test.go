package sigv4_test

import (
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// TestKeyLimit checks that a signer keeps only the four keys that it derived last.
func TestKeyLimit(t *testing.T) {
	var signer sigv4.Signer
	var want []string
	for i := range 12 {
		in := defaultInput()
		in.credentials.SecretAccessKey = fmt.Sprintf("secret %d", i)
		want = slices.Insert(want, 0, in.credentials.SecretAccessKey)
		want = want[:min(len(want), 4)]
		for range 2 {
			if !in.sign(&signer, newRequest()) {
				t.Fatal("the request was not signed")
			}
			if got := signer.Secrets(); !slices.Equal(got, want) {
				t.Fatalf("got secrets %q, want %q", got, want)
			}
		}
	}
}

// TestKeyReuse checks that a key is derived once, also if two goroutines have missed
// it at the same time.
func TestKeyReuse(t *testing.T) {
	var signer sigv4.Signer
	for range 2 {
		signer.AddKey("secret", "20250314", region, service)
	}
	if got := signer.Secrets(); len(got) != 1 {
		t.Errorf("got %d keys, want 1", len(got))
	}
}

// TestSignConcurrent signs from several goroutines with more keys than the cache
// holds. Each goroutine replaces its keys as it goes, and some keys are shared.
func TestSignConcurrent(t *testing.T) {
	var signer sigv4.Signer
	var wg sync.WaitGroup
	for worker := range 8 {
		wg.Go(func() {
			for i := range 200 {
				in := defaultInput()
				if i%2 == 0 {
					in.credentials = role
				}
				// All workers share even generations of the secret.
				owner := worker * (i / 10 % 2)
				in.credentials.SecretAccessKey = fmt.Sprintf("secret %d of %d", i/10, owner)
				in.time = midnight.Add(time.Duration(i%3-1) * time.Second)
				r := newRequest()
				r.Header.Set("X-Amz-Target", fmt.Sprintf("Lightsail_20161128.Op%dOf%d", i, worker))
				want := in.signOfficial(t, r)
				if !in.sign(&signer, r) {
					t.Error("the request was not signed")
				}
				if assertSame(t, r, want); t.Failed() {
					return
				}
			}
		})
	}
	wg.Wait()
}
