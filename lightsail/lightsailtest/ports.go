package lightsailtest

import "github.com/lightsail-go/sdk/types"

// defaultPorts returns the ports that are open on a new instance.
func defaultPorts(platform types.InstancePlatform) []types.InstancePortInfo { return nil }
