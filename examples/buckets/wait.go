package main

import (
	"context"
	"errors"
	"time"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// atMost is how long a change may take. It mostly takes seconds.
const atMost = 5 * time.Minute

// finish waits until all that a call has started is done.
func (l *life) finish(ctx context.Context, operations []types.Operation) error {
	return lightsail.NewOperationSucceededWaiter(l.client).Wait(ctx, operations, atMost,
		func(o *lightsail.OperationSucceededWaiterOptions) {
			o.Progress = func(p lightsail.WaiterProgress[[]types.Operation]) { l.waited(p.Attempt, p.Elapsed) }
		})
}

// looks lets a waiter for a bucket tell of its looks.
func (l *life) looks(o *lightsail.BucketAvailableWaiterOptions) {
	o.Progress = func(p lightsail.WaiterProgress[lightsail.GetBucketsOutput]) { l.waited(p.Attempt, p.Elapsed) }
}

func (l *life) waited(looks int, elapsed time.Duration) {
	current := l.report.Steps[len(l.report.Steps)-1]
	l.tell.Show("%s %s: looked %d times in %v", current.Step, current.Bucket, looks, elapsed.Truncate(time.Second))
}

func byName(bucket string) *lightsail.GetBucketsInput {
	return &lightsail.GetBucketsInput{BucketName: &bucket}
}

// refused tells whether an error means that the service did nothing. Where it had
// trouble of its own or did not answer, there is no telling.
func refused(err error) bool {
	var answer *awshttp.ResponseError
	return errors.As(err, &answer) && answer.HTTPStatusCode()/100 == 4
}
