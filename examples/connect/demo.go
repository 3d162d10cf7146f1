package main

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// demoNames are the names of the instances in the demo account.
const demoNames = "web-1, starting-1 and windows-1"

var demoInstances = []types.Instance{
	{Name: aws.String("web-1")},
	{Name: aws.String("starting-1")},
	{Name: aws.String("windows-1"), BlueprintId: aws.String("windows_server_2022")},
}

// demoLag delays the access details of starting-1 for one call.
var demoLag = lightsailtest.Lag{Name: "starting-1", State: lightsailtest.NoAccess, Polls: 1}
