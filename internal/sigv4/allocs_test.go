//go:build !race

package sigv4_test

import (
	"testing"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// TestSignAllocations checks that a signature allocates nothing but the text of its
// header values. The race detector makes sync.Pool drop values.
func TestSignAllocations(t *testing.T) {
	var signer sigv4.Signer
	in, r, values := defaultInput(), newRequest(), new(sigv4.Values)
	in.credentials = role
	got := testing.AllocsPerRun(100, func() {
		signer.Sign(r, in.credentials, in.payloadHash, in.service, in.region, in.time, values)
	})
	if got > 1 {
		t.Errorf("got %.0f allocations, want at most 1", got)
	}
}
