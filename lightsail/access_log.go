package lightsail

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// AccessLogOn returns the configuration that turns access logs on: for
// UpdateBucketInput.AccessLogConfig.
//
// destination is the bucket that gets the log files, of the same account and
// Region. prefix stands before their names; "" is none, and one that is to act
// as a folder ends in a slash.
func AccessLogOn(destination, prefix string) *types.BucketAccessLogConfig {
	config := &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: &destination}
	if prefix != "" {
		config.Prefix = &prefix
	}
	return config
}

// AccessLogOff returns the configuration that turns access logs off.
func AccessLogOff() *types.BucketAccessLogConfig {
	return &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
}
