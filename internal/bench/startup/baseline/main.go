// This program creates what every client of the AWS SDK needs, an HTTP client and a
// signer, and exits. With an argument it prints the number of allocations since its
// start, and their bytes.
package main

import (
	"fmt"
	"os"
	"runtime"

	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
)

func main() {
	client, signer := awshttp.NewBuildableClient(), v4.NewSigner()
	if len(os.Args) > 1 {
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		fmt.Println(m.Mallocs, m.TotalAlloc)
	}
	runtime.KeepAlive(client)
	runtime.KeepAlive(signer)
}
