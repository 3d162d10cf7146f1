package types

type DiskMap struct {
	NewDiskName *string `json:"newDiskName,omitzero"`

	OriginalDiskPath *string `json:"originalDiskPath,omitzero"`
}
