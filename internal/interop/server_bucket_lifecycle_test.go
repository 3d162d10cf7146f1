package interop_test

import (
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerBucketLifecycle creates, configures, uses and deletes buckets.
func TestServerBucketLifecycle(t *testing.T) {
	runSessions(t, func(s *session) {
		listCatalog(s)
		createBuckets(s)
		updateBucket(s)
		grantAccess(s)
		deleteBuckets(s)

		for _, call := range s.server.Calls() {
			assertHeaders(s, call)
		}
	},
		lightsailtest.WithInstances(
			types.Instance{Name: aws.String("web")},
			types.Instance{Name: aws.String("office"), BlueprintId: aws.String("windows_server_2022"), SshKeyName: aws.String("my-keys")},
		),
		lightsailtest.WithAccessDetails(types.InstanceAccessDetails{InstanceName: aws.String("office"), Password: aws.String("correct horse")}),
		lightsailtest.WithLag(lightsailtest.Lag{Name: "office", State: lightsailtest.NoAccess, Polls: 1}, lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 1}, lightsailtest.Lag{State: "pending", Polls: 2}, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 2}),
	)
}

var archive, logs = aws.String("archive"), aws.String("logs")

// listCatalog lists Regions, blueprints, bundles and buckets.
func listCatalog(s *session) {
	regions := must[lightsail.GetRegionsOutput](s, &lightsail.GetRegionsInput{IncludeAvailabilityZones: aws.Bool(true)}).Regions
	i := slices.IndexFunc(regions, func(r types.Region) bool { return r.Name == types.RegionNameUsEast1 })
	if i < 0 || len(regions[i].AvailabilityZones) == 0 {
		s.Errorf("us-east-1 with Availability Zones is not in %+v", regions)
	}
	for _, blueprint := range must[lightsail.GetBlueprintsOutput](s, &lightsail.GetBlueprintsInput{}).Blueprints {
		assertEqual(s, *blueprint.IsActive, true)
	}
	bundle := must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{}).Bundles[0]
	assertEqual(s, *bundle.BundleId, "nano_3_0")
	assertEqual(s, *bundle.RamSizeInGb, 0.5)
	assertEqual(s, bundle.SupportedPlatforms, []types.InstancePlatform{types.InstancePlatformLinuxUnix})
	research := types.AppCategoryLfR
	blueprint := must[lightsail.GetBlueprintsOutput](s, &lightsail.GetBlueprintsInput{AppCategory: research}).Blueprints[0]
	assertEqual(s, blueprint.AppCategory, research)
	bundle = must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{AppCategory: research}).Bundles[0]
	assertEqual(s, bundle.SupportedAppCategories, []types.AppCategory{research})
	var prices []string
	for _, b := range must[lightsail.GetBucketBundlesOutput](s, &lightsail.GetBucketBundlesInput{}).Bundles {
		prices = append(prices, fmt.Sprint(*b.BundleId, " for $", *b.Price))
	}
	assertEqual(s, prices, []string{"small_1_0 for $1", "medium_1_0 for $3", "large_1_0 for $5"})
	assertEqual(s, must[lightsail.GetBucketsOutput](s, &lightsail.GetBucketsInput{}).Buckets, []types.Bucket{})
}

// createBuckets creates two buckets and waits until they exist.
func createBuckets(s *session) {
	for _, name := range []*string{logs, archive} {
		out := must[lightsail.CreateBucketOutput](s, &lightsail.CreateBucketInput{
			BucketName: name, BundleId: aws.String("small_1_0"), EnableObjectVersioning: aws.Bool(true),
			Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("wéb 日本 ops+1@x.y")}, {Key: aws.String("empty")}},
		})
		assertEqual(s, out.Operations[0].OperationType, types.OperationTypeCreateBucket)
		s.waitSucceeded(out.Operations)
		bucket := s.bucket(&lightsail.GetBucketsInput{BucketName: name})
		assertEqual(s, *bucket.State.Code, "OK")
		assertEqual(s, *bucket.Tags[0].Value, "wéb 日本 ops+1@x.y")
		assertEqual(s, *bucket.Tags[1].Value, "")
		assertEqual(s, *bucket.ObjectVersioning, "Enabled")
		assertEqual(s, *bucket.Location, types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1})
		assertEqual(s, *bucket.CreatedAt, *out.Bucket.CreatedAt)
	}
	s.mustFail("InvalidInputException", &lightsail.CreateBucketInput{BucketName: archive, BundleId: aws.String("small_1_0")})
	s.mustFail("InvalidInputException", &lightsail.CreateBucketInput{BucketName: aws.String("another"), BundleId: aws.String("nano_3_0")})
}

