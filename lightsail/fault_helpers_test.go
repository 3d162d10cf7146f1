package lightsail_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"reflect"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
)

// faultCase is a fault and its effect on a call of any operation. It is also a row of
// the first table of docs/reliability.md.
type faultCase struct {
	name string

	// At least one of these causes the fault.
	dial      func(ctx context.Context, s *faultServer) (net.Conn, error)
	respond   func(s *faultServer, rw http.ResponseWriter, r *http.Request)
	http2     func(*http2Conn) // responds to a request over HTTP/2
	transport func(*http.Transport)
	option    func(s *faultServer, o *lightsail.Options)

	// wantErr has the type of the error in the chain that the case is about. If it is
	// nil, the call succeeds. wantText is part of the error's text. wantChangeText is
	// part of it only if the operation changes something.
	wantErr                  error
	wantText, wantChangeText string

	// readAttempts and changeAttempts are the number of attempts of operations that
	// read or change, while the fault persists. retried describes them.
	readAttempts, changeAttempts int
	retried                      string

	// notSent is set if the fault occurs before a request is sent, persistent if it
	// cannot end between two attempts.
	notSent, persistent bool
}

// errAny stands for an error of any type.
var errAny = errors.New("")

// attempts returns the number of attempts of op.
func (c *faultCase) attempts(op anyOperation) int {
	if op.readOnly() {
		return c.readAttempts
	}
	return c.changeAttempts
}

// String returns the row of docs/reliability.md.
func (c *faultCase) String() string {
	outcome := "the output"
	if c.wantErr != nil {
		outcome = "`" + c.wantText + "`"
		if c.wantErr != errAny {
			outcome = "`" + typeName(c.wantErr) + "`: " + outcome
		}
		if c.wantChangeText != "" {
			outcome += "; if the operation changes something: `" + c.wantChangeText + "`"
		}
	}
	return fmt.Sprintf("| %s | %s | %d | %d | %s |", c.name, outcome, c.readAttempts, c.changeAttempts, c.retried)
}

// typeName returns the name of an error's type with the usual name of its package.
func typeName(err error) string {
	typ := reflect.TypeOf(err).Elem()
	pkg := map[string]string{
		"github.com/aws/smithy-go":                        "smithy",
		"github.com/aws/smithy-go/transport/http":         "smithyhttp",
		"github.com/aws/aws-sdk-go-v2/aws/transport/http": "awshttp",
		"github.com/lightsail-go/sdk/types":               "types",
	}[typ.PkgPath()]
	return "*" + pkg + "." + typ.Name()
}

// refuseConn dials a port on which no process listens.
func refuseConn(ctx context.Context, _ *faultServer) (net.Conn, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	l.Close()
	return new(net.Dialer).DialContext(ctx, "tcp", l.Addr().String())
}

// writeAndClose writes text to the connection as the response and closes it, with a TCP
// reset if reset is set.
func writeAndClose(rw http.ResponseWriter, text string, reset bool) {
	conn, _, err := http.NewResponseController(rw).Hijack()
	if err != nil {
		return
	}
	_, _ = io.WriteString(conn, text)
	if tcp, ok := conn.(*net.TCPConn); ok && reset {
		_ = tcp.SetLinger(0)
	}
	conn.Close()
}

// closeConn writes text to the connection and closes it.
func closeConn(text string) func(*faultServer, http.ResponseWriter, *http.Request) {
	return func(_ *faultServer, rw http.ResponseWriter, _ *http.Request) { writeAndClose(rw, text, false) }
}

// resetConn writes text to the connection and resets it.
func resetConn(text string) func(*faultServer, http.ResponseWriter, *http.Request) {
	return func(_ *faultServer, rw http.ResponseWriter, _ *http.Request) { writeAndClose(rw, text, true) }
}

// htmlPage responds with an HTML page that contains the canary.
func htmlPage(status int) func(*faultServer, http.ResponseWriter, *http.Request) {
	return respondWith(status, "<html><h1>"+canary+"</h1></html>", "Content-Type", "text/html")
}

// respondWith responds with a status, a body, and pairs of header names and values.
func respondWith(status int, body string, header ...string) func(*faultServer, http.ResponseWriter, *http.Request) {
	return func(_ *faultServer, rw http.ResponseWriter, _ *http.Request) {
		for i := 0; i < len(header); i += 2 {
			rw.Header().Set(header[i], header[i+1])
		}
		rw.WriteHeader(status)
		_, _ = io.WriteString(rw, body)
	}
}

// redirectTo responds with a redirect to another host.
func redirectTo(status int) func(*faultServer, http.ResponseWriter, *http.Request) {
	return func(s *faultServer, rw http.ResponseWriter, _ *http.Request) {
		rw.Header().Set("Location", s.otherURL())
		rw.WriteHeader(status)
	}
}

func gzipped(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, s)
	_ = w.Close()
	return b.String()
}

// failingProvider sets a credentials provider that returns the error of fail.
func failingProvider(fail func(context.Context) error) func(*faultServer, *lightsail.Options) {
	return func(_ *faultServer, o *lightsail.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(ctx context.Context) (aws.Credentials, error) {
			return aws.Credentials{}, fail(ctx)
		})
	}
}
