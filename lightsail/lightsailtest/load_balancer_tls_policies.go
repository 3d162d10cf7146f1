package lightsailtest

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetLoadBalancerTlsPolicies", (*state).getLoadBalancerTLSPolicies) }

// defaultTLSPolicy is the documented default.
const defaultTLSPolicy = "TLS-2016-08"

// tlsPolicies holds the documented policies. Elastic Load Balancing has policies with
// similar names. That these have the same protocols and ciphers is a guess.
var tlsPolicies = []types.LoadBalancerTlsPolicy{
	{
		Ciphers: []string{
			"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-RSA-AES128-SHA256",
			"ECDHE-ECDSA-AES128-SHA", "ECDHE-RSA-AES128-SHA", "ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384",
			"ECDHE-ECDSA-AES256-SHA384", "ECDHE-RSA-AES256-SHA384", "ECDHE-ECDSA-AES256-SHA", "ECDHE-RSA-AES256-SHA",
			"AES128-GCM-SHA256", "AES128-SHA256", "AES128-SHA", "AES256-GCM-SHA384", "AES256-SHA256", "AES256-SHA",
		},
		Description: aws.String("TLS 1.0, 1.1, and 1.2"),
		IsDefault:   aws.Bool(true),
		Name:        aws.String(defaultTLSPolicy),
		Protocols:   []string{"TLSv1", "TLSv1.1", "TLSv1.2"},
	},
	{
		Ciphers: []string{
			"ECDHE-ECDSA-AES128-GCM-SHA256", "ECDHE-RSA-AES128-GCM-SHA256", "ECDHE-ECDSA-AES128-SHA256", "ECDHE-RSA-AES128-SHA256",
			"ECDHE-ECDSA-AES256-GCM-SHA384", "ECDHE-RSA-AES256-GCM-SHA384", "ECDHE-ECDSA-AES256-SHA384", "ECDHE-RSA-AES256-SHA384",
		},
		Description: aws.String("TLS 1.2"),
		IsDefault:   aws.Bool(false),
		Name:        aws.String("TLS-FS-1-2-Res-2019-08"),
		Protocols:   []string{"TLSv1.2"},
	},
}

// tlsPolicy checks the name of a TLS policy.
func (v *violations) tlsPolicy(member string, name *string) {
	isKnown := func(p types.LoadBalancerTlsPolicy) bool { return *p.Name == *name }
	v.check(name == nil || slices.ContainsFunc(tlsPolicies, isKnown), member, "no TLS policy has this name")
}

func (st *state) getLoadBalancerTLSPolicies(in *lightsail.GetLoadBalancerTlsPoliciesInput) (*lightsail.GetLoadBalancerTlsPoliciesOutput, error) {
	page, next, err := pageByPosition(st, in, tlsPolicies)
	return &lightsail.GetLoadBalancerTlsPoliciesOutput{NextPageToken: next, TlsPolicies: page}, err
}
