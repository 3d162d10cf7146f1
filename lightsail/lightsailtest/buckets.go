package lightsailtest

import (
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateBucket", (*state).createBucket)
	register("DeleteBucket", (*state).deleteBucket)
	register("GetBuckets", (*state).getBuckets)
	register("SetResourceAccessForBucket", (*state).setResourceAccessForBucket)
	register("UpdateBucket", (*state).updateBucket)
	register("UpdateBucketBundle", (*state).updateBucketBundle)

	registerPut("accountLevelBpaSync", (*state).putAccountLevelBpaSync)
	registerPut("buckets", (*state).putBucket)
}

// Codes of the State of a bucket. The service does not set State while it creates a
// bucket; [Lag] calls that state pending.
const (
	bucketPending = "pending"
	bucketOK      = "OK"
)

// A bucket is a storage for objects.
type bucket struct {
	entry
	types.Bucket

	hasObjects bool
	accessKeys []types.AccessKey // oldest first, without secrets

	// nextBundleChange is the time from which the bundle may be changed again.
	nextBundleChange time.Time
}

func (*bucket) kind() types.ResourceType { return types.ResourceTypeBucket }

func (b *bucket) value() any { return &b.Bucket }

func (b *bucket) setState(code, reason string) {
	b.State = nil
	if code == bucketPending {
		return
	}
	b.State = &types.BucketState{Code: &code}
	if reason != "" {
		b.State.Message = &reason
	}
}

// newBucket returns a bucket with default values for the fields of b that are not set.
// The form of URLs is a guess.
func (st *state) newBucket(b types.Bucket) *bucket {
	setDefaultName[*bucket](st, &b.Name, "bucket-%04d")
	setDefault(&b.AbleToUpdateBundle, true)
	setDefault(&b.BundleId, "small_1_0")
	setDefault(&b.ObjectVersioning, versioningNeverEnabled)
	setDefault(&b.State, types.BucketState{Code: aws.String(bucketOK)})
	setDefault(&b.Url, "https://"+*b.Name+".s3."+st.region+".amazonaws.com/")
	setDefault(&b.AccessRules, types.AccessRules{})
	setDefault(&b.AccessRules.AllowPublicOverrides, false)
	if b.AccessRules.GetObject == "" {
		b.AccessRules.GetObject = types.AccessTypePrivate
	}
	if b.ReadonlyAccessAccounts == nil {
		b.ReadonlyAccessAccounts = []string{}
	}
	return &bucket{Bucket: b}
}

func (st *state) putBucket(b types.Bucket) { st.put(st.newBucket(b), "all") }

func (st *state) putAccountLevelBpaSync(sync types.AccountLevelBpaSync) { st.bpa = sync }

// createBucket also rejects the name of a bucket in another Region, since names are
// unique in all Regions. The error is a guess.
func (st *state) createBucket(in *lightsail.CreateBucketInput) (*lightsail.CreateBucketOutput, error) {
	var v violations
	v.newBucketName("bucketName", in.BucketName)
	v.bucketBundle("bundleId", in.BundleId)
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	for _, b := range each[*bucket](st.account) {
		if b.name == *in.BucketName {
			return nil, namesInUse(b.name)
		}
	}
	if err := st.checkNames(*in.BucketName); err != nil {
		return nil, err
	}
	b := st.newBucket(types.Bucket{Name: in.BucketName, BundleId: in.BundleId, Tags: mergeTags(nil, in.Tags)})
	if deref(in.EnableObjectVersioning) {
		b.ObjectVersioning = aws.String(versioningEnabled)
	}
	st.create(b, "all")
	st.enter(b, bucketPending, bucketOK)
	return &lightsail.CreateBucketOutput{
		Bucket:     b.output(false, false),
		Operations: st.record(types.OperationTypeCreateBucket, b),
	}, nil
}

// output returns the bucket for the output of an API operation, with or without the
// fields that GetBuckets returns only on request. A hidden bucket has no State.
func (b *bucket) output(includeCors, includeConnected bool) *types.Bucket {
	out := b.Bucket
	if !includeCors {
		out.Cors = nil
	}
	if !includeConnected {
		out.ResourcesReceivingAccess = nil
	}
	if b.hidden > 0 {
		out.State = nil
	}
	return &out
}

func (st *state) getBuckets(in *lightsail.GetBucketsInput) (*lightsail.GetBucketsOutput, error) {
	out := &lightsail.GetBucketsOutput{AccountLevelBpaSync: &st.bpa}
	includeConnected := deref(in.IncludeConnectedResources)
	if in.BucketName != nil {
		var v violations
		v.bucketName("bucketName", in.BucketName)
		// That the service rejects this combination is a guess.
		v.check(deref(in.PageToken) == "", "pageToken", "must not be set together with bucketName")
		if err := v.err(); err != nil {
			return nil, err
		}
		b, err := show[*bucket](st, in.BucketName)
		if err != nil {
			return nil, err
		}
		out.Buckets = []types.Bucket{*b.output(deref(in.IncludeCors), includeConnected)}
		return out, nil
	}
	page, next, err := showPage[*bucket](st, in)
	out.Buckets = values(page, func(b *bucket) types.Bucket { return *b.output(false, includeConnected) })
	out.NextPageToken = next
	return out, err
}

