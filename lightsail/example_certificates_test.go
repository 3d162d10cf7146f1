package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// This example requests a certificate, prints the DNS records that prove control of its
// domain names, and waits until it is issued. The test server simulates that the records
// are found.
func ExampleClient_CreateCertificate() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("site")

	_, err = client.CreateCertificate(ctx, &lightsail.CreateCertificateInput{
		CertificateName:         name,
		DomainName:              aws.String("example.com"),
		SubjectAlternativeNames: []string{"www.example.com"},
	})
	if err != nil {
		log.Fatal(err)
	}

	get := &lightsail.GetCertificatesInput{CertificateName: name, IncludeCertificateDetails: true}
	out, err := client.GetCertificates(ctx, get)
	if err != nil {
		log.Fatal(err)
	}
	for _, validation := range out.Certificates[0].CertificateDetail.DomainValidationRecords {
		record := validation.ResourceRecord
		// The first label of the name and the value are random: print *record.Value, too.
		_, zone, _ := strings.Cut(*record.Name, ".")
		fmt.Println(*validation.DomainName, "needs a", *record.Type, "record in", zone)
	}

	// The validation of real domain names can take hours.
	issued, err := lightsail.NewCertificateIssuedWaiter(client).WaitForOutput(ctx, get, 24*time.Hour)
	if err != nil {
		log.Fatal(err)
	}
	detail := issued.Certificates[0].CertificateDetail
	fmt.Println(detail.Status, "by", *detail.IssuerCA)
	// Output:
	// example.com needs a CNAME record in example.com.
	// www.example.com needs a CNAME record in www.example.com.
	// ISSUED by Amazon
}

// GetCertificates can select certificates by their status, for example those that still
// need their DNS records.
func ExampleClient_GetCertificates() {
	server, err := lightsailtest.Start(lightsailtest.WithLag(
		lightsailtest.Lag{Type: types.ResourceTypeCertificate, Name: "shop", State: "PENDING_VALIDATION", Polls: 10},
	))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx := context.Background()

	for name, domain := range map[string]string{"shop": "shop.example.com", "blog": "blog.example.com"} {
		_, err := client.CreateCertificate(ctx, &lightsail.CreateCertificateInput{CertificateName: &name, DomainName: &domain})
		if err != nil {
			log.Fatal(err)
		}
	}

	pending := &lightsail.GetCertificatesInput{CertificateStatuses: []types.CertificateStatus{types.CertificateStatusPendingValidation}}
	for certificate, err := range lightsail.NewGetCertificatesPaginator(client, pending).All(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(*certificate.CertificateName, "for", *certificate.DomainName)
	}
	// Output: shop for shop.example.com
}
