package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// CloudFormationStackRecordSucceededWaiter waits until a stack of AWS
// CloudFormation was created from an exported snapshot.
//
// It calls GetCloudFormationStackRecords for page after page until it finds the
// record. The wait succeeds when the state of the record is "Succeeded". If it is
// "Failed", the wait fails with a *[ResourceStateError]. The record has no
// reason; the operations of [Client.CreateCloudFormationStack] can have one.
// Every other state is pending. A record that is not found is pending. The
// default delays are 15 seconds to 1 minute.
type CloudFormationStackRecordSucceededWaiter struct {
	waiter waiter[*GetCloudFormationStackRecordsInput, *GetCloudFormationStackRecordsOutput]
}

// CloudFormationStackRecordSucceededWaiterOptions are the options of a
// [CloudFormationStackRecordSucceededWaiter].
type CloudFormationStackRecordSucceededWaiterOptions = WaiterOptions[*GetCloudFormationStackRecordsInput, *GetCloudFormationStackRecordsOutput]

var cloudFormationStackRecordSucceeded = waiterSpec{
	name:      "CloudFormationStackRecordSucceeded",
	operation: &getCloudFormationStackRecords,
	resource:  types.ResourceTypeCloudFormationStackRecord,
	success:   []string{string(types.RecordStateSucceeded)},
	failure:   []string{string(types.RecordStateFailed)},
	minDelay:  15 * time.Second,
	maxDelay:  time.Minute,
}

// NewCloudFormationStackRecordSucceededWaiter returns a
// CloudFormationStackRecordSucceededWaiter that calls client until the record with the
// given name has succeeded. The service chooses the name of a record; its SourceInfo names the
// export record.
func NewCloudFormationStackRecordSucceededWaiter(client GetCloudFormationStackRecordsAPIClient, recordName string, optFns ...func(*CloudFormationStackRecordSucceededWaiterOptions)) *CloudFormationStackRecordSucceededWaiter {
	call := func(ctx context.Context, in *GetCloudFormationStackRecordsInput, optFns ...func(*Options)) (*GetCloudFormationStackRecordsOutput, error) {
		p := NewGetCloudFormationStackRecordsPaginator(client, in)
		return searchPages(ctx, p.paginator, optFns, func(out *GetCloudFormationStackRecordsOutput) bool {
			return findCloudFormationStackRecord(out, recordName) != nil
		})
	}
	observe := func(_ *GetCloudFormationStackRecordsInput, out *GetCloudFormationStackRecordsOutput) observation {
		record := findCloudFormationStackRecord(out, recordName)
		if record == nil {
			return observation{}
		}
		return observation{found: true, name: recordName, state: string(record.State)}
	}
	return &CloudFormationStackRecordSucceededWaiter{newWaiter(cloudFormationStackRecordSucceeded, call, observe, optFns)}
}

// Wait waits until the wanted record is in the state "Succeeded", for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *CloudFormationStackRecordSucceededWaiter) Wait(ctx context.Context, params *GetCloudFormationStackRecordsInput, maxWait time.Duration, optFns ...func(*CloudFormationStackRecordSucceededWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [CloudFormationStackRecordSucceededWaiter.Wait], and returns
// the output of the last poll. It is the page that has the record.
func (w *CloudFormationStackRecordSucceededWaiter) WaitForOutput(ctx context.Context, params *GetCloudFormationStackRecordsInput, maxWait time.Duration, optFns ...func(*CloudFormationStackRecordSucceededWaiterOptions)) (*GetCloudFormationStackRecordsOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func findCloudFormationStackRecord(out *GetCloudFormationStackRecordsOutput, name string) *types.CloudFormationStackRecord {
	for i := range out.CloudFormationStackRecords {
		if aws.ToString(out.CloudFormationStackRecords[i].Name) == name {
			return &out.CloudFormationStackRecords[i]
		}
	}
	return nil
}
