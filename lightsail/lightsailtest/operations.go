package lightsailtest

import (
	"context"
	"time"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// operations are those that the server has, by the names in X-Amz-Target. Each is
// registered by the file that it is in.
var operations = map[string]operation{}

// An operation is what the server does for one kind of request.
type operation struct {
	// decode reads an input.
	decode func(body []byte) (any, error)

	// do carries out the operation and returns its output. The input is its own
	// from then on.
	do func(st *state, now time.Time, e ending, in any) (any, error)
}

// register makes an operation of a function that is called with the state locked.
func register[In, Out any](name string, do func(st *state, now time.Time, in *In) (*Out, error)) {
	operations[name] = operation{
		decode: func(body []byte) (any, error) {
			in := new(In)
			return in, awsjson.Unmarshal(context.Background(), body, in)
		},
		do: func(st *state, now time.Time, e ending, in any) (out any, err error) {
			st.mu.Lock()
			defer st.mu.Unlock()
			st.renew(now)
			st.carryOut(e, func() { out, err = do(st, now, in.(*In)) })
			return out, err
		},
	}
}
