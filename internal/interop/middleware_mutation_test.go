package interop_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/aws/smithy-go/middleware"
)

// A mutation is a change of a middleware stack.
type mutation struct {
	step string // Initialize, Serialize, Build, Finalize or Deserialize
	kind string // see apply
	id   string // of the middleware that is removed, swapped or moved, or next to which one is inserted
	to   string // next to which middleware the moved one is inserted
	at   middleware.RelativePosition
	does behavior // what an inserted middleware does
}

func (m mutation) String() string {
	return strings.TrimSpace(fmt.Sprintf("%s: %s %s %v %s %s", m.step, m.kind, m.id, m.at, m.to, m.does))
}

// A behavior is what an inserted middleware does with the next handler.
type behavior string

const (
	callsNext       behavior = "calls next"
	callsNextTwice  behavior = "calls next twice"
	skipsNext       behavior = "does not call next"
	dropsError      behavior = "drops the error"
	returnsNoOutput behavior = "returns no output"
)

func behave[Out any](b behavior, next func() (Out, middleware.Metadata, error)) (out Out, metadata middleware.Metadata, err error) {
	switch b {
	case skipsNext:
		return out, metadata, nil
	case callsNextTwice:
		_, _, _ = next()
	case dropsError:
		out, metadata, _ = next()
		return out, metadata, nil
	case returnsNoOutput:
		_, metadata, err = next()
		return out, metadata, err
	}
	return next()
}

// A step is one step of a stack, whatever the type of its middleware.
type step interface {
	List() []string
	Clear()
	remove(id string) error
	insert(id, relativeTo string, at middleware.RelativePosition, does behavior) error
	swap(id, newID string, does behavior) error
	move(id, relativeTo string, at middleware.RelativePosition) error
}

// typedStep is a step whose middleware has the type M.
type typedStep[M any] struct {
	list interface {
		List() []string
		Clear()
		Remove(string) (M, error)
		Insert(M, string, middleware.RelativePosition) error
		Swap(string, M) (M, error)
	}
	newMiddleware func(id string, does behavior) M
}

func (s typedStep[M]) List() []string { return s.list.List() }
func (s typedStep[M]) Clear()         { s.list.Clear() }

func (s typedStep[M]) remove(id string) error {
	_, err := s.list.Remove(id)
	return err
}

func (s typedStep[M]) insert(id, relativeTo string, at middleware.RelativePosition, does behavior) error {
	return s.list.Insert(s.newMiddleware(id, does), relativeTo, at)
}

func (s typedStep[M]) swap(id, newID string, does behavior) error {
	_, err := s.list.Swap(id, s.newMiddleware(newID, does))
	return err
}

func (s typedStep[M]) move(id, relativeTo string, at middleware.RelativePosition) error {
	m, err := s.list.Remove(id)
	if err != nil {
		return err
	}
	return s.list.Insert(m, relativeTo, at)
}

// stepOf returns a step of a stack by its name.
func stepOf(s *middleware.Stack, name string) step {
	switch name {
	case "Initialize":
		return typedStep[middleware.InitializeMiddleware]{s.Initialize, func(id string, does behavior) middleware.InitializeMiddleware {
			return middleware.InitializeMiddlewareFunc(id, func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				return behave(does, func() (middleware.InitializeOutput, middleware.Metadata, error) {
					return next.HandleInitialize(ctx, in)
				})
			})
		}}
	case "Serialize":
		return typedStep[middleware.SerializeMiddleware]{s.Serialize, func(id string, does behavior) middleware.SerializeMiddleware {
			return middleware.SerializeMiddlewareFunc(id, func(ctx context.Context, in middleware.SerializeInput, next middleware.SerializeHandler) (middleware.SerializeOutput, middleware.Metadata, error) {
				return behave(does, func() (middleware.SerializeOutput, middleware.Metadata, error) { return next.HandleSerialize(ctx, in) })
			})
		}}
	case "Build":
		return typedStep[middleware.BuildMiddleware]{s.Build, func(id string, does behavior) middleware.BuildMiddleware {
			return middleware.BuildMiddlewareFunc(id, func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
				return behave(does, func() (middleware.BuildOutput, middleware.Metadata, error) { return next.HandleBuild(ctx, in) })
			})
		}}
	case "Finalize":
		return typedStep[middleware.FinalizeMiddleware]{s.Finalize, func(id string, does behavior) middleware.FinalizeMiddleware {
			return middleware.FinalizeMiddlewareFunc(id, func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
				return behave(does, func() (middleware.FinalizeOutput, middleware.Metadata, error) { return next.HandleFinalize(ctx, in) })
			})
		}}
	}
	return typedStep[middleware.DeserializeMiddleware]{s.Deserialize, func(id string, does behavior) middleware.DeserializeMiddleware {
		return middleware.DeserializeMiddlewareFunc(id, func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
			return behave(does, func() (middleware.DeserializeOutput, middleware.Metadata, error) {
				return next.HandleDeserialize(ctx, in)
			})
		})
	}}
}

