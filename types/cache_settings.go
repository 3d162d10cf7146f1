package types

// CacheSettings determine how long a distribution caches content, which HTTP methods it accepts,
// and which parts of a request it forwards to the origin. They apply only to content with the
// behavior "cache"; see [CacheBehavior].
//
// What is forwarded is also part of the cache key: if two requests differ in it, the distribution
// caches their responses separately. The more is forwarded, the fewer requests are served from the
// cache.
//
// CreateDistribution and UpdateDistribution take it. [LightsailDistribution] has it.
type CacheSettings struct {
	// AllowedHTTPMethods are the HTTP methods that the distribution accepts and forwards to the
	// origin: "GET,HEAD", "GET,HEAD,OPTIONS" or "GET,HEAD,OPTIONS,PUT,PATCH,POST,DELETE". With the
	// last value, viewers can send requests that change or delete content of the origin, unless the
	// origin rejects them.
	AllowedHTTPMethods *string `json:"allowedHTTPMethods,omitzero"`

	// CachedHTTPMethods are the HTTP methods whose responses are cached: "GET,HEAD" or
	// "GET,HEAD,OPTIONS".
	CachedHTTPMethods *string `json:"cachedHTTPMethods,omitzero"`

	// DefaultTTL is the time in seconds after which the distribution asks the origin whether an
	// object has changed. It applies to responses of the origin without the header Expires and
	// without max-age or s-maxage in Cache-Control.
	DefaultTTL *int64 `json:"defaultTTL,omitzero"`

	// ForwardedCookies determine which cookies are forwarded to the origin.
	ForwardedCookies *CookieObject `json:"forwardedCookies,omitzero"`

	// ForwardedHeaders determine which request headers are forwarded to the origin.
	ForwardedHeaders *HeaderObject `json:"forwardedHeaders,omitzero"`

	// ForwardedQueryStrings determine which query parameters are forwarded to the origin.
	ForwardedQueryStrings *QueryStringObject `json:"forwardedQueryStrings,omitzero"`

	// MaximumTTL is the longest time in seconds that an object is cached before the distribution
	// asks the origin again. It applies to responses of the origin that set a time themselves, with
	// Expires or with max-age or s-maxage in Cache-Control.
	MaximumTTL *int64 `json:"maximumTTL,omitzero"`

	// MinimumTTL is the shortest time in seconds that an object is cached before the distribution
	// asks the origin again. It must be 0 if ForwardedHeaders forward all headers.
	MinimumTTL *int64 `json:"minimumTTL,omitzero"`
}

// CookieObject determines which cookies of viewers a distribution forwards to its origin. The
// distribution caches separate responses for different values of these cookies. [CacheSettings] has
// it.
type CookieObject struct {
	// CookiesAllowList are the names of the cookies to forward. It applies if Option is
	// "allow-list".
	CookiesAllowList []string `json:"cookiesAllowList,omitzero"`

	// Option is "all", "none", or "allow-list" to forward the cookies in CookiesAllowList.
	Option ForwardValues `json:"option,omitzero"`
}

// ForwardValues determines which cookies or headers a distribution forwards to its origin.
// [CookieObject] and [HeaderObject] have it.
type ForwardValues string

// Values of [ForwardValues].
const (
	// ForwardValuesNone forwards no cookies, or only the default headers.
	ForwardValuesNone ForwardValues = "none"
	// ForwardValuesAllowList forwards the cookies or headers in the allow list beside it.
	ForwardValuesAllowList ForwardValues = "allow-list"
	ForwardValuesAll       ForwardValues = "all"
)

// Values returns the known values of [ForwardValues].
func (ForwardValues) Values() []ForwardValues {
	return []ForwardValues{
		ForwardValuesNone,
		ForwardValuesAllowList,
		ForwardValuesAll,
	}
}

// HeaderEnum is the name of a request header that a distribution can forward to its origin.
// [HeaderObject] has it. The distribution itself adds the headers whose names begin with
// "CloudFront-". They describe the device, the country and the protocol of the viewer.
type HeaderEnum string

// Values of [HeaderEnum].
const (
	HeaderEnumAccept                    HeaderEnum = "Accept"
	HeaderEnumAcceptCharset             HeaderEnum = "Accept-Charset"
	HeaderEnumAcceptDatetime            HeaderEnum = "Accept-Datetime"
	HeaderEnumAcceptEncoding            HeaderEnum = "Accept-Encoding"
	HeaderEnumAcceptLanguage            HeaderEnum = "Accept-Language"
	HeaderEnumAuthorization             HeaderEnum = "Authorization"
	HeaderEnumCloudFrontForwardedProto  HeaderEnum = "CloudFront-Forwarded-Proto"
	HeaderEnumCloudFrontIsDesktopViewer HeaderEnum = "CloudFront-Is-Desktop-Viewer"
	HeaderEnumCloudFrontIsMobileViewer  HeaderEnum = "CloudFront-Is-Mobile-Viewer"
	HeaderEnumCloudFrontIsSmartTVViewer HeaderEnum = "CloudFront-Is-SmartTV-Viewer"
	HeaderEnumCloudFrontIsTabletViewer  HeaderEnum = "CloudFront-Is-Tablet-Viewer"
	HeaderEnumCloudFrontViewerCountry   HeaderEnum = "CloudFront-Viewer-Country"
	HeaderEnumHost                      HeaderEnum = "Host"
	HeaderEnumOrigin                    HeaderEnum = "Origin"
	HeaderEnumReferer                   HeaderEnum = "Referer"
)

// Values returns the known values of [HeaderEnum].
func (HeaderEnum) Values() []HeaderEnum {
	return []HeaderEnum{
		HeaderEnumAccept,
		HeaderEnumAcceptCharset,
		HeaderEnumAcceptDatetime,
		HeaderEnumAcceptEncoding,
		HeaderEnumAcceptLanguage,
		HeaderEnumAuthorization,
		HeaderEnumCloudFrontForwardedProto,
		HeaderEnumCloudFrontIsDesktopViewer,
		HeaderEnumCloudFrontIsMobileViewer,
		HeaderEnumCloudFrontIsSmartTVViewer,
		HeaderEnumCloudFrontIsTabletViewer,
		HeaderEnumCloudFrontViewerCountry,
		HeaderEnumHost,
		HeaderEnumOrigin,
		HeaderEnumReferer,
	}
}

// HeaderObject determines which request headers of viewers a distribution forwards to its origin.
// The distribution caches separate responses for different values of these headers. If it forwards
// Accept-Language, for example, it caches a page once for each language. [CacheSettings] has it.
type HeaderObject struct {
	// HeadersAllowList are the names of the headers to forward. It applies if Option is
	// "allow-list".
	HeadersAllowList []HeaderEnum `json:"headersAllowList,omitzero"`

	// Option is "all", "none" to forward only the default headers, or "allow-list" to forward the
	// headers in HeadersAllowList. With "all", MinimumTTL of [CacheSettings] must be 0.
	Option ForwardValues `json:"option,omitzero"`
}

// QueryStringObject determines which query parameters of requests a distribution forwards to its
// origin. The distribution caches separate responses for different values of these parameters.
// [CacheSettings] has it.
type QueryStringObject struct {
	// Option is true to forward all query parameters, whatever is in QueryStringsAllowList.
	Option *bool `json:"option,omitzero"`

	// QueryStringsAllowList are the names of the query parameters to forward. It has no effect if
	// Option is true.
	QueryStringsAllowList []string `json:"queryStringsAllowList,omitzero"`
}
