package lightsail

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// AccessLogOn returns a configuration that turns access logs on, for the field
// AccessLogConfig of [UpdateBucketInput].
//
// destination is the name of the bucket that receives the log files. It belongs to
// the same account and Region. prefix is the beginning of their names; "" means no
// prefix. To collect the files in a folder, end it with a slash.
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
