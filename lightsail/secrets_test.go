package lightsail_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go/logging"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// canary is the value of every sensitive field. It must not appear in logs or errors.
const canary = "canary-8f3a"

// secretDetails returns details whose sensitive fields hold the canary.
func secretDetails() types.InstanceAccessDetails {
	return types.InstanceAccessDetails{
		InstanceName: aws.String("web"), Username: aws.String("bitnami"), Protocol: types.InstanceAccessProtocolSsh,
		ExpiresAt:  aws.Time(time.Date(2026, 11, 21, 20, 0, 0, 0, time.UTC)),
		HostKeys:   []types.HostKeyAttributes{{Algorithm: aws.String("ssh-ed25519")}},
		PrivateKey: aws.String(canary), Password: aws.String(canary),
		PasswordData: &types.PasswordData{Ciphertext: aws.String(canary), KeyPairName: aws.String("mine")},
	}
}

// TestSensitiveFieldsRedactedWhenPrinted prints structs with sensitive fields with all
// verbs of fmt.
func TestSensitiveFieldsRedactedWhenPrinted(t *testing.T) {
	t.Parallel()
	details := secretDetails()
	out := lightsail.GetInstanceAccessDetailsOutput{AccessDetails: &details}
	for _, v := range []any{details, &details, *details.PasswordData, details.PasswordData, out, &out, []types.InstanceAccessDetails{details}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			if text := fmt.Sprintf(verb, v); strings.Contains(text, canary) || strings.Contains(text, fmt.Sprintf("%x", canary)) {
				t.Errorf("%s of %T: got %s, want no canary", verb, v, text)
			}
		}
	}
	const want = `types.InstanceAccessDetails{ExpiresAt:2026-11-21T20:00:00Z HostKeys:[types.HostKeyAttributes{Algorithm:"ssh-ed25519"}] ` +
		`InstanceName:"web" Password:[REDACTED] PasswordData:types.PasswordData{Ciphertext:[REDACTED] KeyPairName:"mine"} ` +
		`PrivateKey:[REDACTED] Protocol:"ssh" Username:"bitnami"}`
	if got := fmt.Sprint(details); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestSensitiveFieldsRedactedInSlog logs structs with sensitive fields with the handlers
// of log/slog.
func TestSensitiveFieldsRedactedInSlog(t *testing.T) {
	t.Parallel()
	details := secretDetails()
	out := &lightsail.GetInstanceAccessDetailsOutput{AccessDetails: &details}
	var log bytes.Buffer
	for _, handler := range []slog.Handler{slog.NewTextHandler(&log, nil), slog.NewJSONHandler(&log, nil)} {
		logger := slog.New(handler)
		logger.Info("1", "details", details)
		logger.Info("2", "details", &details)
		logger.Info("3", "data", details.PasswordData)
		logger.Info("4", "out", out)
		logger.With("out", *out).WithGroup("g").Info("5")
	}
	if strings.Contains(log.String(), canary) || strings.Count(log.String(), "bitnami") != 8 {
		t.Errorf("got log\n%s\nwant bitnami 8 times and no canary", log.String())
	}
}

// TestSensitiveFieldsMarshaled checks that encoding/json writes sensitive values.
// Programs use it to store them.
func TestSensitiveFieldsMarshaled(t *testing.T) {
	t.Parallel()
	b, err := json.Marshal(secretDetails())
	if err != nil || strings.Count(string(b), canary) != 3 {
		t.Errorf("got %s and error %v, want the canary 3 times", b, err)
	}
}

// TestSensitiveFieldsMaskedInLogs logs the bodies of every operation with all fields set.
// The log must contain the value of a field if and only if the field is not tagged as
// sensitive.
func TestSensitiveFieldsMaskedInLogs(t *testing.T) {
	t.Parallel()
	sensitiveFields := 0
	for _, op := range allOperations(t) {
		var input, output fieldMarker
		in := anyOperation{op.name, op.method, reflect.New(op.input.Type().Elem())}
		input.fill(in.input.Elem(), false)
		out := reflect.New(reflect.TypeFor[*lightsail.Client]().Method(op.method).Type.Out(0).Elem())
		output.fill(out.Elem(), false)
		body, err := awsjson.Marshal(out.Interface())
		if err != nil {
			t.Fatal(err)
		}
		sensitiveFields += input.sensitive + output.sensitive

		do, sent := sequence(response(200, string(body)))
		for _, direction := range []struct {
			mode   aws.ClientLogMode
			fields fieldMarker
		}{{aws.LogRequestWithBody, input}, {aws.LogResponseWithBody, output}} {
			var log strings.Builder
			_, err := in.call(t.Context(), newClient(do, logTo(&log, direction.mode)))
			if err != nil {
				t.Errorf("%s: got error %v, want none", op.name, err)
			}
			if strings.Contains(log.String(), canary) {
				t.Errorf("%s: got log\n%s\nwant no sensitive field in it", op.name, log.String())
			}
			for mark, path := range direction.fields.plain {
				if !strings.Contains(log.String(), mark) {
					t.Errorf("%s: got no value of %s in the log, want one because it is not sensitive", op.name, path)
				}
			}
		}
		if got := strings.Count(sent.all[0].body, canary); got != input.sensitive {
			t.Errorf("%s: got %d sensitive values in the request, want %d", op.name, got, input.sensitive)
		}
	}
	if sensitiveFields < 30 {
		t.Errorf("got %d sensitive fields, want at least 30", sensitiveFields)
	}
}

