package lightsailtest_test

import (
	"errors"
	"net/http"
	"testing"
	"testing/synctest"
	"time"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// Close ends a call of the in-process client at once.
func TestCloseEndsRunningCall(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server, client := newTestServer(t, lightsailtest.WithFaults("", lightsailtest.Latency(time.Hour)))
		start := time.Now()
		result := make(chan error, 1)
		go func() {
			_, err := client.GetBuckets(t.Context(), nil, noRetry)
			result <- err
		}()
		synctest.Wait()
		select {
		case err := <-result:
			t.Fatalf("the call ended before Close: %v", err)
		default:
		}
		if err := server.Close(); err != nil {
			t.Error(err)
		}
		if err := <-result; !errors.Is(err, http.ErrServerClosed) {
			t.Errorf("got error %v, want %v", err, http.ErrServerClosed)
		}
		if took := time.Since(start); took != 0 {
			t.Errorf("the call took %v of fake time, want none", took)
		}
	})
}
