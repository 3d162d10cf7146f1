package lightsailtest

import (
	"maps"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

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

	// bucket delays the end of the record while the bucket is lagging. It is nil if
	// the record is not about a bucket.
	bucket *bucket
}

// run calls apply and gives the operation records that it adds the outcome o. If o
// is a failure, it undoes the changes of apply but keeps the records.
func (st *state) run(o outcome, apply func()) {
	st.outcome = o
	if !o.failed {
		apply()
		return
	}
	records := len(st.operationRecords)
	restoreBuckets, restoreInstances := save(st.buckets), save(st.instances)
	apply()
	if len(st.operationRecords) > records {
		restoreBuckets()
		restoreInstances()
	}
}

// save returns a function that restores m and the values that it points to.
func save[V any](m map[string]*V) (restore func()) {
	pointers, values := maps.Clone(m), make(map[string]V, len(m))
	for name, p := range m {
		values[name] = *p
	}
	return func() {
		clear(m)
		for name, p := range pointers {
			*p = values[name]
			m[name] = p
		}
	}
}

// addRecords adds one operation record for each resource and returns copies of
// them. Two things are guesses: that the records of bucket operations are finished
// when they are returned, unless the bucket is lagging, and that each of two
// records names the resource of the other one in OperationDetails.
func (st *state) addRecords(now time.Time, operation types.OperationType, resources ...resource) []types.Operation {
	at := now.UTC().Truncate(time.Millisecond)
	var added []types.Operation
	for i, r := range resources {
		record := &operationRecord{
			Operation: types.Operation{
				CreatedAt:       &at,
				Id:              aws.String(st.uuid()),
				IsTerminal:      aws.Bool(false),
				Location:        r.location,
				OperationType:   operation,
				ResourceName:    aws.String(r.name),
				ResourceType:    r.resourceType,
				Status:          types.OperationStatusStarted,
				StatusChangedAt: &at,
			},
			outcome: st.outcome,
			bucket:  r.bucket,
		}
		if len(resources) == 2 {
			record.OperationDetails = aws.String(resources[1-i].name)
		}
		record.finishIfDue(now)
		st.operationRecords = append(st.operationRecords, record)
		added = append(added, record.Operation)
	}
	return added
}

// poll returns the record for a call of GetOperation. It counts the call as a poll
// of the record and of its bucket.
func (st *state) poll(r *operationRecord, now time.Time) types.Operation {
	r.finishIfDue(now)
	current := r.Operation
	if !*current.IsTerminal {
		r.polls--
		if r.bucket != nil {
			st.countPoll(r.bucket)
		}
	}
	return current
}

// finishIfDue sets the final status of the record if no polls are left and its
// bucket is not lagging.
func (r *operationRecord) finishIfDue(now time.Time) {
	if *r.IsTerminal || r.polls > 0 || r.bucket != nil && r.bucket.isLagging() {
		return
	}
	r.IsTerminal = aws.Bool(true)
	r.StatusChangedAt = aws.Time(now.UTC().Truncate(time.Millisecond))
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