// waitSucceeded polls operation records until they end, and fails the test unless they
// succeeded.
func (s *session) waitSucceeded(records []types.Operation) {
	s.Helper()
	if len(records) == 0 {
		s.Fatal("the response contains no operation record")
	}
	for _, record := range records {
		assertEqual(s, s.wait(record).Status, types.OperationStatusSucceeded)
	}
}

// wait polls an operation record until it ends.
func (s *session) wait(record types.Operation) types.Operation {
	s.Helper()
	for polls := 0; !*record.IsTerminal; polls++ {
		if polls > 10 {
			s.Fatalf("%s did not end after %d polls", record.OperationType, polls)
		}
		assertEqual(s, record.Status, types.OperationStatusStarted)
		record = *must[lightsail.GetOperationOutput](s, &lightsail.GetOperationInput{OperationId: record.Id}).Operation
	}
	return record
}

func (s *session) bucket(in *lightsail.GetBucketsInput) types.Bucket {
	s.Helper()
	return must[lightsail.GetBucketsOutput](s, in).Buckets[0]
}

// updateBucket changes tags, settings and bundle of a bucket.
func updateBucket(s *session) {
	tags := func() (tags []string) {
		for _, tag := range s.bucket(&lightsail.GetBucketsInput{BucketName: archive}).Tags {
			tags = append(tags, *tag.Key+"="+*tag.Value)
		}
		slices.Sort(tags)
		return tags
	}
	s.waitSucceeded(must[lightsail.TagResourceOutput](s, &lightsail.TagResourceInput{ResourceName: archive, Tags: []types.Tag{
		{Key: aws.String("team"), Value: aws.String("ops")}, {Key: aws.String("käse"), Value: aws.String("日本")},
	}}).Operations)
	assertEqual(s, tags(), []string{"empty=", "käse=日本", "team=ops"})
	s.waitSucceeded(must[lightsail.UntagResourceOutput](s, &lightsail.UntagResourceInput{ResourceName: archive, TagKeys: []string{"empty", "absent"}}).Operations)
	assertEqual(s, tags(), []string{"käse=日本", "team=ops"})
	s.mustFail("NotFoundException", &lightsail.TagResourceInput{ResourceName: aws.String("nowhere"), Tags: []types.Tag{{Key: aws.String("a")}}})

	updated := must[lightsail.UpdateBucketOutput](s, &lightsail.UpdateBucketInput{
		BucketName:             archive,
		AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: logs, Prefix: aws.String("archive/")},
		AccessRules:            &types.AccessRules{GetObject: types.AccessTypePrivate, AllowPublicOverrides: aws.Bool(true)},
		ReadonlyAccessAccounts: []string{"111122223333"},
		Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{
			AllowedHeaders: []string{"*"}, AllowedMethods: []string{"GET"}, AllowedOrigins: []string{"https://example.com"},
			ExposeHeaders: []string{"ETag"}, Id: aws.String("site"), MaxAgeSeconds: aws.Int32(60),
		}}},
	})
	s.waitSucceeded(updated.Operations)
	assertEqual(s, *updated.Bucket.AccessLogConfig.Destination, "logs")
	assertEqual(s, updated.Bucket.ReadonlyAccessAccounts, []string{"111122223333"})
	assertEqual(s, len(updated.Bucket.Cors.Rules), 1)
	with := s.bucket(&lightsail.GetBucketsInput{BucketName: archive, IncludeCors: aws.Bool(true)})
	assertEqual(s, with, *updated.Bucket)
	without := s.bucket(&lightsail.GetBucketsInput{BucketName: archive})
	assertEqual(s, without.Cors, nil)

	// An empty list clears the accounts, and a nil field leaves its value unchanged.
	updated = must[lightsail.UpdateBucketOutput](s, &lightsail.UpdateBucketInput{BucketName: archive, ReadonlyAccessAccounts: []string{}})
	assertEqual(s, updated.Bucket.ReadonlyAccessAccounts, []string{})
	assertEqual(s, *updated.Bucket.AccessRules.AllowPublicOverrides, true)
	updated = must[lightsail.UpdateBucketOutput](s, &lightsail.UpdateBucketInput{BucketName: archive, Versioning: aws.String("Suspended")})
	assertEqual(s, *updated.Bucket.AccessRules.AllowPublicOverrides, false)
	s.mustFail("InvalidInputException", &lightsail.UpdateBucketInput{BucketName: archive, Versioning: aws.String("NeverEnabled")})
	s.mustFail("NotFoundException", &lightsail.UpdateBucketInput{BucketName: aws.String("nowhere")})

	s.waitSucceeded(must[lightsail.UpdateBucketBundleOutput](s, &lightsail.UpdateBucketBundleInput{BucketName: archive, BundleId: aws.String("large_1_0")}).Operations)
	larger := s.bucket(&lightsail.GetBucketsInput{BucketName: archive})
	assertEqual(s, *larger.BundleId, "large_1_0")
	assertEqual(s, *larger.AbleToUpdateBundle, false)
	s.mustFail("InvalidInputException", &lightsail.UpdateBucketBundleInput{BucketName: archive, BundleId: aws.String("small_1_0")})
}

