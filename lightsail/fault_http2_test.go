package lightsail_test

import (
	"context"
	"encoding/binary"
	"io"
	"net"
	"net/http"
	"slices"
	"strings"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// http2Faults are the faults of a server that speaks HTTP/2, or pretends to.
var http2Faults = []faultCase{
	{
		name: "HTTP/2 stream reset with `REFUSED_STREAM`", http2: func(c *http2Conn) { c.reset(7) },
		wantErr: &smithyhttp.RequestSendError{}, wantText: "REFUSED_STREAM",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "HTTP/2 stream reset with `INTERNAL_ERROR` before the response", http2: func(c *http2Conn) { c.reset(2) },
		wantErr: &smithyhttp.RequestSendError{}, wantText: "INTERNAL_ERROR",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name: "HTTP/2 stream reset during the response body", http2: func(c *http2Conn) {
			c.headers(status200, "content-type", "application/x-amz-json-1.1")
			c.frame(frameData, 0, c.stream, goodBody[:20])
			c.reset(2)
		},
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	}, {
		name: "HTTP/2 stream ended before its `Content-Length`", http2: func(c *http2Conn) {
			c.headers(status200, "content-length", "1000")
			c.frame(frameData, flagEndStream, c.stream, goodBody)
		},
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	}, {
		name: "HTTP/2 `GOAWAY` before the response", http2: func(c *http2Conn) {
			c.frame(frameGoAway, 0, 0, "\x00\x00\x00\x00\x00\x00\x00\x02"+canary)
		},
		wantErr: &smithyhttp.RequestSendError{}, wantText: "http2: ",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name: "HTTP/2 `GOAWAY` during the response body", http2: func(c *http2Conn) {
			c.headers(status200)
			c.frame(frameData, 0, c.stream, goodBody[:20])
			c.frame(frameGoAway, 0, 0, "\x00\x00\x00\x01\x00\x00\x00\x02"+canary)
		},
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	}, {
		name: "HTTP/2 connection closed during the response body", http2: func(c *http2Conn) {
			c.headers(status200)
			c.frame(frameData, 0, c.stream, goodBody[:20])
		},
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	}, {
		name: "invalid HTTP/2 frame during the response body", http2: func(c *http2Conn) {
			c.headers(status200)
			c.frame(frameData, 0, c.stream, goodBody[:20])
			c.frame(frameData, 0, 0, "data of no stream")
		},
		wantErr: &smithy.DeserializationError{}, wantText: "the response body ended early", wantChangeText: "after the service had accepted the call",
		readAttempts: 3, changeAttempts: 1, retried: retriedReads,
	}, {
		name: "invalid HTTP/2 header name", http2: func(c *http2Conn) { c.headers(status200, canary+" ", "x") },
		wantErr: &smithyhttp.RequestSendError{}, wantText: "invalid header field",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name: "invalid HTTP/2 pseudo-header", http2: func(c *http2Conn) { c.headers(status200, ":"+canary, "x") },
		wantErr: &smithyhttp.RequestSendError{}, wantText: "pseudo-header",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name: "HTTP/2 response without a status", http2: func(c *http2Conn) { c.headers("", "x", canary) },
		wantErr: &smithyhttp.RequestSendError{}, wantText: "malformed response",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name: "invalid HTTP/2 header compression", http2: func(c *http2Conn) {
			c.frame(frameHeaders, flagEndHeaders, c.stream, "\xff\xff\xff\xff\xff\xff"+canary)
		},
		wantErr: &smithyhttp.RequestSendError{}, wantText: "COMPRESSION_ERROR",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name: "endless HTTP/2 header block", http2: func(c *http2Conn) {
			c.frame(frameHeaders, 0, c.stream, status200)
			padding := field("x-padding", strings.Repeat("x", 100))
			for c.frame(frameContinuation, 0, c.stream, strings.Repeat(padding, 100)) == nil {
			}
		},
		transport: func(tr *http.Transport) { tr.MaxResponseHeaderBytes = 64 << 10 },
		wantErr:   &smithyhttp.RequestSendError{}, wantText: "PROTOCOL_ERROR",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name: "endless HTTP/2 informational responses", http2: func(c *http2Conn) {
			for c.headers("", ":status", "103", "x-padding", strings.Repeat("x", 100)) == nil {
			}
		},
		transport: func(tr *http.Transport) { tr.MaxResponseHeaderBytes = 64 << 10 },
		wantErr:   &smithyhttp.RequestSendError{}, wantText: "header list too large",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name: "HTTP/2 push, which the client has disabled", http2: func(c *http2Conn) {
			c.frame(framePushPromise, flagEndHeaders, c.stream, "\x00\x00\x00\x02"+status200)
		},
		wantErr: &smithyhttp.RequestSendError{}, wantText: "PROTOCOL_ERROR",
		readAttempts: 3, changeAttempts: 3, retried: retriedUnsafe,
	}, {
		name: "HTTP/1.1 response to an HTTP/2 request", http2: func(c *http2Conn) {
			_, _ = io.WriteString(c.conn, "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n"+canary)
		},
		wantErr: &smithyhttp.RequestSendError{}, wantText: "http2: ",
		readAttempts: 3, changeAttempts: 3, retried: retriedAlways,
	}, {
		name: "endless HTTP/2 pings until the context's deadline", http2: func(c *http2Conn) {
			for i := 0; c.frame(framePing, 0, 0, "12345678") == nil; i++ {
				if i == 100 {
					c.server.expire()
				}
			}
		},
		wantErr: &smithy.CanceledError{}, wantText: "context deadline exceeded",
		readAttempts: 1, changeAttempts: 1, retried: notRetried, persistent: true,
	}, {
		name: "endless HTTP/2 response body of empty frames until the context's deadline", http2: func(c *http2Conn) {
			_ = c.headers(status200)
			for i := 0; c.frame(frameData, 0, c.stream, "") == nil; i++ {
				if i == 100 {
					c.server.expire()
				}
			}
		},
		wantErr: &smithy.CanceledError{}, wantText: "context deadline exceeded",
		readAttempts: 1, changeAttempts: 1, retried: notRetried, persistent: true,
	},
}

// Types and flags of HTTP/2 frames.
const (
	frameData         = 0
	frameHeaders      = 1
	frameRstStream    = 3
	frameSettings     = 4
	framePushPromise  = 5
	framePing         = 6
	frameGoAway       = 7
	frameContinuation = 9

	flagEndStream  = 1
	flagAck        = 1
	flagEndHeaders = 4
)

// status200 is the compressed field ":status: 200".
const status200 = "\x88"

// field returns a header field without compression. Name and value must have fewer than
// 127 bytes.
func field(name, value string) string {
	return "\x00" + string(rune(len(name))) + name + string(rune(len(value))) + value
}

// An http2Conn is the server's end of a connection on which one request was received.
type http2Conn struct {
	server *faultServer
	conn   net.Conn
	stream uint32 // of the request
}

// frame writes a frame.
func (c *http2Conn) frame(kind, flags byte, stream uint32, payload string) error {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(payload))<<8|uint32(kind))
	b = binary.BigEndian.AppendUint32(append(b, flags), stream)
	_, err := c.conn.Write(append(b, payload...))
	return err
}

