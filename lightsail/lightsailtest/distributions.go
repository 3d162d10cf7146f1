package lightsailtest

import (
	"regexp"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	const kind = types.ResourceTypeDistribution
	registerGlobal("AttachCertificateToDistribution", kind, (*state).attachCertificateToDistribution)
	registerGlobal("CreateDistribution", kind, (*state).createDistribution)
	registerGlobal("DeleteDistribution", kind, (*state).deleteDistribution)
	registerGlobal("DetachCertificateFromDistribution", kind, (*state).detachCertificateFromDistribution)
	registerGlobal("GetDistributionLatestCacheReset", kind, (*state).getDistributionLatestCacheReset)
	registerGlobal("GetDistributions", kind, (*state).getDistributions)
	registerGlobal("ResetDistributionCache", kind, (*state).resetDistributionCache)
	registerGlobal("UpdateDistribution", kind, (*state).updateDistribution)

	registerPut("distributions", (*state).putDistribution)
	ipAddressTypes[kind] = (*state).setDistributionIPAddressType
}

// DistributionResetting is the state of a [Lag] for a distribution whose cache is being
// reset, for which the service has no name. The Status of the distribution does not change
// meanwhile, which is a guess.
const DistributionResetting = "resetting"

// Values of the Status of a distribution. The name of the second one is that of Amazon
// CloudFront, which is a guess.
const (
	distributionInProgress = "InProgress"
	distributionDeployed   = "Deployed"
)

// maxDistributions is the published quota of an account.
const maxDistributions = 20

// distributionName has the documented pattern of names of distributions.
var distributionName = regexp.MustCompile(`^\w[\w-]*\w$`)

// A distribution is a content delivery network (CDN) for the content of an origin.
type distribution struct {
	entry
	types.LightsailDistribution

	// nextBundleChange is the time from which the bundle may be changed again.
	nextBundleChange time.Time

	// resetAt is the time of the last reset of the cache. It is nil if there was none.
	resetAt     *time.Time
	isResetting bool
}

func (*distribution) kind() types.ResourceType { return types.ResourceTypeDistribution }

func (d *distribution) value() any { return &d.LightsailDistribution }

// setState ignores the reason, for which a distribution has no field.
func (d *distribution) setState(state, _ string) {
	if state == DistributionResetting {
		return
	}
	d.Status = &state
	d.isResetting = d.isResetting && state == distributionInProgress
}

// newDistribution returns a distribution with default values for the fields of d that are
// not set. IpAddressType and IsEnabled have the documented defaults. Those of
// ViewerMinimumTlsProtocolVersion and Waf are guesses.
func (st *state) newDistribution(d types.LightsailDistribution) *distribution {
	setDefaultName[*distribution](st, &d.Name, "distribution-%d")
	setDefault(&d.AbleToUpdateBundle, true)
	if d.AlternativeDomainNames == nil {
		d.AlternativeDomainNames = []string{}
	}
	setDefault(&d.BundleId, "small_1_0")
	d.CacheBehaviorSettings = defaultCacheSettings(d.CacheBehaviorSettings)
	if d.CacheBehaviors == nil {
		d.CacheBehaviors = []types.CacheBehaviorPerPath{}
	}
	setDefault(&d.DefaultCacheBehavior, types.CacheBehavior{Behavior: types.BehaviorEnumCacheSetting})
	if d.DomainName == nil {
		d.DomainName = aws.String("d" + st.randomString(13, "abcdefghijklmnopqrstuvwxyz0123456789") + ".cloudfront.net")
	}
	if d.IpAddressType == "" {
		d.IpAddressType = types.IpAddressTypeDualstack
	}
	setDefault(&d.IsEnabled, true)
	setDefault(&d.Status, distributionDeployed)
	setDefault(&d.ViewerMinimumTlsProtocolVersion, string(types.ViewerMinimumTlsProtocolVersionEnumTLSv122021))
	setDefault(&d.Waf, types.WafConfig{IsWafEnabled: aws.Bool(false), WafRules: []types.WafRule{}})
	return &distribution{LightsailDistribution: d}
}

