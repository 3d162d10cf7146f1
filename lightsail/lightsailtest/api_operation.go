package lightsailtest

import (
	"context"
	"time"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// apiOperations holds the API operations of the server by their name in the
// X-Amz-Target header. The file of each API operation registers it.
var apiOperations = map[string]apiOperation{}

// An apiOperation decodes and runs the requests of one API operation.
type apiOperation struct {
	// decode decodes a request body into a new input.
	decode func(body []byte) (any, error)

	// run runs the API operation and returns its output. It retains the input.
	run func(st *state, now time.Time, o outcome, in any) (any, error)
}

// register adds an API operation. The server locks the state while it calls run.
func register[In, Out any](name string, run func(st *state, now time.Time, in *In) (*Out, error)) {
	apiOperations[name] = apiOperation{
		decode: func(body []byte) (any, error) {
			in := new(In)
			return in, awsjson.Unmarshal(context.Background(), body, in)
		},
		run: func(st *state, now time.Time, o outcome, in any) (out any, err error) {
			st.mu.Lock()
			defer st.mu.Unlock()
			st.startBillingCycles(now)
			st.run(o, func() { out, err = run(st, now, in.(*In)) })
			return out, err
		},
	}
}