func (st *state) updateBucket(in *lightsail.UpdateBucketInput) (*lightsail.UpdateBucketOutput, error) {
	var v violations
	v.bucketName("bucketName", in.BucketName)
	v.accessLogConfig(in.AccessLogConfig)
	v.cors(in.Cors)
	v.readonlyAccessAccounts(in.ReadonlyAccessAccounts)
	v.versioning(in.Versioning)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := find[*bucket](st, in.BucketName)
	if err != nil {
		return nil, err
	}

	if config := in.AccessLogConfig; config != nil {
		// Two guesses: the error for an unknown destination, and that disabling logs
		// removes the destination and the prefix.
		if !*config.Enabled {
			config = &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
		} else if _, err := find[*bucket](st, config.Destination); err != nil {
			return nil, invalidInput("accessLogConfig.destination: bucket %s does not exist in this account and Region", *config.Destination)
		}
		b.AccessLogConfig = config
	}
	if in.Versioning != nil && *in.Versioning != *b.ObjectVersioning {
		b.ObjectVersioning = in.Versioning
		// A change of the versioning disables public objects in a private bucket. That
		// AccessRules in the same input take precedence is a guess.
		b.AccessRules.AllowPublicOverrides = aws.Bool(false)
	}
	if in.AccessRules != nil {
		setUnlessNil(&b.AccessRules.AllowPublicOverrides, in.AccessRules.AllowPublicOverrides)
		if in.AccessRules.GetObject != "" {
			b.AccessRules.GetObject = in.AccessRules.GetObject
		}
	}
	if in.ReadonlyAccessAccounts != nil {
		b.ReadonlyAccessAccounts = in.ReadonlyAccessAccounts
	}
	if in.Cors != nil {
		// That a configuration without rules removes the configuration is a guess.
		b.Cors = nil
		if len(in.Cors.Rules) > 0 {
			b.Cors = in.Cors
		}
	}
	return &lightsail.UpdateBucketOutput{
		Bucket:     b.output(in.Cors != nil, false),
		Operations: st.record(types.OperationTypeUpdateBucket, b),
	}, nil
}

func (st *state) updateBucketBundle(in *lightsail.UpdateBucketBundleInput) (*lightsail.UpdateBucketBundleOutput, error) {
	var v violations
	v.bucketName("bucketName", in.BucketName)
	v.bucketBundle("bundleId", in.BundleId)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := find[*bucket](st, in.BucketName)
	if err != nil {
		return nil, err
	}
	if !*b.AbleToUpdateBundle {
		// That the service returns this error is a guess.
		return nil, invalidInput("The bundle of %s has already been changed in this billing cycle.", *b.Name)
	}
	// Two guesses: setting the current bundle again counts as a change, and a billing
	// cycle is a calendar month in UTC.
	b.BundleId = in.BundleId
	b.AbleToUpdateBundle = aws.Bool(false)
	year, month, _ := st.now.Date()
	b.nextBundleChange = time.Date(year, month+1, 1, 0, 0, 0, 0, time.UTC)
	return &lightsail.UpdateBucketBundleOutput{
		Operations: st.record(types.OperationTypeUpdateBucketBundle, b),
	}, nil
}

// startBillingCycle allows a bundle change again if the next billing cycle has begun.
func (b *bucket) startBillingCycle(now time.Time) {
	if !b.nextBundleChange.IsZero() && !now.Before(b.nextBundleChange) {
		b.AbleToUpdateBundle, b.nextBundleChange = aws.Bool(true), time.Time{}
	}
}

func (st *state) deleteBucket(in *lightsail.DeleteBucketInput) (*lightsail.DeleteBucketOutput, error) {
	var v violations
	v.bucketName("bucketName", in.BucketName)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := find[*bucket](st, in.BucketName)
	if err != nil {
		return nil, err
	}
	if blockers := st.deleteBlockers(b); len(blockers) > 0 && !deref(in.ForceDelete) {
		// That the service returns this error is a guess.
		return nil, invalidInput("The bucket %s has %s. Set forceDelete to delete it.", *b.Name, strings.Join(blockers, ", "))
	}
	st.remove(b, "")
	return &lightsail.DeleteBucketOutput{
		Operations: st.record(types.OperationTypeDeleteBucket, b),
	}, nil
}

// deleteBlockers returns the reasons why a bucket can be deleted only with ForceDelete.
func (st *state) deleteBlockers(b *bucket) (blockers []string) {
	if b.hasObjects {
		blockers = append(blockers, "objects")
	}
	if len(b.accessKeys) > 0 {
		blockers = append(blockers, "access keys")
	}
	if len(b.ResourcesReceivingAccess) > 0 {
		blockers = append(blockers, "attached instances")
	}
	if st.isOrigin(b) {
		blockers = append(blockers, "a distribution")
	}
	return blockers
}

// setResourceAccessForBucket makes two guesses: an instance can have access to several
// buckets, and denying access that an instance does not have is not an error.
func (st *state) setResourceAccessForBucket(in *lightsail.SetResourceAccessForBucketInput) (*lightsail.SetResourceAccessForBucketOutput, error) {
	var v violations
	v.bucketName("bucketName", in.BucketName)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := find[*bucket](st, in.BucketName)
	if err != nil {
		return nil, err
	}
	i, err := find[*instance](st, in.ResourceName)
	if err != nil {
		return nil, err
	}

	remaining := []types.ResourceReceivingAccess{}
	for _, r := range b.ResourcesReceivingAccess {
		if deref(r.Name) != i.name {
			remaining = append(remaining, r)
		}
	}
	b.ResourcesReceivingAccess = remaining
	if in.Access == types.ResourceBucketAccessAllow {
		b.ResourcesReceivingAccess = append(remaining, types.ResourceReceivingAccess{
			Name:         aws.String(i.name),
			ResourceType: aws.String(string(types.ResourceTypeInstance)),
		})
	}
	return &lightsail.SetResourceAccessForBucketOutput{
		// That there are two operation records is a guess.
		Operations: st.record(types.OperationTypeSetResourceAccessForBucket, b, i),
	}, nil
}
