package main

import (
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// demoNames are the names of the instances in the demo account.
const demoNames = "web-1, starting-1 and windows-1"

var demoInstances = []lightsailtest.Instance{
	{Name: "web-1"},
	{Name: "starting-1", NotReady: 1},
	{Name: "windows-1", Platform: types.InstancePlatformWindows},
}
