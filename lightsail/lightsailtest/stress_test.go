package lightsailtest_test

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

const (
	workers = 200
	rounds  = 3
)

// testConcurrentCalls calls all API operations from many goroutines, with faults that
// prevent some calls. It checks that the state matches the results of the calls.
func testConcurrentCalls(ctx context.Context, t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
	server.PutBuckets(types.Bucket{Name: aws.String("shared")})
	server.FillBuckets("shared")
	server.PutInstances(types.Instance{Name: aws.String("web")})
	server.Inject("TagResource", lightsailtest.FinishLater(1).Always())
	server.Inject("UntagResource", lightsailtest.FailLater(1, "TestError", "").Always())
	server.Inject("", lightsailtest.Throttle().Sometimes(0.02, 1), lightsailtest.Drop().Sometimes(0.02, 2))

	var mu sync.Mutex
	created := []string{"shared"}
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for round := range rounds {
				// Two workers use the same name, and only one of them can succeed.
				name := fmt.Sprintf("bucket-%d-%d", w/2, round)
				err := createBucket(ctx, client, name)
				if err == nil {
					mu.Lock()
					created = append(created, name)
					mu.Unlock()
				}
				for _, err := range []error{err, callOperation(ctx, client, w+round)} {
					if c := errorCode(err); err != nil && c != "ThrottlingException" && c != invalidInput && !strings.Contains(err.Error(), "EOF") {
						t.Errorf("got %v", err)
					}
				}
			}
		})
	}
	wg.Wait()

	slices.Sort(created)
	state := server.Snapshot()
	var names, arns []string
	for _, b := range state.Buckets {
		names = append(names, *b.Name)
		arns = append(arns, *b.Arn)
	}
	if diff := cmp.Diff(created, names); diff != "" {
		t.Errorf("buckets (-created by calls +in the state):\n%s", diff)
	}
	slices.Sort(arns)
	if len(slices.Compact(arns)) != len(names) {
		t.Error("two buckets have the same ARN")
	}
	createRecords := 0
	for _, op := range state.Operations {
		if op.OperationType == types.OperationTypeCreateBucket {
			createRecords++
		}
	}
	if want := len(created) - 1; createRecords != want {
		t.Errorf("got %d operation records of CreateBucket, want %d", createRecords, want)
	}
	if n := len(state.AccessKeys["shared"]); n > 2 {
		t.Errorf("got %d access keys of one bucket, want at most 2", n)
	}
	if n := len(server.Calls()); n < 2*workers*rounds {
		t.Errorf("got %d recorded calls, want at least %d", n, 2*workers*rounds)
	}
}

// callOperation calls the API operation number n, except CreateBucket.
func callOperation(ctx context.Context, client *lightsail.Client, n int) (err error) {
	shared, web := aws.String("shared"), aws.String("web")
	switch n % 15 {
	case 0:
		_, err = client.GetBuckets(ctx, nil)
	case 1:
		_, err = client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{
			BucketName: shared, ReadonlyAccessAccounts: []string{fmt.Sprint(n)},
			AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: shared},
		})
	case 2:
		_, err = client.GetBlueprints(ctx, nil)
	case 3:
		_, err = client.GetBundles(ctx, nil)
	case 4:
		_, err = client.GetInstanceAccessDetails(ctx, &lightsail.GetInstanceAccessDetailsInput{InstanceName: web})
	case 5:
		_, err = client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: shared})
	case 6:
		_, err = client.GetBucketBundles(ctx, nil)
	case 7:
		_, err = client.UpdateBucketBundle(ctx, &lightsail.UpdateBucketBundleInput{BucketName: shared, BundleId: aws.String("large_1_0")})
	case 8:
		_, err = client.SetResourceAccessForBucket(ctx, &lightsail.SetResourceAccessForBucketInput{BucketName: shared, ResourceName: web, Access: types.ResourceBucketAccessAllow})
	case 9:
		out, err := client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: shared, Tags: []types.Tag{{Key: aws.String(fmt.Sprint(n % 40))}}})
		if err == nil {
			_, err = client.GetOperation(ctx, &lightsail.GetOperationInput{OperationId: out.Operations[0].Id})
		}
		return err
	case 10:
		_, err = client.UntagResource(ctx, &lightsail.UntagResourceInput{ResourceName: web, TagKeys: []string{fmt.Sprint(n)}})
	case 11:
		_, err = client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: shared})
	case 12, 13:
		out, err := client.GetBucketAccessKeys(ctx, &lightsail.GetBucketAccessKeysInput{BucketName: shared})
		if err == nil && n%15 == 13 && len(out.AccessKeys) > 0 {
			_, err = client.DeleteBucketAccessKey(ctx, &lightsail.DeleteBucketAccessKeyInput{BucketName: shared, AccessKeyId: out.AccessKeys[0].AccessKeyId})
		}
		if lightsail.IsNotFound(err) {
			err = nil // another worker has deleted the key
		}
		return err
	case 14:
		_, err = client.GetRegions(ctx, nil)
	}
	return err
}

// The synctest bubble fails if a goroutine does not end.
func TestConcurrentCallsInProcess(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t)
		testConcurrentCalls(t.Context(), t, server, server.Client(inProcess(server)))
	})
}

// After Close, no connection and no goroutine of the server is left.
func TestConcurrentCallsSockets(t *testing.T) {
	var open atomic.Int64
	transport := &http.Transport{
		MaxIdleConnsPerHost: workers,
		DialContext: func(ctx context.Context, network, address string) (net.Conn, error) {
			conn, err := new(net.Dialer).DialContext(ctx, network, address)
			if err == nil {
				open.Add(1)
				conn = &countingConn{Conn: conn, open: &open}
			}
			return conn, err
		},
	}
	server, err := lightsailtest.Start()
	if err != nil {
		t.Fatal(err)
	}
	testConcurrentCalls(timeout(t), t, server, server.Client(func(o *lightsail.Options) { o.HTTPClient = &http.Client{Transport: transport} }))
	if err := server.Close(); err != nil {
		t.Error(err)
	}
	transport.CloseIdleConnections()
	if n := open.Load(); n != 0 {
		t.Errorf("got %d open connections after Close, want 0", n)
	}
	// net/http reports the end of a connection shortly before its goroutine ends.
	var stacks string
	for range 1000 {
		buffer := make([]byte, 1<<20)
		stacks = string(buffer[:runtime.Stack(buffer, true)])
		if !strings.Contains(stacks, "net/http.(*conn).serve") && !strings.Contains(stacks, "net/http.(*Server).Serve") &&
			!strings.Contains(stacks, "net/http.(*persistConn)") {
			return
		}
		runtime.Gosched()
	}
	t.Errorf("goroutines of net/http are still running:\n%s", stacks)
}

// countingConn counts the open connections.
type countingConn struct {
	net.Conn
	open *atomic.Int64
	once sync.Once
}

func (c *countingConn) Close() error {
	c.once.Do(func() { c.open.Add(-1) })
	return c.Conn.Close()
}