// grantAccess creates access keys, gives instances access to a bucket, and gets access
// details of instances.
func grantAccess(s *session) {
	create := &lightsail.CreateBucketAccessKeyInput{BucketName: archive}
	first := must[lightsail.CreateBucketAccessKeyOutput](s, create)
	if key := first.AccessKey; !regexp.MustCompile(`^[A-Z0-9]{20}$`).MatchString(*key.AccessKeyId) || len(*key.SecretAccessKey) != 40 {
		s.Error("the new access key has the wrong form")
	}
	s.waitSucceeded(first.Operations)
	must[lightsail.CreateBucketAccessKeyOutput](s, create)
	s.mustFail("InvalidInputException", create)
	keys := must[lightsail.GetBucketAccessKeysOutput](s, &lightsail.GetBucketAccessKeysInput{BucketName: archive}).AccessKeys
	assertEqual(s, len(keys), 2)
	assertEqual(s, *keys[0].AccessKeyId, *first.AccessKey.AccessKeyId)
	assertEqual(s, keys[0].SecretAccessKey, nil)
	assertEqual(s, keys[0].Status, types.StatusTypeActive)
	s.waitSucceeded(must[lightsail.DeleteBucketAccessKeyOutput](s, &lightsail.DeleteBucketAccessKeyInput{BucketName: archive, AccessKeyId: keys[1].AccessKeyId}).Operations)
	s.mustFail("NotFoundException", &lightsail.DeleteBucketAccessKeyInput{BucketName: archive, AccessKeyId: keys[1].AccessKeyId})

	connected := func() []types.ResourceReceivingAccess {
		return s.bucket(&lightsail.GetBucketsInput{BucketName: archive, IncludeConnectedResources: aws.Bool(true)}).ResourcesReceivingAccess
	}
	access := &lightsail.SetResourceAccessForBucketInput{BucketName: archive, ResourceName: aws.String("web"), Access: types.ResourceBucketAccessDeny}
	s.waitSucceeded(must[lightsail.SetResourceAccessForBucketOutput](s, access).Operations)
	assertEqual(s, len(connected()), 0)
	access.Access = types.ResourceBucketAccessAllow
	s.waitSucceeded(must[lightsail.SetResourceAccessForBucketOutput](s, access).Operations)
	assertEqual(s, connected(), []types.ResourceReceivingAccess{{Name: aws.String("web"), ResourceType: aws.String("Instance")}})
	s.mustFail("NotFoundException", &lightsail.SetResourceAccessForBucketInput{BucketName: archive, ResourceName: aws.String("nowhere"), Access: "allow"})

	ssh := must[lightsail.GetInstanceAccessDetailsOutput](s, &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}).AccessDetails
	assertEqual(s, ssh.Protocol, types.InstanceAccessProtocolSsh)
	assertEqual(s, ssh.Password, nil)
	assertEqual(s, len(ssh.HostKeys), 3)
	if !strings.HasPrefix(*ssh.CertKey, "ssh-rsa-cert-v01@openssh.com ") || !strings.HasPrefix(*ssh.PrivateKey, "-----BEGIN RSA PRIVATE KEY-----\n") {
		s.Error("the SSH certificate or private key has the wrong form")
	}
	details := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("office"), Protocol: types.InstanceAccessProtocolRdp}
	assertEqual(s, *must[lightsail.GetInstanceAccessDetailsOutput](s, details).AccessDetails.PasswordData.Ciphertext, "")
	rdp := must[lightsail.GetInstanceAccessDetailsOutput](s, details).AccessDetails
	assertEqual(s, rdp.Protocol, types.InstanceAccessProtocolRdp)
	assertEqual(s, *rdp.Password, "")
	assertEqual(s, *rdp.PasswordData.KeyPairName, "my-keys")
	assertEqual(s, decrypted(s, *rdp.PasswordData.Ciphertext), "correct horse")
	assertEqual(s, *rdp.HostKeys[0].Algorithm, "x509-cert")
	s.mustFail("NotFoundException", &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("nowhere")})
}

