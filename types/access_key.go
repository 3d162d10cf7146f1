package types

import (
	"fmt"
	"log/slog"
	"time"

	"github.com/lightsail-go/sdk/internal/redact"
)

// AccessKey is a credential for one bucket: an ID and a secret. Programs use it with the Amazon S3 API and have full
// access to the bucket and its objects. A bucket can have at most 2 access keys.
//
// Packages fmt and slog redact AccessKeyId and SecretAccessKey. Package encoding/json does not.
type AccessKey struct {
	// AccessKeyId identifies the access key: 20 upper-case letters and digits.
	AccessKeyId *string `json:"accessKeyId,omitzero" sensitive:"true"`

	// CreatedAt is when the access key was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// LastUsed is the last use of the access key. It is nil in the output of CreateBucketAccessKey, and can be nil for
	// a key that was never used.
	LastUsed *AccessKeyLastUsed `json:"lastUsed,omitzero"`

	// SecretAccessKey signs requests to the bucket. Only CreateBucketAccessKey returns it. It cannot be read again
	// later: store it, or create another access key.
	SecretAccessKey *string `json:"secretAccessKey,omitzero" sensitive:"true"`

	// Status reports whether the access key can be used.
	Status StatusType `json:"status,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v AccessKey) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v AccessKey) LogValue() slog.Value { return redact.LogValue(v) }

// AccessKeyLastUsed is the last use of an [AccessKey].
type AccessKeyLastUsed struct {
	// LastUsedDate is when the access key was last used. It is nil if the key was never used.
	LastUsedDate *time.Time `json:"lastUsedDate,omitzero"`

	// Region is the AWS Region in which the access key was last used. It is "N/A" if the key was never used.
	Region *string `json:"region,omitzero"`

	// ServiceName is the AWS service with which the access key was last used. It is "N/A" if the key was never used.
	ServiceName *string `json:"serviceName,omitzero"`
}

// StatusType is the status of an [AccessKey]. Only an active access key can be used.
type StatusType string

// Values of [StatusType].
const (
	StatusTypeActive   StatusType = "Active"
	StatusTypeInactive StatusType = "Inactive"
)

// Values returns the known values of StatusType. Later versions can have more.
func (StatusType) Values() []StatusType {
	return []StatusType{
		StatusTypeActive,
		StatusTypeInactive,
	}
}
