package sigv4

import "crypto/sha256"

// A Field is a signed header.
type Field = field

// NewField returns a signed header.
func NewField(name, value string) Field { return Field{name, value} }

// CanonicalRequest returns the canonical form of a POST request.
func CanonicalRequest(path string, fields []Field, payloadHash string) string {
	return string(appendCanonicalRequest(nil, path, fields, payloadHash))
}

// StringToSign returns the text to sign for a canonical request.
func StringToSign(secret, now, region, service, canonicalRequest string) string {
	hash := sha256.Sum256([]byte(canonicalRequest))
	k := newKey(secret, now[:len(now)-clockPart], region, service)
	return string(appendStringToSign(nil, []byte(now), k, &hash))
}

// Authorization returns the Authorization header for a text to sign.
func Authorization(accessKeyID, secret, now, region, service string, fields []Field, stringToSign string) string {
	k := newKey(secret, now[:len(now)-clockPart], region, service)
	st := k.states.Get().(*state)
	st.mac.Reset()
	st.mac.Write([]byte(stringToSign))
	return string(appendAuthorization(nil, accessKeyID, k, fields, st.mac.Sum(nil)))
}

// Secrets returns the secrets of the cached keys, newest first.
func (s *Signer) Secrets() (secrets []string) {
	if l := s.keys.Load(); l != nil {
		for _, k := range l {
			if k != nil {
				secrets = append(secrets, k.secret)
			}
		}
	}
	return secrets
}

// AddKey does what Sign does after it has not found a key.
func (s *Signer) AddKey(secret, date, region, service string) {
	s.addKey(secret, date, region, service)
}
