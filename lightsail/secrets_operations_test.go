package lightsail_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// secretOperation is an operation whose sensitive fields, in its input and output, hold
// the canary.
type secretOperation struct {
	anyOperation
	output    reflect.Value // a pointer
	body      []byte        // the encoded output
	sensitive int           // number of canaries
}

func secretOperations(t *testing.T) (all []secretOperation) {
	t.Helper()
	sensitive := 0
	for _, op := range allOperations(t) {
		var input, output fieldMarker
		s := secretOperation{anyOperation: anyOperation{op.name, op.method, reflect.New(op.input.Type().Elem())}}
		input.fill(s.input.Elem(), false)
		s.output = reflect.New(reflect.TypeFor[*lightsail.Client]().Method(op.method).Type.Out(0).Elem())
		output.fill(s.output.Elem(), false)
		var err error
		if s.body, err = awsjson.Marshal(s.output.Interface()); err != nil {
			t.Fatal(err)
		}
		s.sensitive = input.sensitive + output.sensitive
		sensitive += s.sensitive
		all = append(all, s)
	}
	if sensitive < 30 {
		t.Fatalf("got %d sensitive fields, want at least 30", sensitive)
	}
	return all
}

// printable yields all values inside of v that have sensitive fields at any depth, by
// value and behind a pointer, and v itself.
func printable(v reflect.Value, yield func(any)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			yield(v.Interface())
			printable(v.Elem(), yield)
		}
	case reflect.Struct:
		if strings.HasPrefix(v.Type().String(), "time.") {
			return
		}
		yield(v.Interface())
		for i := range v.NumField() {
			// fmt calls no methods of a field's value if the field itself is sensitive.
			if f := v.Type().Field(i); f.IsExported() && f.Tag.Get("sensitive") == "" && f.Tag.Get("json") != "-" {
				printable(v.Field(i), yield)
			}
		}
	case reflect.Slice:
		yield(v.Interface())
		for i := range v.Len() {
			printable(v.Index(i), yield)
		}
	case reflect.Map:
		yield(v.Interface())
		for _, elem := range v.Seq2() {
			printable(elem, yield)
		}
	}
}

// TestSensitiveFieldsOfOperationsRedacted prints and logs the input, the output and every
// struct in them, of every operation.
func TestSensitiveFieldsOfOperationsRedacted(t *testing.T) {
	t.Parallel()
	for _, op := range secretOperations(t) {
		if op.sensitive == 0 {
			continue
		}
		var log bytes.Buffer
		text, structured := slog.New(slog.NewTextHandler(&log, nil)), slog.New(slog.NewJSONHandler(&log, nil))
		check := func(v any) {
			log.Reset()
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
				for _, v := range []any{v, []any{v}, map[string]any{"k": v}, struct{ V any }{v}} {
					fmt.Fprintf(&log, verb+"\n", v)
				}
			}
			text.Info("", "v", v, "list", []any{v})
			text.With("v", v).WithGroup("g").Info("", "map", map[string]any{"k": v})
			// The JSON handler encodes values in lists, maps and other structs with
			// encoding/json, which SECURITY.md states.
			if kind := reflect.ValueOf(v).Kind(); kind == reflect.Struct || kind == reflect.Pointer {
				structured.With("v", v).Info("", "v", v, slog.Group("g", "v", v))
			}
			if strings.Contains(log.String(), canary) || strings.Contains(log.String(), fmt.Sprintf("%x", canary)) {
				t.Errorf("%s: got canary in %T printed:\n%.2000s", op.name, v, log.String())
			}
		}
		printable(op.input, check)
		printable(op.output, check)
	}
}

