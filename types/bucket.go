package types

import "time"

// Bucket is an object storage bucket: a named container for files (objects), which programs read and write through the
// Amazon S3 API.
//
// GetBuckets, CreateBucket and UpdateBucket return it. GetBuckets fills Cors and ResourcesReceivingAccess only if the
// request asks for them.
type Bucket struct {
	// AbleToUpdateBundle reports whether the bucket can change to another bundle now. A bucket can change its bundle
	// once in a monthly AWS billing cycle.
	AbleToUpdateBundle *bool `json:"ableToUpdateBundle,omitzero"`

	// AccessLogConfig is the configuration of the access log. Treat nil as disabled.
	AccessLogConfig *BucketAccessLogConfig `json:"accessLogConfig,omitzero"`

	// AccessRules are the permissions of anonymous users. If the account blocks public access, that setting overrides
	// them; see [AccountLevelBpaSync].
	AccessRules *AccessRules `json:"accessRules,omitzero"`

	// Arn is the Amazon Resource Name of the bucket. It ends in a UUID, not in the bucket's name.
	Arn *string `json:"arn,omitzero"`

	// BundleId is the bundle of the bucket, such as "small_1_0". It sets the monthly price, the storage space and the
	// transfer quota; see [BucketBundle].
	BundleId *string `json:"bundleId,omitzero"`

	// Cors is the configuration of cross-origin resource sharing. GetBuckets returns it only with IncludeCors, for one
	// bucket selected by name. UpdateBucket returns it only if the call changed it. In all other cases it is nil.
	Cors *BucketCorsConfig `json:"cors,omitzero"`

	// CreatedAt is when the bucket was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Location is the Region of the bucket. A bucket cannot move to another Region.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the unique name of the bucket: 3 to 54 lower-case letters, digits and hyphens, with a letter or digit at
	// both ends. No other bucket in the AWS partition has it, including the Amazon S3 buckets of other accounts. It
	// cannot be changed.
	Name *string `json:"name,omitzero"`

	// ObjectVersioning is the state of object versioning, which keeps earlier versions of overwritten and deleted
	// objects: "NeverEnabled", "Enabled" or "Suspended". Suspended keeps the existing versions and adds no new ones. A
	// bucket cannot return to NeverEnabled.
	ObjectVersioning *string `json:"objectVersioning,omitzero"`

	// ReadonlyAccessAccounts are the IDs of other AWS accounts that can read the bucket, at most 10.
	ReadonlyAccessAccounts []string `json:"readonlyAccessAccounts,omitzero"`

	// ResourceType is always "Bucket".
	ResourceType *string `json:"resourceType,omitzero"`

	// ResourcesReceivingAccess are the instances that can use the bucket without access keys. GetBuckets returns them
	// only with IncludeConnectedResources. SetResourceAccessForBucket changes them.
	ResourcesReceivingAccess []ResourceReceivingAccess `json:"resourcesReceivingAccess,omitzero"`

	// State is the readiness of the bucket. It can be nil right after creation; treat nil as not ready.
	State *BucketState `json:"state,omitzero"`

	// SupportCode identifies the bucket in a request to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the labels of the bucket, at most 50.
	Tags []Tag `json:"tags,omitzero"`

	// Url is the web address of the bucket. It contains the bucket's name and Region, as in
	// my-bucket.s3.us-east-2.amazonaws.com.
	Url *string `json:"url,omitzero"`
}

// BucketState is the readiness of a [Bucket]: a code for programs and a human-readable message.
type BucketState struct {
	// Code is "OK" if the bucket is running. It is "Unknown" if creation may have timed out; in this case, delete the
	// bucket and create a new one.
	Code *string `json:"code,omitzero"`

	// Message explains Code.
	Message *string `json:"message,omitzero"`
}

// BucketAccessLogConfig enables or disables the access log of a bucket, which records requests to the bucket.
//
// To enable the log, set Enabled to true, Destination and optionally Prefix. To disable it, set Enabled to false and
// leave the other fields nil.
//
// Lightsail writes the log as objects into the destination bucket. The key of a log object is Prefix, the time in UTC
// as YYYY-mm-DD-HH-MM-SS, a hyphen and a unique string of 16 characters. Delivery is best effort. A change of the
// configuration is returned at once, but can take about 1 hour to affect delivery.
type BucketAccessLogConfig struct {
	// Enabled reports whether the access log is enabled. Required.
	Enabled *bool `json:"enabled,omitzero" required:"true"`

	// Destination is the name of the bucket that receives the log. It must be in the same account and Region as the
	// logged bucket. The logged bucket itself is allowed, but then each delivery is logged, too. It is needed only to
	// enable the log.
	Destination *string `json:"destination,omitzero"`

	// Prefix is the start of the key of each log object, such as "logs/": 1 to 100 ASCII letters, digits and characters
	// of _/!.*'()-. If nil, keys start with the time. An empty string is not valid. Without a slash at its end, the
	// time follows directly.
	Prefix *string `json:"prefix,omitzero"`
}

// AccessRules are the permissions of anonymous users, who send no AWS credentials, to read the objects of a bucket.
// Three combinations have a meaning:
//
//   - GetObject private, AllowPublicOverrides false: all objects are private. New buckets have these rules.
//   - GetObject private, AllowPublicOverrides true: objects are private, except those whose own access control list
//     (ACL) is public-read.
//   - GetObject public: all objects are public, regardless of AllowPublicOverrides.
//
// Enabling or suspending object versioning changes the second combination to the first.
type AccessRules struct {
	// AllowPublicOverrides reports whether the ACL of an object can make the object public although GetObject is
	// private. The PutObjectAcl operation of Amazon S3 sets the ACL.
	AllowPublicOverrides *bool `json:"allowPublicOverrides,omitzero"`

	// GetObject is the access to objects without an ACL of their own.
	GetObject AccessType `json:"getObject,omitzero"`
}

// AccessType is the access that anonymous users have to the objects of a bucket. Anyone can read public objects.
// Private objects can be read only with credentials to which the bucket grants access.
type AccessType string

// Values of [AccessType].
const (
	AccessTypePublic  AccessType = "public"
	AccessTypePrivate AccessType = "private"
)

// Values returns the known values of AccessType. Later versions can have more.
func (AccessType) Values() []AccessType {
	return []AccessType{
		AccessTypePublic,
		AccessTypePrivate,
	}
}

// ResourceReceivingAccess is an instance that can read and write the objects of a bucket without access keys.
type ResourceReceivingAccess struct {
	// Name is the name of the instance.
	Name *string `json:"name,omitzero"`

	// ResourceType is the kind of the resource, such as "Instance".
	ResourceType *string `json:"resourceType,omitzero"`
}

// ResourceBucketAccess is a change of the access of an instance to a bucket: allow grants access to read and write
// objects without access keys, deny removes it.
type ResourceBucketAccess string

// Values of [ResourceBucketAccess].
const (
	ResourceBucketAccessAllow ResourceBucketAccess = "allow"
	ResourceBucketAccessDeny  ResourceBucketAccess = "deny"
)

// Values returns the known values of ResourceBucketAccess. Later versions can have more.
func (ResourceBucketAccess) Values() []ResourceBucketAccess {
	return []ResourceBucketAccess{
		ResourceBucketAccessAllow,
		ResourceBucketAccessDeny,
	}
}
