package types

import "time"

type ContainerServiceLogEvent struct {
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Message *string `json:"message,omitzero"`
}