func decrypted(s *session, ciphertext string) string {
	s.Helper()
	sealed, err := base64.StdEncoding.DecodeString(ciphertext)
	if err != nil {
		s.Fatal(err)
	}
	block, _ := pem.Decode([]byte(lightsailtest.KeyPairPEM))
	key, err := x509.ParsePKCS1PrivateKey(block.Bytes)
	if err != nil {
		s.Fatal(err)
	}
	password, err := rsa.DecryptPKCS1v15(nil, key, sealed)
	if err != nil {
		s.Fatal(err)
	}
	return string(password)
}

func deleteBuckets(s *session) {
	s.mustFail("InvalidInputException", &lightsail.DeleteBucketInput{BucketName: archive})
	s.waitSucceeded(must[lightsail.DeleteBucketOutput](s, &lightsail.DeleteBucketInput{BucketName: archive, ForceDelete: aws.Bool(true)}).Operations)
	s.mustFail("NotFoundException", &lightsail.GetBucketsInput{BucketName: archive})
	s.waitSucceeded(must[lightsail.DeleteBucketOutput](s, &lightsail.DeleteBucketInput{BucketName: logs}).Operations)
	s.mustFail("NotFoundException", &lightsail.DeleteBucketInput{BucketName: logs})
	assertEqual(s, must[lightsail.GetBucketsOutput](s, &lightsail.GetBucketsInput{}).Buckets, []types.Bucket{})
	s.mustFail("NotFoundException", &lightsail.GetOperationInput{OperationId: aws.String("00000000-0000-4000-8000-000000000000")})
}

// assertHeaders checks the signed headers, which do not include X-Amz-Content-Sha256, and
// X-Amz-Target.
func assertHeaders(s *session, call lightsailtest.Call) {
	s.Helper()
	const headers = "SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;x-amz-date;x-amz-target,"
	if h := call.Header; !strings.Contains(h.Get("Authorization"), headers) || h.Get("X-Amz-Content-Sha256") != "" ||
		h.Get("X-Amz-Target") != "Lightsail_20161128."+call.Operation {
		s.Errorf("%s: got headers %q, want %s and the target of the operation", call.Operation, h, headers)
	}
}

// TestServerFailedBucket checks a bucket that the service could not create in time, and
// the status of Block Public Access after a failed synchronization.
func TestServerFailedBucket(t *testing.T) {
	runSessions(t, func(s *session) {
		s.server.SetAccountLevelBpaSync(types.AccountLevelBpaSync{Status: types.AccountLevelBpaSyncStatusFailed, Message: types.BPAStatusMessageUnknown})
		created := must[lightsail.CreateBucketOutput](s, &lightsail.CreateBucketInput{BucketName: archive, BundleId: aws.String("small_1_0")})
		assertEqual(s, s.wait(created.Operations[0]).Status, types.OperationStatusFailed)
		out := must[lightsail.GetBucketsOutput](s, &lightsail.GetBucketsInput{BucketName: archive})
		assertEqual(s, *out.Buckets[0].State, types.BucketState{Code: aws.String("Unknown"), Message: aws.String("timed out")})
		assertEqual(s, out.AccountLevelBpaSync.Message, types.BPAStatusMessageUnknown)
	}, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1, End: "Unknown", Reason: "timed out"}))
}

