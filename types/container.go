package types

import (
	"fmt"
	"log/slog"

	"github.com/lightsail-go/sdk/internal/redact"
)

// Container is one container of a deployment: an image and how to run it. CreateContainerService
// and CreateContainerServiceDeployment take containers, [ContainerServiceDeployment] has them.
//
// The key of a Container in its map is the name of the container, by which GetContainerLog and
// the public endpoint refer to it.
type Container struct {
	// Command is the command to run when the container starts, one argument per element. If nil,
	// the image determines the command.
	Command []string `json:"command,omitzero"`

	// Environment are the environment variables of the container, by name. Programs often receive
	// passwords this way, so the field is printed and logged as [REDACTED].
	Environment map[string]string `json:"environment,omitzero" sensitive:"true"`

	// Image is the name of the image. An image of a public registry has its usual name, such as
	// "nginx" or "nginx:1.27". An image that is registered with the container service has a name
	// that starts with a colon: service, label and version, such as ":my-service.website.3". In
	// place of the version, "latest" selects the highest version, as in
	// ":my-service.website.latest".
	Image *string `json:"image,omitzero"`

	// Ports are the ports that are open in the firewall of the container: the port number as a
	// decimal string, such as "80", with its protocol. A public endpoint uses one of them.
	Ports map[string]ContainerServiceProtocol `json:"ports,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v Container) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v Container) LogValue() slog.Value { return redact.LogValue(v) }

// ContainerServiceProtocol is the protocol that a container speaks on an open port.
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
