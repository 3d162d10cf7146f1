package types

import (
	"fmt"
	"log/slog"

	"github.com/lightsail-go/sdk/internal/redact"
)

type Container struct {
	Command []string `json:"command,omitzero"`

	Environment map[string]string `json:"environment,omitzero" sensitive:"true"`

	Image *string `json:"image,omitzero"`

	Ports map[string]ContainerServiceProtocol `json:"ports,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v Container) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v Container) LogValue() slog.Value { return redact.LogValue(v) }

type ContainerServiceProtocol string

// Values of [ContainerServiceProtocol].
const (
	ContainerServiceProtocolHttp  ContainerServiceProtocol = "HTTP"
	ContainerServiceProtocolHttps ContainerServiceProtocol = "HTTPS"
	ContainerServiceProtocolTcp   ContainerServiceProtocol = "TCP"
	ContainerServiceProtocolUdp   ContainerServiceProtocol = "UDP"
)

// Values returns the known values of [ContainerServiceProtocol].
func (ContainerServiceProtocol) Values() []ContainerServiceProtocol {
	return []ContainerServiceProtocol{
		ContainerServiceProtocolHttp,
		ContainerServiceProtocolHttps,
		ContainerServiceProtocolTcp,
		ContainerServiceProtocolUdp,
	}
}