// putDistribution adds a distribution to the global Region, or to that of st if the server
// does not have it.
func (st *state) putDistribution(d types.LightsailDistribution) {
	if global := st.regions[globalRegion]; global != nil {
		st = global
	}
	st.put(st.newDistribution(d), "all")
}

func (st *state) createDistribution(in *lightsail.CreateDistributionInput) (*lightsail.CreateDistributionOutput, error) {
	var v violations
	v.check(distributionName.MatchString(*in.DistributionName), "distributionName",
		"must have at least 2 letters, digits, underscores, and hyphens, without a hyphen at the start or the end")
	v.distributionBundle("bundleId", in.BundleId)
	v.check(in.IpAddressType != types.IpAddressTypeIpv6, "ipAddressType", "must be ipv4 or dualstack")
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := checkQuota[*distribution](st, maxDistributions, 1); err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.DistributionName); err != nil {
		return nil, err
	}
	settings := types.LightsailDistribution{
		BundleId:      in.BundleId,
		IpAddressType: in.IpAddressType,
		Name:          in.DistributionName,
		Tags:          mergeTags(nil, in.Tags),
	}
	if err := st.changeDistribution(&settings, &lightsail.UpdateDistributionInput{
		CacheBehaviorSettings:           in.CacheBehaviorSettings,
		CacheBehaviors:                  in.CacheBehaviors,
		CertificateName:                 in.CertificateName,
		CustomErrorResponses:            in.CustomErrorResponses,
		DefaultCacheBehavior:            in.DefaultCacheBehavior,
		DefaultRootObject:               in.DefaultRootObject,
		EnablePrivateOriginAccess:       in.EnablePrivateOriginAccess,
		EnableWaf:                       in.EnableWaf,
		Origin:                          in.Origin,
		ViewerMinimumTlsProtocolVersion: in.ViewerMinimumTlsProtocolVersion,
		WafRules:                        in.WafRules,
	}); err != nil {
		return nil, err
	}
	d := st.newDistribution(settings)
	st.create(d, "all")
	st.enter(d, distributionInProgress, distributionDeployed)
	return &lightsail.CreateDistributionOutput{
		Distribution: st.distributionOutput(d),
		Operation:    &st.record(types.OperationTypeCreateDistribution, d)[0],
	}, nil
}

// distributionOutput returns the distribution for an output.
func (st *state) distributionOutput(d *distribution) *types.LightsailDistribution {
	out := d.LightsailDistribution
	out.AbleToUpdateBundle = aws.Bool(st.canChangeBundle(d))
	return &out
}

func (st *state) getDistributions(in *lightsail.GetDistributionsInput) (*lightsail.GetDistributionsOutput, error) {
	out := &lightsail.GetDistributionsOutput{}
	page := make([]*distribution, 1)
	var err error
	if in.DistributionName != nil {
		page[0], err = show[*distribution](st, in.DistributionName)
	} else {
		page, out.NextPageToken, err = showPage[*distribution](st, in)
	}
	if err != nil {
		return nil, err
	}
	out.Distributions = values(page, func(d *distribution) types.LightsailDistribution { return *st.distributionOutput(d) })
	return out, nil
}

// updateDistribution also changes a distribution that is InProgress, as Amazon CloudFront
// does, which is a guess.
func (st *state) updateDistribution(in *lightsail.UpdateDistributionInput) (*lightsail.UpdateDistributionOutput, error) {
	d, err := find[*distribution](st, in.DistributionName)
	if err != nil {
		return nil, err
	}
	if err := st.changeDistribution(&d.LightsailDistribution, in); err != nil {
		return nil, err
	}
	st.enter(d, distributionInProgress, distributionDeployed)
	return &lightsail.UpdateDistributionOutput{Operation: &st.record(types.OperationTypeUpdateDistribution, d)[0]}, nil
}

