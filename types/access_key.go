package types

import (
	"fmt"
	"log/slog"
	"time"
)

// AccessKey is a pair of keys with which programs use a bucket over the API of Amazon S3.
//
// It prints and logs redacted, like [InstanceAccessDetails].
type AccessKey struct {
	// AccessKeyId names the pair: 20 capital letters and digits.
	AccessKeyId *string `json:"accessKeyId,omitzero"`

	// CreatedAt is when the pair was made.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// LastUsed tells of the last use. It is nil in the answer that brings a new pair, and can be nil for one never used.
	LastUsed *AccessKeyLastUsed `json:"lastUsed,omitzero"`

	// SecretAccessKey is the secret half. It is there only in the answer that brings a new pair.
	SecretAccessKey *string `json:"secretAccessKey,omitzero" secret:"true"`

	// Status tells whether the pair can be used.
	Status StatusType `json:"status,omitzero"`
}

// Format prints the key with every verb of package fmt, its secret redacted.
func (k AccessKey) Format(f fmt.State, _ rune) { printRedacted(f, k) }

// LogValue is what package slog logs: the key with its secret redacted. What is said at [InstanceAccessDetails.LogValue]
// holds here, too.
func (k AccessKey) LogValue() slog.Value { return logRedacted(k) }

// AccessKeyLastUsed tells when and where an access key was last used. For one never used Region and ServiceName are "N/A".
type AccessKeyLastUsed struct {
	// LastUsedDate is when it was last used, nil for never.
	LastUsedDate *time.Time `json:"lastUsedDate,omitzero"`

	// Region is the AWS Region in which it was used.
	Region *string `json:"region,omitzero"`

	// ServiceName is the AWS service that it was used with.
	ServiceName *string `json:"serviceName,omitzero"`
}

// StatusType is the state of an access key.
type StatusType string

// The states of an access key.
const (
	StatusTypeActive   StatusType = "Active" // it can be used
	StatusTypeInactive StatusType = "Inactive"
)

// Values lists the known states in a new slice, in the order of the service's model.
func (StatusType) Values() []StatusType {
	return []StatusType{
		StatusTypeActive,
		StatusTypeInactive,
	}
}
