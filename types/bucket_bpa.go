package types

import "time"

// AccountLevelBpaSync says whether the account's block public access (BPA) setting reaches its Lightsail buckets.
//
// BPA is set in Amazon S3 for the whole account. Where it applies, it overrides each bucket's [AccessRules] and makes
// everything private. Lightsail copies it by means of the service-linked role AWSServiceRoleForLightsail, about an hour late.
type AccountLevelBpaSync struct {
	// BpaImpactsLightsail tells whether BPA restricts the buckets now.
	BpaImpactsLightsail *bool `json:"bpaImpactsLightsail,omitzero"`

	// LastSyncedAt is when the setting was last copied, nil before the first time.
	LastSyncedAt *time.Time `json:"lastSyncedAt,omitzero"`

	// Message is the reason for a status of Failed or Defaulted.
	Message BPAStatusMessage `json:"message,omitzero"`

	// Status is how copying stands.
	Status AccountLevelBpaSyncStatus `json:"status,omitzero"`
}

// AccountLevelBpaSyncStatus is how the copying of the account's block public access setting stands.
type AccountLevelBpaSyncStatus string

// The states of copying.
const (
	AccountLevelBpaSyncStatusInSync      AccountLevelBpaSyncStatus = "InSync"      // copied: the setting applies to the buckets
	AccountLevelBpaSyncStatusFailed      AccountLevelBpaSyncStatus = "Failed"      // failed: the setting does not apply
	AccountLevelBpaSyncStatusNeverSynced AccountLevelBpaSyncStatus = "NeverSynced" // not tried yet: the setting does not apply
	AccountLevelBpaSyncStatusDefaulted   AccountLevelBpaSyncStatus = "Defaulted"   // failed, and taken as on: every bucket is private
)

// Values lists the known states in a new slice, in the order of the service's model.
func (AccountLevelBpaSyncStatus) Values() []AccountLevelBpaSyncStatus {
	return []AccountLevelBpaSyncStatus{
		AccountLevelBpaSyncStatusInSync,
		AccountLevelBpaSyncStatusFailed,
		AccountLevelBpaSyncStatusNeverSynced,
		AccountLevelBpaSyncStatusDefaulted,
	}
}

// BPAStatusMessage is why the account's block public access setting was not copied.
type BPAStatusMessage string

// The reasons.
const (
	// BPAStatusMessageDefaultedForSlrMissing: the service-linked role is missing, and the setting is taken as on until it is
	// there; every bucket is private.
	BPAStatusMessageDefaultedForSlrMissing BPAStatusMessage = "DEFAULTED_FOR_SLR_MISSING"

	// BPAStatusMessageSyncOnHold: nothing was copied yet. This is so for about an hour after an account's first bucket.
	BPAStatusMessageSyncOnHold BPAStatusMessage = "SYNC_ON_HOLD"

	// BPAStatusMessageDefaultedForSlrMissingOnHold: the service-linked role is missing, and the setting does not apply yet;
	// the buckets' own rules do.
	BPAStatusMessageDefaultedForSlrMissingOnHold BPAStatusMessage = "DEFAULTED_FOR_SLR_MISSING_ON_HOLD"

	// BPAStatusMessageUnknown: the reason is not known; ask AWS support.
	BPAStatusMessageUnknown BPAStatusMessage = "Unknown"
)

// Values lists the known reasons in a new slice, in the order of the service's model.
func (BPAStatusMessage) Values() []BPAStatusMessage {
	return []BPAStatusMessage{
		BPAStatusMessageDefaultedForSlrMissing,
		BPAStatusMessageSyncOnHold,
		BPAStatusMessageDefaultedForSlrMissingOnHold,
		BPAStatusMessageUnknown,
	}
}