// logTo returns a client option that logs to w.
func logTo(w io.Writer, mode aws.ClientLogMode) func(*lightsail.Options) {
	return func(o *lightsail.Options) {
		o.ClientLogMode = mode
		o.Logger = logging.LoggerFunc(func(_ logging.Classification, format string, v ...any) { fmt.Fprintf(w, format+"\n", v...) })
	}
}

// fieldMarker sets all fields of a struct. Strings in sensitive fields get the canary,
// other strings a value of their own.
type fieldMarker struct {
	plain     map[string]string // path of the field by its value
	sensitive int
	path      []string
	types     []reflect.Type
}

func (m *fieldMarker) fill(v reflect.Value, sensitive bool) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		m.fill(v.Elem(), sensitive)
	case reflect.Struct:
		if v.Type() == reflect.TypeFor[time.Time]() {
			v.Set(reflect.ValueOf(time.Unix(1635800000, 0)))
			return
		}
		if slices.Contains(m.types, v.Type()) {
			return // a recursive type
		}
		m.types = append(m.types, v.Type())
		for field := range fields(v.Type()) {
			if field.Tag.Get("json") != "-" {
				m.path = append(m.path, field.Name)
				m.fill(v.FieldByIndex(field.Index), sensitive || field.Tag.Get("sensitive") == "true")
				m.path = m.path[:len(m.path)-1]
			}
		}
		m.types = m.types[:len(m.types)-1]
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		m.fill(v.Index(0), sensitive)
	case reflect.Map:
		element := reflect.New(v.Type().Elem()).Elem()
		m.fill(element, sensitive)
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key").Convert(v.Type().Key()), element)
	case reflect.String:
		if sensitive {
			m.sensitive++
			v.SetString(canary)
			return
		}
		if m.plain == nil {
			m.plain = map[string]string{}
		}
		mark := fmt.Sprintf("plain-%d-x", len(m.plain))
		m.plain[mark] = strings.Join(m.path, ".")
		v.SetString(mark)
	default:
		setField(v, nil)
	}
}

// fields yields the exported fields of a struct type.
func fields(typ reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range typ.NumField() {
			if f := typ.Field(i); f.IsExported() && !yield(f) {
				return
			}
		}
	}
}

// TestSecretsNotInLogsOrErrors enables all log modes and checks that no response, well-
// formed or not, brings a secret into the log or into an error.
func TestSecretsNotInLogsOrErrors(t *testing.T) {
	t.Parallel()
	everything := aws.LogSigning | aws.LogRetries | aws.LogRequestWithBody | aws.LogResponseWithBody | aws.LogRequest | aws.LogResponse
	credentials := aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
		return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: canary, SessionToken: canary}, nil
	})
	details := secretDetails()
	details.ExpiresAt = nil // encoding/json writes times as text
	body, err := json.Marshal(map[string]any{"accessDetails": details, "nested": map[string]any{"password": map[string]any{"x": canary}, "list": []any{"privateKey", map[string]string{"secretAccessKey": canary, "sessionToken": canary}}}})
	if err != nil {
		t.Fatal(err)
	}
	for name, respond := range map[string]func() (*http.Response, error){
		"valid":          response(200, string(body)),
		"truncated JSON": response(200, string(body[:len(body)-3])),
		"truncated body": func() (*http.Response, error) {
			resp := newResponse(200, "")
			resp.Body = io.NopCloser(io.MultiReader(bytes.NewReader(body[:len(body)/2]), truncatedReader{}))
			return resp, nil
		},
		"wrong type":        response(200, `{"accessDetails":{"privateKey":{"`+canary+`":1}}}`),
		"wrong value":       response(200, `{"accessDetails":{"expiresAt":"`+canary+`"}}`),
		"error with secret": response(400, `{"__type":"ServiceException","message":"m","privateKey":"`+canary+`"}`),
		"malformed error":   response(400, `{"__type":"ServiceException","message":["`+canary+`"]}`),
		"not JSON":          response(200, `password=`+canary),
		"HTML error":        response(502, `<html>`+canary),
		"connection reset":  func() (*http.Response, error) { return nil, errors.New("reset") },
		"token echoed": func() (*http.Response, error) {
			resp := newResponse(200, string(body))
			resp.Header.Set("X-Amz-Security-Token", canary)
			return resp, nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			var log strings.Builder
			client := newClient(func(r *http.Request) (*http.Response, error) {
				if !strings.Contains(r.Header.Get("X-Amz-Security-Token"), canary) {
					t.Errorf("got session token %q in the request, want the real one", r.Header.Get("X-Amz-Security-Token"))
				}
				return respond()
			}, noRetryDelay, func(o *lightsail.Options) {
				o.Credentials = credentials
			}, logTo(&log, everything))
			out, err := client.GetInstanceAccessDetails(context.Background(), &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")})
			if name == "valid" && (err != nil || aws.ToString(out.AccessDetails.PrivateKey) != canary) {
				t.Errorf("got output %v and error %v, want the private key", out, err)
			}
			if strings.Contains(log.String(), canary) {
				t.Errorf("got log\n%s\nwant no canary", log.String())
			}
			if text := fmt.Sprintf("%v %+v %#v", err, err, err); strings.Contains(text, canary) {
				t.Errorf("got error %s, want no canary", text)
			}
			if !strings.Contains(log.String(), "Authorization: [REDACTED]") || !strings.Contains(log.String(), "x-amz-security-token:[REDACTED]") {
				t.Errorf("got log\n%s\nwant Authorization and x-amz-security-token redacted", log.String())
			}
		})
	}
}
