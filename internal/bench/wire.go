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

// A wire is the way by which requests reach what answers them.
type wire struct {
	name string
	url  string // "" leaves the address to the client
	http func(task *task) lightsail.HTTPClient
}

// fake is the wire without sockets: each request is answered where it is sent.
var fake = wire{name: "fake", http: func(task *task) lightsail.HTTPClient { return fakeClient(task.answer) }}

type fakeClient string

// fakeHeader is shared by all answers, since nobody writes into it.
var fakeHeader = http.Header{
	"Content-Type":     {"application/x-amz-json-1.1"},
	"Date":             {time.Now().UTC().Format(http.TimeFormat)},
	"Server":           {"Server"},
	"X-Amzn-Requestid": {"0f1b5a3c-5b0e-4c57-9d0c-6a2c4e1f8b7d"},
}

// Do answers a request.
func (f fakeClient) Do(req *http.Request) (*http.Response, error) {
	req.Body.Close()
	answer := &struct {
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
	answer.body.Reset(string(f))
	answer.Body = io.NopCloser(&answer.body)
	return &answer.Response, nil
}

// serveArgument makes this program the other end of the sockets. It is a process
// of its own, so that what it costs is not counted.
const serveArgument = "serve-loopback"

// serve answers by HTTP and by TLS until its standard input ends. First it prints
// both addresses, and the certificate.
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
		server := &http.Server{Handler: http.HandlerFunc(serveAnswer), ReadHeaderTimeout: time.Minute}
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

// thinking is how long the server takes for an answer. smithy-go closes the body
// of a request as soon as the answer is there, and breaks the connection where
// net/http has not quite finished with it by then: see safeWriteToReadCloser there.
// No network is fast enough for that, but the loopback is, and new connections
// would be what is measured.
const thinking = 500 * time.Microsecond

// answered remembers answers by operation and request.
var answered sync.Map

func serveAnswer(w http.ResponseWriter, r *http.Request) {
	request, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	_, operation, _ := strings.Cut(r.Header.Get("X-Amz-Target"), ".")
	key := operation + string(request)
	body, ok := answered.Load(key)
	if !ok {
		text, err := answer(operation, request)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		body, _ = answered.LoadOrStore(key, []byte(text))
	}
	time.Sleep(thinking)
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

// loopback starts the other end and returns the wires to it, and what ends it.
func loopback() (wires []wire, stop func(), err error) {
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
		return nil, nil, errors.New("the server on the loopback did not start")
	}
	// Everyone keeps as many connections as it has goroutines: what is compared
	// is clients and not handshakes.
	client := func(*task) lightsail.HTTPClient {
		return awshttp.NewBuildableClient().WithTransportOptions(func(t *http.Transport) {
			t.TLSClientConfig.RootCAs = pool
			t.MaxIdleConnsPerHost = manyGoroutines
		})
	}
	return []wire{
		{name: "HTTP", url: strings.TrimSpace(plain), http: client},
		{name: "TLS", url: strings.TrimSpace(secure), http: client},
	}, stop, nil
}
