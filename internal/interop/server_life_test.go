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

// Everything that one does with a bucket, through every operation there is.
func TestServerLife(t *testing.T) {
	sessions(t, func(s *session) {
		before(s)
		born(s)
		kept(s)
		used(s)
		gone(s)

		succeeded := map[string]bool{}
		for _, call := range s.server.Calls() {
			succeeded[call.Operation] = succeeded[call.Operation] || call.Status == 200
			signedAsPublished(s, call)
		}
		for _, op := range operations {
			if !succeeded[op] {
				s.Errorf("the run has no call of %s that succeeds: add one", op)
			}
		}
	},
		lightsailtest.WithInstances(
			lightsailtest.Instance{Name: "web"},
			lightsailtest.Instance{Name: "office", Platform: types.InstancePlatformWindows, KeyPairName: "my-keys", NotReady: 1,
				Access: types.InstanceAccessDetails{Password: aws.String("correct horse")}},
		),
		lightsailtest.WithLag(lightsailtest.Lag{Hidden: 1, Pending: 2, Deleted: 2}),
	)
}

var archive, logs = aws.String("archive"), aws.String("logs")

// before looks at what can be had.
func before(s *session) {
	regions := must[lightsail.GetRegionsOutput](s, &lightsail.GetRegionsInput{IncludeAvailabilityZones: aws.Bool(true)}).Regions
	here := slices.IndexFunc(regions, func(r types.Region) bool { return r.Name == types.RegionNameUsEast1 })
	if here < 0 || len(regions[here].AvailabilityZones) == 0 {
		s.Errorf("us-east-1 and its zones are not in %+v", regions)
	}
	for _, blueprint := range must[lightsail.GetBlueprintsOutput](s, &lightsail.GetBlueprintsInput{}).Blueprints {
		is(s, *blueprint.IsActive, true)
	}
	bundle := must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{}).Bundles[0]
	is(s, *bundle.BundleId, "nano_3_0")
	is(s, *bundle.RamSizeInGb, 0.5)
	is(s, bundle.SupportedPlatforms, []types.InstancePlatform{types.InstancePlatformLinuxUnix})
	var plans []string
	for _, b := range must[lightsail.GetBucketBundlesOutput](s, &lightsail.GetBucketBundlesInput{}).Bundles {
		plans = append(plans, fmt.Sprint(*b.BundleId, " for $", *b.Price))
	}
	is(s, plans, []string{"small_1_0 for $1", "medium_1_0 for $3", "large_1_0 for $5"})
	is(s, must[lightsail.GetBucketsOutput](s, &lightsail.GetBucketsInput{}).Buckets, []types.Bucket{})
}

// born makes two buckets and waits until they are there.
func born(s *session) {
	for _, name := range []*string{logs, archive} {
		out := must[lightsail.CreateBucketOutput](s, &lightsail.CreateBucketInput{
			BucketName: name, BundleId: aws.String("small_1_0"), EnableObjectVersioning: aws.Bool(true),
			Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("wéb 日本 ops+1@x.y")}, {Key: aws.String("empty")}},
		})
		is(s, out.Operations[0].OperationType, types.OperationTypeCreateBucket)
		s.finished(out.Operations)
		bucket := s.bucket(&lightsail.GetBucketsInput{BucketName: name})
		is(s, *bucket.State.Code, "OK")
		is(s, *bucket.Tags[0].Value, "wéb 日本 ops+1@x.y")
		is(s, *bucket.Tags[1].Value, "")
		is(s, *bucket.ObjectVersioning, "Enabled")
		is(s, *bucket.Location, types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1})
		is(s, *bucket.CreatedAt, *out.Bucket.CreatedAt)
	}
	s.refused("InvalidInputException", &lightsail.CreateBucketInput{BucketName: archive, BundleId: aws.String("small_1_0")})
	s.refused("InvalidInputException", &lightsail.CreateBucketInput{BucketName: aws.String("another"), BundleId: aws.String("nano_3_0")})
}

// finished waits for operations, and fails the test unless they have succeeded.
func (s *session) finished(operations []types.Operation) {
	s.Helper()
	if len(operations) == 0 {
		s.Fatal("the call has started no operation")
	}
	for _, op := range operations {
		is(s, s.last(op).Status, types.OperationStatusSucceeded)
	}
}

