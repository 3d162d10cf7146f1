package types

import "time"

type AttachedDisk struct {
	Path *string `json:"path,omitzero"`

	SizeInGb *int32 `json:"sizeInGb,omitzero"`
}

type AutoSnapshotDetails struct {
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Date *string `json:"date,omitzero"`

	FromAttachedDisks []AttachedDisk `json:"fromAttachedDisks,omitzero"`

	Status AutoSnapshotStatus `json:"status,omitzero"`
}

type AutoSnapshotStatus string

// Values of [AutoSnapshotStatus].
const (
	AutoSnapshotStatusSuccess    AutoSnapshotStatus = "Success"
	AutoSnapshotStatusFailed     AutoSnapshotStatus = "Failed"
	AutoSnapshotStatusInProgress AutoSnapshotStatus = "InProgress"
	AutoSnapshotStatusNotFound   AutoSnapshotStatus = "NotFound"
)

// Values returns the known values of [AutoSnapshotStatus].
func (AutoSnapshotStatus) Values() []AutoSnapshotStatus {
	return []AutoSnapshotStatus{
		AutoSnapshotStatusSuccess,
		AutoSnapshotStatusFailed,
		AutoSnapshotStatusInProgress,
		AutoSnapshotStatusNotFound,
	}
}
