package lightsail_test

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"io/fs"
	"log"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// secureServer is a server that speaks TLS, and notes what versions it is offered.
func secureServer(t *testing.T, config *tls.Config) (*httptest.Server, func() []uint16) {
	t.Helper()
	var mu sync.Mutex
	var offered []uint16
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		_, _ = io.WriteString(rw, goodBody)
	}))
	config.GetConfigForClient = func(hello *tls.ClientHelloInfo) (*tls.Config, error) {
		mu.Lock()
		defer mu.Unlock()
		offered = append(offered, hello.SupportedVersions...)
		return nil, nil
	}
	server.TLS = config
	server.Config.ErrorLog = log.New(io.Discard, "", 0)
	server.StartTLS()
	t.Cleanup(server.Close)
	return server, func() []uint16 {
		mu.Lock()
		defer mu.Unlock()
		return slices.Clone(offered)
	}
}

// The HTTP client that one gets without asking for another speaks no TLS before
// 1.2, and trusts nobody whom the machine does not.
func TestTLS(t *testing.T) {
	var mode aws.DefaultsMode
	call := func(server *httptest.Server, way func(*lightsail.Options), client lightsail.HTTPClient) error {
		cfg := aws.Config{Region: "us-east-1", Credentials: keys, BaseEndpoint: &server.URL, DefaultsMode: mode}
		_, err := lightsail.NewFromConfig(cfg, quick, func(o *lightsail.Options) {
			if client != nil {
				o.HTTPClient = client
			}
		}, way).GetBuckets(context.Background(), nil)
		return err
	}
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		old, offered := secureServer(t, &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11})
		// A mode of its own sets other time-outs, and nothing else.
		for _, mode = range []aws.DefaultsMode{"", aws.DefaultsModeStandard} {
			err := call(old, way, nil)
			if err == nil || !strings.Contains(err.Error(), "protocol version") {
				t.Errorf("mode %q: a server of TLS 1.1: error %v", mode, err)
			}
			if versions := offered(); len(versions) == 0 || slices.Min(versions) != tls.VersionTLS12 {
				t.Errorf("mode %q: offered versions %x, want 1.2 for the oldest", mode, versions)
			}
		}

		// With a server of TLS 1.2 the versions agree, and then it is the
		// certificate that nobody vouches for.
		current, _ := secureServer(t, &tls.Config{MaxVersion: tls.VersionTLS12})
		err := call(current, way, nil)
		var unknown x509.UnknownAuthorityError
		if !errors.As(err, &unknown) {
			t.Errorf("an unknown authority: error %v", err)
		}
		trusting := awshttp.NewBuildableClient().WithTransportOptions(func(tr *http.Transport) {
			tr.TLSClientConfig.RootCAs = x509.NewCertPool()
			tr.TLSClientConfig.RootCAs.AddCert(current.Certificate())
		})
		if err := call(current, way, trusting); err != nil {
			t.Errorf("a server of TLS 1.2: %v", err)
		}
	})
}