// apply changes a stack. n makes the ID of new middleware unique.
func (m mutation) apply(s *middleware.Stack, n int) error {
	list, id := stepOf(s, m.step), fmt.Sprintf("new-%d", n)
	switch m.kind {
	case "clear":
		list.Clear()
		return nil
	case "remove":
		return list.remove(m.id)
	case "insert":
		return list.insert(id, m.id, m.at, m.does)
	case "swap":
		return list.swap(m.id, id, m.does)
	}
	return list.move(m.id, m.to, m.at)
}

// mutations returns one to three random mutations of the stack of op. They leave out the
// step OperationInputValidation, which the official stack has only for some operations.
func (g *generator) mutations(t *testing.T, op string) (all []mutation) {
	t.Helper()
	ids := map[string][]string{}
	for range pick(g, 1, 1, 2, 3) {
		m := mutation{step: pick(g, "Initialize", "Serialize", "Build", "Finalize", "Finalize", "Finalize", "Deserialize", "Deserialize")}
		if ids[m.step] == nil {
			ids[m.step] = stackIDs(t, op, m.step)
		}
		m.kind = pick(g, "remove", "remove", "insert", "insert", "insert", "swap", "move", "move", "clear")
		if m.kind == "clear" && !g.oneIn(4) {
			m.kind = "insert"
		}
		if len(ids[m.step]) == 0 {
			continue
		}
		m.id, m.to = pick(g, ids[m.step]...), pick(g, ids[m.step]...)
		m.at = pick(g, middleware.Before, middleware.After)
		m.does = pick(g, callsNext, callsNextTwice, callsNextTwice, skipsNext, dropsError, returnsNoOutput)
		all = append(all, m)
	}
	return all
}

// stackIDs returns the IDs of a step of the official stack of op.
func stackIDs(t *testing.T, op, name string) (ids []string) {
	t.Helper()
	list := func(s *middleware.Stack) error {
		ids = slices.DeleteFunc(stepOf(s, name).List(), func(id string) bool { return id == "OperationInputValidation" })
		return nil
	}
	s := settings{options: map[string]any{"APIOptions": []func(*middleware.Stack) error{list}}}
	_, _, _ = s.officialCaller(&fakeTransport{t: t, responders: []responder{success}}).call(t.Context(), op, completeInput(op))
	return ids
}

// TestMutatedStacks removes, swaps, moves and inserts middleware, and inserts middleware
// that calls the next handler twice or not at all. Our client must send the same requests
// and return the same result as the official client, and it must not panic.
func TestMutatedStacks(t *testing.T) {
	forEachOperation(t, func(t *testing.T, op string) {
		rounds(t, func(t *testing.T, g *generator) {
			mutations := g.mutations(t, op)
			mutate := func(s *middleware.Stack) error {
				for n, m := range mutations {
					if err := m.apply(s, n); err != nil {
						return nil // an earlier mutation removed the middleware
					}
				}
				return nil
			}
			var responders []responder
			for range 1 + g.IntN(3) {
				responders = append(responders, pick(g, success, success, unavailable, g.errorResponse()))
			}
			ours, reference := exchanges(t, settings{
				options: map[string]any{"APIOptions": []func(*middleware.Stack) error{mutate}}, responders: responders, mutated: true, config: fixedBackoff,
			}, op, completeInput(op))
			if strings.Contains(ours.errorText(), "panic") {
				t.Errorf("our client panics: %s", ours.errorText())
			}
			for _, m := range mutations {
				if m.does == callsNextTwice {
					ours.ignoreRepeated()
					reference.ignoreRepeated()
				}
			}
			if !strings.Contains(reference.errorText(), "panic") {
				assertSame(t, ours, reference)
			}
			if t.Failed() {
				t.Logf("%s", mutations)
			}
		})
	})
}

// ignoreRepeated removes what differs if the next handler is called twice: see
// TestNextCalledTwice. The official client also decodes all responses of a call into the
// same output, which is visible if other middleware drops an error.
func (e exchange) ignoreRepeated() {
	for i := range e.Results {
		e.Results[i].Output = nil
	}
	for i := range e.Requests {
		r := &e.Requests[i]
		r.Body, r.Length = "", 0
		r.Header.Del("User-Agent")
		r.Header.Set("Authorization", strings.Split(r.Header.Get("Authorization"), "Signature=")[0])
	}
}
