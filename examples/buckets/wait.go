package main

import (
	"context"
	"errors"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// maxWait is the maximum duration of a change. Most changes take a few seconds.
const maxWait = 5 * time.Minute

// waitForOperations waits until the operations that a call started are complete.
func (r *runner) waitForOperations(ctx context.Context, operations []types.Operation) error {
	return lightsail.NewOperationSucceededWaiter(r.client).Wait(ctx, operations, maxWait,
		func(o *lightsail.OperationSucceededWaiterOptions) {
			o.Progress = func(p lightsail.WaiterProgress[*[]types.Operation]) { r.showPoll(p.Attempt, p.Elapsed) }
		})
}

// showPolls is an option function for bucket waiters. It shows each poll as
// progress.
func (r *runner) showPolls(o *lightsail.BucketAvailableWaiterOptions) {
	o.Progress = func(p lightsail.WaiterProgress[*lightsail.GetBucketsOutput]) { r.showPoll(p.Attempt, p.Elapsed) }
}

func (r *runner) showPoll(attempt int, elapsed time.Duration) {
	current := r.report.Steps[len(r.report.Steps)-1]
	r.progress.Show("%s %s: poll %d after %v", current.Step, current.Bucket, attempt, elapsed.Truncate(time.Second))
}

func byName(bucket string) *lightsail.GetBucketsInput {
	return &lightsail.GetBucketsInput{BucketName: &bucket}
}

// isRejected reports whether err shows that the service did not apply the change.
// After a server error or without a response, the outcome is unknown.
func isRejected(err error) bool {
	var response *awshttp.ResponseError
	return errors.As(err, &response) && response.HTTPStatusCode()/100 == 4
}
