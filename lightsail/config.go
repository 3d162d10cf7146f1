package lightsail

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// errLegacyResolver refuses a call rather than send a local test to the real
// service.
var errLegacyResolver = errors.New("aws.Config has an EndpointResolver or EndpointResolverWithOptions, " +
	"which are deprecated and not supported: remove it and set BaseEndpoint instead")

// optionsFromConfig takes over what cfg says for all services, and for this one.
func optionsFromConfig(cfg aws.Config) Options {
	o := Options{
		APIOptions:                 cfg.APIOptions,
		AppID:                      cfg.AppID,
		BaseEndpoint:               cfg.BaseEndpoint,
		ClientLogMode:              cfg.ClientLogMode,
		Credentials:                cfg.Credentials,
		DefaultsMode:               cfg.DefaultsMode,
		DisableClockSkewCorrection: cfg.DisableClockSkewCorrection,
		HTTPClient:                 cfg.HTTPClient,
		Interceptors:               cfg.Interceptors,
		Logger:                     cfg.Logger,
		Region:                     cfg.Region,
		RetryMaxAttempts:           cfg.RetryMaxAttempts,
		RetryMode:                  cfg.RetryMode,
		RuntimeEnvironment:         cfg.RuntimeEnvironment,
	}
	if cfg.Retryer != nil {
		o.Retryer = cfg.Retryer()
	}
	//lint:ignore SA1019 they are looked for in order to refuse them
	if cfg.EndpointResolver != nil || cfg.EndpointResolverWithOptions != nil {
		o.refusal = errLegacyResolver
	}

	sources := configSources(cfg.ConfigSources)
	if state, ok := sources.dualStack(); ok {
		o.EndpointOptions.UseDualStackEndpoint = state
	}
	if state, ok := sources.fips(); ok {
		o.EndpointOptions.UseFIPSEndpoint = state
	}
	if endpoint, ok := sources.baseEndpoint(); ok {
		o.BaseEndpoint = &endpoint
	}
	return o
}

// configSources are where config.LoadDefaultConfig found its settings: the
// environment, the profile, the program. What a source knows shows in the
// methods it has. The first that answers is believed.
type configSources []any

func (s configSources) dualStack() (aws.DualStackEndpointState, bool) {
	type source interface {
		GetUseDualStackEndpoint(context.Context) (aws.DualStackEndpointState, bool, error)
	}
	return firstSetting(s, func(p source) (aws.DualStackEndpointState, bool, error) {
		return p.GetUseDualStackEndpoint(context.Background())
	})
}

func (s configSources) fips() (aws.FIPSEndpointState, bool) {
	type source interface {
		GetUseFIPSEndpoint(context.Context) (aws.FIPSEndpointState, bool, error)
	}
	return firstSetting(s, func(p source) (aws.FIPSEndpointState, bool, error) {
		return p.GetUseFIPSEndpoint(context.Background())
	})
}

// baseEndpoint is the address set for this service alone, by
// AWS_ENDPOINT_URL_LIGHTSAIL or in the profile. The one for all services is in
// aws.Config, and prevails over the profile where it comes from the environment.
func (s configSources) baseEndpoint() (string, bool) {
	_, all := os.LookupEnv("AWS_ENDPOINT_URL")
	_, ours := os.LookupEnv("AWS_ENDPOINT_URL_LIGHTSAIL")
	if all && !ours {
		return "", false
	}

	type ignoring interface {
		GetIgnoreConfiguredEndpoints(context.Context) (bool, bool, error)
	}
	ignore, ok := firstSetting(s, func(p ignoring) (bool, bool, error) {
		return p.GetIgnoreConfiguredEndpoints(context.Background())
	})
	if ok && ignore {
		return "", false
	}

	type source interface {
		GetServiceBaseEndpoint(context.Context, string) (string, bool, error)
	}
	return firstSetting(s, func(p source) (string, bool, error) {
		return p.GetServiceBaseEndpoint(context.Background(), ServiceID)
	})
}

// firstSetting asks the sources that have P's method until one answers. One that
// fails ends the search with no setting, as in the official client.
func firstSetting[P, V any](sources configSources, get func(P) (V, bool, error)) (value V, found bool) {
	for _, s := range sources {
		p, ok := s.(P)
		if !ok {
			continue
		}
		v, ok, err := get(p)
		if err != nil {
			return value, false
		}
		if ok {
			return v, true
		}
	}
	return value, false
}