// changeDistribution changes a distribution, or a new one that has no defaults yet, unless
// it returns an error. It applies CertificateName also without UseDefaultCertificate, since
// Terraform relies on that. The error for a contradiction of the two is a guess.
func (st *state) changeDistribution(d *types.LightsailDistribution, in *lightsail.UpdateDistributionInput) error {
	var v violations
	v.cacheSettings(in.CacheBehaviorSettings)
	v.check(len(in.CacheBehaviors) <= maxCacheBehaviors, "cacheBehaviors", "must have at most %d items", maxCacheBehaviors)
	v.errorResponses(in.CustomErrorResponses)
	v.check(in.CertificateName == nil || !deref(in.UseDefaultCertificate), "useDefaultCertificate",
		"must not be true if certificateName is set")
	v.check(in.EnablePrivateOriginAccess == nil || in.Origin != nil, "origin", "must be set if enablePrivateOriginAccess is set")
	firewall := v.firewall(d.Waf, in.EnableWaf, in.WafRules, deref(d.BundleId))
	if err := v.err(); err != nil {
		return err
	}
	var attached *certificate
	if in.CertificateName != nil {
		c, err := st.findIssuedCertificate(in.CertificateName)
		if err != nil {
			return err
		}
		attached = c
	}
	if in.Origin != nil {
		// It is the last step that can fail.
		if err := st.setOrigin(d, in.Origin, in.EnablePrivateOriginAccess); err != nil {
			return err
		}
	}

	if in.CacheBehaviorSettings != nil {
		d.CacheBehaviorSettings = defaultCacheSettings(in.CacheBehaviorSettings)
	}
	if in.CacheBehaviors != nil {
		d.CacheBehaviors = in.CacheBehaviors
	}
	if in.CustomErrorResponses != nil {
		d.CustomErrorResponses = in.CustomErrorResponses
	}
	if in.ViewerMinimumTlsProtocolVersion != "" {
		d.ViewerMinimumTlsProtocolVersion = aws.String(string(in.ViewerMinimumTlsProtocolVersion))
	}
	setUnlessNil(&d.DefaultCacheBehavior, in.DefaultCacheBehavior)
	setUnlessNil(&d.DefaultRootObject, in.DefaultRootObject)
	setUnlessNil(&d.IsEnabled, in.IsEnabled)
	d.Waf = firewall
	if attached != nil || deref(in.UseDefaultCertificate) {
		setCertificate(d, attached)
	}
	return nil
}

// setCertificate attaches a certificate to a distribution, which then serves the domain
// names of the certificate. It detaches the previous one. A nil certificate stands for that
// of the default domain name.
func setCertificate(d *types.LightsailDistribution, c *certificate) {
	d.CertificateName, d.AlternativeDomainNames = nil, []string{}
	if c != nil {
		d.CertificateName = aws.String(c.name)
		d.AlternativeDomainNames = append(d.AlternativeDomainNames, c.SubjectAlternativeNames...)
	}
}

// attachCertificateToDistribution replaces another certificate, which is a guess.
func (st *state) attachCertificateToDistribution(in *lightsail.AttachCertificateToDistributionInput) (*lightsail.AttachCertificateToDistributionOutput, error) {
	d, err := find[*distribution](st, in.DistributionName)
	if err != nil {
		return nil, err
	}
	c, err := st.findIssuedCertificate(in.CertificateName)
	if err != nil {
		return nil, err
	}
	setCertificate(&d.LightsailDistribution, c)
	st.enter(d, distributionInProgress, distributionDeployed)
	return &lightsail.AttachCertificateToDistributionOutput{
		Operation: &st.record(types.OperationTypeAttachCertificateToDistribution, d, c)[0],
	}, nil
}

