package types

// LoadBalancerTlsPolicy is a predefined set of TLS protocols and ciphers that a [LoadBalancer]
// offers to its clients. GetLoadBalancerTlsPolicies returns the policies. CreateLoadBalancer and
// UpdateLoadBalancerAttribute take the name of one.
type LoadBalancerTlsPolicy struct {
	// Ciphers are the names of the ciphers, the preferred one first.
	Ciphers []string `json:"ciphers,omitzero"`

	// Description describes the policy for human readers.
	Description *string `json:"description,omitzero"`

	// IsDefault reports whether a load balancer has this policy if no other policy is selected.
	IsDefault *bool `json:"isDefault,omitzero"`

	// Name is the name that CreateLoadBalancer and UpdateLoadBalancerAttribute take, for example
	// "TLS-2016-08".
	Name *string `json:"name,omitzero"`

	// Protocols are the names of the versions of TLS that clients can use.
	Protocols []string `json:"protocols,omitzero"`
}
