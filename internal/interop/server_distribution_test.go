package interop_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerDistributions creates, changes and deletes distributions.
func TestServerDistributions(t *testing.T) {
	runSessions(t, func(s *session) {
		createDistributions(s)
		changeDistribution(s)
		attachCertificate(s)
		deleteDistribution(s)
	},
		lightsailtest.WithPageSize(1),
		lightsailtest.WithRegions("us-east-1", "eu-west-1"),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}),
		lightsailtest.WithLag(
			lightsailtest.Lag{State: "InProgress", Polls: 1},
			lightsailtest.Lag{State: lightsailtest.DistributionResetting, Polls: 1},
		),
	)
}

func newDistributionInput(name string) *lightsail.CreateDistributionInput {
	return &lightsail.CreateDistributionInput{
		BundleId:             aws.String("large_1_0"),
		DefaultCacheBehavior: &types.CacheBehavior{Behavior: types.BehaviorEnumCacheSetting},
		DistributionName:     &name,
		Origin:               &types.InputOrigin{Name: aws.String("photos"), RegionName: types.RegionNameUsEast1},
	}
}

func readDistribution(s *session) types.LightsailDistribution {
	in := &lightsail.GetDistributionsInput{DistributionName: aws.String("cdn")}
	return must[lightsail.GetDistributionsOutput](s, in).Distributions[0]
}

// createDistributions creates one distribution with all settings and one with few.
func createDistributions(s *session) {
	bundles := must[lightsail.GetDistributionBundlesOutput](s, &lightsail.GetDistributionBundlesInput{}).Bundles
	assertEqual(s, *bundles[2].BundleId, "large_1_0")
	inspection := &types.WafResponseInspection{FailureCodes: []int32{401}, SuccessCodes: []int32{200}}
	in := newDistributionInput("cdn")
	in.CacheBehaviorSettings = &types.CacheSettings{
		AllowedHTTPMethods:    aws.String("GET,HEAD,OPTIONS"),
		CachedHTTPMethods:     aws.String("GET,HEAD,OPTIONS"),
		DefaultTTL:            aws.Int64(60),
		ForwardedCookies:      &types.CookieObject{CookiesAllowList: []string{"session"}, Option: types.ForwardValuesAllowList},
		ForwardedHeaders:      &types.HeaderObject{HeadersAllowList: []types.HeaderEnum{types.HeaderEnumHost}, Option: types.ForwardValuesAllowList},
		ForwardedQueryStrings: &types.QueryStringObject{Option: aws.Bool(true), QueryStringsAllowList: []string{"page"}},
		MaximumTTL:            aws.Int64(3600),
		MinimumTTL:            aws.Int64(1),
	}
	in.CacheBehaviors = []types.CacheBehaviorPerPath{{Behavior: types.BehaviorEnumDontCacheSetting, Path: aws.String("admin/*")}}
	in.CustomErrorResponses = []types.DistributionCustomErrorResponse{
		{ErrorCode: aws.Int32(404), ResponseCode: aws.String("200"), ResponsePagePath: aws.String("/404.html")},
	}
	in.DefaultRootObject = aws.String("index.html")
	in.EnablePrivateOriginAccess, in.EnableWaf = aws.Bool(true), aws.Bool(true)
	in.IpAddressType = types.IpAddressTypeIpv4
	in.Tags = []types.Tag{{Key: aws.String("team"), Value: aws.String("web")}}
	in.ViewerMinimumTlsProtocolVersion = types.ViewerMinimumTlsProtocolVersionEnumTLSv122019
	in.WafRules = []types.WafRule{
		{Name: aws.String("AWSManagedRulesACFPRuleSet"), AcfpConfig: &types.WafAcfpConfig{
			CreationPath: aws.String("/signup/submit"), PayloadType: types.WafPayloadTypeEnumJson,
			RegistrationPagePath: aws.String("/signup"), ResponseInspection: inspection,
		}},
		{Name: aws.String("AWSManagedRulesATPRuleSet"), AtpConfig: &types.WafAtpConfig{
			LoginPath: aws.String("/login"), PasswordField: aws.String("password"), PayloadType: types.WafPayloadTypeEnumFormEncoded,
			ResponseInspection: inspection, UsernameField: aws.String("user"),
		}},
		{Name: aws.String("AWSManagedRulesBotControlRuleSet"), BotControlConfig: &types.WafBotControlConfig{
			InspectionLevel: types.WafInspectionLevelEnumCommon,
		}},
	}
	created := must[lightsail.CreateDistributionOutput](s, in)
	assertEqual(s, *created.Distribution.Status, "InProgress")
	s.waitSucceeded([]types.Operation{*created.Operation})
	s.mustFail("InvalidInputException", in)
	assertEqual(s, readDistribution(s).Waf.WafRules, in.WafRules)

	other := newDistributionInput("other")
	other.Origin.Name = aws.String("web")
	s.mustFail("InvalidInputException", other)
	other.Origin.RegionName = types.RegionNameEuWest1
	s.mustFail("NotFoundException", other)
	must[lightsail.CreateDistributionOutput](s, newDistributionInput("other"))
	page := must[lightsail.GetDistributionsOutput](s, &lightsail.GetDistributionsInput{})
	page = must[lightsail.GetDistributionsOutput](s, &lightsail.GetDistributionsInput{PageToken: page.NextPageToken})
	assertEqual(s, page.Distributions[0].CacheBehaviorSettings.ForwardedHeaders.Option, types.ForwardValues("default"))
}

