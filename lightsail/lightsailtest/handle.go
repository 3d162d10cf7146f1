package lightsailtest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
)

// Pass is the error by which a function of [Handle] leaves a call to the state of the
// server.
//
//lint:ignore ST1012 it reads as a result: return nil, lightsailtest.Pass
var Pass = errors.New("lightsailtest: handle the call as if no function were set")

// Handle sets the function that handles the calls of one API operation instead of the
// state of the server. In and Out select the API operation; Handle panics unless they are
// its input and output:
//
//	lightsailtest.Handle(server, func(ctx context.Context, in *lightsail.GetDisksInput) (*lightsail.GetDisksOutput, error) {
//		return &lightsail.GetDisksOutput{Disks: []types.Disk{{Name: aws.String("data")}}}, nil
//	})
//
// The server calls the function after it has verified the signature and decoded the
// input, and after injected faults. The context ends with the request. Calls can be
// concurrent, and the server holds no lock during a call, so the function can call
// methods of the server. A second function for the same API operation replaces the first
// one, and a nil function removes it.
//
// An exception of package types, or a *smithy.GenericAPIError for any other code, is the
// error of the call. [Pass] leaves the call to the state of the server. Any other error
// is an error in the test: the server fails the test and responds with the code
// HandlerError, which clients do not retry.
func Handle[In, Out any](server *Server, handler func(context.Context, *In) (*Out, error)) {
	in, out := reflect.TypeFor[In](), reflect.TypeFor[Out]()
	name := strings.TrimSuffix(in.Name(), "Input")
	if inputTypes()[name] != in || out.Name() != name+"Output" || out.PkgPath() != reflect.TypeFor[lightsail.Client]().PkgPath() {
		panic(fmt.Sprintf("lightsailtest: %v and %v are not the input and the output of one API operation", in, out))
	}
	server.mu.Lock()
	defer server.mu.Unlock()
	if handler == nil {
		delete(server.handlers, name)
		return
	}
	server.handlers[name] = func(ctx context.Context, in any) (any, error) {
		return handler(ctx, in.(*In))
	}
}

// handle calls the function that is set for an API operation. Without one, it returns
// Pass.
func (s *Server) handle(ctx context.Context, c *Call, in any) ([]byte, error) {
	s.mu.Lock()
	handler := s.handlers[c.Operation]
	s.mu.Unlock()
	if handler == nil {
		return nil, Pass
	}
	out, err := handler(ctx, in)
	var apiErr smithy.APIError
	switch {
	case err == nil && reflect.ValueOf(out).IsNil():
		err = errors.New("the function returned neither an output nor an error")
	case err == nil:
		return encode(out)
	case errors.Is(err, Pass) || errors.As(err, &apiErr):
		return nil, err
	}
	return nil, reject(handlerError, "the function of Handle returned an error that is not an error of the service: %v", err)
}
