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

	pipeline "github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// canary stands in every place that holds a secret. Nothing may show it.
const canary = "canary-8f3a"

func secretDetails() types.InstanceAccessDetails {
	return types.InstanceAccessDetails{
		InstanceName: aws.String("web"), Username: aws.String("bitnami"), Protocol: types.InstanceAccessProtocolSsh,
		ExpiresAt:  aws.Time(time.Date(2026, 11, 21, 20, 0, 0, 0, time.UTC)),
		HostKeys:   []types.HostKeyAttributes{{Algorithm: aws.String("ssh-ed25519")}},
		PrivateKey: aws.String(canary), Password: aws.String(canary),
		PasswordData: &types.PasswordData{Ciphertext: aws.String(canary), KeyPairName: aws.String("mine")},
	}
}

func TestSecretsArePrintedRedacted(t *testing.T) {
	details := secretDetails()
	out := lightsail.GetInstanceAccessDetailsOutput{AccessDetails: &details}
	for _, v := range []any{details, &details, *details.PasswordData, details.PasswordData, out, &out, []types.InstanceAccessDetails{details}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			if text := fmt.Sprintf(verb, v); strings.Contains(text, canary) || strings.Contains(text, fmt.Sprintf("%x", canary)) {
				t.Errorf("%s of %T shows %s", verb, v, text)
			}
		}
	}
	const want = `types.InstanceAccessDetails{ExpiresAt:2026-11-21T20:00:00Z HostKeys:[types.HostKeyAttributes{Algorithm:"ssh-ed25519"}] ` +
		`InstanceName:"web" Password:[REDACTED] PasswordData:types.PasswordData{Ciphertext:[REDACTED] KeyPairName:"mine"} ` +
		`PrivateKey:[REDACTED] Protocol:"ssh" Username:"bitnami"}`
	if got := fmt.Sprint(details); got != want {
		t.Errorf("printed\n%s\nwant\n%s", got, want)
	}
}

func TestSecretsAreLoggedRedacted(t *testing.T) {
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
		t.Errorf("logged\n%s", log.String())
	}
}

// Who stores the details wants all of them.
func TestSecretsAreMarshalledWhole(t *testing.T) {
	b, err := json.Marshal(secretDetails())
	if err != nil || strings.Count(string(b), canary) != 3 {
		t.Errorf("%s, %v", b, err)
	}
}

// Each member that the types call a secret is one that logs of bodies mask.
func TestSecretMembersAreMasked(t *testing.T) {
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(typ reflect.Type) {
		for typ.Kind() == reflect.Pointer || typ.Kind() == reflect.Slice {
			typ = typ.Elem()
		}
		if typ.Kind() != reflect.Struct || seen[typ] {
			return
		}
		seen[typ] = true
		for field := range fields(typ) {
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			if secret := field.Tag.Get("secret") == "true"; secret != slices.Contains(pipeline.SecretMembers, name) {
				t.Errorf("%s.%s: tagged as a secret: %v, masked: %v", typ, field.Name, secret, !secret)
			}
			walk(field.Type)
		}
	}
	client := reflect.TypeFor[*lightsail.Client]()
	for i := range client.NumMethod() {
		method := client.Method(i).Type
		if method.NumIn() == 4 {
			walk(method.In(2))
			walk(method.Out(0))
		}
	}
	if len(seen) < 20 {
		t.Errorf("only %d types were looked at", len(seen))
	}
}

func fields(typ reflect.Type) func(func(reflect.StructField) bool) {
	return func(yield func(reflect.StructField) bool) {
		for i := range typ.NumField() {
			if f := typ.Field(i); f.IsExported() && !yield(f) {
				return
			}
		}
	}
}

// With everything logged that can be logged, and everything going wrong that can
// go wrong, no secret shows: not in the log, not in an error.
func TestSecretsStayOutOfLogsAndErrors(t *testing.T) {
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
	for name, response := range map[string]func() (*http.Response, error){
		"good": say(200, string(body)),
		"cut":  say(200, string(body[:len(body)-3])),
		"broken": func() (*http.Response, error) {
			resp := answer(200, "")
			resp.Body = io.NopCloser(io.MultiReader(bytes.NewReader(body[:len(body)/2]), cutReader{}))
			return resp, nil
		},
		"wrong type":  say(200, `{"accessDetails":{"privateKey":{"`+canary+`":1}}}`),
		"wrong value": say(200, `{"accessDetails":{"expiresAt":"`+canary+`"}}`),
		"error":       say(400, `{"__type":"ServiceException","message":"m","privateKey":"`+canary+`"}`),
		"no error":    say(400, `{"__type":"ServiceException","message":["`+canary+`"]}`),
		"not JSON":    say(200, `password=`+canary),
		"HTML error":  say(502, `<html>`+canary),
		"connection":  func() (*http.Response, error) { return nil, errors.New("reset") },
		"token echoed": func() (*http.Response, error) {
			resp := answer(200, string(body))
			resp.Header.Set("X-Amz-Security-Token", canary)
			return resp, nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			var log strings.Builder
			client := newClient(func(r *http.Request) (*http.Response, error) {
				if !strings.Contains(r.Header.Get("X-Amz-Security-Token"), canary) {
					t.Error("the token was masked on the wire, too")
				}
				return response()
			}, quick, func(o *lightsail.Options) {
				o.Credentials, o.ClientLogMode = credentials, everything
				o.Logger = logging.LoggerFunc(func(_ logging.Classification, format string, v ...any) { fmt.Fprintf(&log, format+"\n", v...) })
			})
			out, err := client.GetInstanceAccessDetails(context.Background(), &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")})
			if name == "good" && (err != nil || aws.ToString(out.AccessDetails.PrivateKey) != canary) {
				t.Errorf("output %v, error %v", out, err)
			}
			// In a member that holds no secret by its name, the log shows it.
			inTheOpen := name == "wrong value" || name == "no error"
			if strings.Contains(log.String(), canary) != inTheOpen {
				t.Errorf("logged\n%s", log.String())
			}
			if text := fmt.Sprintf("%v %+v %#v", err, err, err); strings.Contains(text, canary) {
				t.Errorf("error %s", text)
			}
			if !strings.Contains(log.String(), "Authorization: [REDACTED]") || !strings.Contains(log.String(), "x-amz-security-token:[REDACTED]") {
				t.Errorf("the log is not what it should be:\n%s", log.String())
			}
		})
	}
}
