package transport

import (
	"context"
	"fmt"
	"net/http"
	"strings"

	"github.com/aws/smithy-go/logging"
)

// masked stands in a log where a secret would.
const masked = "[REDACTED]"

// secretHeaders are the headers that let their reader act in the caller's name.
var secretHeaders = []string{"Authorization", "X-Amz-Security-Token"}

// SecretMembers are the members whose values are kept out of logs, by their wire
// names, wherever in a body they stand.
var SecretMembers = []string{"ciphertext", "password", "privateKey", "secretAccessKey", "sessionToken"}

// maskHeader returns a copy of header with secrets masked.
func maskHeader(header http.Header) http.Header {
	header = header.Clone()
	for _, name := range secretHeaders {
		if len(header[name]) > 0 {
			header[name] = []string{masked}
		}
	}
	return header
}

// maskBody returns body with secrets masked. Of a body that is not complete
// JSON nobody knows where its secrets are: only its length is told.
func (c *Config) maskBody(body []byte) []byte {
	if len(body) == 0 {
		return nil
	}
	text, err := c.Codec.Mask(body, SecretMembers, `"`+masked+`"`)
	if err != nil {
		return fmt.Appendf(nil, "[%d bytes that are not JSON]", len(body))
	}
	return text
}

// maskingLogger keeps session tokens out of what the signer logs.
type maskingLogger struct{ logging.Logger }

// Logf logs the message with the value of the token's line masked.
func (l maskingLogger) Logf(classification logging.Classification, format string, v ...any) {
	const token = "x-amz-security-token:" // as the canonical request spells it
	lines := strings.Split(fmt.Sprintf(format, v...), "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, token) {
			lines[i] = token + masked
		}
	}
	l.Logger.Logf(classification, "%s", strings.Join(lines, "\n"))
}

// WithContext passes the context of a call on to a logger that wants it.
func (l maskingLogger) WithContext(ctx context.Context) logging.Logger {
	return maskingLogger{logging.WithContext(ctx, l.Logger)}
}
