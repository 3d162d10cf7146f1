package types

import "time"

// ContainerImage is an image that is stored in Lightsail and registered with one container service.
// RegisterContainerImage and GetContainerImages return it.
type ContainerImage struct {
	// CreatedAt is the time at which the image was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Digest identifies the contents of the image, such as "sha256:" followed by 64 hexadecimal
	// digits.
	Digest *string `json:"digest,omitzero"`

	// Image is the name by which deployments refer to the image. It has a leading colon, the name
	// of the container service, the label and the version, such as ":my-service.website.3". The
	// version counts the images that were registered with this label, from 1.
	Image *string `json:"image,omitzero"`
}
