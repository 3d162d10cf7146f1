package lightsailtest

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"strconv"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// A pager creates and verifies page tokens. A token contains the key of the last item
// of a page, encrypted and authenticated together with the query. Clients cannot read
// it, forge it, or use it for another query. That the service rejects an invalid token
// with an InvalidInputException is a guess.
type pager struct {
	aead cipher.AEAD
	size int
}

// newPager returns a pager with a random secret. It rejects the tokens of other pagers.
// With a size of 0, a list has one page.
func newPager(size int) (*pager, error) {
	secret := make([]byte, 16)
	_, _ = rand.Read(secret) // never returns an error
	block, err := aes.NewCipher(secret)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return &pager{aead: aead, size: size}, err
}

// token returns a token that contains key.
func (p *pager) token(query []byte, key string) *string {
	token := base64.RawURLEncoding.EncodeToString(p.aead.Seal(nil, nil, []byte(key), query))
	return &token
}

// key returns the key in a token. It returns an error if the token was not created by p
// for query.
func (p *pager) key(query []byte, token string) (string, error) {
	sealed, err := base64.RawURLEncoding.DecodeString(token)
	// Several base64 texts decode to the same bytes; accept only the one that was sent.
	if err == nil && base64.RawURLEncoding.EncodeToString(sealed) == token {
		if key, err := p.aead.Open(nil, nil, sealed, query); err == nil {
			return string(key), nil
		}
	}
	return "", invalidInput("pageToken: must be the nextPageToken of a page of the same query")
}

// A cursor maps the items of a list to keys. The function key returns the key of item i,
// and after returns the index of the first item that follows the item with the given
// key, even if that item no longer exists.
type cursor struct {
	key   func(i int) string
	after func(key string) int
}

// byPosition is a cursor for lists that do not change.
var byPosition = cursor{
	key: strconv.Itoa,
	after: func(key string) int {
		i, _ := strconv.Atoi(key)
		return i + 1
	},
}

// page returns the page of items to which token refers, and the token of the next page,
// which is nil on the last page. query is the input without its token.
func page[T any](p *pager, operation string, query any, token *string, items []T, c cursor) ([]T, *string, error) {
	text, err := awsjson.Marshal(query)
	if err != nil {
		return nil, nil, err
	}
	boundQuery := append([]byte(operation), text...)
	start := 0
	if token != nil && *token != "" {
		key, err := p.key(boundQuery, *token)
		if err != nil {
			return nil, nil, err
		}
		start = c.after(key)
	}
	if p.size <= 0 || len(items)-start <= p.size {
		return items[start:], nil, nil
	}
	end := start + p.size
	return items[start:end:end], p.token(boundQuery, c.key(end-1)), nil
}