// changeDistribution changes settings, the bundle and the type of addresses, and resets the
// cache.
func changeDistribution(s *session) {
	cdn := aws.String("cdn")
	updated := must[lightsail.UpdateDistributionOutput](s, &lightsail.UpdateDistributionInput{
		DistributionName: cdn, EnableWaf: aws.Bool(false), IsEnabled: aws.Bool(false),
		Origin: &types.InputOrigin{Name: aws.String("photos"), ResponseTimeout: aws.Int32(5)},
	})
	assertEqual(s, *readDistribution(s).Status, "InProgress")
	s.waitSucceeded([]types.Operation{*updated.Operation})
	s.mustFail("InvalidInputException", &lightsail.UpdateDistributionInput{DistributionName: cdn, EnablePrivateOriginAccess: aws.Bool(false)})
	bundle := &lightsail.UpdateDistributionBundleInput{BundleId: aws.String("small_1_0"), DistributionName: cdn}
	s.waitSucceeded([]types.Operation{*must[lightsail.UpdateDistributionBundleOutput](s, bundle).Operation})
	s.mustFail("InvalidInputException", bundle)
	assertEqual(s, *readDistribution(s).AbleToUpdateBundle, false)
	s.waitSucceeded(must[lightsail.SetIpAddressTypeOutput](s, &lightsail.SetIpAddressTypeInput{
		IpAddressType: types.IpAddressTypeDualstack, ResourceName: cdn, ResourceType: types.ResourceTypeDistribution,
	}).Operations)

	reset := must[lightsail.ResetDistributionCacheOutput](s, &lightsail.ResetDistributionCacheInput{DistributionName: cdn})
	assertEqual(s, *reset.Status, "InProgress")
	s.waitSucceeded([]types.Operation{*reset.Operation})
	latest := must[lightsail.GetDistributionLatestCacheResetOutput](s, &lightsail.GetDistributionLatestCacheResetInput{DistributionName: cdn})
	assertEqual(s, *latest.Status, "Completed")
	assertEqual(s, *latest.CreateTime, *reset.CreateTime)
}

// attachCertificate attaches and detaches a certificate.
func attachCertificate(s *session) {
	site, cdn := aws.String("site"), aws.String("cdn")
	must[lightsail.CreateCertificateOutput](s, &lightsail.CreateCertificateInput{CertificateName: site, DomainName: aws.String("example.com")})
	attached := must[lightsail.AttachCertificateToDistributionOutput](s, &lightsail.AttachCertificateToDistributionInput{
		CertificateName: site, DistributionName: cdn,
	})
	s.waitSucceeded([]types.Operation{*attached.Operation})
	assertEqual(s, readDistribution(s).AlternativeDomainNames, []string{"example.com"})
	certificates := must[lightsail.GetCertificatesOutput](s, &lightsail.GetCertificatesInput{IncludeCertificateDetails: true}).Certificates
	assertEqual(s, certificates[0].CertificateDetail.InUseResourceCount, 1)
	s.mustFail("InvalidInputException", &lightsail.DeleteCertificateInput{CertificateName: site})
	detach := &lightsail.DetachCertificateFromDistributionInput{DistributionName: cdn}
	s.waitSucceeded([]types.Operation{*must[lightsail.DetachCertificateFromDistributionOutput](s, detach).Operation})
	s.mustFail("InvalidInputException", detach)
}

// deleteDistribution deletes the distribution and calls another Region, which has none.
func deleteDistribution(s *session) {
	s.mustFail("InvalidInputException", &lightsail.DeleteBucketInput{BucketName: aws.String("photos")})
	remove := &lightsail.DeleteDistributionInput{DistributionName: aws.String("cdn")}
	s.waitSucceeded([]types.Operation{*must[lightsail.DeleteDistributionOutput](s, remove).Operation})
	s.mustFail("NotFoundException", remove)
	s.mustFail("NotFoundException", &lightsail.GetDistributionsInput{DistributionName: aws.String("cdn")})
	cfg := s.server.Config()
	cfg.Region = "eu-west-1"
	s.configure(cfg)
	s.mustFail("InvalidInputException", &lightsail.GetDistributionsInput{})
}
