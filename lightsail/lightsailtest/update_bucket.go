package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("UpdateBucket", (*state).updateBucket) }

func (st *state) updateBucket(now time.Time, in *lightsail.UpdateBucketInput) (*lightsail.UpdateBucketOutput, error) {
	var v violations
	v.bucketName("bucketName", in.BucketName)
	v.accessLogConfig(in.AccessLogConfig)
	v.accessRules(in.AccessRules)
	v.cors(in.Cors)
	v.readonlyAccessAccounts(in.ReadonlyAccessAccounts)
	v.versioning(in.Versioning)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := st.findBucket(*in.BucketName)
	if err != nil {
		return nil, err
	}

	if config := in.AccessLogConfig; config != nil {
		// Two guesses: the error for an unknown destination, and that disabling logs
		// removes the destination and the prefix.
		if !*config.Enabled {
			config = &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
		} else if _, err := st.findBucket(*config.Destination); err != nil {
			return nil, invalidInput("accessLogConfig.destination: bucket %s does not exist in this account and Region", *config.Destination)
		}
		b.AccessLogConfig = config
	}
	rules := *b.AccessRules
	if in.Versioning != nil && *in.Versioning != *b.ObjectVersioning {
		b.ObjectVersioning = in.Versioning
		// A change of the versioning disables public objects in a private bucket. That
		// AccessRules in the same input take precedence is a guess.
		rules.AllowPublicOverrides = aws.Bool(false)
	}
	if in.AccessRules != nil {
		setUnlessNil(&rules.AllowPublicOverrides, in.AccessRules.AllowPublicOverrides)
		if in.AccessRules.GetObject != "" {
			rules.GetObject = in.AccessRules.GetObject
		}
	}
	b.AccessRules = &rules
	if in.ReadonlyAccessAccounts != nil {
		b.ReadonlyAccessAccounts = in.ReadonlyAccessAccounts
	}
	if in.Cors != nil {
		// That a configuration without rules removes the configuration is a guess.
		b.Cors = nil
		if len(in.Cors.Rules) > 0 {
			b.Cors = in.Cors
		}
	}
	return &lightsail.UpdateBucketOutput{
		Bucket:     b.output(in.Cors != nil, false),
		Operations: st.addRecords(now, types.OperationTypeUpdateBucket, b.resource()),
	}, nil
}
