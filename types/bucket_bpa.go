package types

import "time"

// AccountLevelBpaSync is the state of block public access (BPA), a setting of Amazon S3 for a whole account, for the
// account's Lightsail buckets.
//
// Where BPA applies, it makes all buckets private, whatever their [AccessRules]. Lightsail copies the setting from
// Amazon S3 with the service-linked role AWSServiceRoleForLightsail. A change takes about 1 hour to arrive.
type AccountLevelBpaSync struct {
	// BpaImpactsLightsail reports whether BPA restricts access to the buckets now.
	BpaImpactsLightsail *bool `json:"bpaImpactsLightsail,omitzero"`

	// LastSyncedAt is when the setting was last copied. It is nil before the first time.
	LastSyncedAt *time.Time `json:"lastSyncedAt,omitzero"`

	// Message explains the Status, for example why it is Failed or Defaulted.
	Message BPAStatusMessage `json:"message,omitzero"`

	// Status is the result of copying the setting.
	Status AccountLevelBpaSyncStatus `json:"status,omitzero"`
}

// AccountLevelBpaSyncStatus is the result of copying the block public access (BPA) setting of an account to its
// Lightsail buckets; see [AccountLevelBpaSync].
type AccountLevelBpaSyncStatus string

// Values of [AccountLevelBpaSyncStatus].
const (
	AccountLevelBpaSyncStatusInSync      AccountLevelBpaSyncStatus = "InSync"      // the setting applies to the buckets
	AccountLevelBpaSyncStatusFailed      AccountLevelBpaSyncStatus = "Failed"      // the setting does not apply
	AccountLevelBpaSyncStatusNeverSynced AccountLevelBpaSyncStatus = "NeverSynced" // the setting does not apply yet
	AccountLevelBpaSyncStatusDefaulted   AccountLevelBpaSyncStatus = "Defaulted"   // failed: all buckets are private
)

// Values returns the known values of AccountLevelBpaSyncStatus. Later versions can have more.
func (AccountLevelBpaSyncStatus) Values() []AccountLevelBpaSyncStatus {
	return []AccountLevelBpaSyncStatus{
		AccountLevelBpaSyncStatusInSync,
		AccountLevelBpaSyncStatusFailed,
		AccountLevelBpaSyncStatusNeverSynced,
		AccountLevelBpaSyncStatusDefaulted,
	}
}

// BPAStatusMessage is the reason why the block public access (BPA) setting of an account was not copied to its
// Lightsail buckets; see [AccountLevelBpaSync].
type BPAStatusMessage string

// Values of [BPAStatusMessage].
const (
	// BPAStatusMessageDefaultedForSlrMissing means that the service-linked role is missing. All buckets are private
	// until it exists.
	BPAStatusMessageDefaultedForSlrMissing BPAStatusMessage = "DEFAULTED_FOR_SLR_MISSING"

	// BPAStatusMessageSyncOnHold means that the setting has not been copied yet. This is the case for about 1 hour
	// after the first bucket of an account was created.
	BPAStatusMessageSyncOnHold BPAStatusMessage = "SYNC_ON_HOLD"

	// BPAStatusMessageDefaultedForSlrMissingOnHold means that the service-linked role is missing and that BPA does not
	// apply yet. The permissions of the buckets and their objects apply.
	BPAStatusMessageDefaultedForSlrMissingOnHold BPAStatusMessage = "DEFAULTED_FOR_SLR_MISSING_ON_HOLD"

	// BPAStatusMessageUnknown means that the reason is not known. Contact AWS Support.
	BPAStatusMessageUnknown BPAStatusMessage = "Unknown"
)

// Values returns the known values of BPAStatusMessage. Later versions can have more.
func (BPAStatusMessage) Values() []BPAStatusMessage {
	return []BPAStatusMessage{
		BPAStatusMessageDefaultedForSlrMissing,
		BPAStatusMessageSyncOnHold,
		BPAStatusMessageDefaultedForSlrMissingOnHold,
		BPAStatusMessageUnknown,
	}
}
