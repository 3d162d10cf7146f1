package lightsailtest

import (
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
)

func init() { register("GetOperation", (*state).getOperation) }

func (st *state) getOperation(now time.Time, in *lightsail.GetOperationInput) (*lightsail.GetOperationOutput, error) {
	var v violations
	v.required("operationId", in.OperationId)
	if err := v.err(); err != nil {
		return nil, err
	}
	i := slices.IndexFunc(st.operationRecords, func(r *operationRecord) bool { return *r.Id == *in.OperationId })
	if i < 0 {
		return nil, notFound("Operation", *in.OperationId)
	}
	record := st.poll(st.operationRecords[i], now)
	return &lightsail.GetOperationOutput{Operation: &record}, nil
}
