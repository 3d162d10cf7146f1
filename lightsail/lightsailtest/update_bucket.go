package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("UpdateBucket", (*state).updateBucket) }

func (st *state) updateBucket(now time.Time, in *lightsail.UpdateBucketInput) (*lightsail.UpdateBucketOutput, error) {
	var p problems
	p.bucketName("bucketName", in.BucketName)
	p.accessLogConfig(in.AccessLogConfig)
	p.accessRules(in.AccessRules)
	p.cors(in.Cors)
	p.readonlyAccessAccounts(in.ReadonlyAccessAccounts)
	p.versioning(in.Versioning)
	if err := p.err(); err != nil {
		return nil, err
	}
	b, err := st.visible(*in.BucketName)
	if err != nil {
		return nil, err
	}

	if config := in.AccessLogConfig; config != nil {
		// By which error the service tells that there is no such destination,
		// and that it forgets where to log when logging ends, are guesses.
		if !*config.Enabled {
			config = &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}
		} else if _, err := st.visible(*config.Destination); err != nil {
			return nil, invalidInput("accessLogConfig.destination: there is no bucket %s in this account and Region", *config.Destination)
		}
		b.AccessLogConfig = config
	}
	rules := *b.AccessRules
	if in.Versioning != nil && *in.Versioning != *b.ObjectVersioning {
		b.ObjectVersioning = in.Versioning
		// It resets a bucket of which single objects can be public. That rules
		// of the same call prevail over it is a guess.
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
		// That a configuration without rules clears it is a guess.
		b.Cors = nil
		if len(in.Cors.Rules) > 0 {
			b.Cors = in.Cors
		}
	}
	return &lightsail.UpdateBucketOutput{
		Bucket:     b.answer(in.Cors != nil, false),
		Operations: st.record(now, types.OperationTypeUpdateBucket, b.resource()),
	}, nil
}
