package lightsailtest_test

import (
	"fmt"
	"regexp"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

var cdn = aws.String("cdn")

// newDistributionInput returns a valid input for a distribution of the bucket alpha.
func newDistributionInput(name string) *lightsail.CreateDistributionInput {
	return &lightsail.CreateDistributionInput{
		BundleId:             aws.String("small_1_0"),
		DefaultCacheBehavior: &types.CacheBehavior{Behavior: types.BehaviorEnumCacheSetting},
		DistributionName:     &name,
		Origin:               &types.InputOrigin{Name: alpha, RegionName: types.RegionNameUsEast1},
	}
}

func createTestDistribution(t *testing.T, client *lightsail.Client, name string) {
	t.Helper()
	must[lightsail.CreateDistributionOutput](t)(client.CreateDistribution(t.Context(), newDistributionInput(name)))
}

func readDistribution(t *testing.T, client *lightsail.Client, name string) types.LightsailDistribution {
	t.Helper()
	in := &lightsail.GetDistributionsInput{DistributionName: &name}
	return must[lightsail.GetDistributionsOutput](t)(client.GetDistributions(t.Context(), in)).Distributions[0]
}

func updateDistribution(t *testing.T, client *lightsail.Client, in lightsail.UpdateDistributionInput) {
	t.Helper()
	in.DistributionName = cdn
	must[lightsail.UpdateDistributionOutput](t)(client.UpdateDistribution(t.Context(), &in))
}

func attachCertificate(t *testing.T, client *lightsail.Client, certificate, distribution string) {
	t.Helper()
	must[lightsail.AttachCertificateToDistributionOutput](t)(client.AttachCertificateToDistribution(t.Context(),
		&lightsail.AttachCertificateToDistributionInput{CertificateName: &certificate, DistributionName: &distribution}))
}

// A distribution is created, changed, and deleted, and each change takes two polls.
func TestDistributionLifecycle(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Millisecond)
	_, client := newTestServer(t, lightsailtest.WithClock(func() time.Time { return now }), lightsailtest.WithLag(
		lightsailtest.Lag{State: "InProgress", Polls: 2}, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1}))
	ctx := t.Context()
	out := must[lightsail.CreateDistributionOutput](t)(client.CreateDistribution(ctx, newDistributionInput("cdn")))
	want := types.LightsailDistribution{
		AbleToUpdateBundle:     aws.Bool(true),
		AlternativeDomainNames: []string{},
		Arn:                    out.Distribution.Arn,
		BundleId:               aws.String("small_1_0"),
		CacheBehaviorSettings: &types.CacheSettings{
			AllowedHTTPMethods:    aws.String("GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE"),
			CachedHTTPMethods:     aws.String("GET,HEAD"),
			DefaultTTL:            aws.Int64(86400),
			ForwardedCookies:      &types.CookieObject{CookiesAllowList: []string{}, Option: types.ForwardValuesNone},
			ForwardedHeaders:      &types.HeaderObject{HeadersAllowList: []types.HeaderEnum{}, Option: "default"},
			ForwardedQueryStrings: &types.QueryStringObject{Option: aws.Bool(false), QueryStringsAllowList: []string{}},
			MaximumTTL:            aws.Int64(31536000),
			MinimumTTL:            aws.Int64(0),
		},
		CacheBehaviors:       []types.CacheBehaviorPerPath{},
		CreatedAt:            &now,
		DefaultCacheBehavior: &types.CacheBehavior{Behavior: types.BehaviorEnumCacheSetting},
		DomainName:           out.Distribution.DomainName,
		IpAddressType:        types.IpAddressTypeDualstack,
		IsEnabled:            aws.Bool(true),
		Location:             &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:                 cdn,
		Origin: &types.Origin{
			IpAddressType: types.OriginIpAddressTypeEnumIpv4, IsPrivateOriginAccessEnabled: aws.Bool(false), Name: alpha,
			ProtocolPolicy: types.OriginProtocolPolicyEnumHTTPSOnly, RegionName: types.RegionNameUsEast1,
			ResourceType: types.ResourceTypeBucket, ResponseTimeout: aws.Int32(30),
		},
		OriginPublicDNS:                 aws.String("alpha.s3.us-east-1.amazonaws.com"),
		ResourceType:                    types.ResourceTypeDistribution,
		Status:                          aws.String("InProgress"),
		SupportCode:                     out.Distribution.SupportCode,
		Tags:                            []types.Tag{},
		ViewerMinimumTlsProtocolVersion: aws.String("TLSv1.2_2021"),
		Waf:                             &types.WafConfig{IsWafEnabled: aws.Bool(false), WafRules: []types.WafRule{}},
	}
	wantEqual(t, "new distribution", want, *out.Distribution)
	if !regexp.MustCompile(`^d[a-z0-9]{13}\.cloudfront\.net$`).MatchString(*out.Distribution.DomainName) {
		t.Errorf("got domain name %s", *out.Distribution.DomainName)
	}
	record := out.Operation
	wantEqual(t, "record", "CreateDistribution cdn Started", fmt.Sprint(record.OperationType, " ", *record.ResourceName, " ", record.Status))
	wantEqual(t, "first poll", want, readDistribution(t, client, "cdn"))
	readDistribution(t, client, "cdn")
	want.Status = aws.String("Deployed")
	wantEqual(t, "third poll", want, readDistribution(t, client, "cdn"))

	// What is read can be sent back.
	settings := want.CacheBehaviorSettings
	settings.DefaultTTL = aws.Int64(60)
	updateDistribution(t, client, lightsail.UpdateDistributionInput{CacheBehaviorSettings: settings, IsEnabled: aws.Bool(false)})
	want.IsEnabled, want.Status = aws.Bool(false), aws.String("InProgress")
	wantEqual(t, "changed distribution", want, readDistribution(t, client, "cdn"))

	listed := must[lightsail.GetDistributionsOutput](t)(client.GetDistributions(ctx, &lightsail.GetDistributionsInput{}))
	wantEqual(t, "listed distributions", []types.LightsailDistribution{want}, listed.Distributions)
	deleted := must[lightsail.DeleteDistributionOutput](t)(client.DeleteDistribution(ctx, &lightsail.DeleteDistributionInput{DistributionName: cdn}))
	wantEqual(t, "record of the deletion", types.OperationTypeDeleteDistribution, deleted.Operation.OperationType)
	readDistribution(t, client, "cdn")
	_, err := client.GetDistributions(ctx, &lightsail.GetDistributionsInput{DistributionName: cdn})
	wantCode(t, "GetDistributions of a deleted distribution", err, "NotFoundException")
	_, err = client.DeleteDistribution(ctx, &lightsail.DeleteDistributionInput{})
	wantCode(t, "DeleteDistribution without a name", err, invalidInput)
}

