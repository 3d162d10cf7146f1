package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteKnownHostKeys deletes the SSH host keys, or the RDP certificate, by which
// Lightsail recognizes an instance.
//
// The browser-based SSH and RDP clients of the Lightsail console do not connect to
// an instance whose host key differs from the recorded one, for example after its
// operating system was installed again. After DeleteKnownHostKeys they accept the
// new key. [Client.GetInstanceAccessDetails] returns the recorded keys.
//
// A changed key can also mean that another machine intercepts the connection. Call
// DeleteKnownHostKeys only if the change is expected, or if the new key is known to
// be right. The keys on the instance itself are not changed.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteKnownHostKeys.html
func (c *Client) DeleteKnownHostKeys(ctx context.Context, params *DeleteKnownHostKeysInput, optFns ...func(*Options)) (*DeleteKnownHostKeysOutput, error) {
	return invoke[*DeleteKnownHostKeysOutput](ctx, c, &deleteKnownHostKeys, params, optFns)
}

var deleteKnownHostKeys = transport.Operation{
	Name:   "DeleteKnownHostKeys",
	Input:  (*DeleteKnownHostKeysInput)(nil),
	Output: (*DeleteKnownHostKeysOutput)(nil),
}

// DeleteKnownHostKeysInput is the input of [Client.DeleteKnownHostKeys].
type DeleteKnownHostKeysInput struct {
	// InstanceName is the name of the instance whose recorded keys are deleted.
	// Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`
}

// DeleteKnownHostKeysOutput is the output of [Client.DeleteKnownHostKeys].
type DeleteKnownHostKeysOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteKnownHostKeysOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
