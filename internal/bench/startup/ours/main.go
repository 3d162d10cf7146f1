// This program creates a client and exits. With an argument it prints the number of
// allocations since its start, and their bytes.
package main

import (
	"context"
	"fmt"
	"os"
	"runtime"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/lightsail-go/sdk/lightsail"
)

func main() {
	client := lightsail.NewFromConfig(aws.Config{
		Region: "us-east-1",
		Credentials: aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "wJalrXUtnFEMI"}, nil
		}),
	})
	if len(os.Args) > 1 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		fmt.Println(m.Mallocs, m.TotalAlloc)
	}
	runtime.KeepAlive(client)
}
