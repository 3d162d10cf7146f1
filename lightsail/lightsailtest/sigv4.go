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

	// skewWindow is how far a request's date may lie from the server's clock:
	// what AWS documents in general. That Lightsail has the same is a guess.
	skewWindow = 5 * time.Minute
)

// The codes by which a signature is refused. incompleteSignature,
// unknownKey and expiredToken are in AWS's list of errors common to all
// services. badSignature and noSignature are not in it; they are what AWS's
// JSON services are known to say, and here they are a guess.
const (
	incompleteSignature = "IncompleteSignature"
	unknownKey          = "UnrecognizedClientException"
	expiredToken        = "ExpiredTokenException"
	badSignature        = "InvalidSignatureException"
	noSignature         = "MissingAuthenticationTokenException"
)

// A verifier checks signatures of AWS Signature Version 4 in the header
// Authorization. It shares no code with the signer of any SDK.
type verifier struct {
	region, service string
	keys            []aws.Credentials
	now             time.Time
}

// authorization is what the header Authorization says.
type authorization struct {
	accessKeyID           string
	date, region, service string
	signedHeaders         []string
	signature             string
}

// scope is what a signing key is made for.
func (a *authorization) scope() string {
	return a.date + "/" + a.region + "/" + a.service + "/" + signingTerminator
}

// verify returns nil where r, with body, bears a signature that holds.
func (v *verifier) verify(r *http.Request, body []byte) error {
	header := r.Header.Values("Authorization")
	switch len(header) {
	case 0:
		return refuse(noSignature, "the request has no header Authorization")
	case 1:
	default:
		return refuse(incompleteSignature, "the request has more than one header Authorization")
	}
	auth, err := parseAuthorization(header[0])
	if err != nil {
		return err
	}
	stamp := r.Header.Get(headerDate)
	signed, err := time.Parse(signingTimeFormat, stamp)
	if err != nil {
		return refuse(incompleteSignature, "the header %s is missing or is not written as %s", headerDate, signingTimeFormat)
	}
	switch {
	case auth.date != stamp[:8]:
		return refuse(badSignature, "the credential scope is of another day than the header %s", headerDate)
	case auth.region != v.region:
		return refuse(badSignature, "the credential scope is for Region %q, and this is %q", auth.region, v.region)
	case auth.service != v.service:
		return refuse(badSignature, "the credential scope is for service %q, and this is %q", auth.service, v.service)
	}
	if err := checkSignedHeaders(r, auth.signedHeaders); err != nil {
		return err
	}
	key, err := v.key(auth.accessKeyID, r.Header.Get(headerToken))
	if err != nil {
		return err
	}
	switch {
	case signed.Before(v.now.Add(-skewWindow)):
		return refuse(badSignature, "signature expired: it is of %s, and it is %s", stamp, v.now.UTC().Format(signingTimeFormat))
	case signed.After(v.now.Add(skewWindow)):
		return refuse(badSignature, "signature not yet current: it is of %s, and it is %s", stamp, v.now.UTC().Format(signingTimeFormat))
	}
	want := auth.sign(key.SecretAccessKey, stringToSign(stamp, auth.scope(), canonicalRequest(r, auth.signedHeaders, body)))
	if subtle.ConstantTimeCompare([]byte(want), []byte(auth.signature)) != 1 {
		return refuse(badSignature, "the signature does not match: the secret key, the body, the path or one of the signed headers is another (%s)",
			strings.Join(auth.signedHeaders, ";"))
	}
	return nil
}

// key finds the credentials that a request names.
func (v *verifier) key(accessKeyID, token string) (aws.Credentials, error) {
	i := slices.IndexFunc(v.keys, func(c aws.Credentials) bool { return c.AccessKeyID == accessKeyID })
	if i < 0 {
		return aws.Credentials{}, refuse(unknownKey, "no such access key ID")
	}
	key := v.keys[i]
	if subtle.ConstantTimeCompare([]byte(key.SessionToken), []byte(token)) != 1 {
		return aws.Credentials{}, refuse(unknownKey, "the header %s does not belong to the access key ID", headerToken)
	}
	if key.CanExpire && !v.now.Before(key.Expires) {
		return aws.Credentials{}, refuse(expiredToken, "the security token has expired")
	}
	return key, nil
}

// parseAuthorization reads the value of a header Authorization.
func parseAuthorization(header string) (authorization, error) {
	var a authorization
	rest, ok := strings.CutPrefix(header, signingAlgorithm+" ")
	if !ok {
		return a, refuse(incompleteSignature, "the header Authorization is not of %s", signingAlgorithm)
	}
	parts := make(map[string]string, 3)
	for part := range strings.SplitSeq(rest, ",") {
		name, value, ok := strings.Cut(strings.TrimSpace(part), "=")
		if _, twice := parts[name]; !ok || twice {
			return a, refuse(incompleteSignature, "the header Authorization is not a list of distinct name=value pairs")
		}
		parts[name] = value
	}
	for _, name := range []string{"Credential", "SignedHeaders", "Signature"} {
		if parts[name] == "" {
			return a, refuse(incompleteSignature, "the header Authorization has no %s", name)
		}
	}
	if len(parts) != 3 {
		return a, refuse(incompleteSignature, "the header Authorization has more than Credential, SignedHeaders and Signature")
	}
	scope := strings.Split(parts["Credential"], "/")
	if len(scope) != 5 || scope[4] != signingTerminator {
		return a, refuse(incompleteSignature, "the Credential is not <key ID>/<date>/<Region>/<service>/%s", signingTerminator)
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
			return a, refuse(incompleteSignature, "the SignedHeaders are not distinct lower-case names in alphabetical order")
		}
	}
	return a, nil
}

// checkSignedHeaders refuses requests of which too little is signed: the host,
// and everything by which AWS is told what to do. A session token may have been
// added after signing. How strict the service is here is a guess.
func checkSignedHeaders(r *http.Request, signed []string) error {
	if !slices.Contains(signed, "host") {
		return refuse(incompleteSignature, "the header Host is not signed")
	}
	for name := range r.Header {
		lower := strings.ToLower(name)
		if strings.HasPrefix(lower, "x-amz-") && name != headerToken && !slices.Contains(signed, lower) {
			return refuse(incompleteSignature, "the header %s is not signed", name)
		}
	}
	return nil
}

// canonicalRequest is the one spelling of a request that both sides sign.
func canonicalRequest(r *http.Request, signedHeaders []string, body []byte) string {
	var b strings.Builder
	b.WriteString(r.Method + "\n")
	// A path is escaped once more than it travels, for every service but S3.
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

// headerValues finds a header also where net/http keeps it elsewhere.
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

// canonicalQuery orders the parameters by name and value.
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

// escape leaves only what RFC 3986 calls unreserved, which no function of
// net/url does.
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

// sign signs text with the key that secret yields for the scope.
func (a *authorization) sign(secret, text string) string {
	key := []byte("AWS4" + secret)
	for _, part := range []string{a.date, a.region, a.service, signingTerminator, text} {
		mac := hmac.New(sha256.New, key)
		mac.Write([]byte(part))
		key = mac.Sum(nil)
	}
	return hex.EncodeToString(key)
}
