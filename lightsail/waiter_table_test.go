package lightsail_test

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// waiterRows returns a row for every waiter. The waiters call client. Names in capital
// letters are in the table of docs/operations.md.
func waiterRows(client *lightsail.Client) map[string]waiterRow {
	const logs = `access logs go to BUCKET with the prefix "PREFIX/"`
	certificateFailures := append(failuresBecause("DOMAIN_NOT_ALLOWED", "VALIDATION_TIMED_OUT", "FAILED", "EXPIRED"), failuresBecause("KEY_COMPROMISE", "REVOKED")...)
	instanceStates := []string{"pending", "running", "stopping", "stopped", "rebooting", "shutting-down", "terminated"}
	databaseStates := []string{"creating", "modifying", "backing-up", "rebooting", "starting", "stopping", "stopped", "storage-full"}
	rows := map[string]waiterRow{}
	for _, row := range []waiterRow{
		newRow(lightsail.NewBucketAvailableWaiter(client), bucketIn, bucketOut, waiterRow{
			resource: types.ResourceTypeBucket, name: "archive",
			success: []string{"OK"}, failure: failuresBecause("because", "Unknown"), pending: []string{"", "a-new-state"}, notFound: "pending", hasEmpty: true,
		}),
		newRow(lightsail.NewBucketAccessLogConfiguredWaiter(client, *lightsail.AccessLogOn("BUCKET", "PREFIX/")), bucketIn, bucketLogOut, waiterRow{
			success: []string{logs}, pending: []string{"access logs are off", "access logs go to logs"}, notFound: "failure", hasEmpty: true,
		}),
		newRow(lightsail.NewBucketDeletedWaiter(client), bucketIn, bucketOut, waiterRow{
			pending: []string{"OK", "Unknown", "a-new-state"}, notFound: "success", hasEmpty: true,
		}),
		newRow(lightsail.NewInstanceAccessDetailsReadyWaiter(client), accessIn, accessOut, waiterRow{
			success: []string{"complete"}, pending: []string{"lack password"}, notFound: "failure",
		}),
		newRow(lightsail.NewOperationSucceededWaiter(client), operationsIn, operationOut, waiterRow{
			success: []string{"Succeeded", "Completed"}, failure: failuresBecause("because", "Failed"),
			pending: []string{"Started", "NotStarted", "a-new-state", ""}, notFound: "failure",
		}),

		newRow(lightsail.NewInstanceRunningWaiter(client), instanceIn, instanceOut, waiterRow{
			resource: types.ResourceTypeInstance, name: "web",
			success: []string{"running"}, failure: failures("shutting-down", "terminated"),
			pending: others(instanceStates, "running", "shutting-down", "terminated"), notFound: "pending",
		}),
		newRow(lightsail.NewInstanceStoppedWaiter(client), instanceIn, instanceOut, waiterRow{
			resource: types.ResourceTypeInstance, name: "web",
			success: []string{"stopped"}, failure: failures("shutting-down", "terminated"),
			pending: others(instanceStates, "stopped", "shutting-down", "terminated"), notFound: "failure",
		}),
		newRow(lightsail.NewInstanceDeletedWaiter(client), instanceIn, instanceOut, waiterRow{
			pending: others(instanceStates), notFound: "success",
		}),
		newRow(lightsail.NewStaticIpAttachedWaiter(client, "INSTANCE"), staticIPIn, staticIPOut, waiterRow{
			success: []string{"attached to INSTANCE"}, pending: []string{"not attached", "attached to web", "not attached yet to INSTANCE"}, notFound: "failure",
		}),
		newRow(lightsail.NewStaticIpDetachedWaiter(client), staticIPIn, staticIPOut, waiterRow{
			success: []string{"not attached"}, pending: []string{"attached to web", "not attached yet to web"}, notFound: "failure",
		}),
		newRow(lightsail.NewStaticIpReleasedWaiter(client), staticIPIn, staticIPOut, waiterRow{
			pending: []string{"attached to web", "not attached"}, notFound: "success",
		}),
		newRow(lightsail.NewInstanceSnapshotAvailableWaiter(client), &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: aws.String("backup")}, instanceSnapshotOut, waiterRow{
			resource: types.ResourceTypeInstanceSnapshot, name: "backup",
			success: []string{"available"}, failure: failures("error"),
			pending: others(types.InstanceSnapshotState("").Values(), "available", "error"), notFound: "pending",
		}),
		newRow(lightsail.NewDiskSnapshotAvailableWaiter(client), &lightsail.GetDiskSnapshotInput{DiskSnapshotName: aws.String("backup")}, diskSnapshotOut, waiterRow{
			resource: types.ResourceTypeDiskSnapshot, name: "backup",
			success: []string{"completed"}, failure: failures("error"),
			pending: others(types.DiskSnapshotState("").Values(), "completed", "error"), notFound: "pending",
		}),
		newRow(lightsail.NewRelationalDatabaseSnapshotAvailableWaiter(client), &lightsail.GetRelationalDatabaseSnapshotInput{RelationalDatabaseSnapshotName: aws.String("backup")}, databaseSnapshotOut, waiterRow{
			resource: types.ResourceTypeRelationalDatabaseSnapshot, name: "backup",
			success: []string{"available"}, failure: failures("error", "failed"), pending: []string{"pending", "creating", ""}, notFound: "pending",
		}),
		newRow(lightsail.NewDiskAvailableWaiter(client), diskIn, diskOut, waiterRow{
			resource: types.ResourceTypeDisk, name: "data",
			success: []string{"available"}, failure: failures("error", "deleting"),
			pending: others(types.DiskState("").Values(), "available", "error"), notFound: "pending",
		}),
		newRow(lightsail.NewDiskInUseWaiter(client), diskIn, diskOut, waiterRow{
			resource: types.ResourceTypeDisk, name: "data",
			success: []string{"in-use"}, failure: failures("error", "deleting"),
			pending: others(types.DiskState("").Values(), "in-use", "error"), notFound: "failure",
		}),
		newRow(lightsail.NewDiskDeletedWaiter(client), diskIn, diskOut, waiterRow{
			pending: append(others(types.DiskState("").Values()), "deleting"), notFound: "success",
		}),
		newRow(lightsail.NewRelationalDatabaseAvailableWaiter(client), databaseIn, databaseOut, waiterRow{
			resource: types.ResourceTypeRelationalDatabase, name: "orders",
			success: []string{"available"}, failure: failures("failed", "deleting", "incompatible-network", "incompatible-parameters", "incompatible-restore"),
			pending: others(databaseStates), notFound: "pending",
		}),
		newRow(lightsail.NewRelationalDatabaseDeletedWaiter(client), databaseIn, databaseOut, waiterRow{
			pending: append(others(databaseStates), "deleting", "failed"), notFound: "success",
		}),
		newRow(lightsail.NewContainerServiceReadyWaiter(client), serviceIn, serviceOut, waiterRow{
			resource: types.ResourceTypeContainerService, name: "api",
			success: []string{"READY", "RUNNING"},
			failure: []failure{
				{script: "DELETING"},
				{script: "CERTIFICATE_LIMIT_EXCEEDED", state: "PENDING", reason: "CERTIFICATE_LIMIT_EXCEEDED: because"},
				{script: "UNKNOWN_ERROR", state: "PENDING", reason: "UNKNOWN_ERROR: because"},
			},
			pending: append(others(types.ContainerServiceState("").Values(), "READY", "RUNNING", "DELETING"),
				others(types.ContainerServiceStateDetailCode("").Values(), "CERTIFICATE_LIMIT_EXCEEDED", "UNKNOWN_ERROR")...),
			notFound: "pending", hasEmpty: true,
		}),
		newRow(lightsail.NewContainerServiceDisabledWaiter(client), serviceIn, serviceOut, waiterRow{
			resource: types.ResourceTypeContainerService, name: "api",
			success: []string{"DISABLED"}, failure: failures("DELETING"),
			pending: others(types.ContainerServiceState("").Values(), "DISABLED", "DELETING"), notFound: "failure", hasEmpty: true,
		}),
		newRow(lightsail.NewContainerServiceDeletedWaiter(client), serviceIn, serviceOut, waiterRow{
			pending: append(others(types.ContainerServiceState("").Values()), "UNKNOWN_ERROR"), notFound: "success", hasEmpty: true,
		}),
		newRow(lightsail.NewContainerServiceDeploymentActiveWaiter(client, 7), deploymentIn, deploymentOut, waiterRow{
			resource: "ContainerServiceDeployment", name: "api version 7",
			success: []string{"ACTIVE"}, failure: append(failuresBecause("GetContainerLog returns the output of its containers", "FAILED"), failures("INACTIVE")...),
			pending: others(types.ContainerServiceDeploymentState("").Values(), "ACTIVE", "FAILED", "INACTIVE"), notFound: "failure", hasEmpty: true,
		}),
		newRow(lightsail.NewCertificateIssuedWaiter(client), certificateIn, certificateOut, waiterRow{
			resource: types.ResourceTypeCertificate, name: "example",
			success: []string{"ISSUED"}, failure: certificateFailures,
			pending: others(types.CertificateStatus("").Values(), "ISSUED", "VALIDATION_TIMED_OUT", "FAILED", "EXPIRED", "REVOKED"), notFound: "pending", hasEmpty: true,
		}),
		newRow(lightsail.NewLoadBalancerTlsCertificateIssuedWaiter(client, "CERTIFICATE"), tlsCertificateIn, tlsCertificateOut, waiterRow{
			resource: types.ResourceTypeLoadBalancerTlsCertificate, name: "CERTIFICATE",
			success: []string{"ISSUED"}, failure: certificateFailures,
			pending:  others(types.LoadBalancerTlsCertificateStatus("").Values(), "ISSUED", "VALIDATION_TIMED_OUT", "FAILED", "EXPIRED", "REVOKED"),
			notFound: "failure", hasEmpty: true,
		}),
		newRow(lightsail.NewLoadBalancerActiveWaiter(client), loadBalancerIn, loadBalancerOut, waiterRow{
			resource: types.ResourceTypeLoadBalancer, name: "front",
			success: []string{"active"}, failure: failures("failed"),
			pending: others(types.LoadBalancerState("").Values(), "active", "failed"), notFound: "pending",
		}),
		newRow(lightsail.NewDistributionEnabledWaiter(client), distributionIn, distributionOut, waiterRow{
			success: []string{"enabled"}, pending: []string{"InProgress", "disabled", ""}, notFound: "pending", hasEmpty: true,
		}),
		newRow(lightsail.NewExportSnapshotRecordSucceededWaiter(client, "RECORD"), nil, exportOut, waiterRow{
			resource: types.ResourceTypeExportSnapshotRecord, name: "RECORD",
			success: []string{"Succeeded"}, failure: failures("Failed"), pending: others(types.RecordState("").Values(), "Succeeded", "Failed"), notFound: "pending", hasEmpty: true,
		}),
		newRow(lightsail.NewCloudFormationStackRecordSucceededWaiter(client, "RECORD"), nil, stackOut, waiterRow{
			resource: types.ResourceTypeCloudFormationStackRecord, name: "RECORD",
			success: []string{"Succeeded"}, failure: failures("Failed"), pending: others(types.RecordState("").Values(), "Succeeded", "Failed"), notFound: "pending", hasEmpty: true,
		}),
	} {
		rows[rowName(row)] = row
	}
	return rows
}
