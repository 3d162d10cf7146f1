package types

import "time"

// ContainerServiceLogEvent is one entry in the log of a container. GetContainerLog returns it.
type ContainerServiceLogEvent struct {
	// CreatedAt is the time at which the entry was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Message is the text of the entry. It can contain whatever the program in the container
	// prints.
	Message *string `json:"message,omitzero"`
}