// UpdateDistribution changes what is set and nothing else.
func TestUpdateDistribution(t *testing.T) {
	_, client := newTestServer(t)
	createTestDistribution(t, client, "cdn")
	want := readDistribution(t, client, "cdn")
	updateDistribution(t, client, lightsail.UpdateDistributionInput{})
	wantEqual(t, "after no change", want, readDistribution(t, client, "cdn"))

	in := lightsail.UpdateDistributionInput{
		CacheBehaviorSettings: &types.CacheSettings{
			AllowedHTTPMethods: aws.String("GET,HEAD"),
			ForwardedHeaders:   &types.HeaderObject{HeadersAllowList: []types.HeaderEnum{types.HeaderEnumHost}, Option: types.ForwardValuesAllowList},
		},
		CacheBehaviors: []types.CacheBehaviorPerPath{{Behavior: types.BehaviorEnumDontCacheSetting, Path: aws.String("*.php")}},
		CustomErrorResponses: []types.DistributionCustomErrorResponse{
			{ErrorCode: aws.Int32(404), ResponseCode: aws.String("200"), ResponsePagePath: aws.String("/404.html")},
		},
		DefaultCacheBehavior:            &types.CacheBehavior{Behavior: types.BehaviorEnumDontCacheSetting},
		DefaultRootObject:               aws.String("index.html"),
		EnablePrivateOriginAccess:       aws.Bool(true),
		Origin:                          &types.InputOrigin{Name: alpha, ResponseTimeout: aws.Int32(60)},
		ViewerMinimumTlsProtocolVersion: types.ViewerMinimumTlsProtocolVersionEnumTLSv122018,
	}
	updateDistribution(t, client, in)
	want.CacheBehaviorSettings.AllowedHTTPMethods = aws.String("GET,HEAD")
	want.CacheBehaviorSettings.ForwardedHeaders = in.CacheBehaviorSettings.ForwardedHeaders
	want.CacheBehaviors, want.DefaultCacheBehavior, want.DefaultRootObject = in.CacheBehaviors, in.DefaultCacheBehavior, in.DefaultRootObject
	want.CustomErrorResponses = in.CustomErrorResponses
	want.CustomErrorResponses[0].ErrorCachingMinTTL = aws.Int64(10)
	want.Origin.IsPrivateOriginAccessEnabled, want.Origin.ResponseTimeout = aws.Bool(true), aws.Int32(60)
	want.ViewerMinimumTlsProtocolVersion = aws.String("TLSv1.2_2018")
	wantEqual(t, "after changes", want, readDistribution(t, client, "cdn"))

	updateDistribution(t, client, lightsail.UpdateDistributionInput{CacheBehaviors: []types.CacheBehaviorPerPath{}})
	want.CacheBehaviors = []types.CacheBehaviorPerPath{}
	wantEqual(t, "after the removal of the overrides", want, readDistribution(t, client, "cdn"))

	out := must[lightsail.SetIpAddressTypeOutput](t)(client.SetIpAddressType(t.Context(), &lightsail.SetIpAddressTypeInput{
		IpAddressType: types.IpAddressTypeIpv4, ResourceName: cdn, ResourceType: types.ResourceTypeDistribution,
	}))
	wantEqual(t, "record of SetIpAddressType", types.ResourceTypeDistribution, out.Operations[0].ResourceType)
	want.IpAddressType = types.IpAddressTypeIpv4
	wantEqual(t, "after SetIpAddressType", want, readDistribution(t, client, "cdn"))
	_, err := client.SetIpAddressType(t.Context(), &lightsail.SetIpAddressTypeInput{
		IpAddressType: types.IpAddressTypeIpv6, ResourceName: cdn, ResourceType: types.ResourceTypeDistribution,
	})
	wantCode(t, "SetIpAddressType with ipv6", err, invalidInput)
}

