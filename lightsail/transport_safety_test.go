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

// tlsServer returns a TLS server and a function that returns the versions that clients
// have offered.
func tlsServer(t *testing.T, config *tls.Config) (*httptest.Server, func() []uint16) {
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

// TestTLS checks that the default HTTP client requires TLS 1.2 and a certificate that the
// system trusts.
func TestTLS(t *testing.T) {
	t.Parallel()
	call := func(server *httptest.Server, mode aws.DefaultsMode, path func(*lightsail.Options), client lightsail.HTTPClient) error {
		cfg := aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &server.URL, DefaultsMode: mode}
		_, err := lightsail.NewFromConfig(cfg, noRetryDelay, func(o *lightsail.Options) {
			if client != nil {
				o.HTTPClient = client
			}
		}, path).GetBuckets(context.Background(), nil)
		return err
	}
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		old, offered := tlsServer(t, &tls.Config{MinVersion: tls.VersionTLS10, MaxVersion: tls.VersionTLS11})
		// A defaults mode changes timeouts only.
		for _, mode := range []aws.DefaultsMode{"", aws.DefaultsModeStandard} {
			err := call(old, mode, path, nil)
			if err == nil || !strings.Contains(err.Error(), "protocol version") {
				t.Errorf("mode %q, server with TLS 1.1: got error %v, want protocol version", mode, err)
			}
			if versions := offered(); len(versions) == 0 || slices.Min(versions) != tls.VersionTLS12 {
				t.Errorf("mode %q: got offered versions %x, want 1.2 as the oldest", mode, versions)
			}
		}

		// With TLS 1.2 the handshake reaches the certificate, which is not trusted.
		current, _ := tlsServer(t, &tls.Config{MaxVersion: tls.VersionTLS12})
		err := call(current, "", path, nil)
		var unknown x509.UnknownAuthorityError
		if !errors.As(err, &unknown) {
			t.Errorf("unknown authority: got error %v, want an UnknownAuthorityError", err)
		}
		trusting := awshttp.NewBuildableClient().WithTransportOptions(func(tr *http.Transport) {
			tr.TLSClientConfig.RootCAs = x509.NewCertPool()
			tr.TLSClientConfig.RootCAs.AddCert(current.Certificate())
		})
		if err := call(current, "", path, trusting); err != nil {
			t.Errorf("TLS 1.2 and trusted authority: got error %v, want none", err)
		}
	})
}

