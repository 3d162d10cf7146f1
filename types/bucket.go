package types

import "time"

// Bucket is object storage: a named place for files, which are called objects, read and written by the Amazon S3 protocol.
//
// GetBuckets, CreateBucket and UpdateBucket return it. GetBuckets fills Cors and ResourcesReceivingAccess on request only.
type Bucket struct {
	// AbleToUpdateBundle tells whether the bundle can be changed now. It can be changed once in a monthly billing cycle.
	AbleToUpdateBundle *bool `json:"ableToUpdateBundle,omitzero"`

	// AccessLogConfig says whether and where requests to the bucket are logged. Take nil for "off".
	AccessLogConfig *BucketAccessLogConfig `json:"accessLogConfig,omitzero"`

	// AccessRules say what people without credentials may read. Block public access of the whole account overrides them: see
	// [AccountLevelBpaSync].
	AccessRules *AccessRules `json:"accessRules,omitzero"`

	// Arn is the bucket's Amazon Resource Name, its name all over AWS. It ends in a UUID, not in the bucket's name.
	Arn *string `json:"arn,omitzero"`

	// BundleId is the plan that sets monthly price, storage and transfer, such as "small_1_0". Plans of buckets are a list of
	// their own, though some of their IDs are also those of instance plans.
	BundleId *string `json:"bundleId,omitzero"`

	// Cors are the rules for requests from web pages of other origins. GetBuckets fills it only with IncludeCors, which works
	// only for one bucket by name, and UpdateBucket only if it changed the rules; nil otherwise says nothing.
	Cors *BucketCorsConfig `json:"cors,omitzero"`

	// CreatedAt is when the bucket was made.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Location is the bucket's Region. A bucket cannot move to another.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the bucket's name: 3 to 54 lower-case letters, digits and hyphens, with a letter or digit at both ends.
	// It is unique among all buckets of the AWS partition, other people's and those of Amazon S3 included, and cannot be changed.
	Name *string `json:"name,omitzero"`

	// ObjectVersioning tells whether overwritten and deleted objects are kept as versions. It is a plain string:
	// "NeverEnabled", "Enabled", or "Suspended", when old versions stay and no new ones are kept. There is no way back to
	// NeverEnabled.
	ObjectVersioning *string `json:"objectVersioning,omitzero"`

	// ReadonlyAccessAccounts are the IDs of other AWS accounts that may read the bucket, at most 10.
	ReadonlyAccessAccounts []string `json:"readonlyAccessAccounts,omitzero"`

	// ResourceType is the plain string "Bucket".
	ResourceType *string `json:"resourceType,omitzero"`

	// ResourcesReceivingAccess are the instances that may use the bucket without keys. GetBuckets fills it only with
	// IncludeConnectedResources; nil otherwise says nothing.
	ResourcesReceivingAccess []ResourceReceivingAccess `json:"resourcesReceivingAccess,omitzero"`

	// State says whether the bucket can be used. Take nil, which may come right after creation, for "not yet".
	State *BucketState `json:"state,omitzero"`

	// SupportCode is what AWS support asks for to find the bucket.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the bucket's labels, at most 50.
	Tags []Tag `json:"tags,omitzero"`

	// Url is the bucket's address on the web. Its host begins with the bucket's name.
	Url *string `json:"url,omitzero"`
}

// BucketState says whether a bucket can be used.
type BucketState struct {
	// Code is a plain string: "OK" for a bucket that runs, "Unknown" when creation may have timed out; then delete the bucket
	// and make a new one.
	Code *string `json:"code,omitzero"`

	// Message explains the code to people.
	Message *string `json:"message,omitzero"`
}

// BucketAccessLogConfig turns access logging of a bucket on or off.
//
// A log is an object in the destination bucket with one line for each request. Its key is Prefix, the time in UTC as
// YYYY-mm-DD-HH-MM-SS, a hyphen and 16 characters. Delivery is best effort, and a change can take about an hour to show there.
//
// To turn logging on, set Enabled and Destination, and Prefix if wanted. To turn it off, set Enabled to false and leave the
// others nil.
type BucketAccessLogConfig struct {
	// Enabled tells whether requests are logged. Required.
	Enabled *bool `json:"enabled,omitzero"`

	// Destination is the name of the bucket that receives the logs, of the same account and Region.
	// It may be the logged bucket itself, but then writing logs makes logs; take another one, itself not logged.
	Destination *string `json:"destination,omitzero"`

	// Prefix begins the key of each log object, such as "logs/": 1 to 100 characters out of letters, digits and _ / ! . * ' ( ) -
	// Without a "/" at its end, it runs into the time that follows. nil means no prefix; "" is not valid.
	Prefix *string `json:"prefix,omitzero"`
}

// AccessRules say what people without credentials may read in a bucket. A new bucket is private throughout.
//
// There are three settings: all private (private, false), all public (public), and private with exceptions (private, true),
// where single objects are made public by their own access control list (ACL). Turning versioning on or off sets the third
// back to the first.
type AccessRules struct {
	// AllowPublicOverrides tells whether an object's own ACL may make it public. It makes no difference where GetObject is
	// public.
	AllowPublicOverrides *bool `json:"allowPublicOverrides,omitzero"`

	// GetObject is who may read objects that have no say of their own.
	GetObject AccessType `json:"getObject,omitzero"`
}

// AccessType tells who may read the objects of a bucket.
type AccessType string

// The kinds of access.
const (
	AccessTypePublic  AccessType = "public"  // anyone in the world, without credentials
	AccessTypePrivate AccessType = "private" // you and whom you give access
)

// Values lists the known kinds in a new slice, in the order of the service's model.
func (AccessType) Values() []AccessType {
	return []AccessType{
		AccessTypePublic,
		AccessTypePrivate,
	}
}

// ResourceReceivingAccess is an instance that may use a bucket without access keys.
type ResourceReceivingAccess struct {
	// Name is the instance's name.
	Name *string `json:"name,omitzero"`

	// ResourceType is the kind as a plain string, such as "Instance".
	ResourceType *string `json:"resourceType,omitzero"`
}
