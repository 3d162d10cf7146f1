package sigv4_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// TestSignRandom compares random requests with those that v4.Signer signs.
// SIGV4_ROUNDS sets their number, SIGV4_SEED repeats a run.
func TestSignRandom(t *testing.T) {
	rounds := fromEnvironment(t, "SIGV4_ROUNDS", 20_000)
	if testing.Short() {
		rounds = min(rounds, 1000)
	}
	seed := fromEnvironment(t, "SIGV4_SEED", rand.Uint64())
	t.Logf("SIGV4_SEED=%d, %d rounds", seed, rounds)
	g := generator{rand.New(rand.NewPCG(seed, 0))}

	// Few keys, so that most rounds find one in the cache.
	credentials := make([]aws.Credentials, 6)
	var signer sigv4.Signer
	for round := range rounds {
		if round%16 == 0 {
			credentials[g.IntN(len(credentials))] = g.credentials()
		}
		r, in := g.request()
		in.credentials = credentials[g.IntN(len(credentials))]
		want := in.signOfficial(t, r)
		if !in.sign(&signer, r) {
			t.Fatalf("round %d: the request was not signed: %+v, %+v", round, r, in)
		}
		if assertSame(t, r, want); t.Failed() {
			t.Fatalf("round %d: %+v", round, in)
		}
	}
}

func fromEnvironment(t *testing.T, name string, otherwise uint64) uint64 {
	text, ok := os.LookupEnv(name)
	if !ok {
		return otherwise
	}
	value, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return value
}

// A generator returns random values.
type generator struct{ *rand.Rand }

// text returns up to limit characters of alphabet.
func (g generator) text(limit int, alphabet string) string {
	b := make([]byte, g.IntN(limit+1))
	for i := range b {
		b[i] = alphabet[g.IntN(len(alphabet))]
	}
	return string(b)
}

func (g generator) oneOf(values ...string) string { return values[g.IntN(len(values))] }

const (
	letters  = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	anything = letters + " \t/+=-_.~!\"#$%&'()*,:;<>?@[]^`{|}\x00\x7f\xff"
)

func (g generator) credentials() (c aws.Credentials) {
	c.AccessKeyID = "A" + g.text(30, letters)
	c.SecretAccessKey = "s" + g.text(100, anything)
	if g.IntN(2) == 0 {
		c.SessionToken = "t" + g.text(1500, letters+"/+=")
	}
	return c
}

func (g generator) request() (*http.Request, input) {
	body := []byte("{" + g.text(300, anything) + "}")
	sum := sha256.Sum256(body)
	in := input{
		payloadHash: hex.EncodeToString(sum[:]),
		service:     g.oneOf("lightsail", "lightsail", "lightsail", g.text(10, letters)),
		region:      g.oneOf("us-east-1", "eu-central-1", g.text(15, letters+"-")),
		time:        g.time(),
	}
	r := newRequest()
	r.ContentLength = int64(len(body))
	r.URL.Scheme = g.oneOf("http", "https")
	r.URL.Host = g.host()
	if g.IntN(4) == 0 {
		r.Host = g.host()
	}
	r.URL.Path = g.oneOf("/", "/", "", "/"+g.text(30, letters+"/-._~"))
	for _, name := range []string{"Content-Type", "X-Amz-Target", "Amz-Sdk-Invocation-Id"} {
		if g.IntN(2) == 0 {
			// Single spaces, and none at the ends.
			r.Header.Set(name, strings.Join(strings.Fields(g.text(60, anything)), " "))
		}
	}
	attempt := fmt.Sprintf("attempt=%d; max=%d", g.IntN(9), g.IntN(9))
	if g.IntN(3) == 0 {
		attempt += "; ttl=" + g.time().Format("20060102T150405Z")
	}
	r.Header.Set("Amz-Sdk-Request", attempt)
	if g.IntN(3) == 0 {
		r.Header.Set("X-Amzn-Trace-Id", g.text(40, anything))
	}
	if g.IntN(5) == 0 {
		r.Header.Del("User-Agent")
	}
	return r, in
}

// host returns a name or an address, often with a port. IPv6 addresses have no
// default port.
func (g generator) host() string {
	name := g.oneOf("lightsail.us-east-1.amazonaws.com", "localhost", "127.0.0.1", "n"+g.text(40, letters+"-._"))
	port := g.oneOf("", "", ":443", ":80", ":8080", ":"+strconv.Itoa(g.IntN(100000)))
	if g.IntN(4) > 0 {
		return name + port
	}
	if port == ":443" || port == ":80" {
		port = ":4443"
	}
	return fmt.Sprintf("[%x:%x::%x]", g.IntN(65536), g.IntN(65536), g.IntN(65536)) + port
}

// time returns a time of a few days, in any time zone and often close to midnight UTC.
func (g generator) time() time.Time {
	day := midnight.AddDate(0, 0, g.IntN(3)-1)
	offset := time.Duration(g.Int64N(int64(24 * time.Hour)))
	if g.IntN(2) == 0 {
		offset = time.Duration(g.Int64N(int64(4*time.Second))) - 2*time.Second
	}
	if g.IntN(50) == 0 {
		day = day.AddDate(g.IntN(10000)-1000, g.IntN(12), 0)
	}
	return day.Add(offset).In(time.FixedZone("zone", g.IntN(26*60*60)-13*60*60))
}
