package lightsailtest

import (
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
)

// apiOperations holds the API operations that the server implements, by their name in
// the X-Amz-Target header. The file of each family of resources registers its own.
var apiOperations = map[string]func(st *state, in any) (any, error){}

// register adds an API operation. The server locks the account while it calls run and
// while it encodes the output, so that an output may share memory with the state.
func register[In, Out any](name string, run func(st *state, in *In) (*Out, error)) {
	apiOperations[name] = func(st *state, in any) (any, error) {
		out, err := run(st, in.(*In))
		return out, err
	}
}

// runOperation runs an API operation and returns the encoded output.
func (st *state) runOperation(name string, now time.Time, o outcome, in any) (text []byte, err error) {
	run, ok := apiOperations[name]
	if !ok {
		return nil, reject(unknownOperation, "%s is not implemented by this server: set a function for it with lightsailtest.Handle", name)
	}
	st.mu.Lock()
	defer st.mu.Unlock()
	st.begin(now, o)
	var out any
	st.run(o, func() { out, err = run(st, in) })
	if err == nil {
		text, err = encode(out)
	}
	for _, r := range st.polled {
		st.countPoll(r)
	}
	return text, err
}

// inputTypes returns the types of the inputs of all API operations of the service, by
// the name of the API operation. They are those of the methods of the client.
var inputTypes = sync.OnceValue(func() map[string]reflect.Type {
	types := map[string]reflect.Type{}
	client := reflect.TypeFor[*lightsail.Client]()
	for i := range client.NumMethod() {
		method := client.Method(i)
		if method.Type.NumIn() != 4 {
			continue
		}
		if in := method.Type.In(2); in.Kind() == reflect.Pointer && in.Elem().Name() == method.Name+"Input" {
			types[method.Name] = in.Elem()
		}
	}
	return types
})

// operationName returns the API operation of a request, or "" if it names none.
func operationName(target string) string {
	name, ok := strings.CutPrefix(target, targetPrefix)
	if !ok {
		return ""
	}
	return name
}