// No option and no member puts a header, a line, or another request on the wire
// that is not ours.
func TestNothingIsInjected(t *testing.T) {
	const evil = "x\r\nX-Evil: 1\r\n\r\nPOST /evil HTTP/1.1\r\nHost: evil\r\n\r\n"
	var requests atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		if r.URL.Path != "/" || r.URL.RawQuery != "" || r.Header.Get("X-Evil") != "" || r.Method != "POST" {
			t.Errorf("got %s %s with %v", r.Method, r.URL, r.Header)
		}
		for name, values := range r.Header {
			if len(values) != 1 || strings.ContainsAny(name+values[0], "\r\n") {
				t.Errorf("%s: %q", name, values)
			}
		}
		_, _ = io.WriteString(rw, goodBody)
	}))
	defer server.Close()
	withKeys := func(c aws.Credentials) func(*lightsail.Options) {
		return func(o *lightsail.Options) {
			o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) { return c, nil })
		}
	}
	for name, row := range map[string]struct {
		env    string
		option func(*lightsail.Options)
		sent   bool // nothing to worry about: escaped, or where a line does no harm
	}{
		"AppID":           {"", func(o *lightsail.Options) { o.AppID = evil }, true},
		"AppID with LF":   {"", func(o *lightsail.Options) { o.AppID = "x\nX-Evil: 1" }, true},
		"Region":          {"", func(o *lightsail.Options) { o.Region = evil }, false},
		"signing name":    {"", lightsail.WithSigV4SigningName(evil), false},
		"signing Region":  {"", lightsail.WithSigV4SigningRegion(evil), false},
		"access key ID":   {"", withKeys(aws.Credentials{AccessKeyID: evil, SecretAccessKey: "s"}), false},
		"secret":          {"", withKeys(aws.Credentials{AccessKeyID: "a", SecretAccessKey: evil}), true},
		"session token":   {"", withKeys(aws.Credentials{AccessKeyID: "a", SecretAccessKey: "s", SessionToken: evil}), false},
		"BaseEndpoint":    {"", func(o *lightsail.Options) { o.BaseEndpoint = aws.String(server.URL + "/" + evil) }, false},
		"endpoint header": {"", lightsail.WithEndpointResolverV2(evilResolver{server.URL, evil}), false},
		"environment":     {"AWS_EXECUTION_ENV", func(*lightsail.Options) {}, true},
		"trace of Lambda": {"_X_AMZN_TRACE_ID", func(*lightsail.Options) {}, true},
		"nothing":         {"", func(*lightsail.Options) {}, true},
	} {
		t.Run(name, func(t *testing.T) {
			if row.env != "" {
				t.Setenv("AWS_LAMBDA_FUNCTION_NAME", "f")
				t.Setenv(row.env, evil)
			}
			eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
				cfg := aws.Config{Region: "us-east-1", Credentials: keys, BaseEndpoint: &server.URL}
				for _, op := range allOperations(t) {
					requests.Store(0)
					_, err := op.call(t.Context(), lightsail.NewFromConfig(cfg, quick, row.option, way))
					want := int64(0)
					if row.sent {
						want = 1
					}
					if requests.Load() != want || (err == nil) != row.sent || name == "session token" && strings.Contains(err.Error(), "X-Evil") {
						t.Errorf("%s: %d requests, error %v", op.name, requests.Load(), err)
					}
				}
			})
		})
	}

	t.Run("members", func(t *testing.T) {
		eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
			cfg := aws.Config{Region: "us-east-1", Credentials: keys, BaseEndpoint: &server.URL}
			client := lightsail.NewFromConfig(cfg, quick, way)
			requests.Store(0)
			_, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: aws.String(evil)})
			if err != nil || requests.Load() != 1 {
				t.Errorf("page token: %d requests, error %v", requests.Load(), err)
			}
			_, err = client.GetInstanceAccessDetails(t.Context(), &lightsail.GetInstanceAccessDetailsInput{
				InstanceName: aws.String(evil), Protocol: types.InstanceAccessProtocol(evil),
			})
			if err != nil || requests.Load() != 2 {
				t.Errorf("names: %d requests, error %v", requests.Load(), err)
			}
		})
	})
}

type evilResolver struct{ address, value string }

func (r evilResolver) ResolveEndpoint(context.Context, lightsail.EndpointParameters) (endpoint smithyendpoints.Endpoint, err error) {
	u, err := url.Parse(r.address)
	if err != nil {
		return endpoint, err
	}
	return smithyendpoints.Endpoint{URI: *u, Headers: http.Header{"X-Mine": {r.value}}}, nil
}

// Where the caller brings an http.Client of net/http itself, its own rules hold
// for redirects. The signature does not go to another host even then.
func TestRedirectsOfOtherClients(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		for _, status := range []int{301, 302, 303, 307, 308} {
			var strayed atomic.Int64
			token := ""
			elsewhere := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
				strayed.Add(1)
				token = r.Header.Get("X-Amz-Security-Token")
				if r.Header.Get("Authorization") != "" || r.ContentLength > 0 {
					t.Errorf("%d: another host got %v and %d bytes", status, r.Header, r.ContentLength)
				}
			}))
			u, _ := url.Parse(elsewhere.URL)
			server := httptest.NewServer(http.RedirectHandler("http://localhost:"+u.Port(), status))
			cfg := aws.Config{Region: "us-east-1", Credentials: keys, BaseEndpoint: &server.URL, HTTPClient: new(http.Client)}
			_, err := lightsail.NewFromConfig(cfg, quick, way).GetBuckets(t.Context(), nil)
			if status >= 307 && (err == nil || strayed.Load() != 0) {
				t.Errorf("%d: %d requests elsewhere, error %v", status, strayed.Load(), err)
			}
			// Were this not so any more, SECURITY.md would say too much.
			if status < 307 && (strayed.Load() != 1 || token == "") {
				t.Errorf("%d: %d requests elsewhere, session token %q", status, strayed.Load(), token)
			}
			server.Close()
			elsewhere.Close()
		}
	})
}

