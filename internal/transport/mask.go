package transport

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/aws/smithy-go/logging"
)

// masked replaces sensitive values in logs and errors.
const masked = "[REDACTED]"

// sensitiveHeaders let their reader act in the caller's name.
var sensitiveHeaders = []string{"Authorization", "X-Amz-Security-Token"}

// maskHeader returns a copy of header with sensitive values masked.
func maskHeader(header http.Header) http.Header {
	header = header.Clone()
	for _, name := range sensitiveHeaders {
		if len(header[name]) > 0 {
			header[name] = []string{masked}
		}
	}
	return header
}

// maskBody returns body with sensitive values masked. like is a nil pointer to the
// struct that the body describes, or nil for an error body. The sensitive values of
// a body that is not JSON cannot be found, so only its length is logged.
func (c *Config) maskBody(body []byte, like any) []byte {
	if len(body) == 0 {
		return nil
	}
	text, err := c.Codec.Mask(body, like, `"`+masked+`"`)
	if err != nil {
		return fmt.Appendf(nil, "[%d bytes that are not JSON]", len(body))
	}
	return text
}

// maskingLogger masks session tokens in what the signer logs.
type maskingLogger struct{ logging.Logger }

// Logf logs the message with the value of the token masked. It takes one line, or more if
// the token has line breaks. The next header that is signed is X-Amz-Target, unless
// middleware has added another one, which is then masked too.
func (l maskingLogger) Logf(classification logging.Classification, format string, v ...any) {
	// As it is written in the canonical request.
	const token, next = "\nx-amz-security-token:", "\nx-amz-target:"
	text := fmt.Sprintf(format, v...)
	if before, after, found := strings.Cut(text, token); found {
		end := strings.Index(after, next)
		if end < 0 {
			end = len(after)
		}
		text = before + token + masked + after[end:]
	}
	l.Logger.Logf(classification, "%s", text)
}

// WithContext passes the context of a call to a logger that uses it.
func (l maskingLogger) WithContext(ctx context.Context) logging.Logger {
	return maskingLogger{logging.WithContext(ctx, l.Logger)}
}
