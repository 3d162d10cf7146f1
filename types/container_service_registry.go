package types

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/lightsail-go/sdk/internal/redact"
)

type ContainerServiceECRImagePullerRole struct {
	IsActive *bool `json:"isActive,omitzero"`

	PrincipalArn *string `json:"principalArn,omitzero"`
}

type ContainerServiceECRImagePullerRoleRequest struct {
	IsActive *bool `json:"isActive,omitzero"`
}

type ContainerServiceRegistryLogin struct {
	ExpiresAt *time.Time `json:"expiresAt,omitzero"`

	Password *string `json:"password,omitzero" sensitive:"true"`

	Registry *string `json:"registry,omitzero"`

	Username *string `json:"username,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v ContainerServiceRegistryLogin) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v ContainerServiceRegistryLogin) LogValue() slog.Value { return redact.LogValue(v) }

type PrivateRegistryAccess struct {
	EcrImagePullerRole *ContainerServiceECRImagePullerRole `json:"ecrImagePullerRole,omitzero"`
}

type PrivateRegistryAccessRequest struct {
	EcrImagePullerRole *ContainerServiceECRImagePullerRoleRequest `json:"ecrImagePullerRole,omitzero"`
}
