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

// This example creates a load balancer, attaches two instances, waits until they are
// healthy, and enables HTTPS with a TLS certificate.
func ExampleClient_CreateLoadBalancer() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(
		types.Instance{Name: aws.String("web-1")}, types.Instance{Name: aws.String("web-2")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, front, certificate := context.Background(), aws.String("front"), aws.String("example-com")

	if _, err := client.CreateLoadBalancer(ctx, &lightsail.CreateLoadBalancerInput{
		HealthCheckPath:  aws.String("/health"),
		InstancePort:     80,
		LoadBalancerName: front,
	}); err != nil {
		log.Fatal(err)
	}
	get := &lightsail.GetLoadBalancerInput{LoadBalancerName: front}
	waiter := lightsail.NewLoadBalancerActiveWaiter(client)
	if err := waiter.Wait(ctx, get, 10*time.Minute); err != nil {
		log.Fatal(err)
	}

	if _, err := client.AttachInstancesToLoadBalancer(ctx, &lightsail.AttachInstancesToLoadBalancerInput{
		InstanceNames:    []string{"web-1", "web-2"},
		LoadBalancerName: front,
	}); err != nil {
		log.Fatal(err)
	}
	untilHealthy := func(o *lightsail.LoadBalancerActiveWaiterOptions) {
		o.Retryable = func(_ context.Context, _ *lightsail.GetLoadBalancerInput, out *lightsail.GetLoadBalancerOutput, err error) (bool, error) {
			if err != nil {
				return false, err
			}
			for _, instance := range out.LoadBalancer.InstanceHealthSummary {
				if instance.InstanceHealth != types.InstanceHealthStateHealthy {
					return true, nil
				}
			}
			return false, nil
		}
	}
	if err := waiter.Wait(ctx, get, 10*time.Minute, untilHealthy); err != nil {
		log.Fatal(err)
	}

	if _, err := client.CreateLoadBalancerTlsCertificate(ctx, &lightsail.CreateLoadBalancerTlsCertificateInput{
		CertificateAlternativeNames: []string{"www.example.com"},
		CertificateDomainName:       aws.String("example.com"),
		CertificateName:             certificate,
		LoadBalancerName:            front,
	}); err != nil {
		log.Fatal(err)
	}
	// Here, add the DomainValidationRecords of the certificate to the DNS of the domain.
	err = lightsail.NewLoadBalancerTlsCertificateIssuedWaiter(client, *certificate).
		Wait(ctx, &lightsail.GetLoadBalancerTlsCertificatesInput{LoadBalancerName: front}, time.Hour)
	if err != nil {
		log.Fatal(err)
	}
	if _, err := client.AttachLoadBalancerTlsCertificate(ctx, &lightsail.AttachLoadBalancerTlsCertificateInput{
		CertificateName:  certificate,
		LoadBalancerName: front,
	}); err != nil {
		log.Fatal(err)
	}

	out, err := client.GetLoadBalancer(ctx, get)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*out.LoadBalancer.Name, out.LoadBalancer.Protocol, out.LoadBalancer.PublicPorts)
	for _, instance := range out.LoadBalancer.InstanceHealthSummary {
		fmt.Println(*instance.InstanceName, instance.InstanceHealth)
	}
	// Output:
	// front HTTP_HTTPS [80 443]
	// web-1 healthy
	// web-2 healthy
}
