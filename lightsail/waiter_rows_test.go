package lightsail_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A waiterRow is what the tests of all waiters expect of one of them.
type waiterRow struct {
	resource types.ResourceType
	name     string // of the resource in errors

	success  []string
	failure  []failure
	pending  []string
	notFound string // "pending", "failure" or "success"
	hasEmpty bool   // whether an output can have an empty list

	waiter any

	// wait waits while the service returns the resource in the states of a script, one
	// after the other and then always the last one.
	wait func(ctx context.Context, server *lightsailtest.Server, maxWait time.Duration, script ...string) (output any, err error)
}

// A failure is a state that ends a wait with an error.
type failure struct {
	script string // the state in a script
	state  string // in the error, if it differs
	reason string // in the error
}

// Elements of a script that are no states.
const (
	notFound = "NotFoundException"
	denied   = "AccessDeniedException"
	empty    = "an empty list"
)

// A waiterOf is a waiter with a known input and output.
type waiterOf[In, Result, Options any] interface {
	Wait(context.Context, In, time.Duration, ...func(*Options)) error
	WaitForOutput(context.Context, In, time.Duration, ...func(*Options)) (Result, error)
}

// newRow sets the waiter of a row. output returns the output of the polled operation for
// a state.
func newRow[In, Result, Options, PollIn, PollOut any](
	waiter waiterOf[In, Result, Options], in In, output func(in *PollIn, state string) *PollOut, row waiterRow,
) waiterRow {
	row.waiter = waiter
	row.wait = func(ctx context.Context, server *lightsailtest.Server, maxWait time.Duration, script ...string) (any, error) {
		lightsailtest.Handle(server, func(_ context.Context, in *PollIn) (*PollOut, error) {
			state := script[0]
			if len(script) > 1 {
				script = script[1:]
			}
			switch state {
			case notFound:
				return nil, &types.NotFoundException{Message: aws.String("no such thing")}
			case denied:
				return nil, &types.AccessDeniedException{}
			case empty:
				return new(PollOut), nil
			}
			return output(in, state), nil
		})
		out, err := waiter.WaitForOutput(ctx, in, maxWait)
		if reflect.ValueOf(out).IsNil() {
			return nil, err
		}
		return out, err
	}
	return row
}

// failures returns failures without a reason.
func failures(states ...string) (all []failure) {
	for _, state := range states {
		all = append(all, failure{script: state})
	}
	return all
}

// failuresBecause returns failures that have a reason.
func failuresBecause(reason string, states ...string) (all []failure) {
	for _, state := range states {
		all = append(all, failure{script: state, reason: reason})
	}
	return all
}

// others returns the values of an enum that are not among the given ones, a value that it
// does not have, and "".
func others[T ~string](values []T, without ...string) []string {
	all := []string{"a-new-state", ""}
	for _, value := range values {
		if !strings.Contains(" "+strings.Join(without, " ")+" ", " "+string(value)+" ") {
			all = append(all, string(value))
		}
	}
	return all
}