// last waits for the end of an operation. Those of a bucket that is not there yet
// go on for a few looks.
func (s *session) last(op types.Operation) types.Operation {
	s.Helper()
	for looks := 0; !*op.IsTerminal; looks++ {
		if looks > 10 {
			s.Fatalf("%s goes on for ever", op.OperationType)
		}
		is(s, op.Status, types.OperationStatusStarted)
		op = *must[lightsail.GetOperationOutput](s, &lightsail.GetOperationInput{OperationId: op.Id}).Operation
	}
	return op
}

func (s *session) bucket(in *lightsail.GetBucketsInput) types.Bucket {
	s.Helper()
	return must[lightsail.GetBucketsOutput](s, in).Buckets[0]
}

// kept changes what a bucket is.
func kept(s *session) {
	tags := func() (tags []string) {
		for _, tag := range s.bucket(&lightsail.GetBucketsInput{BucketName: archive}).Tags {
			tags = append(tags, *tag.Key+"="+*tag.Value)
		}
		slices.Sort(tags)
		return tags
	}
	s.finished(must[lightsail.TagResourceOutput](s, &lightsail.TagResourceInput{ResourceName: archive, Tags: []types.Tag{
		{Key: aws.String("team"), Value: aws.String("ops")}, {Key: aws.String("käse"), Value: aws.String("日本")},
	}}).Operations)
	is(s, tags(), []string{"empty=", "käse=日本", "team=ops"})
	s.finished(must[lightsail.UntagResourceOutput](s, &lightsail.UntagResourceInput{ResourceName: archive, TagKeys: []string{"empty", "absent"}}).Operations)
	is(s, tags(), []string{"käse=日本", "team=ops"})
	s.refused("NotFoundException", &lightsail.TagResourceInput{ResourceName: aws.String("nowhere"), Tags: []types.Tag{{Key: aws.String("a")}}})

	updated := must[lightsail.UpdateBucketOutput](s, &lightsail.UpdateBucketInput{
		BucketName:             archive,
		AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: logs, Prefix: aws.String("archive/")},
		AccessRules:            &types.AccessRules{GetObject: types.AccessTypePrivate, AllowPublicOverrides: aws.Bool(true)},
		ReadonlyAccessAccounts: []string{"111122223333"},
		Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{
			AllowedMethods: []string{"GET"}, AllowedOrigins: []string{"https://example.com"}, MaxAgeSeconds: aws.Int32(60),
		}}},
	})
	s.finished(updated.Operations)
	is(s, *updated.Bucket.AccessLogConfig.Destination, "logs")
	is(s, updated.Bucket.ReadonlyAccessAccounts, []string{"111122223333"})
	is(s, len(updated.Bucket.Cors.Rules), 1)
	with := s.bucket(&lightsail.GetBucketsInput{BucketName: archive, IncludeCors: aws.Bool(true)})
	is(s, with, *updated.Bucket)
	without := s.bucket(&lightsail.GetBucketsInput{BucketName: archive})
	is(s, without.Cors, nil)

	// An empty list clears, and nothing said leaves everything as it is.
	updated = must[lightsail.UpdateBucketOutput](s, &lightsail.UpdateBucketInput{BucketName: archive, ReadonlyAccessAccounts: []string{}})
	is(s, updated.Bucket.ReadonlyAccessAccounts, []string{})
	is(s, *updated.Bucket.AccessRules.AllowPublicOverrides, true)
	updated = must[lightsail.UpdateBucketOutput](s, &lightsail.UpdateBucketInput{BucketName: archive, Versioning: aws.String("Suspended")})
	is(s, *updated.Bucket.AccessRules.AllowPublicOverrides, false)
	s.refused("InvalidInputException", &lightsail.UpdateBucketInput{BucketName: archive, Versioning: aws.String("NeverEnabled")})
	s.refused("NotFoundException", &lightsail.UpdateBucketInput{BucketName: aws.String("nowhere")})

	s.finished(must[lightsail.UpdateBucketBundleOutput](s, &lightsail.UpdateBucketBundleInput{BucketName: archive, BundleId: aws.String("large_1_0")}).Operations)
	larger := s.bucket(&lightsail.GetBucketsInput{BucketName: archive})
	is(s, *larger.BundleId, "large_1_0")
	is(s, *larger.AbleToUpdateBundle, false)
	s.refused("InvalidInputException", &lightsail.UpdateBucketBundleInput{BucketName: archive, BundleId: aws.String("small_1_0")})
}