func TestDistributionInvalidInput(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	requestCertificate(t, client, "site", "example.com")
	createTestDistribution(t, client, "cdn")
	acfp := types.WafRule{Name: aws.String("AWSManagedRulesACFPRuleSet")}
	for _, test := range []struct {
		change  func(in *lightsail.CreateDistributionInput)
		message string
	}{
		{func(in *lightsail.CreateDistributionInput) { in.DistributionName = aws.String("new-") }, "distributionName: must have"},
		{func(in *lightsail.CreateDistributionInput) { in.DistributionName = alpha }, "already in use: alpha"},
		{func(in *lightsail.CreateDistributionInput) { in.BundleId = aws.String("nano_3_0") }, "bundleId: no bundle"},
		{func(in *lightsail.CreateDistributionInput) { in.IpAddressType = types.IpAddressTypeIpv6 }, "ipAddressType: must be"},
		{func(in *lightsail.CreateDistributionInput) { in.Tags = make([]types.Tag, 51) }, "tags: must have at most 50"},
		{func(in *lightsail.CreateDistributionInput) { in.Origin = &types.InputOrigin{} }, "origin.name: must be set; origin.regionName: must be set"},
		{func(in *lightsail.CreateDistributionInput) { in.Origin.ResponseTimeout = aws.Int32(61) }, "responseTimeout: must be 1 to 60"},
		{func(in *lightsail.CreateDistributionInput) { in.Origin.ResponseTimeout = aws.Int32(0) }, "responseTimeout: must be 1 to 60"},
		{func(in *lightsail.CreateDistributionInput) { in.Origin.Name = aws.String("web") }, "web must have a static IP"},
		{func(in *lightsail.CreateDistributionInput) { in.Origin.Name = aws.String("site") }, "site must be an instance"},
		{func(in *lightsail.CreateDistributionInput) {
			in.CacheBehaviors = make([]types.CacheBehaviorPerPath, 26)
		}, "at most 25"},
		{func(in *lightsail.CreateDistributionInput) {
			in.CacheBehaviorSettings = &types.CacheSettings{AllowedHTTPMethods: aws.String("GET"), CachedHTTPMethods: aws.String("POST")}
		}, "cacheBehaviorSettings.cachedHTTPMethods: must be one of GET,HEAD | GET,HEAD,OPTIONS"},
		{func(in *lightsail.CreateDistributionInput) {
			in.CacheBehaviorSettings = &types.CacheSettings{ForwardedCookies: &types.CookieObject{CookiesAllowList: make([]string, 11)}}
		}, "cookiesAllowList: must have at most 10"},
		{func(in *lightsail.CreateDistributionInput) {
			in.CacheBehaviorSettings = &types.CacheSettings{ForwardedHeaders: &types.HeaderObject{Option: "all"}, MinimumTTL: aws.Int64(1)}
		}, "minimumTTL: must be 0"},
		{func(in *lightsail.CreateDistributionInput) {
			in.CustomErrorResponses = []types.DistributionCustomErrorResponse{{ResponsePagePath: aws.String("x")}}
		}, "responsePagePath: must begin with /"},
		{func(in *lightsail.CreateDistributionInput) { in.EnableWaf = aws.Bool(true) }, "enableWaf: must be false for the bundle small_1_0"},
		{func(in *lightsail.CreateDistributionInput) { in.WafRules = []types.WafRule{acfp} }, "wafRules: must be empty unless"},
		{func(in *lightsail.CreateDistributionInput) {
			in.BundleId, in.EnableWaf, in.WafRules = aws.String("medium_1_0"), aws.Bool(true), []types.WafRule{acfp}
		}, "wafRules[0].name: must be a rule group of the bundle medium_1_0; wafRules[0].acfpConfig: must be set only for"},
	} {
		in := newDistributionInput("new")
		test.change(in)
		wantInvalidInput(t, server, "CreateDistribution", in, test.message)
	}
	for _, test := range []struct {
		in      lightsail.UpdateDistributionInput
		message string
	}{
		{lightsail.UpdateDistributionInput{EnablePrivateOriginAccess: aws.Bool(true)}, "origin: must be set"},
		{lightsail.UpdateDistributionInput{CertificateName: aws.String("site"), UseDefaultCertificate: aws.Bool(true)}, "useDefaultCertificate: must not"},
		{lightsail.UpdateDistributionInput{DefaultRootObject: aws.String("x"), Origin: &types.InputOrigin{Name: aws.String("web"), RegionName: "us-east-1"}},
			"must have a static IP"},
	} {
		test.in.DistributionName = cdn
		wantInvalidInput(t, server, "UpdateDistribution", test.in, test.message)
	}
	if d := readDistribution(t, client, "cdn"); d.DefaultRootObject != nil {
		t.Errorf("a rejected update changed the root object to %s", *d.DefaultRootObject)
	}
	in := newDistributionInput("new")
	in.Origin.Name = aws.String("missing")
	_, err := client.CreateDistribution(t.Context(), in)
	wantCode(t, "CreateDistribution with a missing origin", err, "NotFoundException")
}