// TestSecretsOfOperationsNotInLogsOrErrors calls every operation with all log modes on
// both paths, with responses that are complete, cut short, or errors with the output as
// body, over and over in one response. Credentials hold the canary too.
func TestSecretsOfOperationsNotInLogsOrErrors(t *testing.T) {
	t.Parallel()
	const everything = aws.LogSigning | aws.LogRetries | aws.LogRequest | aws.LogRequestWithBody | aws.LogResponse |
		aws.LogResponseWithBody | aws.LogDeprecatedUsage | aws.LogRequestEventMessage | aws.LogResponseEventMessage
	credentials := aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
		return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: canary, SessionToken: canary}, nil
	})
	for _, op := range secretOperations(t) {
		half := op.body[:len(op.body)/2]
		responses := []func() (*http.Response, error){
			response(200, string(op.body)),
			response(200, string(half)),
			response(200, `{"zz":`+string(op.body)+`,"a":[`+string(op.body)+`]}`),
			response(200, `[`+string(op.body)+`]`),
			response(200, strings.ReplaceAll(string(op.body), `"`+canary+`"`, `{"`+canary+`":["`+canary+`"]}`)),
			response(400, string(op.body)),
			response(400, `{"__type":"InvalidInputException","message":"m","zz":`+string(op.body)+`}`),
			response(503, string(half)),
			func() (*http.Response, error) {
				resp := newResponse(200, "")
				resp.Body, resp.ContentLength = io.NopCloser(io.MultiReader(bytes.NewReader(half), truncatedReader{})), -1
				return resp, nil
			},
			func() (*http.Response, error) { return nil, errors.New("reset") },
		}
		modes := []aws.ClientLogMode{everything, everything, aws.LogRetries, aws.LogSigning, aws.LogRequest, aws.LogRequestWithBody, aws.LogResponse, aws.LogResponseWithBody, 0}
		for i, respond := range responses {
			for j, path := range []func(*lightsail.Options){directPath, middlewarePath} {
				mode := modes[(2*i+j)%len(modes)]
				if i == 0 {
					mode = everything
				}
				var log bytes.Buffer
				client := newClient(func(*http.Request) (*http.Response, error) { return respond() }, noRetryDelay, logTo(&log, mode), path,
					func(o *lightsail.Options) { o.Credentials, o.DisableParamValidation = credentials, true })
				_, err := op.call(t.Context(), client)
				for e := err; e != nil; e = errors.Unwrap(e) {
					fmt.Fprintf(&log, "%v %+v %#v %s %q\n", e, e, e, e, e)
					slog.New(slog.NewTextHandler(&log, nil)).Error("", "err", e)
					slog.New(slog.NewJSONHandler(&log, nil)).Error("", "err", e)
				}
				if strings.Contains(log.String(), canary) {
					t.Errorf("%s, response %d, log mode %v: got\n%.3000s\nwant no canary", op.name, i, mode, log.String())
				}
				if i == 0 && err != nil {
					t.Errorf("%s: got error %v, want none", op.name, err)
				}
			}
		}
	}
}

// TestSessionTokenWithLineBreakMasked checks that a token that takes several lines in what
// is signed is masked as a whole.
func TestSessionTokenWithLineBreakMasked(t *testing.T) {
	t.Parallel()
	var log strings.Builder
	do, _ := sequence(response(200, "{}"))
	client := newClient(do, logTo(&log, aws.LogSigning), func(o *lightsail.Options) {
		o.Credentials = aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
			return aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "s", SessionToken: "first\n" + canary + "\n" + canary}, nil
		})
	})
	_, _ = client.GetBuckets(t.Context(), nil)
	if text := log.String(); strings.Contains(text, canary) || !strings.Contains(text, "x-amz-target:Lightsail_20161128.GetBuckets") {
		t.Errorf("got log\n%s\nwant no canary and the header x-amz-target", text)
	}
	if !slices.Contains(strings.Split(log.String(), "\n"), "x-amz-security-token:[REDACTED]") {
		t.Errorf("got log\n%s\nwant the line x-amz-security-token:[REDACTED]", log.String())
	}
}

// TestLimitsOfRedaction checks what SECURITY.md lists as not covered: if this test fails,
// the document promises too little.
func TestLimitsOfRedaction(t *testing.T) {
	t.Parallel()
	container := types.Container{Environment: map[string]string{"k": canary}}
	if text := fmt.Sprint(struct{ c types.Container }{container}); !strings.Contains(text, canary) {
		t.Errorf("unexported field: got %s, want the canary, because fmt calls no methods there", text)
	}
	options := lightsail.Options{Credentials: printedCredentials{aws.Credentials{SecretAccessKey: canary}}}
	if text := fmt.Sprintf("%+v", options); !strings.Contains(text, canary) {
		t.Errorf("options: got %s, want the canary of the credentials provider", text)
	}

	// The error of a proxy that rejects the connection has its status text, and an error
	// after a redirect that http.Client follows has the address.
	proxy := httptest.NewServer(http.HandlerFunc(func(rw http.ResponseWriter, _ *http.Request) {
		writeAndClose(rw, "HTTP/1.1 407 "+canary+"\r\nContent-Length: 0\r\n\r\n", false)
	}))
	defer proxy.Close()
	redirect := httptest.NewServer(http.RedirectHandler("http://127.0.0.1:1/"+canary, http.StatusFound))
	defer redirect.Close()
	proxyURL, err := url.Parse(proxy.URL)
	if err != nil {
		t.Fatal(err)
	}
	for name, cfg := range map[string]aws.Config{
		"proxy":    {HTTPClient: &http.Client{Transport: &http.Transport{Proxy: http.ProxyURL(proxyURL)}}},
		"redirect": {BaseEndpoint: &redirect.URL, HTTPClient: new(http.Client)},
	} {
		cfg.Region, cfg.Credentials = "us-east-1", testCredentials
		var err error
		runWithTimeout(t, name, func() { _, err = lightsail.NewFromConfig(cfg, noRetryDelay).GetBuckets(t.Context(), nil) })
		if err == nil || !strings.Contains(err.Error(), canary) {
			t.Errorf("%s: got error %v, want one with the canary", name, err)
		}
	}
}

type printedCredentials struct{ aws.Credentials }

func (s printedCredentials) Retrieve(context.Context) (aws.Credentials, error) {
	return s.Credentials, nil
}