// used gives access to a bucket, and to instances.
func used(s *session) {
	create := &lightsail.CreateBucketAccessKeyInput{BucketName: archive}
	first := must[lightsail.CreateBucketAccessKeyOutput](s, create)
	if key := first.AccessKey; !regexp.MustCompile(`^[A-Z0-9]{20}$`).MatchString(*key.AccessKeyId) || len(*key.SecretAccessKey) != 40 {
		s.Error("the new key is of an odd form")
	}
	s.finished(first.Operations)
	must[lightsail.CreateBucketAccessKeyOutput](s, create)
	s.refused("InvalidInputException", create)
	keys := must[lightsail.GetBucketAccessKeysOutput](s, &lightsail.GetBucketAccessKeysInput{BucketName: archive}).AccessKeys
	is(s, len(keys), 2)
	is(s, *keys[0].AccessKeyId, *first.AccessKey.AccessKeyId)
	is(s, keys[0].SecretAccessKey, nil)
	is(s, keys[0].Status, types.StatusTypeActive)
	s.finished(must[lightsail.DeleteBucketAccessKeyOutput](s, &lightsail.DeleteBucketAccessKeyInput{BucketName: archive, AccessKeyId: keys[1].AccessKeyId}).Operations)
	s.refused("NotFoundException", &lightsail.DeleteBucketAccessKeyInput{BucketName: archive, AccessKeyId: keys[1].AccessKeyId})

	connected := func() []types.ResourceReceivingAccess {
		return s.bucket(&lightsail.GetBucketsInput{BucketName: archive, IncludeConnectedResources: aws.Bool(true)}).ResourcesReceivingAccess
	}
	access := &lightsail.SetResourceAccessForBucketInput{BucketName: archive, ResourceName: aws.String("web"), Access: types.ResourceBucketAccessDeny}
	s.finished(must[lightsail.SetResourceAccessForBucketOutput](s, access).Operations)
	is(s, len(connected()), 0)
	access.Access = types.ResourceBucketAccessAllow
	s.finished(must[lightsail.SetResourceAccessForBucketOutput](s, access).Operations)
	is(s, connected(), []types.ResourceReceivingAccess{{Name: aws.String("web"), ResourceType: aws.String("Instance")}})
	s.refused("NotFoundException", &lightsail.SetResourceAccessForBucketInput{BucketName: archive, ResourceName: aws.String("nowhere"), Access: "allow"})

	ssh := must[lightsail.GetInstanceAccessDetailsOutput](s, &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}).AccessDetails
	is(s, ssh.Protocol, types.InstanceAccessProtocolSsh)
	is(s, ssh.Password, nil)
	is(s, len(ssh.HostKeys), 3)
	if !strings.HasPrefix(*ssh.CertKey, "ssh-rsa-cert-v01@openssh.com ") || !strings.HasPrefix(*ssh.PrivateKey, "-----BEGIN RSA PRIVATE KEY-----\n") {
		s.Error("keys for SSH are of an odd form")
	}
	details := &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("office"), Protocol: types.InstanceAccessProtocolRdp}
	is(s, *must[lightsail.GetInstanceAccessDetailsOutput](s, details).AccessDetails.PasswordData.Ciphertext, "")
	rdp := must[lightsail.GetInstanceAccessDetailsOutput](s, details).AccessDetails
	is(s, rdp.Protocol, types.InstanceAccessProtocolRdp)
	is(s, *rdp.Password, "")
	is(s, *rdp.PasswordData.KeyPairName, "my-keys")
	is(s, decrypted(s, *rdp.PasswordData.Ciphertext), "correct horse")
	is(s, *rdp.HostKeys[0].Algorithm, "x509-cert")
	s.refused("NotFoundException", &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("nowhere")})
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

// gone deletes the buckets.
func gone(s *session) {
	s.refused("InvalidInputException", &lightsail.DeleteBucketInput{BucketName: archive})
	s.finished(must[lightsail.DeleteBucketOutput](s, &lightsail.DeleteBucketInput{BucketName: archive, ForceDelete: aws.Bool(true)}).Operations)
	s.refused("NotFoundException", &lightsail.GetBucketsInput{BucketName: archive})
	s.finished(must[lightsail.DeleteBucketOutput](s, &lightsail.DeleteBucketInput{BucketName: logs}).Operations)
	s.refused("NotFoundException", &lightsail.DeleteBucketInput{BucketName: logs})
	is(s, must[lightsail.GetBucketsOutput](s, &lightsail.GetBucketsInput{}).Buckets, []types.Bucket{})
	s.refused("NotFoundException", &lightsail.GetOperationInput{OperationId: aws.String("00000000-0000-4000-8000-000000000000")})
}

