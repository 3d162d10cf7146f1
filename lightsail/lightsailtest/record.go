package lightsailtest

import (
	"maps"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// An ending is how the work of a call ends. The zero ending is at once and well.
type ending struct {
	// looks is for how many looks at a record the work goes on.
	looks int

	failed        bool
	code, details string
}

// An operationRecord is the record of an operation, and what is to become of it.
type operationRecord struct {
	types.Operation
	ending

	// bucket is the one whose lag the operation shares, nil for none.
	bucket *bucket
}

// carryOut does the work of a call that ends in a certain way. What failed is as
// if it had not been done.
func (st *state) carryOut(e ending, do func()) {
	st.ending = e
	if !e.failed {
		do()
		return
	}
	records := len(st.operations)
	restoreBuckets, restoreInstances := saved(st.buckets), saved(st.instances)
	do()
	if len(st.operations) > records {
		restoreBuckets()
		restoreInstances()
	}
}

// saved returns what puts a map and all in it back to what they are now.
func saved[V any](m map[string]*V) (restore func()) {
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

// record adds the records of an operation, one for each resource that it is on.
// That records of bucket operations are finished when they are returned, unless
// the bucket lags, is a guess, and so is that of two each names the other.
func (st *state) record(now time.Time, operation types.OperationType, on ...resource) []types.Operation {
	at := now.UTC().Truncate(time.Millisecond)
	var answer []types.Operation
	for i, r := range on {
		op := &operationRecord{
			Operation: types.Operation{
				CreatedAt:       &at,
				Id:              aws.String(st.uuid()),
				IsTerminal:      aws.Bool(false),
				Location:        r.location,
				OperationType:   operation,
				ResourceName:    aws.String(r.name),
				ResourceType:    r.kind,
				Status:          types.OperationStatusStarted,
				StatusChangedAt: &at,
			},
			ending: st.ending,
			bucket: r.bucket,
		}
		if len(on) == 2 {
			op.OperationDetails = aws.String(on[1-i].name)
		}
		op.settle(now)
		st.operations = append(st.operations, op)
		answer = append(answer, op.Operation)
	}
	return answer
}

// look returns a record as it is now, and counts that as a look at it and at its
// bucket.
func (st *state) look(r *operationRecord, now time.Time) types.Operation {
	r.settle(now)
	answer := r.Operation
	if !*answer.IsTerminal {
		r.looks--
		if r.bucket != nil {
			st.passed(r.bucket)
		}
	}
	return answer
}

// settle ends the operation where its time has come.
func (r *operationRecord) settle(now time.Time) {
	if *r.IsTerminal || r.looks > 0 || r.bucket != nil && r.bucket.lags() {
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
