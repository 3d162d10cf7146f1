package types

// BucketCorsConfig is all of a bucket's CORS rules: which web pages of other origins a browser lets at its objects.
//
// An update replaces the configuration as a whole, so send every rule that shall remain. Rules together hold at most 64 KB.
type BucketCorsConfig struct {
	// Rules are at most 20.
	Rules []BucketCorsRule `json:"rules,omitzero"`
}

// BucketCorsRule lets web pages of some origins use some HTTP methods on a bucket's objects.
type BucketCorsRule struct {
	// AllowedMethods are one or more of DELETE, GET, HEAD, POST and PUT, in upper case. Required.
	AllowedMethods []string `json:"allowedMethods,omitzero"`

	// AllowedOrigins are one or more origins the pages may come from, such as "https://example.com". Required.
	AllowedOrigins []string `json:"allowedOrigins,omitzero"`

	// AllowedHeaders are the request headers that a page may send, as asked for in Access-Control-Request-Headers of the
	// browser's preflight request.
	AllowedHeaders []string `json:"allowedHeaders,omitzero"`

	// ExposeHeaders are the response headers that a page's scripts may read.
	ExposeHeaders []string `json:"exposeHeaders,omitzero"`

	// Id tells the rule from the others in the configuration: up to 255 characters, unique.
	Id *string `json:"id,omitzero"`

	// MaxAgeSeconds is how long a browser may remember the answer to a preflight request.
	MaxAgeSeconds *int32 `json:"maxAgeSeconds,omitzero"`
}