// A small body that unpacks to an endless one is not read to its end.
func TestGzipBomb(t *testing.T) {
	if raceEnabled {
		t.Skip("it takes seconds under the race detector, and none of it is concurrent")
	}
	mib := []byte(zipped(strings.Repeat(" ", 1<<20)))
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Encoding", "gzip")
		for range 1 << 10 { // a GiB, or until the client hangs up
			if _, err := rw.Write(mib); err != nil {
				return
			}
		}
	}))
	defer server.Close()
	cfg := aws.Config{Region: "us-east-1", Credentials: keys, BaseEndpoint: &server.URL}
	_, err := lightsail.NewFromConfig(cfg, quick).GetBuckets(t.Context(), nil)
	if err == nil || !strings.Contains(err.Error(), "larger than 64 MiB") {
		t.Errorf("error %v", err)
	}
}

// A server that shows a wrong time once misleads one call, which is refused and
// put right at once.
func TestWrongDateHeals(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		synctest.Test(t, func(t *testing.T) {
			server := lightsailtest.NewServer(t)
			server.Inject("", lightsailtest.WrongDate(-50*24*time.Hour))
			server.Expect("InvalidSignatureException")
			client := server.Client(inProcess(server), way)
			for range 3 {
				if _, err := client.GetBuckets(t.Context(), nil); err != nil {
					t.Error(err)
				}
			}
			server.AssertCalls(t, "GetBuckets", "GetBuckets", "GetBuckets #2", "GetBuckets")
		})
	})
}

// An answer that is lost may have been given: a change that was made is made
// again. The caller of CreateBucket learns that the name is taken.
func TestLostAnswers(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		server := lightsailtest.NewServer(t)
		server.Inject("", lightsailtest.DropAnswer())
		client := server.Client(way)
		in := &lightsail.CreateBucketInput{BucketName: aws.String("photos"), BundleId: aws.String("small_1_0")}
		_, err := client.CreateBucket(t.Context(), in)
		var taken *types.InvalidInputException
		if !errors.As(err, &taken) || len(server.Snapshot().Buckets) != 1 || len(server.Calls()) != 2 {
			t.Errorf("%d buckets after %d requests, error %v", len(server.Snapshot().Buckets), len(server.Calls()), err)
		}

		// An update is the same when it is made twice.
		server.Inject("", lightsailtest.DropAnswer())
		_, err = client.UpdateBucket(t.Context(), &lightsail.UpdateBucketInput{BucketName: aws.String("photos"), Versioning: aws.String("Enabled")})
		if err != nil || aws.ToString(server.Snapshot().Buckets[0].ObjectVersioning) != "Enabled" {
			t.Errorf("error %v", err)
		}

		// An answer that began and was cut is not asked for again.
		server.Inject("", lightsailtest.Cut(10))
		in.BucketName = aws.String("albums")
		server.ResetCalls()
		_, err = client.CreateBucket(t.Context(), in)
		if err == nil || !strings.Contains(err.Error(), "after the service had accepted the call") ||
			len(server.Snapshot().Buckets) != 2 || len(server.Calls()) != 1 {
			t.Errorf("%d buckets after %d requests, error %v", len(server.Snapshot().Buckets), len(server.Calls()), err)
		}
	})
}

// SECURITY.md promises that one file goes around Go's type system.
func TestUnsafeIsInOneFile(t *testing.T) {
	var found []string
	for _, dir := range []string{"../types", "../lightsail", "../internal/awsjson", "../internal/transport"} {
		err := filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			source, err := os.ReadFile(path)
			if bytes.Contains(source, []byte(`"unsafe"`)) || bytes.Contains(source, []byte("//go:linkname")) {
				found = append(found, filepath.ToSlash(path))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff([]string{"../internal/awsjson/unsafe.go"}, found); diff != "" {
		t.Error(diff)
	}
}
