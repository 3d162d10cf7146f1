package lightsailtest

import (
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
)

func init() { register("GetOperation", (*state).getOperation) }

func (st *state) getOperation(now time.Time, in *lightsail.GetOperationInput) (*lightsail.GetOperationOutput, error) {
	var p problems
	p.check(deref(in.OperationId) != "", "operationId", "it is required")
	if err := p.err(); err != nil {
		return nil, err
	}
	i := slices.IndexFunc(st.operations, func(op *operationRecord) bool { return *op.Id == *in.OperationId })
	if i < 0 {
		return nil, notFound("Operation", *in.OperationId)
	}
	op := st.look(st.operations[i], now)
	return &lightsail.GetOperationOutput{Operation: &op}, nil
}
