package types

import "time"

type LoadBalancer struct {
	Arn *string `json:"arn,omitzero"`

	ConfigurationOptions map[string]string `json:"configurationOptions,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	DnsName *string `json:"dnsName,omitzero"`

	HealthCheckPath *string `json:"healthCheckPath,omitzero"`

	HttpsRedirectionEnabled *bool `json:"httpsRedirectionEnabled,omitzero"`

	InstanceHealthSummary []InstanceHealthSummary `json:"instanceHealthSummary,omitzero"`

	InstancePort *int32 `json:"instancePort,omitzero"`

	IpAddressType IpAddressType `json:"ipAddressType,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	Protocol LoadBalancerProtocol `json:"protocol,omitzero"`

	PublicPorts []int32 `json:"publicPorts,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	State LoadBalancerState `json:"state,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`

	TlsCertificateSummaries []LoadBalancerTlsCertificateSummary `json:"tlsCertificateSummaries,omitzero"`

	TlsPolicyName *string `json:"tlsPolicyName,omitzero"`
}

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

type LoadBalancerState string

// Values of [LoadBalancerState].
const (
	LoadBalancerStateActive         LoadBalancerState = "active"
	LoadBalancerStateProvisioning   LoadBalancerState = "provisioning"
	LoadBalancerStateActiveImpaired LoadBalancerState = "active_impaired"
	LoadBalancerStateFailed         LoadBalancerState = "failed"
	LoadBalancerStateUnknown        LoadBalancerState = "unknown"
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