// A load balancer is an origin only with an attached instance, and a container service is
// one without a deployment.
func TestDistributionOriginsOfServices(t *testing.T) {
	_, client := newTestServer(t)
	createLoadBalancer(t, client)
	createTestService(t, client)
	create := func(origin *string) (*types.LightsailDistribution, error) {
		in := newDistributionInput("cdn-" + *origin)
		in.Origin.Name = origin
		out, err := client.CreateDistribution(t.Context(), in)
		if err != nil {
			return nil, err
		}
		return out.Distribution, nil
	}
	_, err := create(front)
	wantCode(t, "load balancer without an instance", err, invalidInput)
	if _, err := attachInstances(t, client, "web"); err != nil {
		t.Fatal(err)
	}
	d, err := create(front)
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "DNS name of the load balancer", *readLoadBalancer(t, client).DnsName, *d.OriginPublicDNS)
	d, err = create(apiService)
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "URL of the container service", *readContainerService(t, client).Url, "https://"+*d.OriginPublicDNS+"/")
}

// The origin is looked up in its Region. An instance needs a static IP.
func TestDistributionOrigins(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithRegions("us-east-1", "eu-west-1"))
	if err := createBucket(t.Context(), server.Client(inProcess(server), func(o *lightsail.Options) { o.Region = "eu-west-1" }), "europe"); err != nil {
		t.Fatal(err)
	}
	must[lightsail.AllocateStaticIpOutput](t)(client.AllocateStaticIp(t.Context(), &lightsail.AllocateStaticIpInput{StaticIpName: aws.String("ip")}))
	must[lightsail.AttachStaticIpOutput](t)(client.AttachStaticIp(t.Context(), &lightsail.AttachStaticIpInput{
		InstanceName: aws.String("web"), StaticIpName: aws.String("ip"),
	}))
	for _, test := range []struct {
		name, region, want string
	}{
		{"europe", "eu-west-1", "Bucket https-only europe.s3.eu-west-1.amazonaws.com"},
		{"europe", "us-east-1", ""},
		{"alpha", "eu-central-1", ""},
		{"web", "us-east-1", "Instance http-only ec2-192-0-2-11.compute-1.amazonaws.com"},
	} {
		in := newDistributionInput(test.name + "-" + test.region)
		in.Origin = &types.InputOrigin{Name: &test.name, RegionName: types.RegionName(test.region)}
		out, err := client.CreateDistribution(t.Context(), in)
		if test.want == "" {
			wantCode(t, test.name+" in "+test.region, err, "NotFoundException")
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		d := out.Distribution
		wantEqual(t, "origin "+test.name, test.want, fmt.Sprint(d.Origin.ResourceType, " ", d.Origin.ProtocolPolicy, " ", *d.OriginPublicDNS))
	}
	in := newDistributionInput("cdn-private")
	in.Origin.Name, in.EnablePrivateOriginAccess = aws.String("web"), aws.Bool(true)
	_, err := client.CreateDistribution(t.Context(), in)
	wantCode(t, "private access to an instance", err, invalidInput)

	remove := &lightsail.DeleteBucketInput{BucketName: aws.String("europe")}
	region := func(o *lightsail.Options) { o.Region = "eu-west-1" }
	_, err = client.DeleteBucket(t.Context(), remove, region)
	wantCode(t, "DeleteBucket of an origin", err, invalidInput)
	must[lightsail.DeleteDistributionOutput](t)(client.DeleteDistribution(t.Context(), &lightsail.DeleteDistributionInput{
		DistributionName: aws.String("europe-eu-west-1"),
	}))
	must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(t.Context(), remove, region))
}

