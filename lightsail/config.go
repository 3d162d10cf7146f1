package lightsail

import (
	"context"
	"errors"
	"os"

	"github.com/aws/aws-sdk-go-v2/aws"
)

// errLegacyResolver is the error of calls whose endpoint comes from a deprecated
// resolver. Ignoring the resolver would send a local test to the real service.
var errLegacyResolver = errors.New("the deprecated EndpointResolver and EndpointResolverWithOptions " +
	"of aws.Config are not supported: set BaseEndpoint instead")

// optionsFromConfig returns the settings of cfg for all services and for this one.
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
	//lint:ignore SA1019 to report that they are not supported
	o.legacyResolver = cfg.EndpointResolver != nil || cfg.EndpointResolverWithOptions != nil

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

// configSources are the sources of the settings that config.LoadDefaultConfig
// found: the environment, the profile, the program. A source has a method for each
// setting that it knows. The first source with a value wins.
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

// baseEndpoint returns the endpoint that is set for this service only, by
// AWS_ENDPOINT_URL_LIGHTSAIL or in the profile. The endpoint for all services is in
// aws.Config. If it comes from the environment, it overrides the profile.
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

// firstSetting returns the value of the first source that has P's method and a
// value. An error ends the search without a value, as in the official client.
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
