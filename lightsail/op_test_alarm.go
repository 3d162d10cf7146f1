package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_TestAlarm.html
func (c *Client) TestAlarm(ctx context.Context, params *TestAlarmInput, optFns ...func(*Options)) (*TestAlarmOutput, error) {
	return invoke[*TestAlarmOutput](ctx, c, &testAlarm, params, optFns)
}

var testAlarm = transport.Operation{
	Name:   "TestAlarm",
	Input:  (*TestAlarmInput)(nil),
	Output: (*TestAlarmOutput)(nil),
}

// TestAlarmInput is the input of [Client.TestAlarm].
type TestAlarmInput struct {
	AlarmName *string `json:"alarmName,omitzero" required:"true"`

	State types.AlarmState `json:"state,omitzero" required:"true"`
}

// TestAlarmOutput is the output of [Client.TestAlarm].
type TestAlarmOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *TestAlarmOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