// A certificate gives a distribution its domain names and cannot be deleted meanwhile.
func TestDistributionCertificates(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithRegions("us-east-1", "eu-west-1"))
	ctx := t.Context()
	requestCertificate(t, client, "one", "example.com", "www.example.com")
	requestCertificate(t, client, "two", "example.net")
	in := newDistributionInput("cdn")
	in.CertificateName = aws.String("one")
	must[lightsail.CreateDistributionOutput](t)(client.CreateDistribution(ctx, in))
	names := func() []string {
		d := readDistribution(t, client, "cdn")
		return append([]string{aws.ToString(d.CertificateName)}, d.AlternativeDomainNames...)
	}
	wantEqual(t, "names after CreateDistribution", []string{"one", "example.com", "www.example.com"}, names())
	wantCode(t, "DeleteCertificate of an attached certificate", deleteCertificate(t, client, "one"), invalidInput)

	out := must[lightsail.AttachCertificateToDistributionOutput](t)(client.AttachCertificateToDistribution(ctx,
		&lightsail.AttachCertificateToDistributionInput{CertificateName: aws.String("two"), DistributionName: cdn}))
	wantEqual(t, "record", "AttachCertificateToDistribution cdn two",
		fmt.Sprint(out.Operation.OperationType, " ", *out.Operation.ResourceName, " ", *out.Operation.OperationDetails))
	wantEqual(t, "names after AttachCertificateToDistribution", []string{"two", "example.net"}, names())
	wantEqual(t, "users of the replaced certificate", int32(0), readCertificate(t, client, "one").InUseResourceCount)
	wantEqual(t, "users of the new certificate", int32(1), readCertificate(t, client, "two").InUseResourceCount)

	updateDistribution(t, client, lightsail.UpdateDistributionInput{CertificateName: aws.String("one"), UseDefaultCertificate: aws.Bool(false)})
	wantEqual(t, "names after UpdateDistribution", []string{"one", "example.com", "www.example.com"}, names())
	updateDistribution(t, client, lightsail.UpdateDistributionInput{UseDefaultCertificate: aws.Bool(true)})
	wantEqual(t, "names with the default certificate", []string{""}, names())

	detach := &lightsail.DetachCertificateFromDistributionInput{DistributionName: cdn}
	_, err := client.DetachCertificateFromDistribution(ctx, detach)
	wantCode(t, "DetachCertificateFromDistribution without a certificate", err, invalidInput)
	attachCertificate(t, client, "one", "cdn")
	must[lightsail.DetachCertificateFromDistributionOutput](t)(client.DetachCertificateFromDistribution(ctx, detach))
	wantEqual(t, "names after DetachCertificateFromDistribution", []string{""}, names())

	attachCertificate(t, client, "one", "cdn")
	must[lightsail.DeleteDistributionOutput](t)(client.DeleteDistribution(ctx, &lightsail.DeleteDistributionInput{DistributionName: cdn}))
	if err := deleteCertificate(t, client, "one"); err != nil {
		t.Errorf("DeleteCertificate after the deletion of the distribution: %v", err)
	}
	_, err = client.GetDistributionBundles(ctx, nil, func(o *lightsail.Options) { o.Region = "eu-west-1" })
	wantCode(t, "GetDistributionBundles in another Region", err, invalidInput)
}

