package lightsailtest_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// createAccessKey creates an access key of the bucket alpha.
func createAccessKey(t *testing.T, client *lightsail.Client) types.AccessKey {
	t.Helper()
	return *must[lightsail.CreateBucketAccessKeyOutput](t)(client.CreateBucketAccessKey(t.Context(), &lightsail.CreateBucketAccessKeyInput{BucketName: alpha})).AccessKey
}

func TestAccessKeys(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Millisecond)
	server, client := newTestServer(t, lightsailtest.WithClock(func() time.Time { return now }))
	list := func() []types.AccessKey {
		t.Helper()
		return must[lightsail.GetBucketAccessKeysOutput](t)(client.GetBucketAccessKeys(t.Context(), &lightsail.GetBucketAccessKeysInput{BucketName: alpha})).AccessKeys
	}
	deleteKey := func(id string) error {
		_, err := client.DeleteBucketAccessKey(t.Context(), &lightsail.DeleteBucketAccessKeyInput{BucketName: alpha, AccessKeyId: &id})
		return err
	}

	wantEqual(t, "keys of a new bucket", []types.AccessKey{}, list())
	first := createAccessKey(t, client)
	want := types.AccessKey{AccessKeyId: first.AccessKeyId, CreatedAt: &now, SecretAccessKey: first.SecretAccessKey, Status: types.StatusTypeActive}
	wantEqual(t, "first key", want, first)
	if !regexp.MustCompile(`^AKIA[A-Z2-7]{16}$`).MatchString(*first.AccessKeyId) || !regexp.MustCompile(`^[A-Za-z0-9+/]{40}$`).MatchString(*first.SecretAccessKey) {
		t.Error("the ID or the secret does not have the format of a real one")
	}

	now = now.Add(time.Second)
	second := createAccessKey(t, client)
	if *second.AccessKeyId == *first.AccessKeyId || *second.SecretAccessKey == *first.SecretAccessKey {
		t.Error("two keys have the same ID or secret")
	}
	_, err := client.CreateBucketAccessKey(t.Context(), &lightsail.CreateBucketAccessKeyInput{BucketName: alpha})
	wantCode(t, "third key", err, invalidInput)

	first.SecretAccessKey, second.SecretAccessKey = nil, nil
	unused := &types.AccessKeyLastUsed{Region: aws.String("N/A"), ServiceName: aws.String("N/A")}
	first.LastUsed, second.LastUsed = unused, unused
	wantEqual(t, "two keys", []types.AccessKey{first, second}, list())
	wantEqual(t, "Snapshot().AccessKeys", map[string][]string{"alpha": {*first.AccessKeyId, *second.AccessKeyId}}, server.Snapshot().AccessKeys)

	if err := deleteKey(*first.AccessKeyId); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "after deleting the first key", []types.AccessKey{second}, list())
	wantCode(t, "deleting the first key again", deleteKey(*first.AccessKeyId), "NotFoundException")
	createAccessKey(t, client)
	if n := len(list()); n != 2 {
		t.Errorf("got %d keys, want 2", n)
	}

	// Deleting the bucket deletes its keys.
	must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(t.Context(), &lightsail.DeleteBucketInput{BucketName: alpha, ForceDelete: aws.Bool(true)}))
	if err := createBucket(t.Context(), client, *alpha); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "keys of a new bucket with the same name", []types.AccessKey{}, list())
}

// The same calls create the same keys in every run.
func TestAccessKeysAreReproducible(t *testing.T) {
	_, one := newTestServer(t)
	_, two := newTestServer(t)
	a, b := createAccessKey(t, one), createAccessKey(t, two)
	if *a.AccessKeyId != *b.AccessKeyId || *a.SecretAccessKey != *b.SecretAccessKey {
		t.Error("two servers created different first keys")
	}
}

// Calls, snapshots, and the diffs of AssertCalls do not contain the secret.
func TestSecretAccessKeyIsNotRetained(t *testing.T) {
	var text strings.Builder
	server, client := newTestServer(t, lightsailtest.WithObserver(func(c lightsailtest.Call) { fmt.Fprintf(&text, "%v %+v\n", c, c) }))
	key := createAccessKey(t, client)
	must[lightsail.DeleteBucketAccessKeyOutput](t)(client.DeleteBucketAccessKey(t.Context(), &lightsail.DeleteBucketAccessKeyInput{
		BucketName: alpha, AccessKeyId: key.AccessKeyId,
	}))
	createAccessKey(t, client)
	f := &fakeTB{TB: t}
	server.AssertCalls(f)
	fmt.Fprintf(&text, "%+v\n%q\n%s", server.Snapshot(), f.end(), cmp.Diff(lightsailtest.State{}, server.Snapshot()))
	if !strings.Contains(text.String(), *key.AccessKeyId) {
		t.Error("the texts do not contain the ID of the key, so the check below is not meaningful")
	}
	if strings.Contains(text.String(), *key.SecretAccessKey) || strings.Contains(text.String(), "EXAMPLEKEY") {
		t.Error("the texts contain a secret access key")
	}
}
