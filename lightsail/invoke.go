package lightsail

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/internal/transport"
)

// codec is AWS JSON 1.1, the protocol of the service.
var codec = transport.Codec{
	New:          awsjson.New,
	SameType:     awsjson.SameType,
	Encode:       awsjson.Marshal,
	Decode:       awsjson.Unmarshal,
	Mask:         awsjson.Mask,
	ServiceError: serviceError,
}

// An output is a pointer to an operation's output struct.
type output interface{ metadata() *middleware.Metadata }

// invoke calls op and returns its output. Out is a pointer type, so the compiler
// makes one body for all operations.
func invoke[Out output](ctx context.Context, c *Client, op *transport.Operation, params any, optFns []func(*Options)) (Out, error) {
	result, err := c.call(ctx, op, params, optFns)
	out, _ := result.(Out)
	return out, err
}

// call is invoke without types.
func (c *Client) call(ctx context.Context, op *transport.Operation, params any, optFns []func(*Options)) (any, error) {
	result, metadata, err := transport.Do(ctx, c.callConfig(optFns), op, params)
	if err != nil {
		return nil, &smithy.OperationError{ServiceID: ServiceID, OperationName: op.Name, Err: err}
	}
	*result.(output).metadata() = metadata
	return result, nil
}

// callConfig returns the configuration of a call with its own option functions.
func (c *Client) callConfig(optFns []func(*Options)) *transport.Config {
	if len(optFns) == 0 {
		return c.config
	}
	options := c.options.Copy()
	for _, fn := range optFns {
		fn(&options)
	}
	options.setCallDefaults(&c.options)
	if n := options.RetryMaxAttempts; n != 0 && n != c.options.RetryMaxAttempts {
		options.Retryer = retry.AddWithMaxAttempts(options.Retryer, n)
	}
	return options.config(c)
}

// config returns what calls need of o. Parts that would be the same as those of
// client, which may be nil, are shared with it.
func (o *Options) config(client *Client) *transport.Config {
	config := transport.Config{
		APIOptions:                 o.APIOptions,
		AppID:                      o.AppID,
		ClientLogMode:              o.ClientLogMode,
		Codec:                      &codec,
		ConfigErr:                  o.configErr(),
		Credentials:                o.Credentials,
		DefaultSigner:              o.defaultSigner,
		DisableClockSkewCorrection: o.DisableClockSkewCorrection,
		DisableHTTPS:               o.EndpointOptions.DisableHTTPS,
		DisableParamValidation:     o.DisableParamValidation,
		Features:                   o.features,
		HTTPClient:                 o.HTTPClient,
		Interceptors:               o.Interceptors,
		Logger:                     o.Logger,
		MeterProvider:              o.MeterProvider,
		Region:                     intrinsicRegion(o.Region),
		Retryer:                    o.Retryer,
		Signer:                     o.HTTPSignerV4,
		SigningName:                o.signingName,
		SigningRegion:              o.signingRegion,
		TracerProvider:             o.TracerProvider,
		Validate:                   validate,
		Version:                    goModuleVersion,
	}
	var base *transport.Config
	if client != nil {
		base = client.config
	}
	if base != nil && base.ResolveEndpoint != nil && o.sameEndpoint(&client.options) {
		config.ResolveEndpoint = base.ResolveEndpoint
	} else {
		var err error
		if config.ResolveEndpoint, err = o.resolveEndpoint(); err != nil && config.ConfigErr == nil {
			config.ConfigErr = fmt.Errorf("failed to resolve service endpoint, %w", err)
		}
	}
	return transport.NewConfig(config, base)
}
