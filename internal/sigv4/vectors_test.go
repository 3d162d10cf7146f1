package sigv4_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// vectorsFile holds published vectors of the signature. It is not part of the module.
const vectorsFile = "../../../shared/conformance/sigv4/cases.json"

type vectors struct {
	Recommended []string `json:"recommended_for_root_path_service"`
	Cases       []vector
}

type vector struct {
	ID      string
	Context struct {
		Credentials struct {
			AccessKeyID     string `json:"access_key_id"`
			SecretAccessKey string `json:"secret_access_key"`
		}
		Region, Service string
		Timestamp       time.Time
	}
	CanonicalRequest string `json:"canonical_request"`
	StringToSign     string `json:"string_to_sign"`
	Signature        string
}

func readVectors(t *testing.T) (cases []vector) {
	data, err := os.ReadFile(vectorsFile)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no published vectors: %v", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	var all vectors
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	for _, v := range all.Cases {
		if slices.Contains(all.Recommended, v.ID) {
			cases = append(cases, v)
		}
	}
	if len(cases) == 0 || len(cases) != len(all.Recommended) {
		t.Fatalf("got %d cases, want %d", len(cases), len(all.Recommended))
	}
	return cases
}

// TestVectors checks the steps of a signature against published vectors. The vectors
// sign other headers than this package, so they cannot be passed to Sign. The first
// step, the layout of the canonical request, is checked for the vectors that are a
// POST without a query, with the headers as the vector gives them. The steps after it
// are checked for all vectors.
func TestVectors(t *testing.T) {
	canonical := 0
	cases := readVectors(t)
	for _, v := range cases {
		t.Run(v.ID, func(t *testing.T) {
			c, now := v.Context, v.Context.Timestamp.Format("20060102T150405Z")
			lines := strings.Split(v.CanonicalRequest, "\n")
			method, path, query := lines[0], lines[1], lines[2]
			names, hash := lines[len(lines)-2], lines[len(lines)-1]
			var fields []sigv4.Field
			for _, line := range lines[3 : len(lines)-3] {
				name, value, _ := strings.Cut(line, ":")
				fields = append(fields, sigv4.NewField(name, value))
			}

			if method == "POST" && query == "" {
				canonical++
				if got := sigv4.CanonicalRequest(path, fields, hash); got != v.CanonicalRequest {
					t.Errorf("got canonical request\n%s\nwant\n%s", got, v.CanonicalRequest)
				}
			}
			secret := c.Credentials.SecretAccessKey
			if got := sigv4.StringToSign(secret, now, c.Region, c.Service, v.CanonicalRequest); got != v.StringToSign {
				t.Errorf("got string to sign\n%s\nwant\n%s", got, v.StringToSign)
			}
			got := sigv4.Authorization(c.Credentials.AccessKeyID, secret, now, c.Region, c.Service, fields, v.StringToSign)
			want := "AWS4-HMAC-SHA256 Credential=" + c.Credentials.AccessKeyID + "/" + strings.Split(v.StringToSign, "\n")[2] +
				", SignedHeaders=" + names + ", Signature=" + v.Signature
			if got != want {
				t.Errorf("got Authorization\n%s\nwant\n%s", got, want)
			}
		})
	}
	if t.Failed() {
		return
	}
	t.Logf("%d vectors, of these %d with their canonical request", len(cases), canonical)
	if canonical == 0 {
		t.Error("no vector is a POST without a query")
	}
}
