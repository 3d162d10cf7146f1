package main

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	smithyrand "github.com/aws/smithy-go/rand"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// A floor is what a call costs that is written out by hand for one purpose: the
// same headers, the same signer, net/http, the body read. It has no retries, no
// choice of endpoints, no errors with types, no metadata, no middleware.
type floor struct {
	http        lightsail.HTTPClient
	url         string
	userAgent   string
	credentials aws.Credentials
	signer      *v4.Signer
}

// send sends a body and returns that of the answer.
func (f *floor) send(ctx context.Context, operation string, body []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, f.url, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	id, err := smithyrand.NewUUID(rand.Reader).GetUUID()
	if err != nil {
		return nil, err
	}
	req.Header["Content-Type"] = []string{"application/x-amz-json-1.1"}
	req.Header["X-Amz-Target"] = []string{"Lightsail_20161128." + operation}
	req.Header["Amz-Sdk-Invocation-Id"] = []string{id}
	req.Header["Amz-Sdk-Request"] = []string{"attempt=1; max=3"}
	req.Header["User-Agent"] = []string{f.userAgent}
	sum := sha256.Sum256(body)
	if err := f.signer.SignHTTP(ctx, f.credentials, req, hex.EncodeToString(sum[:]), "lightsail", region, time.Now()); err != nil {
		return nil, err
	}

	resp, err := f.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", resp.StatusCode)
	}
	if resp.ContentLength < 0 {
		return io.ReadAll(resp.Body)
	}
	answer := make([]byte, resp.ContentLength)
	_, err = io.ReadFull(resp.Body, answer)
	return answer, err
}

// The outputs as encoding/json can read them: the structs of this module, but
// that it takes no number for a time.
type (
	floorBucketsOutput struct {
		AccountLevelBpaSync *struct {
			types.AccountLevelBpaSync
			LastSyncedAt *float64 `json:"lastSyncedAt"`
		} `json:"accountLevelBpaSync"`
		Buckets       []floorBucket `json:"buckets"`
		NextPageToken *string       `json:"nextPageToken"`
	}
	floorUpdateOutput struct {
		Bucket     *floorBucket     `json:"bucket"`
		Operations []floorOperation `json:"operations"`
	}
	floorBucket struct {
		types.Bucket
		CreatedAt *float64 `json:"createdAt"`
	}
	floorOperation struct {
		types.Operation
		CreatedAt       *float64 `json:"createdAt"`
		StatusChangedAt *float64 `json:"statusChangedAt"`
	}
)

func (f *floor) getBuckets(ctx context.Context, in *lightsail.GetBucketsInput) (int, error) {
	var out floorBucketsOutput
	err := f.exchange(ctx, "GetBuckets", in, &out)
	return len(out.Buckets), err
}

func (f *floor) getBundles(ctx context.Context) (int, error) {
	var out lightsail.GetBundlesOutput
	err := f.exchange(ctx, "GetBundles", struct{}{}, &out)
	return len(out.Bundles), err
}

func (f *floor) updateBucket(ctx context.Context, in *lightsail.UpdateBucketInput) (int, error) {
	var out floorUpdateOutput
	err := f.exchange(ctx, "UpdateBucket", in, &out)
	return len(out.Operations), err
}

// exchange sends in and decodes the answer into out, both by encoding/json.
func (f *floor) exchange(ctx context.Context, operation string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	answer, err := f.send(ctx, operation, body)
	if err != nil {
		return err
	}
	return json.Unmarshal(answer, out)
}
