package sigv4

import (
	"crypto/sha256"
	"net/http"
	"net/url"
	"strings"
)

// Names of headers as net/http writes them.
const (
	authorizationHeader = "Authorization"
	contentTypeHeader   = "Content-Type"
	dateHeader          = "X-Amz-Date"
	invocationHeader    = "Amz-Sdk-Invocation-Id"
	attemptHeader       = "Amz-Sdk-Request"
	targetHeader        = "X-Amz-Target"
	tokenHeader         = "X-Amz-Security-Token"
	traceHeader         = "X-Amzn-Trace-Id"
	userAgentHeader     = "User-Agent"
)

// parts are what is signed of a request.
type parts struct {
	path, host                               string
	invocation, attempt, contentType, target string
	token                                    string // "" if the credentials have none
	payloadHash                              string
	length                                   int64
}

// read reads the parts of r. It returns false for a request
// that v4.Signer would change before it signs it, or of which it would sign
// something else.
func (p *parts) read(r *http.Request, token, payloadHash string) (ok bool) {
	if r.Method != http.MethodPost || r.ContentLength <= 0 || len(payloadHash) != 2*sha256.Size {
		return false
	}
	if p.path, ok = signedPath(r.URL); !ok {
		return false
	}
	if p.host, ok = signedHost(r.URL.Scheme, hostOf(r)); !ok {
		return false
	}
	if token != "" && !clean(token) {
		return false
	}
	p.token, p.payloadHash, p.length = token, payloadHash, r.ContentLength
	return p.readHeader(r.Header)
}

// readHeader reads the signed headers. It returns false if another header would have
// to be signed too.
func (p *parts) readHeader(header http.Header) bool {
	known := 0
	for _, h := range [...]struct {
		name  string
		value *string
	}{
		{invocationHeader, &p.invocation},
		{attemptHeader, &p.attempt},
		{contentTypeHeader, &p.contentType},
		{targetHeader, &p.target},
	} {
		values := header[h.name]
		if len(values) != 1 || !clean(values[0]) {
			return false
		}
		*h.value = values[0]
		known++
	}
	// Sign replaces these, whatever their values.
	known += has(header, dateHeader) + has(header, authorizationHeader)
	if p.token != "" {
		known += has(header, tokenHeader)
	}
	// These are never signed.
	known += has(header, userAgentHeader) + has(header, traceHeader)
	return known == len(header)
}

// has returns 1 if header has the name, even without a value.
func has(header http.Header, name string) int {
	if _, ok := header[name]; ok {
		return 1
	}
	return 0
}

// clean reports whether value has no surrounding and no repeated spaces.
func clean(value string) bool {
	return strings.TrimSpace(value) == value && !strings.Contains(value, "  ")
}

// signedPath returns the path that is signed. It returns false for a URL with a
// query and for a path that changes when it is escaped, once or twice.
func signedPath(u *url.URL) (path string, ok bool) {
	if u.Opaque != "" || u.RawQuery != "" || u.ForceQuery || u.RawPath != "" && u.RawPath != u.Path {
		return "", false
	}
	for i := range len(u.Path) {
		if c := u.Path[i]; c != '/' && !unreserved(c) {
			return "", false
		}
	}
	if u.Path == "" {
		return "/", true
	}
	return u.Path, true
}

// hostOf returns the host that net/http sends.
func hostOf(r *http.Request) string {
	if r.Host != "" {
		return r.Host
	}
	return r.URL.Host
}

// signedHost returns the host that is signed: without the port if that is the
// default of the scheme. It returns false for a host that is not a name or an IP
// address with an optional port. It also returns false for an IPv6 address with a
// default port, from which v4.Signer removes the brackets as well.
func signedHost(scheme, host string) (signed string, ok bool) {
	name, port, hasPort := host, "", false
	ipv6 := strings.HasPrefix(host, "[")
	if ipv6 {
		end := strings.IndexByte(host, ']')
		if end < 0 {
			return "", false
		}
		name = host[1:end]
		if rest := host[end+1:]; rest != "" {
			if rest[0] != ':' {
				return "", false
			}
			port, hasPort = rest[1:], true
		}
	} else {
		name, port, hasPort = strings.Cut(host, ":")
	}
	if name == "" || hasPort && !digits(port) {
		return "", false
	}
	for i := range len(name) {
		if c := name[i]; !unreserved(c) && !(ipv6 && c == ':') {
			return "", false
		}
	}
	switch {
	case scheme == "https" && port != "443", scheme == "http" && port != "80":
		return host, true
	case scheme != "https" && scheme != "http" || ipv6:
		return "", false
	}
	return name, true
}

// unreserved reports whether c is never escaped in a URL.
func unreserved(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' ||
		c == '-' || c == '.' || c == '_' || c == '~'
}

// digits reports whether s is a number.
func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
