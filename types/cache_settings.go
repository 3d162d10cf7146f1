package types

type CacheSettings struct {
	AllowedHTTPMethods *string `json:"allowedHTTPMethods,omitzero"`

	CachedHTTPMethods *string `json:"cachedHTTPMethods,omitzero"`

	DefaultTTL *int64 `json:"defaultTTL,omitzero"`

	ForwardedCookies *CookieObject `json:"forwardedCookies,omitzero"`

	ForwardedHeaders *HeaderObject `json:"forwardedHeaders,omitzero"`

	ForwardedQueryStrings *QueryStringObject `json:"forwardedQueryStrings,omitzero"`

	MaximumTTL *int64 `json:"maximumTTL,omitzero"`

	MinimumTTL *int64 `json:"minimumTTL,omitzero"`
}

type CookieObject struct {
	CookiesAllowList []string `json:"cookiesAllowList,omitzero"`

	Option ForwardValues `json:"option,omitzero"`
}

type ForwardValues string

// Values of [ForwardValues].
const (
	ForwardValuesNone      ForwardValues = "none"
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

type HeaderObject struct {
	HeadersAllowList []HeaderEnum `json:"headersAllowList,omitzero"`

	Option ForwardValues `json:"option,omitzero"`
}

type QueryStringObject struct {
	Option *bool `json:"option,omitzero"`

	QueryStringsAllowList []string `json:"queryStringsAllowList,omitzero"`
}