// The input and output functions of the rows.
var (
	bucketIn  = &lightsail.GetBucketsInput{BucketName: aws.String("archive")}
	bucketOut = func(in *lightsail.GetBucketsInput, state string) *lightsail.GetBucketsOutput {
		return &lightsail.GetBucketsOutput{Buckets: []types.Bucket{
			{Name: in.BucketName, State: &types.BucketState{Code: &state, Message: aws.String("because")}},
		}}
	}
	bucketLogOut = func(in *lightsail.GetBucketsInput, state string) *lightsail.GetBucketsOutput {
		config := lightsail.AccessLogOff()
		if destination, ok := strings.CutPrefix(state, "access logs go to "); ok {
			config = lightsail.AccessLogOn(strings.Fields(destination)[0], "PREFIX/")
		}
		return &lightsail.GetBucketsOutput{Buckets: []types.Bucket{{Name: in.BucketName, AccessLogConfig: config}}}
	}
	accessIn  = &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("web")}
	accessOut = func(_ *lightsail.GetInstanceAccessDetailsInput, state string) *lightsail.GetInstanceAccessDetailsOutput {
		details := &types.InstanceAccessDetails{Protocol: types.InstanceAccessProtocolRdp}
		if state == "complete" {
			details.Password = aws.String("password")
		}
		return &lightsail.GetInstanceAccessDetailsOutput{AccessDetails: details}
	}
	operationsIn = []types.Operation{{Id: aws.String("one"), Status: types.OperationStatusStarted}}
	operationOut = func(in *lightsail.GetOperationInput, state string) *lightsail.GetOperationOutput {
		return &lightsail.GetOperationOutput{Operation: &types.Operation{
			Id: in.OperationId, ResourceName: aws.String("web"), Status: types.OperationStatus(state), ErrorDetails: aws.String("because"),
		}}
	}
	instanceIn  = &lightsail.GetInstanceInput{InstanceName: aws.String("web")}
	instanceOut = func(in *lightsail.GetInstanceInput, state string) *lightsail.GetInstanceOutput {
		return &lightsail.GetInstanceOutput{Instance: &types.Instance{
			Name: in.InstanceName, State: &types.InstanceState{Name: &state}, PublicIpAddress: aws.String("192.0.2.1"),
		}}
	}
	staticIPIn  = &lightsail.GetStaticIpInput{StaticIpName: aws.String("address")}
	staticIPOut = func(in *lightsail.GetStaticIpInput, state string) *lightsail.GetStaticIpOutput {
		ip := types.StaticIp{Name: in.StaticIpName, IsAttached: aws.Bool(false)}
		if instance, ok := strings.CutPrefix(state, "attached to "); ok {
			ip.IsAttached, ip.AttachedTo = aws.Bool(true), &instance
		} else if instance, ok := strings.CutPrefix(state, "not attached yet to "); ok {
			ip.AttachedTo = &instance
		}
		return &lightsail.GetStaticIpOutput{StaticIp: &ip}
	}
	diskIn  = &lightsail.GetDiskInput{DiskName: aws.String("data")}
	diskOut = func(in *lightsail.GetDiskInput, state string) *lightsail.GetDiskOutput {
		return &lightsail.GetDiskOutput{Disk: &types.Disk{Name: in.DiskName, State: types.DiskState(state)}}
	}
	databaseIn  = &lightsail.GetRelationalDatabaseInput{RelationalDatabaseName: aws.String("orders")}
	databaseOut = func(in *lightsail.GetRelationalDatabaseInput, state string) *lightsail.GetRelationalDatabaseOutput {
		return &lightsail.GetRelationalDatabaseOutput{RelationalDatabase: &types.RelationalDatabase{Name: in.RelationalDatabaseName, State: &state}}
	}
	serviceIn  = &lightsail.GetContainerServicesInput{ServiceName: aws.String("api")}
	serviceOut = func(in *lightsail.GetContainerServicesInput, state string) *lightsail.GetContainerServicesOutput {
		service := types.ContainerService{ContainerServiceName: in.ServiceName, State: types.ContainerServiceState(state)}
		for _, code := range types.ContainerServiceStateDetailCode("").Values() {
			if string(code) == state {
				service.State = types.ContainerServiceStatePending
				service.StateDetail = &types.ContainerServiceStateDetail{Code: code, Message: aws.String("because")}
			}
		}
		return &lightsail.GetContainerServicesOutput{ContainerServices: []types.ContainerService{service}}
	}
	deploymentIn  = &lightsail.GetContainerServiceDeploymentsInput{ServiceName: aws.String("api")}
	deploymentOut = func(_ *lightsail.GetContainerServiceDeploymentsInput, state string) *lightsail.GetContainerServiceDeploymentsOutput {
		return &lightsail.GetContainerServiceDeploymentsOutput{Deployments: []types.ContainerServiceDeployment{
			{State: types.ContainerServiceDeploymentStateActive},
			{Version: aws.Int32(6), State: types.ContainerServiceDeploymentStateActive},
			{Version: aws.Int32(7), State: types.ContainerServiceDeploymentState(state)},
			{Version: aws.Int32(8), State: types.ContainerServiceDeploymentStateFailed},
		}}
	}
	certificateIn  = &lightsail.GetCertificatesInput{CertificateName: aws.String("example")}
	certificateOut = func(in *lightsail.GetCertificatesInput, state string) *lightsail.GetCertificatesOutput {
		certificate := types.CertificateSummary{CertificateName: in.CertificateName}
		if in.IncludeCertificateDetails {
			certificate.CertificateDetail = &types.Certificate{Status: types.CertificateStatus(state)}
			if state == "REVOKED" {
				certificate.CertificateDetail.RevocationReason = aws.String("KEY_COMPROMISE")
			} else {
				certificate.CertificateDetail.RequestFailureReason = aws.String("DOMAIN_NOT_ALLOWED")
			}
		}
		return &lightsail.GetCertificatesOutput{Certificates: []types.CertificateSummary{certificate}}
	}
	tlsCertificateIn  = &lightsail.GetLoadBalancerTlsCertificatesInput{LoadBalancerName: aws.String("front")}
	tlsCertificateOut = func(_ *lightsail.GetLoadBalancerTlsCertificatesInput, state string) *lightsail.GetLoadBalancerTlsCertificatesOutput {
		certificate := types.LoadBalancerTlsCertificate{
			Name: aws.String("CERTIFICATE"), Status: types.LoadBalancerTlsCertificateStatus(state), FailureReason: types.LoadBalancerTlsCertificateFailureReasonDomainNotAllowed,
		}
		if state == "REVOKED" {
			certificate.FailureReason, certificate.RevocationReason = "", types.LoadBalancerTlsCertificateRevocationReasonKeyCompromise
		}
		return &lightsail.GetLoadBalancerTlsCertificatesOutput{TlsCertificates: []types.LoadBalancerTlsCertificate{
			{Name: aws.String("other"), Status: types.LoadBalancerTlsCertificateStatusIssued}, certificate,
		}}
	}
	loadBalancerIn  = &lightsail.GetLoadBalancerInput{LoadBalancerName: aws.String("front")}
	loadBalancerOut = func(in *lightsail.GetLoadBalancerInput, state string) *lightsail.GetLoadBalancerOutput {
		return &lightsail.GetLoadBalancerOutput{LoadBalancer: &types.LoadBalancer{Name: in.LoadBalancerName, State: types.LoadBalancerState(state)}}
	}
	distributionIn  = &lightsail.GetDistributionsInput{DistributionName: aws.String("cdn")}
	distributionOut = func(in *lightsail.GetDistributionsInput, state string) *lightsail.GetDistributionsOutput {
		distribution := types.LightsailDistribution{Name: in.DistributionName, IsEnabled: aws.Bool(state != "disabled"), Status: &state}
		if state == "enabled" || state == "disabled" {
			distribution.Status = aws.String("Deployed")
		}
		return &lightsail.GetDistributionsOutput{Distributions: []types.LightsailDistribution{distribution}}
	}
	// The record is on the second page.
	exportOut = func(in *lightsail.GetExportSnapshotRecordsInput, state string) *lightsail.GetExportSnapshotRecordsOutput {
		if in.PageToken == nil {
			return &lightsail.GetExportSnapshotRecordsOutput{
				ExportSnapshotRecords: []types.ExportSnapshotRecord{{Name: aws.String("other"), State: types.RecordStateFailed}},
				NextPageToken:         aws.String("page 2"),
			}
		}
		return &lightsail.GetExportSnapshotRecordsOutput{ExportSnapshotRecords: []types.ExportSnapshotRecord{
			{Name: aws.String("another"), State: types.RecordStateSucceeded}, {Name: aws.String("RECORD"), State: types.RecordState(state)},
		}}
	}
)

