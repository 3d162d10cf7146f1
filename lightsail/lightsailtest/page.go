package lightsailtest

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"strconv"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// A pager makes page tokens and reads them back. A token names the last item of a
// page, sealed so that it says nothing and cannot be made up, and
// bound to the query whose page it is. That the real service refuses a bad token
// with InvalidInputException is a guess.
type pager struct {
	aead cipher.AEAD
	size int
}

// newPager returns a pager whose tokens no other one takes. Without size there
// is one page.
func newPager(size int) (*pager, error) {
	key := make([]byte, 16)
	// It does not return an error, ever, but ends the program.
	_, _ = rand.Read(key)
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	aead, err := cipher.NewGCMWithRandomNonce(block)
	return &pager{aead: aead, size: size}, err
}

func (p *pager) token(query []byte, mark string) *string {
	token := base64.RawURLEncoding.EncodeToString(p.aead.Seal(nil, nil, []byte(mark), query))
	return &token
}

// mark returns what a token was made of.
func (p *pager) mark(query []byte, token string) (string, error) {
	sealed, err := base64.RawURLEncoding.DecodeString(token)
	// There are other spellings of the same bytes, which were not given out.
	if err == nil && base64.RawURLEncoding.EncodeToString(sealed) == token {
		if mark, err := p.aead.Open(nil, nil, sealed, query); err == nil {
			return string(mark), nil
		}
	}
	return "", invalidInput("pageToken: it is not the nextPageToken of a page of this query")
}

// A cursor says how a place in a list is remembered: mark names the item at an
// index, and after returns the index that follows a mark, also where the item
// that it named is gone.
type cursor struct {
	mark  func(i int) string
	after func(mark string) int
}

// byPosition is for lists that do not change.
var byPosition = cursor{
	mark: strconv.Itoa,
	after: func(mark string) int {
		i, _ := strconv.Atoi(mark)
		return i + 1
	},
}

// page returns the items that follow token, and the token of the next page, nil
// on the last one. query is the input without its token.
func page[T any](p *pager, operation string, query any, token *string, items []T, c cursor) ([]T, *string, error) {
	text, err := awsjson.Marshal(query)
	if err != nil {
		return nil, nil, err
	}
	bound := append([]byte(operation), text...)
	begin := 0
	if token != nil && *token != "" {
		mark, err := p.mark(bound, *token)
		if err != nil {
			return nil, nil, err
		}
		begin = c.after(mark)
	}
	if p.size <= 0 || len(items)-begin <= p.size {
		return items[begin:], nil, nil
	}
	end := begin + p.size
	return items[begin:end:end], p.token(bound, c.mark(end-1)), nil
}
