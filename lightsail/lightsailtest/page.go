package lightsailtest

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"reflect"
	"slices"
	"strconv"
	"strings"

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

// pageOf returns the page of items to which the PageToken of an input refers, and the
// token of the next page, which is nil on the last one. The items are sorted by key. A
// page begins after the last key of the previous one, even if that item no longer exists.
func pageOf[T any](st *state, in any, items []T, key func(T) string) ([]T, *string, error) {
	return paginate(st, in, items, func(i int) string { return key(items[i]) }, func(last string) int {
		i, found := slices.BinarySearchFunc(items, last, func(item T, last string) int { return strings.Compare(key(item), last) })
		if found {
			i++
		}
		return i
	})
}

// pageByPosition is pageOf for a list that does not change.
func pageByPosition[T any](st *state, in any, items []T) ([]T, *string, error) {
	return paginate(st, in, items, strconv.Itoa, func(last string) int {
		i, _ := strconv.Atoi(last)
		return i + 1
	})
}

// pageFromEnd is pageOf for a list to which items are only added, newest last. It returns
// the newest items first. Items may be removed from the beginning of the list.
func pageFromEnd[T any](st *state, in any, items []T, key func(T) string) ([]T, *string, error) {
	newest := slices.Clone(items)
	slices.Reverse(newest)
	return paginate(st, in, newest, func(i int) string { return key(newest[i]) }, func(last string) int {
		i := slices.IndexFunc(newest, func(item T) bool { return key(item) == last })
		if i < 0 {
			return len(newest) // all that follow the last item have been removed with it
		}
		return i + 1
	})
}

// paginate returns a page of items. The function key returns the key of item i, and after
// returns the index of the first item that follows the one with the given key.
func paginate[T any](st *state, in any, items []T, key func(i int) string, after func(key string) int) ([]T, *string, error) {
	query, token, err := splitToken(st, in)
	if err != nil {
		return nil, nil, err
	}
	start := 0
	if token != "" {
		last, err := st.pager.key(query, token)
		if err != nil {
			return nil, nil, err
		}
		start = min(after(last), len(items))
	}
	if st.pager.size <= 0 || len(items)-start <= st.pager.size {
		return items[start:], nil, nil
	}
	end := start + st.pager.size
	return items[start:end:end], st.pager.token(query, key(end-1)), nil
}

// splitToken returns the PageToken of an input, and the query for which it is valid: the
// Region, the API operation, and the rest of the input.
func splitToken(st *state, in any) (query []byte, token string, err error) {
	v := reflect.New(reflect.TypeOf(in).Elem()).Elem()
	v.Set(reflect.ValueOf(in).Elem())
	field := v.FieldByName("PageToken")
	if !field.IsNil() {
		token = field.Elem().String()
	}
	field.SetZero()
	text, err := awsjson.Marshal(v.Addr().Interface())
	return append([]byte(st.region+" "+v.Type().Name()), text...), token, err
}
