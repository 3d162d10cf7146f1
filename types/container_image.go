package types

import "time"

type ContainerImage struct {
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Digest *string `json:"digest,omitzero"`

	Image *string `json:"image,omitzero"`
}
