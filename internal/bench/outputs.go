package main

import "github.com/lightsail-go/sdk/types"

// The output types for the baseline and the other decoders. They are the structs of
// this module with the time fields replaced, because no other decoder decodes a
// number into a time.Time. A float64 costs them less than the time.Time costs ours:
// a type with an UnmarshalJSON method would be slower.
type (
	numberTimesBuckets struct {
		AccountLevelBpaSync *struct {
			types.AccountLevelBpaSync
			LastSyncedAt *float64 `json:"lastSyncedAt,omitzero"`
		} `json:"accountLevelBpaSync,omitzero"`
		Buckets       []numberTimesBucket `json:"buckets,omitzero"`
		NextPageToken *string             `json:"nextPageToken,omitzero"`
	}
	numberTimesBucket struct {
		types.Bucket
		CreatedAt *float64 `json:"createdAt,omitzero"`
	}
	numberTimesUpdate struct {
		Bucket     *numberTimesBucket     `json:"bucket,omitzero"`
		Operations []numberTimesOperation `json:"operations,omitzero"`
	}
	numberTimesOperation struct {
		types.Operation
		CreatedAt       *float64 `json:"createdAt,omitzero"`
		StatusChangedAt *float64 `json:"statusChangedAt,omitzero"`
	}
	numberTimesInstances struct {
		Instances     []numberTimesInstance `json:"instances,omitzero"`
		NextPageToken *string               `json:"nextPageToken,omitzero"`
	}
	numberTimesInstance struct {
		types.Instance
		CreatedAt *float64             `json:"createdAt,omitzero"`
		Hardware  *numberTimesHardware `json:"hardware,omitzero"`
	}
	numberTimesHardware struct {
		types.InstanceHardware
		Disks []numberTimesDisk `json:"disks,omitzero"`
	}
	numberTimesDisk struct {
		types.Disk
		CreatedAt *float64 `json:"createdAt,omitzero"`
	}
	numberTimesDeployments struct {
		Deployments []numberTimesDeployment `json:"deployments,omitzero"`
	}
	numberTimesDeployment struct {
		types.ContainerServiceDeployment
		CreatedAt *float64 `json:"createdAt,omitzero"`
	}
)
