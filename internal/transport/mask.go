package transport

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
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
func maskBody(body []byte) []byte {
	if len(body) == 0 {
		return nil
	}
	if !json.Valid(body) {
		return fmt.Appendf(nil, "[%d bytes that are not JSON]", len(body))
	}
	var out []byte
	done := int64(0)
	for _, cut := range secretValues(body) {
		out = append(out, body[done:cut.start]...)
		out = append(out, `"`+masked+`"`...)
		done = cut.end
	}
	return append(out, body[done:]...)
}

// A span is a part of a body.
type span struct{ start, end int64 }

// secretValues finds the values of secret members in valid JSON.
func secretValues(body []byte) []span {
	var found []span
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	// Whether each value around the next token is an object, and whether the
	// token is the name of a member.
	var objects []bool
	name := false
	for {
		token, err := decoder.Token()
		if err != nil {
			return found
		}
		switch token := token.(type) {
		case json.Delim:
			if token == '{' || token == '[' {
				objects = append(objects, token == '{')
			} else {
				objects = objects[:len(objects)-1]
			}
		case string:
			if name && slices.Contains(SecretMembers, token) {
				var value json.RawMessage
				if err := decoder.Decode(&value); err != nil {
					return found
				}
				end := decoder.InputOffset()
				found = append(found, span{end - int64(len(value)), end})
				continue // the next token is a name again
			}
			if name {
				name = false // its value comes next
				continue
			}
		}
		name = len(objects) > 0 && objects[len(objects)-1]
	}
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
