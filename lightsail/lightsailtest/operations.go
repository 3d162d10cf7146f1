package lightsailtest

import (
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetOperation", (*state).getOperation)
	register("GetOperations", (*state).getOperations)
	register("GetOperationsForResource", (*state).getOperationsForResource)
}

// maxRecords limits the memory of a server that runs for a long time.
const maxRecords = 10_000

// An outcome says when and how the operation records of an API operation finish.
// The zero outcome finishes them immediately and successfully.
type outcome struct {
	// polls is the number of calls of GetOperation during which a record is still
	// Started.
	polls int

	failed        bool
	code, details string
}

// An operationRecord is an operation record together with its outcome.
type operationRecord struct {
	types.Operation
	outcome

	// subject delays the end of the record while it is lagging.
	subject resource

	// setup is the input of a call of SetupInstanceHttps.
	setup *types.SetupRequest
}

// run calls apply, whose operation records have the outcome o. If o is a failure, it
// undoes the changes of apply but keeps the records.
func (st *state) run(o outcome, apply func()) {
	if !o.failed {
		apply()
		return
	}
	records, restore := len(st.records), st.save()
	apply()
	if len(st.records) > records {
		restore()
		st.polled = nil
	}
}

// record adds one operation record for each resource and returns copies of them. Two
// things are guesses: that records are finished when they are returned, unless their
// resource is lagging, and that each of two records names the resource of the other one
// in OperationDetails.
func (st *state) record(operation types.OperationType, resources ...resource) []types.Operation {
	at := st.now
	added := []types.Operation{}
	for i, r := range resources {
		record := &operationRecord{
			Operation: types.Operation{
				CreatedAt:       &at,
				Id:              aws.String(st.uuid()),
				IsTerminal:      aws.Bool(false),
				Location:        r.base().location,
				OperationType:   operation,
				ResourceName:    aws.String(r.base().name),
				ResourceType:    r.kind(),
				Status:          types.OperationStatusStarted,
				StatusChangedAt: &at,
			},
			outcome: st.outcome,
			subject: r,
		}
		if reason, failing := st.failing[r]; failing && !record.failed {
			record.failed, record.details = true, reason
		}
		if len(resources) == 2 {
			record.OperationDetails = aws.String(resources[1-i].base().name)
		}
		record.finishIfDue(at)
		st.records = append(st.records, record)
		added = append(added, record.Operation)
	}
	if n := len(st.records) - maxRecords; n > 0 {
		st.records = slices.Clone(st.records[n:])
	}
	return added
}

// recordEach adds one operation record for each resource. The records do not name one
// another.
func (st *state) recordEach(operation types.OperationType, resources []resource) (added []types.Operation) {
	for _, r := range resources {
		added = append(added, st.record(operation, r)...)
	}
	return added
}

// finishIfDue sets the final status of the record if no polls are left and its resource
// is not lagging.
func (r *operationRecord) finishIfDue(now time.Time) {
	if *r.IsTerminal || r.polls > 0 || r.subject.base().isLagging() {
		return
	}
	r.IsTerminal = aws.Bool(true)
	r.StatusChangedAt = &now
	r.Status = types.OperationStatusSucceeded
	if !r.failed {
		return
	}
	r.Status = types.OperationStatusFailed
	if r.code != "" {
		r.ErrorCode = aws.String(r.code)
	}
	if r.details != "" {
		r.ErrorDetails = aws.String(r.details)
	}
}

// getOperation counts the call as a poll of the record and of its resource.
func (st *state) getOperation(in *lightsail.GetOperationInput) (*lightsail.GetOperationOutput, error) {
	i := slices.IndexFunc(st.records, func(r *operationRecord) bool { return *r.Id == *in.OperationId })
	if i < 0 {
		return nil, notFound("Operation", *in.OperationId)
	}
	record := st.records[i]
	record.finishIfDue(st.now)
	current := record.Operation
	if !*current.IsTerminal {
		record.polls--
		st.polled = append(st.polled, record.subject)
	}
	return &lightsail.GetOperationOutput{Operation: &current}, nil
}

// getOperations returns the newest records first. The order is a guess, and so is that
// the service returns all records; it is documented to return those of 20 days. The call
// is not a poll.
func (st *state) getOperations(in *lightsail.GetOperationsInput) (*lightsail.GetOperationsOutput, error) {
	page, next, err := st.recordsPage(in, func(*operationRecord) bool { return true })
	return &lightsail.GetOperationsOutput{NextPageToken: next, Operations: page}, err
}

// getOperationsForResource also returns the records of a resource that is deleted. That
// a name without records is an error is a guess.
func (st *state) getOperationsForResource(in *lightsail.GetOperationsForResourceInput) (*lightsail.GetOperationsForResourceOutput, error) {
	page, next, err := st.recordsPage(in, func(r *operationRecord) bool { return *r.ResourceName == *in.ResourceName })
	if err == nil && len(page) == 0 && st.resources[*in.ResourceName] == nil {
		return nil, notFound("resource", *in.ResourceName)
	}
	return &lightsail.GetOperationsForResourceOutput{NextPageToken: next, Operations: page}, err
}

// recordsPage returns the page of the matching records to which the PageToken of an
// input refers.
func (st *state) recordsPage(in any, matches func(*operationRecord) bool) ([]types.Operation, *string, error) {
	var matching []*operationRecord
	for _, r := range st.records {
		if matches(r) {
			matching = append(matching, r)
		}
	}
	records, next, err := pageFromEnd(st, in, matching, func(r *operationRecord) string { return *r.Id })
	page := []types.Operation{}
	for _, r := range records {
		r.finishIfDue(st.now)
		page = append(page, r.Operation)
	}
	return page, next, err
}