// headers writes a header block that begins with the given compressed fields, followed by
// pairs of names and values.
func (c *http2Conn) headers(block string, fields ...string) error {
	for pair := range slices.Chunk(fields, 2) {
		block += field(pair[0], pair[1])
	}
	return c.frame(frameHeaders, flagEndHeaders, c.stream, block)
}

// reset ends the request's stream with an error code.
func (c *http2Conn) reset(code byte) {
	_ = c.frame(frameRstStream, 0, c.stream, "\x00\x00\x00"+string(rune(code)))
}

// receive reads frames until a request is complete.
func (c *http2Conn) receive() error {
	if _, err := io.ReadFull(c.conn, make([]byte, len("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))); err != nil {
		return err
	}
	if err := c.frame(frameSettings, 0, 0, ""); err != nil {
		return err
	}
	for {
		head := make([]byte, 9)
		if _, err := io.ReadFull(c.conn, head); err != nil {
			return err
		}
		length := binary.BigEndian.Uint32(head) >> 8
		if _, err := io.CopyN(io.Discard, c.conn, int64(length)); err != nil {
			return err
		}
		switch kind, flags := head[3], head[4]; {
		case kind == frameSettings && flags&flagAck == 0:
			if err := c.frame(frameSettings, flagAck, 0, ""); err != nil {
				return err
			}
		case (kind == frameHeaders || kind == frameData) && flags&flagEndStream != 0:
			c.stream = binary.BigEndian.Uint32(head[5:])
			return nil
		}
	}
}

// dialHTTP2 connects to a server that receives one request over HTTP/2 and then responds
// as the fault says.
func dialHTTP2(ctx context.Context, s *faultServer) (net.Conn, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	defer l.Close()
	client, err := new(net.Dialer).DialContext(ctx, "tcp", l.Addr().String())
	if err != nil {
		return nil, err
	}
	conn, err := l.Accept()
	if err != nil {
		client.Close()
		return nil, err
	}
	go func() {
		defer conn.Close()
		c := &http2Conn{server: s, conn: conn}
		if c.receive() != nil {
			return
		}
		// Closing the connection before all is read would reset it, and lose the response.
		drained := make(chan struct{})
		go func() {
			defer close(drained)
			_, _ = io.Copy(io.Discard, conn)
		}()
		s.fault.http2(c)
		_ = conn.(*net.TCPConn).CloseWrite()
		<-drained
	}()
	return client, nil
}