func instanceSnapshotOut(in *lightsail.GetInstanceSnapshotInput, state string) *lightsail.GetInstanceSnapshotOutput {
	return &lightsail.GetInstanceSnapshotOutput{InstanceSnapshot: &types.InstanceSnapshot{Name: in.InstanceSnapshotName, State: types.InstanceSnapshotState(state)}}
}

func diskSnapshotOut(in *lightsail.GetDiskSnapshotInput, state string) *lightsail.GetDiskSnapshotOutput {
	return &lightsail.GetDiskSnapshotOutput{DiskSnapshot: &types.DiskSnapshot{Name: in.DiskSnapshotName, State: types.DiskSnapshotState(state)}}
}

func databaseSnapshotOut(in *lightsail.GetRelationalDatabaseSnapshotInput, state string) *lightsail.GetRelationalDatabaseSnapshotOutput {
	return &lightsail.GetRelationalDatabaseSnapshotOutput{
		RelationalDatabaseSnapshot: &types.RelationalDatabaseSnapshot{Name: in.RelationalDatabaseSnapshotName, State: &state},
	}
}

func stackOut(_ *lightsail.GetCloudFormationStackRecordsInput, state string) *lightsail.GetCloudFormationStackRecordsOutput {
	return &lightsail.GetCloudFormationStackRecordsOutput{CloudFormationStackRecords: []types.CloudFormationStackRecord{
		{Name: aws.String("other"), State: types.RecordStateSucceeded}, {Name: aws.String("RECORD"), State: types.RecordState(state)},
	}}
}

// rowName returns the name of a row's waiter, such as DiskAvailable.
func rowName(row waiterRow) string {
	return strings.TrimSuffix(strings.TrimPrefix(fmt.Sprintf("%T", row.waiter), "*lightsail."), "Waiter")
}
