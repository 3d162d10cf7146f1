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

func createKey(t *testing.T, client *lightsail.Client) types.AccessKey {
	t.Helper()
	return *must[lightsail.CreateBucketAccessKeyOutput](t)(client.CreateBucketAccessKey(t.Context(), &lightsail.CreateBucketAccessKeyInput{BucketName: alpha})).AccessKey
}

func TestAccessKeys(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Millisecond)
	server, client := newLife(t, lightsailtest.WithClock(func() time.Time { return now }))
	list := func() []types.AccessKey {
		t.Helper()
		return must[lightsail.GetBucketAccessKeysOutput](t)(client.GetBucketAccessKeys(t.Context(), &lightsail.GetBucketAccessKeysInput{BucketName: alpha})).AccessKeys
	}
	deleteKey := func(id string) error {
		_, err := client.DeleteBucketAccessKey(t.Context(), &lightsail.DeleteBucketAccessKeyInput{BucketName: alpha, AccessKeyId: &id})
		return err
	}

	wantEqual(t, "at first", []types.AccessKey{}, list())
	first := createKey(t, client)
	want := types.AccessKey{AccessKeyId: first.AccessKeyId, CreatedAt: &now, SecretAccessKey: first.SecretAccessKey, Status: types.StatusTypeActive}
	wantEqual(t, "the first", want, first)
	if !regexp.MustCompile(`^AKIA[A-Z2-7]{16}$`).MatchString(*first.AccessKeyId) || !regexp.MustCompile(`^[A-Za-z0-9+/]{40}$`).MatchString(*first.SecretAccessKey) {
		t.Error("the ID or the secret has not the form of a real one")
	}

	now = now.Add(time.Second)
	second := createKey(t, client)
	if *second.AccessKeyId == *first.AccessKeyId || *second.SecretAccessKey == *first.SecretAccessKey {
		t.Error("two keys have the same ID or secret")
	}
	_, err := client.CreateBucketAccessKey(t.Context(), &lightsail.CreateBucketAccessKeyInput{BucketName: alpha})
	wantCode(t, "a third key", err, invalidInput)

	first.SecretAccessKey, second.SecretAccessKey = nil, nil
	wantEqual(t, "both", []types.AccessKey{first, second}, list())
	wantEqual(t, "the state's", map[string][]string{"alpha": {*first.AccessKeyId, *second.AccessKeyId}}, server.Snapshot().AccessKeys)

	if err := deleteKey(*first.AccessKeyId); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "one", []types.AccessKey{second}, list())
	wantCode(t, "to delete it again", deleteKey(*first.AccessKeyId), "NotFoundException")
	createKey(t, client)
	if n := len(list()); n != 2 {
		t.Errorf("%d keys, want 2", n)
	}

	// They are the bucket's, and go with it.
	must[lightsail.DeleteBucketOutput](t)(client.DeleteBucket(t.Context(), &lightsail.DeleteBucketInput{BucketName: alpha, ForceDelete: aws.Bool(true)}))
	if err := createBucket(t.Context(), client, *alpha); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "of the next bucket", []types.AccessKey{}, list())
}

// The same calls make the same keys in every run.
func TestSameAccessKeys(t *testing.T) {
	_, one := newLife(t)
	_, two := newLife(t)
	a, b := createKey(t, one), createKey(t, two)
	if *a.AccessKeyId != *b.AccessKeyId || *a.SecretAccessKey != *b.SecretAccessKey {
		t.Error("they differ")
	}
}

// Nothing that is kept, printed or compared holds the secret.
func TestSecretIsNotKept(t *testing.T) {
	var text strings.Builder
	server, client := newLife(t, lightsailtest.WithObserver(func(c lightsailtest.Call) { fmt.Fprintf(&text, "%v %+v\n", c, c) }))
	key := createKey(t, client)
	must[lightsail.DeleteBucketAccessKeyOutput](t)(client.DeleteBucketAccessKey(t.Context(), &lightsail.DeleteBucketAccessKeyInput{
		BucketName: alpha, AccessKeyId: key.AccessKeyId,
	}))
	createKey(t, client)
	f := &failing{TB: t}
	server.AssertCalls(f)
	fmt.Fprintf(&text, "%+v\n%q\n%s", server.Snapshot(), f.end(), cmp.Diff(lightsailtest.State{}, server.Snapshot()))
	if !strings.Contains(text.String(), *key.AccessKeyId) {
		t.Error("the texts do not even tell the ID of the key")
	}
	if strings.Contains(text.String(), *key.SecretAccessKey) || strings.Contains(text.String(), "EXAMPLEKEY") {
		t.Error("the texts hold a secret")
	}
}