// TestServerDelayedOperations checks operation records that succeed or fail after some
// polls.
func TestServerDelayedOperations(t *testing.T) {
	runSessions(t, func(s *session) {
		s.server.Inject("TagResource", lightsailtest.FinishLater(2), lightsailtest.FailLater(1, "Full", "There are <too> many."))
		tag := &lightsail.TagResourceInput{ResourceName: archive, Tags: []types.Tag{{Key: aws.String("team")}}}
		s.waitSucceeded(must[lightsail.TagResourceOutput](s, tag).Operations)
		failed := s.wait(must[lightsail.TagResourceOutput](s, tag).Operations[0])
		assertEqual(s, failed.Status, types.OperationStatusFailed)
		assertEqual(s, *failed.ErrorCode+": "+*failed.ErrorDetails, "Full: There are <too> many.")
		assertEqual(s, len(s.calls), 2+3+2)
	}, lightsailtest.WithBuckets(types.Bucket{Name: archive}))
}

// TestServerPagination follows page tokens to the last page with several page sizes.
func TestServerPagination(t *testing.T) {
	var buckets []types.Bucket
	for range 25 {
		buckets = append(buckets, types.Bucket{})
	}
	for _, size := range []int{0, 1, 7, 25} {
		runSessions(t, func(s *session) {
			var names, blueprints, bundles []string
			followPages(s, func(token *string) *string {
				out := must[lightsail.GetBucketsOutput](s, &lightsail.GetBucketsInput{PageToken: token})
				for _, b := range out.Buckets {
					names = append(names, *b.Name)
				}
				return out.NextPageToken
			})
			followPages(s, func(token *string) *string {
				out := must[lightsail.GetBlueprintsOutput](s, &lightsail.GetBlueprintsInput{PageToken: token, IncludeInactive: aws.Bool(true)})
				for _, b := range out.Blueprints {
					blueprints = append(blueprints, *b.BlueprintId)
				}
				return out.NextPageToken
			})
			followPages(s, func(token *string) *string {
				out := must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{PageToken: token})
				for _, b := range out.Bundles {
					bundles = append(bundles, *b.BundleId)
				}
				return out.NextPageToken
			})
			var want []string
			for _, b := range s.server.Snapshot().Buckets {
				want = append(want, *b.Name)
			}
			assertEqual(s, names, want)
			for _, ids := range [][]string{blueprints, bundles} {
				distinct := slices.Compact(slices.Sorted(slices.Values(ids)))
				if len(distinct) < 10 || len(distinct) != len(ids) {
					s.Errorf("got %d items, %d of them distinct", len(ids), len(distinct))
				}
			}
		}, lightsailtest.WithBuckets(buckets...), lightsailtest.WithPageSize(size))
	}
}

// followPages calls page with each page token until there is no next one.
func followPages(s *session, page func(token *string) (next *string)) {
	s.Helper()
	token := page(nil)
	for pages := 1; aws.ToString(token) != ""; pages++ {
		if pages > 100 {
			s.Fatal("no last page after 100 pages")
		}
		token = page(token)
	}
}

// TestServerRejectsPageTokens checks page tokens that the server did not return for the
// same operation and input.
func TestServerRejectsPageTokens(t *testing.T) {
	runSessions(t, func(s *session) {
		out := must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{})
		s.mustFail("InvalidInputException", &lightsail.GetBundlesInput{PageToken: aws.String("x" + *out.NextPageToken)})
		s.mustFail("InvalidInputException", &lightsail.GetBundlesInput{PageToken: out.NextPageToken, IncludeInactive: aws.Bool(true)})
		s.mustFail("InvalidInputException", &lightsail.GetBlueprintsInput{PageToken: out.NextPageToken})
		s.mustFail("InvalidInputException", &lightsail.GetBucketsInput{PageToken: aws.String("1")})
		must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{PageToken: out.NextPageToken})
	})
}
