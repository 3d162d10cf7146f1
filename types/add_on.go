package types

type AddOn struct {
	Duration *string `json:"duration,omitzero"`

	Name *string `json:"name,omitzero"`

	NextSnapshotTimeOfDay *string `json:"nextSnapshotTimeOfDay,omitzero"`

	SnapshotTimeOfDay *string `json:"snapshotTimeOfDay,omitzero"`

	Status *string `json:"status,omitzero"`

	Threshold *string `json:"threshold,omitzero"`
}

type AddOnRequest struct {
	AddOnType AddOnType `json:"addOnType,omitzero" required:"true"`

	AutoSnapshotAddOnRequest *AutoSnapshotAddOnRequest `json:"autoSnapshotAddOnRequest,omitzero"`

	StopInstanceOnIdleRequest *StopInstanceOnIdleRequest `json:"stopInstanceOnIdleRequest,omitzero"`
}

type AddOnType string

// Values of [AddOnType].
const (
	AddOnTypeAutoSnapshot       AddOnType = "AutoSnapshot"
	AddOnTypeStopInstanceOnIdle AddOnType = "StopInstanceOnIdle"
)

// Values returns the known values of [AddOnType].
func (AddOnType) Values() []AddOnType {
	return []AddOnType{
		AddOnTypeAutoSnapshot,
		AddOnTypeStopInstanceOnIdle,
	}
}

type AutoSnapshotAddOnRequest struct {
	SnapshotTimeOfDay *string `json:"snapshotTimeOfDay,omitzero"`
}

type StopInstanceOnIdleRequest struct {
	Duration *string `json:"duration,omitzero"`

	Threshold *string `json:"threshold,omitzero"`
}
