package lightsailtest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// Published quotas of a distribution.
const (
	maxCacheBehaviors = 25 // directory and file overrides
	maxForwarded      = 10 // cookies, headers, and query strings, each
)

// forwardDefault is the default of the Option of ForwardedHeaders. The model of the service
// lacks it, and has none instead. Terraform relies on it in inputs and outputs.
const forwardDefault types.ForwardValues = "default"

func init() {
	unmodeledValues[reflect.TypeFor[types.ForwardValues]()] = []string{string(forwardDefault)}
}

// HTTP methods that a distribution can accept. It can cache responses to the first two.
var (
	acceptedMethods = []string{"GET,HEAD", "GET,HEAD,OPTIONS", "GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE"}
	cachedMethods   = acceptedMethods[:2]
)

// cacheSettings checks documented rules of CacheBehaviorSettings.
func (v *violations) cacheSettings(s *types.CacheSettings) {
	if s == nil {
		return
	}
	const member = "cacheBehaviorSettings."
	methods := func(name string, value *string, allowed []string) {
		v.check(value == nil || slices.Contains(allowed, *value), member+name, "must be one of %s", strings.Join(allowed, " | "))
	}
	methods("allowedHTTPMethods", s.AllowedHTTPMethods, acceptedMethods)
	methods("cachedHTTPMethods", s.CachedHTTPMethods, cachedMethods)
	forwarded := func(name string, count int) {
		v.check(count <= maxForwarded, member+name, "must have at most %d items", maxForwarded)
	}
	forwarded("forwardedCookies.cookiesAllowList", len(deref(s.ForwardedCookies).CookiesAllowList))
	forwarded("forwardedHeaders.headersAllowList", len(deref(s.ForwardedHeaders).HeadersAllowList))
	forwarded("forwardedQueryStrings.queryStringsAllowList", len(deref(s.ForwardedQueryStrings).QueryStringsAllowList))
	v.check(deref(s.MinimumTTL) == 0 || deref(s.ForwardedHeaders).Option != types.ForwardValuesAll,
		member+"minimumTTL", "must be 0 if all headers are forwarded")
}

// defaultCacheSettings returns settings with default values for the fields of s that are not
// set. Terraform's tests of the service have these values.
func defaultCacheSettings(s *types.CacheSettings) *types.CacheSettings {
	all := deref(s)
	setDefault(&all.AllowedHTTPMethods, acceptedMethods[2])
	setDefault(&all.CachedHTTPMethods, cachedMethods[0])
	setDefault(&all.DefaultTTL, 86400)
	setDefault(&all.MaximumTTL, 31536000)
	setDefault(&all.MinimumTTL, 0)
	cookies, headers, queries := deref(all.ForwardedCookies), deref(all.ForwardedHeaders), deref(all.ForwardedQueryStrings)
	if cookies.Option == "" {
		cookies.Option = types.ForwardValuesNone
	}
	if headers.Option == "" {
		headers.Option = forwardDefault
	}
	setDefault(&queries.Option, false)
	cookies.CookiesAllowList = append([]string{}, cookies.CookiesAllowList...)
	headers.HeadersAllowList = append([]types.HeaderEnum{}, headers.HeadersAllowList...)
	queries.QueryStringsAllowList = append([]string{}, queries.QueryStringsAllowList...)
	all.ForwardedCookies, all.ForwardedHeaders, all.ForwardedQueryStrings = &cookies, &headers, &queries
	return &all
}

// errorResponses checks CustomErrorResponses and sets the documented default of
// ErrorCachingMinTTL.
func (v *violations) errorResponses(responses []types.DistributionCustomErrorResponse) {
	for i := range responses {
		r := &responses[i]
		v.check(r.ResponsePagePath == nil || strings.HasPrefix(*r.ResponsePagePath, "/"),
			fmt.Sprintf("customErrorResponses[%d].responsePagePath", i), "must begin with /")
		setDefault(&r.ErrorCachingMinTTL, 10)
	}
}

// Rule groups of the web application firewall that need a configuration.
const (
	acfpRules       = "AWSManagedRulesACFPRuleSet"
	atpRules        = "AWSManagedRulesATPRuleSet"
	botControlRules = "AWSManagedRulesBotControlRuleSet"
)

var (
	// basicRules are the rule groups of medium_1_0.
	basicRules = []string{"AWSManagedRulesAnonymousIpList", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"}

	// firewallRules holds the rule groups by bundle. Distributions with other bundles have
	// no firewall.
	firewallRules = map[string][]string{
		"medium_1_0": basicRules,
		"large_1_0": append([]string{
			acfpRules, atpRules, botControlRules,
			"AWSManagedRulesAdminProtectionRuleSet", "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesLinuxRuleSet",
			"AWSManagedRulesPHPRuleSet", "AWSManagedRulesSQLiRuleSet", "AWSManagedRulesUnixRuleSet",
			"AWSManagedRulesWindowsRuleSet", "AWSManagedRulesWordPressRuleSet",
		}, basicRules...),
	}
)

// firewall returns the configuration of the firewall that follows the current one. It
// checks the documented rules.
func (v *violations) firewall(current *types.WafConfig, enable *bool, rules []types.WafRule, bundleID string) *types.WafConfig {
	next := types.WafConfig{IsWafEnabled: aws.Bool(false), WafRules: []types.WafRule{}}
	setUnlessNil(&next.IsWafEnabled, deref(current).IsWafEnabled)
	setUnlessNil(&next.IsWafEnabled, enable)
	if *next.IsWafEnabled {
		next.WafRules = append(next.WafRules, deref(current).WafRules...)
		if rules != nil {
			next.WafRules = rules
		}
	} else {
		v.check(len(rules) == 0, "wafRules", "must be empty unless the firewall is enabled")
	}
	allowed, hasFirewall := firewallRules[bundleID]
	v.check(hasFirewall || !*next.IsWafEnabled, "enableWaf", "must be false for the bundle %s", bundleID)
	for i, rule := range next.WafRules {
		member, name := fmt.Sprintf("wafRules[%d].", i), deref(rule.Name)
		v.check(!hasFirewall || slices.Contains(allowed, name), member+"name", "must be a rule group of the bundle %s", bundleID)
		v.check((rule.AcfpConfig != nil) == (name == acfpRules), member+"acfpConfig", "must be set only for %s", acfpRules)
		v.check((rule.AtpConfig != nil) == (name == atpRules), member+"atpConfig", "must be set only for %s", atpRules)
		v.check((rule.BotControlConfig != nil) == (name == botControlRules), member+"botControlConfig",
			"must be set only for %s", botControlRules)
	}
	return &next
}