// detachCertificateFromDistribution returns an error if no certificate is attached, which
// is a guess.
func (st *state) detachCertificateFromDistribution(in *lightsail.DetachCertificateFromDistributionInput) (*lightsail.DetachCertificateFromDistributionOutput, error) {
	d, err := find[*distribution](st, in.DistributionName)
	if err != nil {
		return nil, err
	}
	if d.CertificateName == nil {
		return nil, invalidInput("The distribution %s has no attached certificate.", d.name)
	}
	changed := []resource{d}
	// Server.Remove can have removed the certificate.
	if c, ok := st.resources[*d.CertificateName].(*certificate); ok {
		changed = append(changed, c)
	}
	setCertificate(&d.LightsailDistribution, nil)
	st.enter(d, distributionInProgress, distributionDeployed)
	return &lightsail.DetachCertificateFromDistributionOutput{
		Operation: &st.record(types.OperationTypeDetachCertificateFromDistribution, changed...)[0],
	}, nil
}

// resetDistributionCache requires a name, which is a guess.
func (st *state) resetDistributionCache(in *lightsail.ResetDistributionCacheInput) (*lightsail.ResetDistributionCacheOutput, error) {
	d, err := st.findDistribution(in.DistributionName)
	if err != nil {
		return nil, err
	}
	d.resetAt, d.isResetting = aws.Time(st.now), true
	st.enter(d, DistributionResetting, distributionDeployed)
	return &lightsail.ResetDistributionCacheOutput{
		CreateTime: d.resetAt,
		Operation:  &st.record(types.OperationTypeResetDistributionCache, d)[0],
		Status:     d.resetStatus(),
	}, nil
}

// resetStatus returns the status of the last reset, which is nil if there was none. Its
// values are those of Amazon CloudFront, which is a guess.
func (d *distribution) resetStatus() *string {
	switch {
	case d.resetAt == nil:
		return nil
	case d.isResetting:
		return aws.String("InProgress")
	}
	return aws.String("Completed")
}

// getDistributionLatestCacheReset returns an empty output if there was no reset, which is a
// guess. Without a name it returns the latest reset of all distributions.
func (st *state) getDistributionLatestCacheReset(in *lightsail.GetDistributionLatestCacheResetInput) (*lightsail.GetDistributionLatestCacheResetOutput, error) {
	all := []*distribution{nil}
	if in.DistributionName == nil {
		all = showAll[*distribution](st)
	} else {
		var err error
		if all[0], err = show[*distribution](st, in.DistributionName); err != nil {
			return nil, err
		}
	}
	out := &lightsail.GetDistributionLatestCacheResetOutput{}
	for _, d := range all {
		if d.resetAt != nil && (out.CreateTime == nil || d.resetAt.After(*out.CreateTime)) {
			out.CreateTime, out.Status = d.resetAt, d.resetStatus()
		}
	}
	return out, nil
}

// setDistributionIPAddressType rejects ipv6, which only instances can have.
func (st *state) setDistributionIPAddressType(in *lightsail.SetIpAddressTypeInput) (resource, error) {
	d, err := find[*distribution](st, in.ResourceName)
	if err != nil {
		return nil, err
	}
	if in.IpAddressType == types.IpAddressTypeIpv6 {
		return nil, invalidInput("ipAddressType: must be ipv4 or dualstack for a distribution")
	}
	d.IpAddressType = in.IpAddressType
	st.enter(d, distributionInProgress, distributionDeployed)
	return d, nil
}

// deleteDistribution also deletes a distribution that is enabled, on which Terraform
// relies.
func (st *state) deleteDistribution(in *lightsail.DeleteDistributionInput) (*lightsail.DeleteDistributionOutput, error) {
	d, err := st.findDistribution(in.DistributionName)
	if err != nil {
		return nil, err
	}
	st.remove(d, distributionInProgress)
	return &lightsail.DeleteDistributionOutput{Operation: &st.record(types.OperationTypeDeleteDistribution, d)[0]}, nil
}

// findDistribution is find for a name that the model of the service does not require. The
// error for a missing name is a guess.
func (st *state) findDistribution(name *string) (*distribution, error) {
	if name == nil {
		return nil, invalidInput("distributionName: must be set")
	}
	return find[*distribution](st, name)
}
