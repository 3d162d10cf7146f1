package types

import "time"

// LoadBalancer receives the requests of clients over HTTP or HTTPS and distributes them among the
// instances attached to it. It sends requests only to instances that pass its health checks.
//
// CreateLoadBalancer creates it. GetLoadBalancer and GetLoadBalancers return it.
type LoadBalancer struct {
	// Arn is the Amazon Resource Name (ARN) of the load balancer.
	Arn *string `json:"arn,omitzero"`

	// ConfigurationOptions are settings by name, for example "SessionStickinessEnabled". The keys are
	// values of [LoadBalancerAttributeName].
	ConfigurationOptions map[string]string `json:"configurationOptions,omitzero"`

	// CreatedAt is the time at which the load balancer was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// DnsName is the host name of the load balancer, in a domain of AWS. Clients send their
	// requests to it, or to a domain name that points to it.
	DnsName *string `json:"dnsName,omitzero"`

	// HealthCheckPath is the path that the load balancer requests to check the health of an
	// instance. The default is "/".
	HealthCheckPath *string `json:"healthCheckPath,omitzero"`

	// HttpsRedirectionEnabled reports whether the load balancer redirects HTTP requests to HTTPS.
	HttpsRedirectionEnabled *bool `json:"httpsRedirectionEnabled,omitzero"`

	// InstanceHealthSummary has an entry for each attached instance, with its health.
	InstanceHealthSummary []InstanceHealthSummary `json:"instanceHealthSummary,omitzero"`

	// InstancePort is the port on which the instances receive requests from the load balancer.
	InstancePort *int32 `json:"instancePort,omitzero"`

	// IpAddressType is "ipv4", "ipv6", or "dualstack" for both. SetIpAddressType changes it.
	IpAddressType IpAddressType `json:"ipAddressType,omitzero"`

	// Location is the Region of the load balancer, which spans Availability Zones.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name that operations on load balancers take as LoadBalancerName.
	Name *string `json:"name,omitzero"`

	// Protocol reports whether the load balancer accepts HTTP only, or also HTTPS.
	Protocol LoadBalancerProtocol `json:"protocol,omitzero"`

	// PublicPorts are the ports on which clients send requests: 80 for HTTP and 443 for HTTPS.
	PublicPorts []int32 `json:"publicPorts,omitzero"`

	// ResourceType is "LoadBalancer".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// State is the state of the load balancer. In the states "active" and "active_impaired" it can be
	// used; see [LoadBalancerState].
	State LoadBalancerState `json:"state,omitzero"`

	// SupportCode identifies the load balancer in a request to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the load balancer, at most 50.
	Tags []Tag `json:"tags,omitzero"`

	// TlsCertificateSummaries are the names of the TLS certificates of the load balancer, at most
	// 2. GetLoadBalancerTlsCertificates returns the certificates.
	TlsCertificateSummaries []LoadBalancerTlsCertificateSummary `json:"tlsCertificateSummaries,omitzero"`

	// TlsPolicyName is the name of the [LoadBalancerTlsPolicy] for HTTPS connections.
	TlsPolicyName *string `json:"tlsPolicyName,omitzero"`
}

// LoadBalancerAttributeName is a setting of a load balancer that UpdateLoadBalancerAttribute
// changes.
//
// These are the settings and their values, all of which are strings:
//   - "HealthCheckPath": the path that the load balancer requests to check the health of an
//     instance, for example "/healthz"
//   - "SessionStickinessEnabled": "true" or "false". If true, the load balancer sets a cookie and
//     sends all requests of a client to the same instance.
//   - "SessionStickiness_LB_CookieDurationSeconds": the lifetime of that cookie in seconds, for
//     example "86400"
//   - "HttpsRedirectionEnabled": "true" or "false". If true, HTTP requests are redirected to HTTPS.
//     The load balancer needs an attached certificate for HTTPS.
//   - "TlsPolicyName": the name of a [LoadBalancerTlsPolicy]
type LoadBalancerAttributeName string

// Values of [LoadBalancerAttributeName].
const (
	LoadBalancerAttributeNameHealthCheckPath                          LoadBalancerAttributeName = "HealthCheckPath"
	LoadBalancerAttributeNameSessionStickinessEnabled                 LoadBalancerAttributeName = "SessionStickinessEnabled"
	LoadBalancerAttributeNameSessionStickinessLbCookieDurationSeconds LoadBalancerAttributeName = "SessionStickiness_LB_CookieDurationSeconds"
	LoadBalancerAttributeNameHttpsRedirectionEnabled                  LoadBalancerAttributeName = "HttpsRedirectionEnabled"
	LoadBalancerAttributeNameTlsPolicyName                            LoadBalancerAttributeName = "TlsPolicyName"
)

// Values returns the known values of [LoadBalancerAttributeName].
func (LoadBalancerAttributeName) Values() []LoadBalancerAttributeName {
	return []LoadBalancerAttributeName{
		LoadBalancerAttributeNameHealthCheckPath,
		LoadBalancerAttributeNameSessionStickinessEnabled,
		LoadBalancerAttributeNameSessionStickinessLbCookieDurationSeconds,
		LoadBalancerAttributeNameHttpsRedirectionEnabled,
		LoadBalancerAttributeNameTlsPolicyName,
	}
}

// LoadBalancerProtocol is the protocol that a [LoadBalancer] accepts from clients: "HTTP", or
// "HTTP_HTTPS" for both HTTP and HTTPS. There is no value for HTTPS only, but HTTP can be
// redirected to HTTPS.
type LoadBalancerProtocol string

// Values of [LoadBalancerProtocol].
const (
	LoadBalancerProtocolHttpHttps LoadBalancerProtocol = "HTTP_HTTPS"
	LoadBalancerProtocolHttp      LoadBalancerProtocol = "HTTP"
)

// Values returns the known values of [LoadBalancerProtocol].
func (LoadBalancerProtocol) Values() []LoadBalancerProtocol {
	return []LoadBalancerProtocol{
		LoadBalancerProtocolHttpHttps,
		LoadBalancerProtocolHttp,
	}
}

// LoadBalancerState reports whether a [LoadBalancer] can be used.
type LoadBalancerState string

// Values of [LoadBalancerState].
const (
	// LoadBalancerStateActive means that the load balancer can be used.
	LoadBalancerStateActive LoadBalancerState = "active"
	// LoadBalancerStateProvisioning means that the load balancer is being created.
	LoadBalancerStateProvisioning LoadBalancerState = "provisioning"
	// LoadBalancerStateActiveImpaired means that the load balancer works, but has a fault.
	LoadBalancerStateActiveImpaired LoadBalancerState = "active_impaired"
	// LoadBalancerStateFailed means that the load balancer could not be created.
	LoadBalancerStateFailed  LoadBalancerState = "failed"
	LoadBalancerStateUnknown LoadBalancerState = "unknown"
)

// Values returns the known values of [LoadBalancerState].
func (LoadBalancerState) Values() []LoadBalancerState {
	return []LoadBalancerState{
		LoadBalancerStateActive,
		LoadBalancerStateProvisioning,
		LoadBalancerStateActiveImpaired,
		LoadBalancerStateFailed,
		LoadBalancerStateUnknown,
	}
}
