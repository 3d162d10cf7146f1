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
)

// baseline makes calls with code written by hand. It sends the same headers as
// the clients, signs with the SDK's signer, uses net/http and reads the whole
// body. It has no retries, endpoint resolution, typed errors, metadata or
// middleware.
type baseline struct {
	http        lightsail.HTTPClient
	url         string
	userAgent   string
	credentials aws.Credentials
	signer      *v4.Signer
}

// send sends a request body and returns the response body.
func (b *baseline) send(ctx context.Context, operation string, body []byte) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, b.url, bytes.NewReader(body))
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
	req.Header["User-Agent"] = []string{b.userAgent}
	sum := sha256.Sum256(body)
	if err := b.signer.SignHTTP(ctx, b.credentials, req, hex.EncodeToString(sum[:]), "lightsail", region, time.Now()); err != nil {
		return nil, err
	}

	resp, err := b.http.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("unexpected status %d", resp.StatusCode)
	}
	if resp.ContentLength < 0 {
		return io.ReadAll(resp.Body)
	}
	response := make([]byte, resp.ContentLength)
	_, err = io.ReadFull(resp.Body, response)
	return response, err
}

func (b *baseline) getBuckets(ctx context.Context, in *lightsail.GetBucketsInput) (int, error) {
	var out numberTimesBuckets
	err := b.exchange(ctx, "GetBuckets", in, &out)
	return len(out.Buckets), err
}

func (b *baseline) getBundles(ctx context.Context) (int, error) {
	var out lightsail.GetBundlesOutput
	err := b.exchange(ctx, "GetBundles", struct{}{}, &out)
	return len(out.Bundles), err
}

func (b *baseline) getInstances(ctx context.Context) (int, error) {
	var out numberTimesInstances
	err := b.exchange(ctx, "GetInstances", struct{}{}, &out)
	return len(out.Instances), err
}

func (b *baseline) getDeployments(ctx context.Context, in *lightsail.GetContainerServiceDeploymentsInput) (int, error) {
	var out numberTimesDeployments
	err := b.exchange(ctx, "GetContainerServiceDeployments", in, &out)
	return len(out.Deployments), err
}

func (b *baseline) updateBucket(ctx context.Context, in *lightsail.UpdateBucketInput) (int, error) {
	var out numberTimesUpdate
	err := b.exchange(ctx, "UpdateBucket", in, &out)
	return len(out.Operations), err
}

// exchange encodes in, sends it and decodes the response into out. It encodes and
// decodes with encoding/json.
func (b *baseline) exchange(ctx context.Context, operation string, in, out any) error {
	body, err := json.Marshal(in)
	if err != nil {
		return err
	}
	response, err := b.send(ctx, operation, body)
	if err != nil {
		return err
	}
	return json.Unmarshal(response, out)
}