// TestNoHeaderInjection sets options, credentials, input fields and environment variables
// to a value with line breaks. No header or request of the value may be sent.
func TestNoHeaderInjection(t *testing.T) {
	const injected = "x\r\nX-Injected: 1\r\n\r\nPOST /injected HTTP/1.1\r\nHost: injected\r\n\r\n"
	var requests atomic.Int64
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		requests.Add(1)
		if r.URL.Path != "/" || r.URL.RawQuery != "" || r.Header.Get("X-Injected") != "" || r.Method != "POST" {
			t.Errorf("got request %s %s with header %v, want POST / without X-Injected", r.Method, r.URL, r.Header)
		}
		for name, values := range r.Header {
			if len(values) != 1 || strings.ContainsAny(name+values[0], "\r\n") {
				t.Errorf("header %s: got %q, want one value without line breaks", name, values)
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
	operations, rows := allOperations(t), 0
	for name, row := range map[string]struct {
		env    string
		option func(*lightsail.Options)
		sent   bool // the value is escaped or not sent; otherwise the call fails
	}{
		"AppID":                 {"", func(o *lightsail.Options) { o.AppID = injected }, true},
		"AppID with LF":         {"", func(o *lightsail.Options) { o.AppID = "x\nX-Injected: 1" }, true},
		"Region":                {"", func(o *lightsail.Options) { o.Region = injected }, false},
		"signing name":          {"", lightsail.WithSigV4SigningName(injected), false},
		"signing Region":        {"", lightsail.WithSigV4SigningRegion(injected), false},
		"access key ID":         {"", withKeys(aws.Credentials{AccessKeyID: injected, SecretAccessKey: "s"}), false},
		"secret key":            {"", withKeys(aws.Credentials{AccessKeyID: "a", SecretAccessKey: injected}), true},
		"session token":         {"", withKeys(aws.Credentials{AccessKeyID: "a", SecretAccessKey: "s", SessionToken: injected}), false},
		"BaseEndpoint":          {"", func(o *lightsail.Options) { o.BaseEndpoint = aws.String(server.URL + "/" + injected) }, false},
		"endpoint header":       {"", lightsail.WithEndpointResolverV2(injectingResolver{server.URL, injected}), false},
		"execution environment": {"AWS_EXECUTION_ENV", directPath, true},
		"Lambda trace ID":       {"_X_AMZN_TRACE_ID", directPath, true},
		"no injection":          {"", directPath, true},
	} {
		sample := sampleOperations(operations, rows)
		rows++
		t.Run(name, func(t *testing.T) {
			if row.env != "" {
				t.Setenv("AWS_LAMBDA_FUNCTION_NAME", "f")
				t.Setenv(row.env, injected)
			}
			eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
				cfg := aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &server.URL}
				for _, op := range sample {
					requests.Store(0)
					_, err := op.call(t.Context(), lightsail.NewFromConfig(cfg, noRetryDelay, row.option, path))
					want := int64(0)
					if row.sent {
						want = 1
					}
					if requests.Load() != want || (err == nil) != row.sent || name == "session token" && strings.Contains(err.Error(), "X-Injected") {
						t.Errorf("%s: got %d requests and error %v, want %d", op.name, requests.Load(), err, want)
					}
				}
			})
		})
	}

	t.Run("input fields", func(t *testing.T) {
		eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
			cfg := aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &server.URL}
			client := lightsail.NewFromConfig(cfg, noRetryDelay, path)
			requests.Store(0)
			_, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: aws.String(injected)})
			if err != nil || requests.Load() != 1 {
				t.Errorf("page token: got %d requests and error %v, want 1 and none", requests.Load(), err)
			}
			_, err = client.GetInstanceAccessDetails(t.Context(), &lightsail.GetInstanceAccessDetailsInput{
				InstanceName: aws.String(injected), Protocol: types.InstanceAccessProtocol(injected),
			})
			if err != nil || requests.Load() != 2 {
				t.Errorf("names: got %d requests and error %v, want 2 and none", requests.Load(), err)
			}
		})
	})
}

type injectingResolver struct{ address, value string }

func (r injectingResolver) ResolveEndpoint(context.Context, lightsail.EndpointParameters) (endpoint smithyendpoints.Endpoint, err error) {
	u, err := url.Parse(r.address)
	if err != nil {
		return endpoint, err
	}
	return smithyendpoints.Endpoint{URI: *u, Headers: http.Header{"X-Mine": {r.value}}}, nil
}

// TestRedirectsWithNetHTTPClient uses an http.Client, which follows some redirects. It
// must not send the signature or the body to another host.
func TestRedirectsWithNetHTTPClient(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		for _, status := range []int{301, 302, 303, 307, 308} {
			var redirected atomic.Int64
			token := ""
			otherHost := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
				redirected.Add(1)
				token = r.Header.Get("X-Amz-Security-Token")
				if r.Header.Get("Authorization") != "" || r.ContentLength > 0 {
					t.Errorf("%d: got header %v and %d bytes at another host, want no Authorization and no body", status, r.Header, r.ContentLength)
				}
			}))
			u, _ := url.Parse(otherHost.URL)
			server := httptest.NewServer(http.RedirectHandler("http://localhost:"+u.Port(), status))
			cfg := aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &server.URL, HTTPClient: new(http.Client)}
			_, err := lightsail.NewFromConfig(cfg, noRetryDelay, path).GetBuckets(t.Context(), nil)
			if status >= 307 && (err == nil || redirected.Load() != 0) {
				t.Errorf("%d: got %d requests to another host and error %v, want none and an error", status, redirected.Load(), err)
			}
			// SECURITY.md states this.
			if status < 307 && (redirected.Load() != 1 || token == "") {
				t.Errorf("%d: got %d requests to another host with session token %q, want 1 with the token", status, redirected.Load(), token)
			}
			server.Close()
			otherHost.Close()
		}
	})
}

