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
	SameType:     awsjson.SameType,
	Encode:       awsjson.Marshal,
	Decode:       func(body []byte, output any) error { return awsjson.Unmarshal(context.Background(), body, output) },
	Mask:         func(body []byte, _ []string, mask string) ([]byte, error) { return awsjson.Mask(body, nil, mask) },
	ServiceError: serviceError,
}

// An output is what an operation returns, as a pointer to its struct.
type output interface{ metadata() *middleware.Metadata }

// invoke calls op, and returns an output of its type or an error. Every method of
// [Client] is this one call, between an input and an output whose types it knows:
// generic code for that would be compiled once for every operation.
func (c *Client) invoke(ctx context.Context, op *transport.Operation, params any, optFns []func(*Options)) (any, error) {
	result, metadata, err := transport.Do(ctx, c.callConfig(optFns), op, params)
	if err != nil {
		return nil, &smithy.OperationError{ServiceID: ServiceID, OperationName: op.Name, Err: err}
	}
	*result.(output).metadata() = metadata
	return result, nil
}

// callConfig returns the configuration of a call with option functions of its
// own.
func (c *Client) callConfig(optFns []func(*Options)) *transport.Config {
	if len(optFns) == 0 {
		return c.config
	}
	options := c.options.Copy()
	for _, fn := range optFns {
		fn(&options)
	}
	options.setDefaults()
	if n := options.RetryMaxAttempts; n != 0 && n != c.options.RetryMaxAttempts {
		options.Retryer = retry.AddWithMaxAttempts(options.Retryer, n)
	}
	return options.config(c)
}

// config settles o into what calls need. What costs something to make and would be
// the same as for client, where there is one, is taken over from it.
func (o *Options) config(client *Client) *transport.Config {
	config := transport.Config{
		APIOptions:                 o.APIOptions,
		AppID:                      o.AppID,
		ClientLogMode:              o.ClientLogMode,
		Codec:                      &codec,
		Credentials:                o.Credentials,
		DisableClockSkewCorrection: o.DisableClockSkewCorrection,
		DisableHTTPS:               o.EndpointOptions.DisableHTTPS,
		DisableParamValidation:     o.DisableParamValidation,
		Features:                   o.features,
		HTTPClient:                 o.HTTPClient,
		Interceptors:               o.Interceptors,
		Logger:                     o.Logger,
		MeterProvider:              o.MeterProvider,
		Refusal:                    o.refusal,
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
		if config.ResolveEndpoint, err = o.resolveEndpoint(); err != nil && config.Refusal == nil {
			config.Refusal = fmt.Errorf("failed to resolve service endpoint, %w", err)
		}
	}
	return transport.NewConfig(config, base)
}
