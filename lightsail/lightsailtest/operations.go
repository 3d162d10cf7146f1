package lightsailtest

import (
	"time"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// operations are those that the server has, by the names in X-Amz-Target.
var operations = map[string]operation{
	"CreateBucket":             handle((*state).createBucket),
	"GetBlueprints":            handle((*state).getBlueprints),
	"GetBuckets":               handle((*state).getBuckets),
	"GetBundles":               handle((*state).getBundles),
	"GetInstanceAccessDetails": handle((*state).getInstanceAccessDetails),
	"UpdateBucket":             handle((*state).updateBucket),
}

// An operation is what the server does for one kind of request.
type operation struct {
	// decode reads an input.
	decode func(body []byte) (any, error)

	// do carries out the operation and returns its output. The input is its own
	// from then on.
	do func(st *state, now time.Time, in any) (any, error)
}

// handle makes an operation of a function that is called with the state locked.
func handle[In, Out any](do func(st *state, now time.Time, in *In) (*Out, error)) operation {
	return operation{
		decode: func(body []byte) (any, error) {
			in := new(In)
			return in, awsjson.Unmarshal(body, in)
		},
		do: func(st *state, now time.Time, in any) (any, error) {
			st.mu.Lock()
			defer st.mu.Unlock()
			return do(st, now, in.(*In))
		},
	}
}
