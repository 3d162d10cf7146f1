package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// ExportSnapshotRecordSucceededWaiter waits until a snapshot was exported to
// Amazon EC2.
//
// It calls GetExportSnapshotRecords for page after page until it finds the
// record. The wait succeeds when the state of the record is "Succeeded". If it is
// "Failed", the wait fails with a *[ResourceStateError]. The record has no
// reason; the operations of [Client.ExportSnapshot] can have one. Every other
// state is pending. A record that is not found is pending. The default delays are
// 15 seconds to 1 minute.
type ExportSnapshotRecordSucceededWaiter struct {
	waiter waiter[*GetExportSnapshotRecordsInput, *GetExportSnapshotRecordsOutput]
}

// ExportSnapshotRecordSucceededWaiterOptions are the options of an
// [ExportSnapshotRecordSucceededWaiter].
type ExportSnapshotRecordSucceededWaiterOptions = WaiterOptions[*GetExportSnapshotRecordsInput, *GetExportSnapshotRecordsOutput]

var exportSnapshotRecordSucceeded = waiterSpec{
	name:      "ExportSnapshotRecordSucceeded",
	operation: &getExportSnapshotRecords,
	resource:  types.ResourceTypeExportSnapshotRecord,
	success:   []string{string(types.RecordStateSucceeded)},
	failure:   []string{string(types.RecordStateFailed)},
	minDelay:  15 * time.Second,
	maxDelay:  time.Minute,
}

// NewExportSnapshotRecordSucceededWaiter returns an
// ExportSnapshotRecordSucceededWaiter that calls client until the record with the
// given name has succeeded. The service chooses the name of a record; its SourceInfo names the
// snapshot.
func NewExportSnapshotRecordSucceededWaiter(client GetExportSnapshotRecordsAPIClient, recordName string, optFns ...func(*ExportSnapshotRecordSucceededWaiterOptions)) *ExportSnapshotRecordSucceededWaiter {
	call := func(ctx context.Context, in *GetExportSnapshotRecordsInput, optFns ...func(*Options)) (*GetExportSnapshotRecordsOutput, error) {
		p := NewGetExportSnapshotRecordsPaginator(client, in)
		return searchPages(ctx, p.paginator, optFns, func(out *GetExportSnapshotRecordsOutput) bool {
			return findExportSnapshotRecord(out, recordName) != nil
		})
	}
	observe := func(_ *GetExportSnapshotRecordsInput, out *GetExportSnapshotRecordsOutput) observation {
		record := findExportSnapshotRecord(out, recordName)
		if record == nil {
			return observation{}
		}
		return observation{found: true, name: recordName, state: string(record.State)}
	}
	return &ExportSnapshotRecordSucceededWaiter{newWaiter(exportSnapshotRecordSucceeded, call, observe, optFns)}
}

// Wait waits until the wanted record is in the state "Succeeded", for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *ExportSnapshotRecordSucceededWaiter) Wait(ctx context.Context, params *GetExportSnapshotRecordsInput, maxWait time.Duration, optFns ...func(*ExportSnapshotRecordSucceededWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [ExportSnapshotRecordSucceededWaiter.Wait], and returns the
// output of the last poll. It is the page that has the record.
func (w *ExportSnapshotRecordSucceededWaiter) WaitForOutput(ctx context.Context, params *GetExportSnapshotRecordsInput, maxWait time.Duration, optFns ...func(*ExportSnapshotRecordSucceededWaiterOptions)) (*GetExportSnapshotRecordsOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func findExportSnapshotRecord(out *GetExportSnapshotRecordsOutput, name string) *types.ExportSnapshotRecord {
	for i := range out.ExportSnapshotRecords {
		if aws.ToString(out.ExportSnapshotRecords[i].Name) == name {
			return &out.ExportSnapshotRecords[i]
		}
	}
	return nil
}
