package types

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/lightsail-go/sdk/internal/redact"
)

// ContainerServiceECRImagePullerRole is the IAM role with which a container service pulls images
// from private repositories of Amazon ECR. It is part of [PrivateRegistryAccess].
type ContainerServiceECRImagePullerRole struct {
	// IsActive reports whether the role is activated.
	IsActive *bool `json:"isActive,omitzero"`

	// PrincipalArn is the Amazon Resource Name of the role, if it is activated. The policy of a
	// repository in Amazon ECR must allow this principal to pull images.
	PrincipalArn *string `json:"principalArn,omitzero"`
}

// ContainerServiceECRImagePullerRoleRequest activates or deactivates the IAM role with which a
// container service pulls images from private repositories of Amazon ECR. It is part of
// [PrivateRegistryAccessRequest].
type ContainerServiceECRImagePullerRoleRequest struct {
	// IsActive activates the role if true and deactivates it if false. Lightsail creates the role
	// when it is activated.
	IsActive *bool `json:"isActive,omitzero"`
}

// ContainerServiceRegistryLogin holds temporary credentials with which an image can be pushed to
// the registry of the Lightsail account. CreateContainerServiceRegistryLogin returns it. The
// credentials cannot pull images.
type ContainerServiceRegistryLogin struct {
	// ExpiresAt is the time at which the credentials expire, 12 hours after they were created.
	ExpiresAt *time.Time `json:"expiresAt,omitzero"`

	// Password is the password of the registry, until ExpiresAt. It is a secret: whoever has it can
	// push images to the registry of the account. It is printed and logged as [REDACTED].
	Password *string `json:"password,omitzero" sensitive:"true"`

	// Registry is the address of the registry. The tool lightsailctl of AWS pushes images to the
	// repository "sr" at this address.
	Registry *string `json:"registry,omitzero"`

	// Username is the user name to log in with.
	Username *string `json:"username,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v ContainerServiceRegistryLogin) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v ContainerServiceRegistryLogin) LogValue() slog.Value { return redact.LogValue(v) }

// PrivateRegistryAccess describes the access of a container service to private repositories of
// Amazon Elastic Container Registry (Amazon ECR). It is part of [ContainerService].
type PrivateRegistryAccess struct {
	// EcrImagePullerRole is the role with which the service pulls images.
	EcrImagePullerRole *ContainerServiceECRImagePullerRole `json:"ecrImagePullerRole,omitzero"`
}

// PrivateRegistryAccessRequest configures the access of a container service to private repositories
// of Amazon Elastic Container Registry (Amazon ECR). CreateContainerService and
// UpdateContainerService take it.
type PrivateRegistryAccessRequest struct {
	// EcrImagePullerRole activates or deactivates the role with which the service pulls images.
	EcrImagePullerRole *ContainerServiceECRImagePullerRoleRequest `json:"ecrImagePullerRole,omitzero"`
}
