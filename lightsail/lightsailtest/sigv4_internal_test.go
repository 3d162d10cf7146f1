package lightsailtest

import (
	"bufio"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"
)

// wrongVectors lists the published vectors whose Authorization header has the signature of
// another vector.
var wrongVectors = []string{"aws4_testsuite/get-vanilla-with-session-token"}

func TestVerifierPublishedVectors(t *testing.T) {
	text, err := os.ReadFile("../../../shared/conformance/sigv4/cases.json")
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("no signing vectors: ../shared/conformance is not beside the repository")
	}
	if err != nil {
		t.Fatal(err)
	}
	var vectors struct {
		Recommended []string `json:"recommended_for_root_path_service"`
		Cases       []struct {
			ID      string `json:"id"`
			Context struct {
				Credentials struct {
					ID     string `json:"access_key_id"`
					Secret string `json:"secret_access_key"`
				} `json:"credentials"`
				Region    string    `json:"region"`
				Service   string    `json:"service"`
				Timestamp time.Time `json:"timestamp"`
			} `json:"context"`
			CanonicalRequest string `json:"canonical_request"`
			Signature        string `json:"signature"`
			SignedRequest    string `json:"signed_request"`
		} `json:"cases"`
	}
	if err := json.Unmarshal(text, &vectors); err != nil {
		t.Fatal(err)
	}

	ran := 0
	for _, c := range vectors.Cases {
		if !slices.Contains(vectors.Recommended, c.ID) {
			continue
		}
		ran++
		t.Run(c.ID, func(t *testing.T) {
			head, body, _ := strings.Cut(c.SignedRequest, "\n\n")
			r, err := http.ReadRequest(bufio.NewReader(strings.NewReader(head + "\n\n")))
			if err != nil {
				t.Fatal(err)
			}
			key := aws.Credentials{
				AccessKeyID:     c.Context.Credentials.ID,
				SecretAccessKey: c.Context.Credentials.Secret,
				SessionToken:    r.Header.Get(headerToken),
			}
			v := verifier{regions: []string{c.Context.Region}, service: c.Context.Service, credentials: []aws.Credentials{key}, now: c.Context.Timestamp}
			_, err = v.verify(r, []byte(body))
			if slices.Contains(wrongVectors, c.ID) {
				if errorCode(err) != badSignature {
					t.Fatalf("got %v, want %s", err, badSignature)
				}
				authorization := r.Header.Get("Authorization")
				i := strings.Index(authorization, "Signature=")
				r.Header.Set("Authorization", authorization[:i]+"Signature="+c.Signature)
				_, err = v.verify(r, []byte(body))
			}
			if err != nil {
				auth, _ := parseAuthorization(r.Header.Get("Authorization"))
				t.Fatalf("%v\ncanonical request, got:\n%s\nwant:\n%s", err, canonicalRequest(r, auth.signedHeaders, []byte(body)), c.CanonicalRequest)
			}

			// The verifier must reject the same signature for another body or key.
			if _, err := v.verify(r, []byte(body+" ")); errorCode(err) != badSignature {
				t.Errorf("with another body: got %v, want %s", err, badSignature)
			}
			v.credentials[0].SecretAccessKey += "x"
			if _, err := v.verify(r, []byte(body)); errorCode(err) != badSignature {
				t.Errorf("with another key: got %v, want %s", err, badSignature)
			}
		})
	}
	if ran != len(vectors.Recommended) {
		t.Errorf("ran %d vectors, want %d", ran, len(vectors.Recommended))
	}
}

// The credential scope has another date than the request, and the signature is made with
// the key of that date.
func TestVerifierRejectsScopeOfAnotherDay(t *testing.T) {
	key := aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "example secret access key"}
	v := verifier{regions: []string{"us-east-1"}, service: "lightsail", credentials: []aws.Credentials{key}, now: time.Date(2026, 1, 2, 0, 1, 0, 0, time.UTC)}
	for day, want := range map[string]string{"20260102": "", "20260101": badSignature} {
		r, err := http.NewRequest(http.MethodPost, "http://lightsail.test/", nil)
		if err != nil {
			t.Fatal(err)
		}
		stamp := v.now.Format(signingTimeFormat)
		r.Header.Set(headerDate, stamp)
		auth := authorization{date: day, region: v.regions[0], service: v.service, signedHeaders: []string{"host", "x-amz-date"}}
		signature := auth.sign(key.SecretAccessKey, stringToSign(stamp, auth.scope(), canonicalRequest(r, auth.signedHeaders, nil)))
		r.Header.Set("Authorization", signingAlgorithm+" Credential="+key.AccessKeyID+"/"+auth.scope()+
			", SignedHeaders=host;x-amz-date, Signature="+signature)
		if _, err := v.verify(r, nil); errorCode(err) != want {
			t.Errorf("scope of %s: got error %v, want code %q", day, err, want)
		}
	}
}

// errorCode returns the code of an API error, or "" for any other error or nil.
func errorCode(err error) string {
	var apiErr smithy.APIError
	if errors.As(err, &apiErr) {
		return apiErr.ErrorCode()
	}
	return ""
}

// The verifier rejects every Authorization header that is not signed with the known key,
// and its error always has a code.
func FuzzVerifierAuthorization(f *testing.F) {
	const good = "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, " +
		"SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
	f.Add(good, "20150830T123600Z", "", "/")
	f.Add(strings.Replace(good, "host;", "", 1), "20150830T123600Z", "token", "/?a=b&a=%zz")
	f.Add("AWS4-HMAC-SHA256 Credential=////,SignedHeaders=;,Signature==", "20150830", "", "//")
	f.Add("Basic dXNlcjpwYXNz", "", "", "*")
	key := aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "key of none of these signatures"}
	f.Fuzz(func(t *testing.T, authorization, date, token, target string) {
		r, err := http.NewRequest(http.MethodPost, "http://example.amazonaws.com/", nil)
		if err != nil {
			t.Fatal(err)
		}
		if u, err := r.URL.Parse(target); err == nil {
			r.URL = u
		}
		r.Header = http.Header{"Authorization": {authorization}, headerDate: {date}, headerToken: {token}}
		v := verifier{regions: []string{"us-east-1"}, service: "service", credentials: []aws.Credentials{key},
			now: time.Date(2015, 8, 30, 12, 36, 0, 0, time.UTC)}
		if _, err := v.verify(r, nil); errorCode(err) == "" {
			t.Fatalf("got error %v, want one with a code", err)
		}
		// Formatting the parsed header and parsing it again must not lose anything.
		auth, err := parseAuthorization(authorization)
		if err != nil {
			return
		}
		again, err := parseAuthorization(signingAlgorithm + " Credential=" + auth.accessKeyID + "/" + auth.scope() +
			",SignedHeaders=" + strings.Join(auth.signedHeaders, ";") + ",Signature=" + auth.signature)
		if err != nil || !reflect.DeepEqual(auth, again) {
			t.Fatalf("parsed %+v, then %+v, %v", auth, again, err)
		}
	})
}
