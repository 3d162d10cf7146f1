package lightsail

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// AccessLogOn returns a configuration that turns access logs on, for the field
// AccessLogConfig of [UpdateBucketInput].
//
// destination is the name of the bucket that receives the log objects. It belongs to
// the same account and Region. prefix is the beginning of their keys, and usually
// ends in a slash. If prefix is "", the field Prefix is nil, because the service does
// not accept an empty string.
func AccessLogOn(destination, prefix string) *types.BucketAccessLogConfig {
	config := &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: &destination}
	if prefix != "" {
		config.Prefix = &prefix
	}
	return config
}

// AccessLogOff returns a configuration that turns access logs off.
func AccessLogOff() *types.BucketAccessLogConfig {
	return &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
}