// The bundle can be changed once in a calendar month.
func TestUpdateDistributionBundle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // starts at 2000-01-01 00:00
		_, client := newTestServer(t)
		createTestDistribution(t, client, "cdn")
		change := func(id string) error {
			_, err := client.UpdateDistributionBundle(t.Context(), &lightsail.UpdateDistributionBundleInput{BundleId: &id, DistributionName: cdn})
			return err
		}
		wantCode(t, "unknown bundle", change("nano_3_0"), invalidInput)
		wantCode(t, "first change", change("large_1_0"), "")
		wantCode(t, "second change", change("medium_1_0"), invalidInput)
		d := readDistribution(t, client, "cdn")
		wantEqual(t, "after the change", "large_1_0 false", fmt.Sprint(*d.BundleId, " ", *d.AbleToUpdateBundle))

		rules := []types.WafRule{{Name: aws.String("AWSManagedRulesLinuxRuleSet")}}
		updateDistribution(t, client, lightsail.UpdateDistributionInput{EnableWaf: aws.Bool(true), WafRules: rules})
		wantEqual(t, "firewall", &types.WafConfig{IsWafEnabled: aws.Bool(true), WafRules: rules}, readDistribution(t, client, "cdn").Waf)
		time.Sleep(31 * 24 * time.Hour)
		wantEqual(t, "in the next month", true, *readDistribution(t, client, "cdn").AbleToUpdateBundle)
		wantCode(t, "bundle without a rule group", change("medium_1_0"), invalidInput)
		updateDistribution(t, client, lightsail.UpdateDistributionInput{WafRules: []types.WafRule{}})
		wantCode(t, "bundle without a firewall", change("small_1_0"), invalidInput)
		updateDistribution(t, client, lightsail.UpdateDistributionInput{EnableWaf: aws.Bool(false)})
		wantCode(t, "change in the next month", change("small_1_0"), "")
	})
}

