package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// TestAlarm tests the notifications of an alarm by simulating one of its states.
//
// The Lightsail console shows a banner. If the state is one of the
// NotificationTriggers of the alarm, the alarm also sends a notification to its
// contact methods. Each call sends another one. A *[types.NotFoundException] is
// returned if the alarm does not exist.
//
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
	// AlarmName is the name of the alarm to test. Required.
	AlarmName *string `json:"alarmName,omitzero" required:"true"`

	// State is the state to simulate: "OK", "ALARM" or "INSUFFICIENT_DATA".
	// Required.
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
