// Package lightsail is a client for Amazon Lightsail.
//
// Make a [Client] once, from the configuration of the AWS SDK for Go v2, and
// share it: it is safe for concurrent use.
//
//	cfg, err := config.LoadDefaultConfig(ctx)
//	if err != nil { ... }
//	client := lightsail.NewFromConfig(cfg)
//	out, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{})
//
// Names, signatures, field types, errors and options are those of
// github.com/aws/aws-sdk-go-v2/service/lightsail for every operation that this
// package has: switching is a change of import paths. README.md lists the
// differences.
//
// # Errors
//
// A call that failed returns a *[smithy.OperationError]. With [errors.As] it
// yields, where the service answered, an *awshttp.ResponseError with status and
// request ID, and the service's own error: one of the exceptions of package
// types, or a *[smithy.GenericAPIError] with any other code. Input that must not
// be sent is a [smithy.InvalidParamsError], an answer that cannot be read a
// *[smithy.DeserializationError], a context that ended a
// *[smithy.CanceledError].
//
// # Optional values
//
// Optional scalars are pointers; aws.String, aws.Bool and aws.ToString of
// aws-sdk-go-v2 make and read them. Enum members are plain values in which ""
// means unset. A nil slice is not sent, an empty one is sent as an empty list.
package lightsail
