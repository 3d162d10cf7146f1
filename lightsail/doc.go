// Package lightsail is a client for Amazon Lightsail, the AWS service for virtual
// private servers and what belongs to them: disks, static IP addresses, DNS zones,
// load balancers, databases, container services, object storage and a content
// delivery network.
//
// The package has every operation of the service. It is an AWS SDK client: it takes
// an [aws.Config], and its names, signatures, field types, errors and options are
// those of github.com/aws/aws-sdk-go-v2/service/lightsail. A program switches by
// changing import paths. In the repository, docs/differences.md lists what differs,
// docs/migrating.md describes the change, and docs/operations.md lists the operations.
//
// # Clients
//
// Create a [Client] once with [NewFromConfig] and share it. It is safe for
// concurrent use and does not need to be closed.
//
//	cfg, err := config.LoadDefaultConfig(ctx) // Region and credentials
//	if err != nil {
//		return err
//	}
//	client := lightsail.NewFromConfig(cfg)
//	out, err := client.GetInstance(ctx, &lightsail.GetInstanceInput{
//		InstanceName: aws.String("web-1"),
//	})
//
// Each operation is a method that takes a context, an input and option functions.
// A nil input is an empty input. Lightsail is a regional service: a client calls one
// Region, and an operation sees the resources of that Region only. Domains and
// distributions exist in us-east-1 only, whatever Region they serve.
//
// # Inputs and outputs
//
// Optional numbers, strings, booleans and times are pointers; nil means that the
// field is not set. The functions aws.String, aws.Int32, aws.Bool and aws.ToString
// of github.com/aws/aws-sdk-go-v2/aws create and read them. Enums are strings with
// constants in package types, such as [types.InstanceAccessProtocolSsh]; "" means
// not set, and unknown values are kept. A nil slice is not sent. An empty non-nil
// slice is sent, and usually clears a list.
//
// The client checks required fields and a few rules of the service, such as that of
// bucket names. If an input breaks them, the call returns a
// [smithy.InvalidParamsError] that lists all violations, and sends nothing.
// [Options.DisableParamValidation] turns off all checks except that of required
// fields.
//
// # Options
//
// [Options] configure a client. Option functions of a call change a copy of them for
// that call:
//
//	out, err := client.GetBuckets(ctx, nil, func(o *lightsail.Options) {
//		o.Region = "eu-west-1"
//		o.RetryMaxAttempts = 5
//	})
//
// By default a call is attempted up to three times, with increasing delays, if the
// connection fails, the service reports an internal error, or it throttles. A call
// has no time limit of its own: use a context with a deadline.
//
// # Errors
//
// A call that fails returns a *[smithy.OperationError]. Use [errors.As] to find in
// its chain
//
//   - the service's error: an exception of package types, such as
//     *[types.NotFoundException], or a *[smithy.GenericAPIError] with any other
//     code; [smithy.APIError] matches both;
//   - an *awshttp.ResponseError with the HTTP status and the request ID;
//   - a *[smithy.DeserializationError] if the response cannot be decoded;
//   - a *[smithy.CanceledError] if the context ended.
//
// [IsNotFound] reports whether a resource does not exist, [IsAlreadyExists] whether a
// name is in use, and [IsQuotaExceeded] whether a quota is reached. [IsBusy] reports
// whether a resource is being modified and the call should be repeated later;
// [RetryBusy] repeats it.
//
// The text of an error ends in a hint if a call that only us-east-1 serves went to
// another Region, or if the credentials are those of the role that a Lightsail
// instance has itself. The service's error in the chain has no hint.
//
// # Long-running operations
//
// Many changes are not finished when the call returns. The output of such a call has
// Operations, or a single Operation: records of the work that the call started.
// [OperationSucceededWaiter] polls the service until all of them have succeeded:
//
//	out, err := client.CreateDisk(ctx, &lightsail.CreateDiskInput{
//		AvailabilityZone: aws.String("us-east-1a"),
//		DiskName:         aws.String("data"),
//		SizeInGb:         aws.Int32(32),
//	})
//	if err != nil {
//		return err
//	}
//	waiter := lightsail.NewOperationSucceededWaiter(client)
//	err = waiter.Wait(ctx, out.Operations, 5*time.Minute)
//
// A succeeded operation does not always mean that the resource can be used. Check the
// state of the resource too, as the comment of the operation says. Waiters do that
// for the states that programs wait for, such as [InstanceRunningWaiter],
// [DiskAvailableWaiter], [ContainerServiceDeploymentActiveWaiter] and
// [BucketDeletedWaiter]. [WaiterOptions] describes what all waiters have in common,
// and docs/operations.md lists their states.
//
// # Lists
//
// Most operations that list resources return one page per call. Each of them has a
// paginator, which makes the calls for all pages:
//
//	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(ctx) {
//		if err != nil {
//			return err
//		}
//		fmt.Println(aws.ToString(bucket.Name))
//	}
//
// [PaginatorOptions] describes what all paginators have in common. The other list
// operations, such as [Client.GetBucketBundles], return everything at once.
//
// [AllRegions] lists all Regions of the account at the same time:
//
//	for bucket, err := range lightsail.AllRegions(ctx, client, lightsail.NewGetBucketsPaginator, nil) {
//		if err != nil {
//			log.Print(err) // of one Region; the others go on
//			continue
//		}
//		fmt.Println(bucket.Region, aws.ToString(bucket.Item.Name))
//	}
//
// # Domain entries
//
// The names of DNS records are full names, the service returns "*" in them as \052,
// and the targets of TXT records are in double quotes. [AbsoluteDomainName] and
// [QuoteTXT] return names and targets in that form. [FindDomainEntry] finds the entry
// to change or delete among those that [Client.GetDomain] returns.
//
// # Secrets
//
// Some fields hold private keys, passwords, access keys, user data or other
// confidential values; they have the tag sensitive:"true". Packages fmt and log/slog
// print these fields as [REDACTED], and the log of [Options.ClientLogMode] masks them.
// Package encoding/json writes them in clear. The file SECURITY.md of the module has
// the details.
//
// # Testing
//
// Package [github.com/lightsail-go/sdk/lightsail/lightsailtest] is a Lightsail server
// for tests. It implements all operations, verifies signatures, keeps state, pages, and
// injects faults. For a fake client, declare an interface with the methods that your
// code calls:
//
//	type bucketClient interface {
//		GetBuckets(context.Context, *lightsail.GetBucketsInput, ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error)
//		UpdateBucket(context.Context, *lightsail.UpdateBucketInput, ...func(*lightsail.Options)) (*lightsail.UpdateBucketOutput, error)
//	}
//
// # Logging in to instances
//
// [Client.GetInstanceAccessDetails] returns what SSH or RDP needs. Package
// [github.com/lightsail-go/sdk/lightsail/access] writes the files that ssh reads, and
// decrypts Windows passwords.
package lightsail
