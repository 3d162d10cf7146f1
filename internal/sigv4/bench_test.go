package sigv4_test

import (
	"context"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// BenchmarkSign compares Sign with v4.Signer. Both find the derived key in their
// cache and set headers that are in the request already.
func BenchmarkSign(b *testing.B) {
	long := role
	long.SessionToken = strings.Repeat("IQoJb3JpZ2luX2VjEA", 60)
	for _, c := range []struct {
		name        string
		credentials aws.Credentials
	}{{"user", user}, {"role", long}} {
		in := defaultInput()
		in.credentials = c.credentials
		b.Run(c.name+"/sigv4", func(b *testing.B) {
			r, values := newRequest(), new(sigv4.Values)
			var signer sigv4.Signer
			b.ReportAllocs()
			for b.Loop() {
				if !signer.Sign(r, in.credentials, in.payloadHash, in.service, in.region, in.time, values) {
					b.Fatal("the request was not signed")
				}
			}
		})
		b.Run(c.name+"/v4", func(b *testing.B) {
			r, signer, ctx := newRequest(), v4.NewSigner(), context.Background()
			b.ReportAllocs()
			for b.Loop() {
				if err := signer.SignHTTP(ctx, in.credentials, r, in.payloadHash, in.service, in.region, in.time); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkKey derives a key for every signature.
func BenchmarkKey(b *testing.B) {
	r, values := newRequest(), new(sigv4.Values)
	b.ReportAllocs()
	for b.Loop() {
		in := defaultInput()
		new(sigv4.Signer).Sign(r, in.credentials, in.payloadHash, in.service, in.region, in.time, values)
	}
}
