package transport

import (
	"context"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// credentialSources returns where the credentials come from, if their provider
// reports it.
func (c *Config) credentialSources() []aws.CredentialSource {
	if provider, ok := c.Credentials.(aws.CredentialProviderSource); ok {
		return provider.ProviderSources()
	}
	return nil
}

// requestUserAgent returns a new middleware that writes the User-Agent header.
// Users of the SDK add to it, so no two calls share one.
func (c *Config) requestUserAgent(sources []aws.CredentialSource) *awsmiddleware.RequestUserAgent {
	ua := awsmiddleware.NewRequestUserAgent()
	ua.AddSDKAgentKeyValue(awsmiddleware.APIMetadata, signingName, c.Version)
	if c.AppID != "" {
		ua.AddSDKAgentKey(awsmiddleware.ApplicationIdentifier, c.AppID)
	}
	if feature := retryFeature(c.Retryer); feature != "" {
		ua.AddUserAgentFeature(awsmiddleware.UserAgentFeature(feature))
	}
	for _, source := range sources {
		ua.AddCredentialsSource(source)
	}
	for _, feature := range c.Features {
		ua.AddUserAgentFeature(awsmiddleware.UserAgentFeature(feature))
	}
	return ua
}

// retryFeature returns the user agent feature of the SDK's own retryers.
func retryFeature(retryer aws.Retryer) string {
	switch retryer.(type) {
	case *retry.Standard:
		return awsmiddleware.UserAgentFeatureRetryModeStandard
	case *retry.AdaptiveMode:
		return awsmiddleware.UserAgentFeatureRetryModeAdaptive
	}
	return ""
}

// buildHeader returns the value of the header that a Build middleware of the SDK
// sets.
func buildHeader(m middleware.BuildMiddleware, name string) string {
	req := smithyhttp.NewStackRequest().(*smithyhttp.Request)
	end := middleware.BuildHandlerFunc(func(context.Context, middleware.BuildInput) (middleware.BuildOutput, middleware.Metadata, error) {
		return middleware.BuildOutput{}, middleware.Metadata{}, nil
	})
	// It fails only on a request of another type.
	_, _, _ = m.HandleBuild(context.Background(), middleware.BuildInput{Request: req}, end)
	return http.Header(req.Header).Get(name)
}
