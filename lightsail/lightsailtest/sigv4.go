package lightsailtest

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
)

const (
	signingAlgorithm  = "AWS4-HMAC-SHA256"
	signingTerminator = "aws4_request"
	signingTimeFormat = "20060102T150405Z"

	headerDate  = "X-Amz-Date"
	headerToken = "X-Amz-Security-Token"

	// maxClockSkew is the maximum difference between the date of a request and the
	// server's clock. AWS documents it for its services in general; that it holds for
	// Lightsail is a guess.
	maxClockSkew = 5 * time.Minute
)

// Error codes for requests whose signature is rejected. The first three are in AWS's
// list of common errors of all services. badSignature and noSignature are guesses:
// other JSON services of AWS return them.
const (
	incompleteSignature = "IncompleteSignature"
	unknownKey          = "UnrecognizedClientException"
	expiredToken        = "ExpiredTokenException"
	badSignature        = "InvalidSignatureException"
	noSignature         = "MissingAuthenticationTokenException"
)

// A verifier verifies an AWS Signature Version 4 in the Authorization header. It shares
// no code with the signers of the SDK and of package lightsail, because tests use it to
// check them.
type verifier struct {
	regions     []string
	service     string
	credentials []aws.Credentials
	now         time.Time
}

// authorization is the parsed Authorization header.
type authorization struct {
	accessKeyID           string
	date, region, service string
	signedHeaders         []string
	signature             string
}

// scope returns the credential scope: the date, Region, and service for which the
// signing key is valid.
func (a *authorization) scope() string {
	return a.date + "/" + a.region + "/" + a.service + "/" + signingTerminator
}

// verify returns the Region for which r is signed. It returns an error if r with the given
// body has no valid signature.
func (v *verifier) verify(r *http.Request, body []byte) (region string, err error) {
	header := r.Header.Values("Authorization")
	switch len(header) {
	case 0:
		return "", reject(noSignature, "the request has no Authorization header")
	case 1:
	default:
		return "", reject(incompleteSignature, "the request has more than one Authorization header")
	}
	auth, err := parseAuthorization(header[0])
	if err != nil {
		return "", err
	}
	stamp := r.Header.Get(headerDate)
	signed, err := time.Parse(signingTimeFormat, stamp)
	if err != nil {
		return "", reject(incompleteSignature, "the %s header is missing or does not have the format %s", headerDate, signingTimeFormat)
	}
	switch {
	case auth.date != stamp[:8]:
		return "", reject(badSignature, "the date of the credential scope differs from the %s header", headerDate)
	case !slices.Contains(v.regions, auth.region):
		return "", reject(badSignature, "the credential scope is for Region %q, want %q", auth.region, strings.Join(v.regions, " or "))
	case auth.service != v.service:
		return "", reject(badSignature, "the credential scope is for service %q, want %q", auth.service, v.service)
	}
	if err := checkSignedHeaders(r, auth.signedHeaders); err != nil {
		return "", err
	}
	credentials, err := v.find(auth.accessKeyID, r.Header.Get(headerToken))
	if err != nil {
		return "", err
	}
	switch {
	case signed.Before(v.now.Add(-maxClockSkew)):
		return "", reject(badSignature, "signature expired: it was made at %s, and the time is %s", stamp, v.now.UTC().Format(signingTimeFormat))
	case signed.After(v.now.Add(maxClockSkew)):
		return "", reject(badSignature, "signature not yet current: it was made at %s, and the time is %s", stamp, v.now.UTC().Format(signingTimeFormat))
	}
	want := auth.sign(credentials.SecretAccessKey, stringToSign(stamp, auth.scope(), canonicalRequest(r, auth.signedHeaders, body)))
	if subtle.ConstantTimeCompare([]byte(want), []byte(auth.signature)) != 1 {
		return "", reject(badSignature, "the signature does not match: the client signed with another secret key, or another body, path, query, or signed header (%s)",
			strings.Join(auth.signedHeaders, ";"))
	}
	return auth.region, nil
}

// find returns the credentials for an access key ID and verifies the session token.
func (v *verifier) find(accessKeyID, token string) (aws.Credentials, error) {
	i := slices.IndexFunc(v.credentials, func(c aws.Credentials) bool { return c.AccessKeyID == accessKeyID })
	if i < 0 {
		return aws.Credentials{}, reject(unknownKey, "unknown access key ID")
	}
	credentials := v.credentials[i]
	if subtle.ConstantTimeCompare([]byte(credentials.SessionToken), []byte(token)) != 1 {
		return aws.Credentials{}, reject(unknownKey, "the %s header does not match the access key ID", headerToken)
	}
	if credentials.CanExpire && !v.now.Before(credentials.Expires) {
		return aws.Credentials{}, reject(expiredToken, "the security token has expired")
	}
	return credentials, nil
}

