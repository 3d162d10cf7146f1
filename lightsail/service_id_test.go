package lightsail_test

import (
	"testing"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/lightsail"
)

// The client and its pipeline have the same ID of the service.
func TestServiceID(t *testing.T) {
	t.Parallel()
	if lightsail.ServiceID != transport.ServiceID {
		t.Errorf("got the ID %q of the client and %q of the pipeline, want the same", lightsail.ServiceID, transport.ServiceID)
	}
}