// The reset of a cache takes two polls, which do not change the status of the distribution.
func TestDistributionCacheReset(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Millisecond)
	_, client := newTestServer(t, lightsailtest.WithClock(func() time.Time { return now }),
		lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.DistributionResetting, Polls: 2},
			lightsailtest.Lag{Name: "cdn", State: "InProgress", Polls: 1}))
	ctx := t.Context()
	createTestDistribution(t, client, "cdn")
	createTestDistribution(t, client, "other")
	latest := func(name *string) string {
		out := must[lightsail.GetDistributionLatestCacheResetOutput](t)(client.GetDistributionLatestCacheReset(ctx,
			&lightsail.GetDistributionLatestCacheResetInput{DistributionName: name}))
		return fmt.Sprint(aws.ToString(out.Status), " ", out.CreateTime != nil && out.CreateTime.Equal(now))
	}
	wantEqual(t, "before a reset", " false", latest(cdn))
	out := must[lightsail.ResetDistributionCacheOutput](t)(client.ResetDistributionCache(ctx, &lightsail.ResetDistributionCacheInput{DistributionName: cdn}))
	wantEqual(t, "output", fmt.Sprint("InProgress ", now, " ResetDistributionCache Started"),
		fmt.Sprint(*out.Status, " ", *out.CreateTime, " ", out.Operation.OperationType, " ", out.Operation.Status))
	wantEqual(t, "status of the distribution", "Deployed", *readDistribution(t, client, "cdn").Status)
	wantEqual(t, "reset in progress", "InProgress true", latest(cdn))
	wantEqual(t, "completed reset", "Completed true", latest(cdn))
	wantEqual(t, "other distribution", " false", latest(aws.String("other")))
	wantEqual(t, "latest reset of all", "Completed true", latest(nil))
	must[lightsail.ResetDistributionCacheOutput](t)(client.ResetDistributionCache(ctx, &lightsail.ResetDistributionCacheInput{DistributionName: cdn}))
	updateDistribution(t, client, lightsail.UpdateDistributionInput{})
	wantEqual(t, "reset during an update", "InProgress true", latest(cdn))
	wantEqual(t, "reset after an update", "Completed true", latest(cdn))
	_, err := client.ResetDistributionCache(ctx, &lightsail.ResetDistributionCacheInput{})
	wantCode(t, "ResetDistributionCache without a name", err, invalidInput)
}

func TestDistributionQuotaAndPages(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithPageSize(15))
	for i := range 20 {
		createTestDistribution(t, client, fmt.Sprintf("cdn-%02d", i))
	}
	_, err := client.CreateDistribution(t.Context(), newDistributionInput("cdn"))
	wantCode(t, "distribution 21", err, invalidInput)
	first := must[lightsail.GetDistributionsOutput](t)(client.GetDistributions(t.Context(), &lightsail.GetDistributionsInput{}))
	second := must[lightsail.GetDistributionsOutput](t)(client.GetDistributions(t.Context(), &lightsail.GetDistributionsInput{PageToken: first.NextPageToken}))
	wantEqual(t, "second page", []any{5, "cdn-15"}, []any{len(second.Distributions), *second.Distributions[0].Name})
}
