package lightsail

import (
	"fmt"
	"time"

	"github.com/lightsail-go/sdk/types"
)

// A ResourceStateError reports that a resource is in a state from which it cannot reach
// the state that a waiter waits for.
type ResourceStateError struct {
	// ResourceType is the type of the resource, such as "Bucket". For a deployment it
	// is "ContainerServiceDeployment", for which package types has no constant.
	ResourceType types.ResourceType

	// Name is the name of the resource.
	Name string

	// State is the state, as the service spells it.
	State string

	// Reason is the service's explanation of the state. It is empty if the service
	// gives none.
	Reason string
}

// Error returns the resource, its state and the reason.
func (e *ResourceStateError) Error() string {
	text := fmt.Sprintf("%s %s is in the state %s", e.ResourceType, e.Name, e.State)
	if e.Reason != "" {
		text += ": " + e.Reason
	}
	return text
}

// A WaiterTimeoutError reports that the maximum wait time of a waiter has passed.
// It is not returned when the caller's context ends: that error wraps
// context.Canceled or context.DeadlineExceeded. A WaiterTimeoutError does not unwrap
// to Err, which can wrap the error of a context that is not the caller's.
type WaiterTimeoutError struct {
	// Waiter is the name of the waiter, for example BucketAvailable.
	Waiter string

	// MaxWait is the maximum wait time.
	MaxWait time.Duration

	// Attempts is the number of polls.
	Attempts int

	// Last is the output of the last poll, for example a *GetBucketsOutput. It is
	// nil if that poll failed. A poll that MaxWait interrupted is ignored, unless it
	// was the only one.
	Last any

	// Err is the error of the last poll, or nil.
	Err error

	text string // describes Last or Err
}

// Error returns the waiter, the times, and what the last poll showed.
func (e *WaiterTimeoutError) Error() string {
	return fmt.Sprintf("exceeded max wait time of %v for %s waiter after %d attempts, last seen: %s", e.MaxWait, e.Waiter, e.Attempts, e.text)
}
