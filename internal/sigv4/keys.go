package sigv4

import (
	"crypto/hmac"
	"crypto/sha256"
	"hash"
	"sync"
)

// maxKeys limits the keys that a Signer retains. It also limits how long a secret
// remains in memory after the credentials were replaced.
const maxKeys = 4

// A key is a derived signing key. Its fields do not change.
type key struct {
	secret, date, region, service string

	states sync.Pool // of *state, with the HMAC of this key
}

// A state is the memory of one signature.
type state struct {
	mac hash.Hash
	sum [sha256.Size]byte
	buf []byte
}

// initialBuffer holds the canonical request without a session token. Tokens have a
// thousand bytes or more.
const initialBuffer = 1024

// key returns the derived key for a secret, date, Region and service.
func (s *Signer) key(secret string, date []byte, region, service string) *key {
	if k := s.keys.Load().find(secret, string(date), region, service); k != nil {
		return k
	}
	return s.addKey(secret, string(date), region, service)
}

// addKey derives a key, unless another goroutine has added it meanwhile.
func (s *Signer) addKey(secret, date, region, service string) *key {
	s.mu.Lock()
	defer s.mu.Unlock()
	old := s.keys.Load()
	if k := old.find(secret, date, region, service); k != nil {
		return k
	}
	k := newKey(secret, date, region, service)
	next := keyList{k}
	if old != nil {
		copy(next[1:], old[:])
	}
	s.keys.Store(&next)
	return k
}

// A keyList holds derived keys, newest first. Unused places are nil.
type keyList [maxKeys]*key

// find returns nil if the list, which may be nil, does not have the key.
func (l *keyList) find(secret, date, region, service string) *key {
	if l == nil {
		return nil
	}
	for _, k := range l {
		if k != nil && k.secret == secret && k.date == date && k.region == region && k.service == service {
			return k
		}
	}
	return nil
}

// newKey derives a key.
func newKey(secret, date, region, service string) *key {
	derived := []byte("AWS4" + secret)
	for _, part := range [...]string{date, region, service, terminator} {
		mac := hmac.New(sha256.New, derived)
		mac.Write([]byte(part))
		derived = mac.Sum(nil)
	}
	k := &key{secret: secret, date: date, region: region, service: service}
	k.states.New = func() any {
		return &state{mac: hmac.New(sha256.New, derived), buf: make([]byte, 0, initialBuffer)}
	}
	return k
}

// appendScope appends the credential scope of the key.
func (k *key) appendScope(b []byte) []byte {
	b = append(b, k.date...)
	b = append(b, '/')
	b = append(b, k.region...)
	b = append(b, '/')
	b = append(b, k.service...)
	return append(b, "/"+terminator...)
}
