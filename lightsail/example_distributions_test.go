package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// This example creates a distribution for a bucket, waits until all its servers use it, and
// then has it serve the domain name of a certificate.
func ExampleClient_CreateDistribution() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	// Distributions and their certificates are in us-east-1, whatever the Region of the origin.
	client := server.Client(func(o *lightsail.Options) { o.Region = "us-east-1" })
	ctx, name := context.Background(), aws.String("photos-cdn")

	_, err = client.CreateDistribution(ctx, &lightsail.CreateDistributionInput{
		BundleId:             aws.String("small_1_0"),
		DefaultCacheBehavior: &types.CacheBehavior{Behavior: types.BehaviorEnumCacheSetting},
		DistributionName:     name,
		Origin:               &types.InputOrigin{Name: aws.String("photos"), RegionName: types.RegionNameUsEast1},
	})
	if err != nil {
		log.Fatal(err)
	}
	get := &lightsail.GetDistributionsInput{DistributionName: name}
	waiter := lightsail.NewDistributionEnabledWaiter(client)
	if err := waiter.Wait(ctx, get, 30*time.Minute); err != nil {
		log.Fatal(err)
	}

	certificate := aws.String("photos-certificate")
	_, err = client.CreateCertificate(ctx, &lightsail.CreateCertificateInput{
		CertificateName: certificate,
		DomainName:      aws.String("photos.example.com"),
	})
	if err != nil {
		log.Fatal(err)
	}
	// ExampleClient_CreateCertificate prints the DNS records that the certificate needs.
	err = lightsail.NewCertificateIssuedWaiter(client).Wait(ctx, &lightsail.GetCertificatesInput{CertificateName: certificate}, 24*time.Hour)
	if err != nil {
		log.Fatal(err)
	}
	_, err = client.AttachCertificateToDistribution(ctx, &lightsail.AttachCertificateToDistributionInput{
		CertificateName:  certificate,
		DistributionName: name,
	})
	if err != nil {
		log.Fatal(err)
	}

	out, err := waiter.WaitForOutput(ctx, get, 30*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	distribution := out.Distributions[0]
	fmt.Println(*distribution.OriginPublicDNS, "as", distribution.AlternativeDomainNames)
	// Output: photos.s3.us-east-1.amazonaws.com as [photos.example.com]
}

// After the origin has changed, a reset makes all servers of a distribution fetch its content
// again.
func ExampleClient_ResetDistributionCache() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	if err := server.PutJSON([]byte(`{"distributions": [{"name": "photos-cdn"}]}`)); err != nil {
		log.Fatal(err)
	}
	client := server.Client()
	ctx, name := context.Background(), aws.String("photos-cdn")

	reset, err := client.ResetDistributionCache(ctx, &lightsail.ResetDistributionCacheInput{DistributionName: name})
	if err != nil {
		log.Fatal(err)
	}
	err = lightsail.NewOperationSucceededWaiter(client).Wait(ctx, []types.Operation{*reset.Operation}, 15*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	latest, err := client.GetDistributionLatestCacheReset(ctx, &lightsail.GetDistributionLatestCacheResetInput{DistributionName: name})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*latest.Status)
	// Output: Completed
}
