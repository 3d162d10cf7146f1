// Package sigv4 signs the one kind of request that this module sends: a POST
// without a query whose header names are known. Its signatures are those of
// [v4.Signer] of aws-sdk-go-v2, at a fraction of the cost.
//
// [v4.Signer]: https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/aws/signer/v4#Signer
package sigv4

import (
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
)

const (
	algorithm  = "AWS4-HMAC-SHA256"
	terminator = "aws4_request" // the last part of a credential scope

	timeLayout = "20060102T150405Z"
	clockPart  = len("T150405Z") // what follows the date in timeLayout
)

// A Signer signs requests. The zero value is ready to use. A Signer is safe for
// concurrent use and must not be copied.
type Signer struct {
	keys atomic.Pointer[keyList] // a list does not change
	mu   sync.Mutex              // held while a key is added
}

// Values is memory for the values of the headers that a signature sets. Each
// request needs its own.
type Values [3]string

// Sign signs r for the service in the Region at time t, and reports whether it
// did. It sets the headers Authorization, X-Amz-Date and, for credentials with a
// session token, X-Amz-Security-Token, whose values it stores in values. It also
// sets r.Host if the host has the default port of the scheme, which is not sent.
// The payload hash is the SHA-256 of the body in hexadecimal.
//
// Sign returns false and leaves r unchanged if r is not of the kind that this
// package signs. Use [v4.Signer] for such a request. Its other requirements are:
//
//   - The method is POST, the body is not empty, and the URL has no query.
//   - Host and path have no characters that need escaping.
//   - The headers are Content-Type, X-Amz-Target, Amz-Sdk-Invocation-Id and
//     Amz-Sdk-Request, with one value each that contains no surrounding or repeated
//     spaces, and of others only those that Sign sets and those that are not signed,
//     User-Agent and X-Amzn-Trace-Id.
//
// [v4.Signer]: https://pkg.go.dev/github.com/aws/aws-sdk-go-v2/aws/signer/v4#Signer
func (s *Signer) Sign(
	r *http.Request, credentials aws.Credentials, payloadHash, service, region string, t time.Time, values *Values,
) bool {
	var p parts
	if !p.read(r, credentials.SessionToken, payloadHash) {
		return false
	}
	var timeText [len(timeLayout) + 8]byte // a year after 9999 is longer
	now := t.UTC().AppendFormat(timeText[:0], timeLayout)

	k := s.key(credentials.SecretAccessKey, now[:len(now)-clockPart], region, service)
	st := k.states.Get().(*state)
	authorization, date := st.sign(&p, now, k, credentials.AccessKeyID)
	k.states.Put(st)

	if p.host != hostOf(r) {
		r.Host = p.host
	}
	*values = Values{date, credentials.SessionToken, authorization}
	// Capacity 1: an append to one header must not overwrite the next.
	r.Header[dateHeader] = values[0:1:1]
	if credentials.SessionToken != "" {
		r.Header[tokenHeader] = values[1:2:2]
	}
	r.Header[authorizationHeader] = values[2:3:3]
	return true
}

// A field is a signed header with its name in lower case.
type field struct{ name, value string }

// sign returns the values of the headers Authorization and X-Amz-Date.
func (st *state) sign(p *parts, now []byte, k *key, accessKeyID string) (authorization, date string) {
	var length [20]byte
	const token = 6
	all := [...]field{ // in the order in which they are signed
		{"amz-sdk-invocation-id", p.invocation},
		{"amz-sdk-request", p.attempt},
		{"content-length", string(strconv.AppendInt(length[:0], p.length, 10))},
		{"content-type", p.contentType},
		{"host", p.host},
		{"x-amz-date", string(now)},
		token: {"x-amz-security-token", p.token},
		{"x-amz-target", p.target},
	}
	fields := all[:]
	if p.token == "" {
		all[token] = all[token+1]
		fields = all[:token+1]
	}

	b := appendCanonicalRequest(st.buf[:0], p.path, fields, p.payloadHash)
	hash := sha256.Sum256(b)
	b = appendStringToSign(b[:0], now, k, &hash)
	st.mac.Reset()
	st.mac.Write(b)
	signature := st.mac.Sum(st.sum[:0])
	b = appendAuthorization(b[:0], accessKeyID, k, fields, signature)
	n := len(b)
	b = append(b, now...)
	st.buf = b
	text := string(b) // one allocation for both values
	return text[:n], text[n:]
}

// appendCanonicalRequest appends a POST request in the form whose hash is signed.
func appendCanonicalRequest(b []byte, path string, fields []field, payloadHash string) []byte {
	b = append(b, "POST\n"...)
	b = append(b, path...)
	b = append(b, "\n\n"...) // the query is empty
	for i := range fields {
		b = append(b, fields[i].name...)
		b = append(b, ':')
		b = append(b, fields[i].value...)
		b = append(b, '\n')
	}
	b = append(b, '\n')
	b = appendNames(b, fields)
	b = append(b, '\n')
	return append(b, payloadHash...)
}

// appendNames appends the list of signed headers.
func appendNames(b []byte, fields []field) []byte {
	for i := range fields {
		if i > 0 {
			b = append(b, ';')
		}
		b = append(b, fields[i].name...)
	}
	return b
}

// appendStringToSign appends the text that is signed with a derived key.
func appendStringToSign(b, now []byte, k *key, canonicalRequest *[sha256.Size]byte) []byte {
	b = append(b, algorithm+"\n"...)
	b = append(b, now...)
	b = append(b, '\n')
	b = k.appendScope(b)
	b = append(b, '\n')
	return hex.AppendEncode(b, canonicalRequest[:])
}

// appendAuthorization appends the value of the Authorization header.
func appendAuthorization(b []byte, accessKeyID string, k *key, fields []field, signature []byte) []byte {
	b = append(b, algorithm+" Credential="...)
	b = append(b, accessKeyID...)
	b = append(b, '/')
	b = k.appendScope(b)
	b = append(b, ", SignedHeaders="...)
	b = appendNames(b, fields)
	b = append(b, ", Signature="...)
	return hex.AppendEncode(b, signature)
}