// parseAuthorization parses the value of an Authorization header.
func parseAuthorization(header string) (authorization, error) {
	var a authorization
	rest, ok := strings.CutPrefix(header, signingAlgorithm+" ")
	if !ok {
		return a, reject(incompleteSignature, "the Authorization header does not begin with %s", signingAlgorithm)
	}
	parts := make(map[string]string, 3)
	for part := range strings.SplitSeq(rest, ",") {
		name, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		if _, duplicate := parts[name]; !ok || duplicate {
			return a, reject(incompleteSignature, "the Authorization header is not a list of name=value pairs with distinct names")
		}
		parts[name] = value
	}
	for _, name := range []string{"Credential", "SignedHeaders", "Signature"} {
		if parts[name] == "" {
			return a, reject(incompleteSignature, "the Authorization header has no %s", name)
		}
	}
	if len(parts) != 3 {
		return a, reject(incompleteSignature, "the Authorization header has a part other than Credential, SignedHeaders, and Signature")
	}
	scope := strings.Split(parts["Credential"], "/")
	if len(scope) != 5 || scope[4] != signingTerminator {
		return a, reject(incompleteSignature, "the Credential does not have the form <key ID>/<date>/<Region>/<service>/%s", signingTerminator)
	}
	a = authorization{
		accessKeyID:   scope[0],
		date:          scope[1],
		region:        scope[2],
		service:       scope[3],
		signedHeaders: strings.Split(parts["SignedHeaders"], ";"),
		signature:     parts["Signature"],
	}
	for i, name := range a.signedHeaders {
		if name == "" || name != strings.ToLower(name) || i > 0 && name <= a.signedHeaders[i-1] {
			return a, reject(incompleteSignature, "the SignedHeaders are not distinct lowercase names in alphabetical order")
		}
	}
	return a, nil
}

// checkSignedHeaders returns an error if the Host header or an X-Amz header is not
// signed. The session token is exempt, because some clients add it after signing. How
// strict the service is here is a guess.
func checkSignedHeaders(r *http.Request, signed []string) error {
	if !slices.Contains(signed, "host") {
		return reject(incompleteSignature, "the Host header is not signed")
	}
	for name := range r.Header {
		lower := strings.ToLower(name)
		if strings.HasPrefix(lower, "x-amz-") && name != headerToken && !slices.Contains(signed, lower) {
			return reject(incompleteSignature, "the %s header is not signed", name)
		}
	}
	return nil
}

// canonicalRequest returns the canonical request, whose hash is signed.
func canonicalRequest(r *http.Request, signedHeaders []string, body []byte) string {
	var b strings.Builder
	b.WriteString(r.Method + "\n")
	// All services except S3 sign a path that is escaped twice.
	path := r.URL.EscapedPath()
	if path == "" {
		path = "/"
	}
	b.WriteString(strings.ReplaceAll(escape(path), "%2F", "/") + "\n")
	b.WriteString(canonicalQuery(r.URL) + "\n")
	for _, name := range signedHeaders {
		b.WriteString(name + ":")
		for i, value := range headerValues(r, name) {
			if i > 0 {
				b.WriteByte(',')
			}
			b.WriteString(strings.Join(strings.FieldsFunc(value, func(r rune) bool { return r == ' ' }), " "))
		}
		b.WriteByte('\n')
	}
	sum := sha256.Sum256(body)
	b.WriteString("\n" + strings.Join(signedHeaders, ";") + "\n" + hex.EncodeToString(sum[:]))
	return b.String()
}

// headerValues returns the values of a header, even of one that net/http stores in a
// field of the request.
func headerValues(r *http.Request, name string) []string {
	switch name {
	case "host":
		if r.Host == "" {
			return []string{r.URL.Host}
		}
		return []string{r.Host}
	case "content-length":
		if r.ContentLength < 0 {
			return nil
		}
		return []string{strconv.FormatInt(r.ContentLength, 10)}
	case "transfer-encoding":
		return r.TransferEncoding
	}
	return r.Header.Values(name)
}

// canonicalQuery returns the query with its parameters sorted by name and value.
func canonicalQuery(u *url.URL) string {
	var pairs [][2]string
	for name, values := range u.Query() {
		for _, value := range values {
			pairs = append(pairs, [2]string{escape(name), escape(value)})
		}
	}
	slices.SortFunc(pairs, func(a, b [2]string) int {
		if c := strings.Compare(a[0], b[0]); c != 0 {
			return c
		}
		return strings.Compare(a[1], b[1])
	})
	var b strings.Builder
	for i, pair := range pairs {
		if i > 0 {
			b.WriteByte('&')
		}
		b.WriteString(pair[0] + "=" + pair[1])
	}
	return b.String()
}

// escape percent-encodes all bytes except the unreserved characters of RFC 3986. The
// functions of net/url do not encode some other characters.
func escape(s string) string {
	const hexDigits = "0123456789ABCDEF"
	var b strings.Builder
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', strings.IndexByte("-._~", c) >= 0:
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hexDigits[c>>4], hexDigits[c&15]})
		}
	}
	return b.String()
}

func stringToSign(stamp, scope, canonical string) string {
	sum := sha256.Sum256([]byte(canonical))
	return signingAlgorithm + "\n" + stamp + "\n" + scope + "\n" + hex.EncodeToString(sum[:])
}

// sign returns the signature of text with the key that is derived from secret for the
// credential scope.
func (a *authorization) sign(secret, text string) string {
	key := []byte("AWS4" + secret)
	for _, part := range []string{a.date, a.region, a.service, signingTerminator, text} {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(part))
		key = mac.Sum(nil)
	}
	return hex.EncodeToString(key)
}
