package main

import (
	"bufio"
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"

	"github.com/lightsail-go/sdk/lightsail"
)

// A transport is a way to send requests to a server.
type transport struct {
	name string
	url  string // "" for the client's default endpoint
	http func(task *task) lightsail.HTTPClient
}

// fake is the transport without sockets. The HTTP client itself returns the
// response of the task.
var fake = transport{name: "fake", http: func(task *task) lightsail.HTTPClient { return fakeClient(task.response) }}

// fakeClient is an HTTP client that returns itself as the body of every response.
type fakeClient string

// fakeHeader is the header of all responses. No client writes to it.
var fakeHeader = http.Header{
	"Content-Type":     {"application/x-amz-json-1.1"},
	"Date":             {time.Now().UTC().Format(http.TimeFormat)},
	"Server":           {"Server"},
	"X-Amzn-Requestid": {"0f1b5a3c-5b0e-4c57-9d0c-6a2c4e1f8b7d"},
}

// Do implements [lightsail.HTTPClient].
func (f fakeClient) Do(req *http.Request) (*http.Response, error) {
	req.Body.Close()
	response := &struct {
		http.Response
		body struct{ strings.Reader }
	}{
		Response: http.Response{
			Status:        "200 OK",
			StatusCode:    http.StatusOK,
			Proto:         "HTTP/1.1",
			ProtoMajor:    1,
			ProtoMinor:    1,
			Header:        fakeHeader,
			ContentLength: int64(len(f)),
			Request:       req,
		},
	}
	response.body.Reset(string(f))
	response.Body = io.NopCloser(&response.body)
	return &response.Response, nil
}

// serveArgument makes this program run the loopback server. The server is a
// separate process to exclude its cost.
const serveArgument = "serve-loopback"

// serve serves HTTP and HTTPS until standard input ends. It first prints both
// addresses and the certificate.
func serve() error {
	certificate, err := selfSigned()
	if err != nil {
		return err
	}
	var addresses [2]string
	for i, config := range []*tls.Config{nil, {Certificates: []tls.Certificate{certificate}}} {
		listener, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			return err
		}
		addresses[i] = listener.Addr().String()
		if config != nil {
			listener = tls.NewListener(listener, config)
		}
		server := &http.Server{Handler: http.HandlerFunc(respond), ReadHeaderTimeout: time.Minute}
		go server.Serve(listener)
	}
	fmt.Printf("http://%s\nhttps://%s\n", addresses[0], addresses[1])
	if err := pem.Encode(os.Stdout, &pem.Block{Type: "CERTIFICATE", Bytes: certificate.Certificate[0]}); err != nil {
		return err
	}
	os.Stdout.Close()
	_, err = io.Copy(io.Discard, os.Stdin)
	return err
}

// serverDelay is the time that the server waits before it responds. smithy-go
// closes the request body when it receives the response (see
// safeWriteToReadCloser), and net/http closes the connection if it is still
// reading the body. Only loopback is fast enough for that. Without the delay, the
// benchmark would measure new connections.
const serverDelay = 500 * time.Microsecond

// cachedBodies holds response bodies by operation and request body.
var cachedBodies sync.Map

func respond(w http.ResponseWriter, r *http.Request) {
	request, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	_, operation, _ := strings.Cut(r.Header.Get("X-Amz-Target"), ".")
	key := operation + string(request)
	body, ok := cachedBodies.Load(key)
	if !ok {
		text, err := responseBody(operation, request)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		body, _ = cachedBodies.LoadOrStore(key, []byte(text))
	}
	time.Sleep(serverDelay)
	header := w.Header()
	header["Content-Type"] = fakeHeader["Content-Type"]
	header["Server"] = fakeHeader["Server"]
	header["X-Amzn-Requestid"] = fakeHeader["X-Amzn-Requestid"]
	header["Content-Length"] = []string{strconv.Itoa(len(body.([]byte)))}
	w.Write(body.([]byte))
}

func selfSigned() (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1),
		NotBefore:    time.Now().Add(-time.Hour),
		NotAfter:     time.Now().Add(24 * time.Hour),
		IPAddresses:  []net.IP{net.IPv4(127, 0, 0, 1)},
		IsCA:         true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, err
}

// loopback starts the server process. It returns the transports to it, and a
// function that stops it.
func loopback() (transports []transport, stop func(), err error) {
	self, err := os.Executable()
	if err != nil {
		return nil, nil, err
	}
	cmd := exec.Command(self, serveArgument)
	cmd.Stderr = os.Stderr
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, nil, err
	}
	stop = func() {
		stdin.Close()
		cmd.Wait()
	}

	out := bufio.NewReader(stdout)
	plain, _ := out.ReadString('\n')
	secure, _ := out.ReadString('\n')
	certificate, _ := io.ReadAll(out)
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(bytes.TrimSpace(certificate)) {
		stop()
		return nil, nil, errors.New("the loopback server did not start")
	}
	// Every client keeps one idle connection per goroutine. Otherwise the benchmark
	// would measure handshakes.
	client := func(*task) lightsail.HTTPClient {
		return awshttp.NewBuildableClient().WithTransportOptions(func(t *http.Transport) {
			t.TLSClientConfig.RootCAs = pool
			t.MaxIdleConnsPerHost = concurrency
		})
	}
	return []transport{
		{name: "HTTP", url: strings.TrimSpace(plain), http: client},
		{name: "TLS", url: strings.TrimSpace(secure), http: client},
	}, stop, nil
}