// signedAsPublished fails the test where a request is another than the published
// behaviour of the official client.
func signedAsPublished(s *session, call lightsailtest.Call) {
	s.Helper()
	const headers = "SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;x-amz-date;x-amz-target,"
	if h := call.Header; !strings.Contains(h.Get("Authorization"), headers) || h.Get("X-Amz-Content-Sha256") != "" ||
		h.Get("X-Amz-Target") != "Lightsail_20161128."+call.Operation {
		s.Errorf("headers of %s: %q", call.Operation, h)
	}
}

// Operations that end later, well or not.
func TestServerOperations(t *testing.T) {
	sessions(t, func(s *session) {
		s.server.Inject("TagResource", lightsailtest.FinishLater(2), lightsailtest.FailLater(1, "Full", "There are <too> many."))
		tag := &lightsail.TagResourceInput{ResourceName: archive, Tags: []types.Tag{{Key: aws.String("team")}}}
		s.finished(must[lightsail.TagResourceOutput](s, tag).Operations)
		failed := s.last(must[lightsail.TagResourceOutput](s, tag).Operations[0])
		is(s, failed.Status, types.OperationStatusFailed)
		is(s, *failed.ErrorCode+": "+*failed.ErrorDetails, "Full: There are <too> many.")
		is(s, len(s.turns), 2+3+2)
	}, lightsailtest.WithBuckets(types.Bucket{Name: archive}))
}

// Lists are followed to their end, however long the pages are.
func TestServerPages(t *testing.T) {
	var buckets []types.Bucket
	for range 25 {
		buckets = append(buckets, types.Bucket{})
	}
	for _, size := range []int{0, 1, 7, 25} {
		sessions(t, func(s *session) {
			var names, blueprints, bundles []string
			follow(s, func(token *string) *string {
				out := must[lightsail.GetBucketsOutput](s, &lightsail.GetBucketsInput{PageToken: token})
				for _, b := range out.Buckets {
					names = append(names, *b.Name)
				}
				return out.NextPageToken
			})
			follow(s, func(token *string) *string {
				out := must[lightsail.GetBlueprintsOutput](s, &lightsail.GetBlueprintsInput{PageToken: token, IncludeInactive: aws.Bool(true)})
				for _, b := range out.Blueprints {
					blueprints = append(blueprints, *b.BlueprintId)
				}
				return out.NextPageToken
			})
			follow(s, func(token *string) *string {
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
			is(s, names, want)
			for _, ids := range [][]string{blueprints, bundles} {
				distinct := slices.Compact(slices.Sorted(slices.Values(ids)))
				if len(distinct) < 10 || len(distinct) != len(ids) {
					s.Errorf("%d items, %d of them distinct", len(ids), len(distinct))
				}
			}
		}, lightsailtest.WithBuckets(buckets...), lightsailtest.WithPageSize(size))
	}
}

// follow asks for pages until there is no other.
func follow(s *session, page func(token *string) (next *string)) {
	s.Helper()
	token := page(nil)
	for pages := 1; aws.ToString(token) != ""; pages++ {
		if pages > 100 {
			s.Fatal("there is no end of pages")
		}
		token = page(token)
	}
}

// Tokens that were not given out for a query are refused.
func TestServerTokens(t *testing.T) {
	sessions(t, func(s *session) {
		out := must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{})
		s.refused("InvalidInputException", &lightsail.GetBundlesInput{PageToken: aws.String("x" + *out.NextPageToken)})
		s.refused("InvalidInputException", &lightsail.GetBundlesInput{PageToken: out.NextPageToken, IncludeInactive: aws.Bool(true)})
		s.refused("InvalidInputException", &lightsail.GetBlueprintsInput{PageToken: out.NextPageToken})
		s.refused("InvalidInputException", &lightsail.GetBucketsInput{PageToken: aws.String("1")})
		must[lightsail.GetBundlesOutput](s, &lightsail.GetBundlesInput{PageToken: out.NextPageToken})
	})
}
