package types

import "time"

type Bucket struct {
	AbleToUpdateBundle       *bool                     `json:"ableToUpdateBundle,omitzero"`
	AccessLogConfig          *BucketAccessLogConfig    `json:"accessLogConfig,omitzero"`
	AccessRules              *AccessRules              `json:"accessRules,omitzero"`
	Arn                      *string                   `json:"arn,omitzero"`
	BundleId                 *string                   `json:"bundleId,omitzero"`
	Cors                     *BucketCorsConfig         `json:"cors,omitzero"`
	CreatedAt                *time.Time                `json:"createdAt,omitzero"`
	Location                 *ResourceLocation         `json:"location,omitzero"`
	Name                     *string                   `json:"name,omitzero"`
	ObjectVersioning         *string                   `json:"objectVersioning,omitzero"`
	ReadonlyAccessAccounts   []string                  `json:"readonlyAccessAccounts,omitzero"`
	ResourceType             *string                   `json:"resourceType,omitzero"`
	ResourcesReceivingAccess []ResourceReceivingAccess `json:"resourcesReceivingAccess,omitzero"`
	State                    *BucketState              `json:"state,omitzero"`
	SupportCode              *string                   `json:"supportCode,omitzero"`
	Tags                     []Tag                     `json:"tags,omitzero"`
	Url                      *string                   `json:"url,omitzero"`
}

type BucketState struct {
	Code    *string `json:"code,omitzero"`
	Message *string `json:"message,omitzero"`
}

type BucketAccessLogConfig struct {
	Enabled     *bool   `json:"enabled,omitzero"`
	Destination *string `json:"destination,omitzero"`
	Prefix      *string `json:"prefix,omitzero"`
}

type AccessRules struct {
	AllowPublicOverrides *bool      `json:"allowPublicOverrides,omitzero"`
	GetObject            AccessType `json:"getObject,omitzero"`
}

type BucketCorsConfig struct {
	Rules []BucketCorsRule `json:"rules,omitzero"`
}

type BucketCorsRule struct {
	AllowedMethods []string `json:"allowedMethods,omitzero"`
	AllowedOrigins []string `json:"allowedOrigins,omitzero"`
	AllowedHeaders []string `json:"allowedHeaders,omitzero"`
	ExposeHeaders  []string `json:"exposeHeaders,omitzero"`
	Id             *string  `json:"id,omitzero"`
	MaxAgeSeconds  *int32   `json:"maxAgeSeconds,omitzero"`
}

type ResourceReceivingAccess struct {
	Name         *string `json:"name,omitzero"`
	ResourceType *string `json:"resourceType,omitzero"`
}

type AccountLevelBpaSync struct {
	BpaImpactsLightsail *bool                     `json:"bpaImpactsLightsail,omitzero"`
	LastSyncedAt        *time.Time                `json:"lastSyncedAt,omitzero"`
	Message             BPAStatusMessage          `json:"message,omitzero"`
	Status              AccountLevelBpaSyncStatus `json:"status,omitzero"`
}

type AccessType string

const (
	AccessTypePublic  AccessType = "public"
	AccessTypePrivate AccessType = "private"
)

// Values lists the known values of AccessType in a new slice, in the order of the service's model.
func (AccessType) Values() []AccessType {
	return []AccessType{
		AccessTypePublic,
		AccessTypePrivate,
	}
}

type AccountLevelBpaSyncStatus string

const (
	AccountLevelBpaSyncStatusInSync      AccountLevelBpaSyncStatus = "InSync"
	AccountLevelBpaSyncStatusFailed      AccountLevelBpaSyncStatus = "Failed"
	AccountLevelBpaSyncStatusNeverSynced AccountLevelBpaSyncStatus = "NeverSynced"
	AccountLevelBpaSyncStatusDefaulted   AccountLevelBpaSyncStatus = "Defaulted"
)

// Values lists the known values of AccountLevelBpaSyncStatus in a new slice, in the order of the service's model.
func (AccountLevelBpaSyncStatus) Values() []AccountLevelBpaSyncStatus {
	return []AccountLevelBpaSyncStatus{
		AccountLevelBpaSyncStatusInSync,
		AccountLevelBpaSyncStatusFailed,
		AccountLevelBpaSyncStatusNeverSynced,
		AccountLevelBpaSyncStatusDefaulted,
	}
}

type BPAStatusMessage string

const (
	BPAStatusMessageDefaultedForSlrMissing       BPAStatusMessage = "DEFAULTED_FOR_SLR_MISSING"
	BPAStatusMessageSyncOnHold                   BPAStatusMessage = "SYNC_ON_HOLD"
	BPAStatusMessageDefaultedForSlrMissingOnHold BPAStatusMessage = "DEFAULTED_FOR_SLR_MISSING_ON_HOLD"
	BPAStatusMessageUnknown                      BPAStatusMessage = "Unknown"
)

// Values lists the known values of BPAStatusMessage in a new slice, in the order of the service's model.
func (BPAStatusMessage) Values() []BPAStatusMessage {
	return []BPAStatusMessage{
		BPAStatusMessageDefaultedForSlrMissing,
		BPAStatusMessageSyncOnHold,
		BPAStatusMessageDefaultedForSlrMissingOnHold,
		BPAStatusMessageUnknown,
	}
}
