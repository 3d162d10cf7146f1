package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteAlarm deletes an alarm. The monitored resource and the contact methods do
// not change.
//
// To stop only the notifications of an alarm, call [Client.PutAlarm] with its
// configuration and NotificationEnabled false. A *[types.NotFoundException] is
// returned if the alarm does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteAlarm.html
func (c *Client) DeleteAlarm(ctx context.Context, params *DeleteAlarmInput, optFns ...func(*Options)) (*DeleteAlarmOutput, error) {
	return invoke[*DeleteAlarmOutput](ctx, c, &deleteAlarm, params, optFns)
}

var deleteAlarm = transport.Operation{
	Name:   "DeleteAlarm",
	Input:  (*DeleteAlarmInput)(nil),
	Output: (*DeleteAlarmOutput)(nil),
}

// DeleteAlarmInput is the input of [Client.DeleteAlarm].
type DeleteAlarmInput struct {
	// AlarmName is the name of the alarm to delete. Required.
	AlarmName *string `json:"alarmName,omitzero" required:"true"`
}

// DeleteAlarmOutput is the output of [Client.DeleteAlarm].
type DeleteAlarmOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteAlarmOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
