package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// The service returns the private key once. Despite the name of the field, it is PEM text,
// which ssh -i reads from a file that nobody else can read.
func ExampleClient_CreateKeyPair() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	dir, err := os.MkdirTemp("", "keys")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)

	out, err := client.CreateKeyPair(context.Background(), &lightsail.CreateKeyPairInput{KeyPairName: aws.String("deploy")})
	if err != nil {
		log.Fatal(err)
	}
	file := filepath.Join(dir, *out.KeyPair.Name+".pem")
	if err := os.WriteFile(file, []byte(*out.PrivateKeyBase64+"\n"), 0o600); err != nil {
		log.Fatal(err)
	}

	info, err := os.Stat(file)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(info.Name(), info.Mode())
	fmt.Println((*out.PrivateKeyBase64)[:31])
	// Output:
	// deploy.pem -rw-------
	// -----BEGIN RSA PRIVATE KEY-----
}
