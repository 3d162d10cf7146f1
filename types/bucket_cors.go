package types

// BucketCorsConfig is the configuration of cross-origin resource sharing (CORS) of a bucket: which web pages of other
// origins can access its objects from a browser.
//
// UpdateBucket replaces the whole configuration. To change one rule, send all rules.
type BucketCorsConfig struct {
	// Rules are the CORS rules: at most 20, and together at most 64 KB.
	Rules []BucketCorsRule `json:"rules,omitzero"`
}

// BucketCorsRule allows web pages of some origins to use some HTTP methods on the objects of a bucket.
type BucketCorsRule struct {
	// AllowedMethods are the HTTP methods that the pages can use: one or more of DELETE, GET, HEAD, POST and PUT, in
	// upper case. Required.
	AllowedMethods []string `json:"allowedMethods,omitzero" required:"true"`

	// AllowedOrigins are one or more origins of the pages, such as "https://example.com". Required.
	AllowedOrigins []string `json:"allowedOrigins,omitzero" required:"true"`

	// AllowedHeaders are the request headers that the pages can send. The browser asks for them in the
	// Access-Control-Request-Headers header of a preflight request.
	AllowedHeaders []string `json:"allowedHeaders,omitzero"`

	// ExposeHeaders are the response headers that scripts on the pages can read.
	ExposeHeaders []string `json:"exposeHeaders,omitzero"`

	// Id identifies the rule in the configuration: a unique string of up to 255 characters.
	Id *string `json:"id,omitzero"`

	// MaxAgeSeconds is how long a browser can cache the response to a preflight request, in seconds.
	MaxAgeSeconds *int32 `json:"maxAgeSeconds,omitzero"`
}