// TestGzipBomb checks that the size limit applies to the decompressed body.
func TestGzipBomb(t *testing.T) {
	t.Parallel()
	if raceEnabled {
		t.Skip("slow under the race detector, and nothing is concurrent")
	}
	mib := []byte(gzipped(strings.Repeat(" ", 1<<20)))
	server := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Content-Encoding", "gzip")
		for range 1 << 10 { // 1 GiB, or until the client closes the connection
			if _, err := rw.Write(mib); err != nil {
				return
			}
		}
	}))
	defer server.Close()
	cfg := aws.Config{Region: "us-east-1", Credentials: testCredentials, BaseEndpoint: &server.URL}
	var err error
	runWithTimeout(t, "GetBuckets", func() { _, err = lightsail.NewFromConfig(cfg, noRetryDelay).GetBuckets(t.Context(), nil) })
	if err == nil || !strings.Contains(err.Error(), "larger than 64 MiB") {
		t.Errorf("got error %v, want the size limit", err)
	}
}

// TestWrongDateCorrected checks that one response with a wrong Date makes the next call
// fail once. Its retry uses the right time again.
func TestWrongDateCorrected(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		synctest.Test(t, func(t *testing.T) {
			server := lightsailtest.NewServer(t)
			server.Inject("", lightsailtest.WrongDate(-50*24*time.Hour))
			server.Expect("InvalidSignatureException")
			client := server.Client(inProcess(server), path)
			for range 3 {
				if _, err := client.GetBuckets(t.Context(), nil); err != nil {
					t.Errorf("got error %v, want none", err)
				}
			}
			server.AssertCalls(t, "GetBuckets", "GetBuckets", "GetBuckets #2", "GetBuckets")
		})
	})
}

// TestLostResponse drops a response after the service has made the change. The client
// repeats the change; for CreateBucket, the error is that the name is taken.
func TestLostResponse(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		server := lightsailtest.NewServer(t)
		server.Inject("", lightsailtest.DropResponse())
		client := server.Client(path)
		in := &lightsail.CreateBucketInput{BucketName: aws.String("photos"), BundleId: aws.String("small_1_0")}
		_, err := client.CreateBucket(t.Context(), in)
		var taken *types.InvalidInputException
		if !errors.As(err, &taken) || len(server.Snapshot().Buckets) != 1 || len(server.Calls()) != 2 {
			t.Errorf("got %d buckets after %d requests and error %v, want 1 after 2 and a name conflict", len(server.Snapshot().Buckets), len(server.Calls()), err)
		}

		// Repeating an update has no further effect.
		server.Inject("", lightsailtest.DropResponse())
		_, err = client.UpdateBucket(t.Context(), &lightsail.UpdateBucketInput{BucketName: aws.String("photos"), Versioning: aws.String("Enabled")})
		if err != nil || aws.ToString(server.Snapshot().Buckets[0].ObjectVersioning) != "Enabled" {
			t.Errorf("got error %v, want none and versioning enabled", err)
		}

		// A change whose response is truncated is not repeated.
		server.Inject("", lightsailtest.Cut(10))
		in.BucketName = aws.String("albums")
		server.ResetCalls()
		_, err = client.CreateBucket(t.Context(), in)
		if err == nil || !strings.Contains(err.Error(), "after the service had accepted the call") ||
			len(server.Snapshot().Buckets) != 2 || len(server.Calls()) != 1 {
			t.Errorf("got %d buckets after %d requests and error %v, want 2 after 1 and an accepted call", len(server.Snapshot().Buckets), len(server.Calls()), err)
		}
	})
}

// TestUnsafeInOneFile checks that one file of the root module uses package unsafe or
// linkname directives, as SECURITY.md states.
func TestUnsafeInOneFile(t *testing.T) {
	t.Parallel()
	var found []string
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && path != ".." {
			if _, err := os.Stat(filepath.Join(path, "go.mod")); err == nil || strings.HasPrefix(entry.Name(), ".") {
				return filepath.SkipDir
			}
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
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
	if diff := cmp.Diff([]string{"../internal/awsjson/unsafe.go"}, found); diff != "" {
		t.Errorf("files that use unsafe (-want +got):\n%s", diff)
	}
}
