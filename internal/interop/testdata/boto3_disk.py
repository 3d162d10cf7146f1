"""Creates, attaches, snapshots, restores and deletes disks and instances. It prints the
results and fails at the first unexpected one."""

import boto3
from botocore.exceptions import ClientError

from boto3_session import client, errors, must_fail, wait_succeeded

print("disk")
wait_succeeded(client.create_disk(diskName="data", availabilityZone="us-east-1a", sizeInGb=8, tags=[{"key": "team", "value": "ops"}]))
must_fail(errors.InvalidInputException, client.create_disk, diskName="web", availabilityZone="us-east-1a", sizeInGb=8)
wait_succeeded(client.attach_disk(diskName="data", instanceName="web", diskPath="/dev/xvdf"))
must_fail(errors.OperationFailureException, client.attach_disk, diskName="data", instanceName="web", diskPath="/dev/xvdg")
disk = client.get_disk(diskName="data")["disk"]
print(" ", disk["state"], disk["attachedTo"], disk["path"], disk["iops"], disk["isSystemDisk"], disk["tags"])
web = client.get_instance(instanceName="web")["instance"]
print(" ", [(d["path"], d["sizeInGb"]) for d in web["hardware"]["disks"]])
assert web["hardware"]["disks"][1] == disk == client.get_disks()["disks"][0]

print("automatic snapshots")
print(" ", [(a["name"], a["status"], a["snapshotTimeOfDay"], a["nextSnapshotTimeOfDay"]) for a in web["addOns"]])
snapshots = client.get_auto_snapshots(resourceName="web")["autoSnapshots"]
print(" ", len(snapshots), {s["status"] for s in snapshots}, snapshots[0]["date"] == snapshots[0]["createdAt"].strftime("%Y-%m-%d"))
wait_succeeded(client.create_instances_from_snapshot(
    instanceNames=["old"], availabilityZone="us-east-1b", bundleId="nano_3_0", sourceInstanceName="web", useLatestRestorableAutoSnapshot=True))
wait_succeeded(client.delete_auto_snapshot(resourceName="web", date=snapshots[0]["date"]))
must_fail(errors.NotFoundException, client.delete_auto_snapshot, resourceName="web", date=snapshots[0]["date"])
must_fail(errors.InvalidInputException, client.delete_instance, instanceName="web")
wait_succeeded(client.disable_add_on(resourceName="web", addOnType="AutoSnapshot"))
wait_succeeded(client.enable_add_on(resourceName="data", addOnRequest={"addOnType": "AutoSnapshot"}))
print(" ", client.get_disk(diskName="data")["disk"]["addOns"])

print("snapshots")
wait_succeeded(client.create_instance_snapshot(instanceSnapshotName="web-1", instanceName="web"))
snapshot = client.get_instance_snapshot(instanceSnapshotName="web-1")["instanceSnapshot"]
print(" ", snapshot["state"], snapshot["fromBlueprintId"], snapshot["sizeInGb"], [d["name"] for d in snapshot["fromAttachedDisks"]])
assert client.get_instance_snapshots()["instanceSnapshots"] == [snapshot]
restore = dict(instanceNames=["copy"], availabilityZone="us-east-1a", instanceSnapshotName="web-1", bundleId="small_3_0",
               attachedDiskMapping={"copy": [{"originalDiskPath": "/dev/xvdf", "newDiskName": "data-2"}]})
wait_succeeded(client.create_instances_from_snapshot(**restore))
must_fail(errors.InvalidInputException, client.create_instances_from_snapshot, **restore)
wait_succeeded(client.create_disk_snapshot(diskSnapshotName="data-1", diskName="data"))
snapshot = client.get_disk_snapshot(diskSnapshotName="data-1")["diskSnapshot"]
print(" ", snapshot["state"], snapshot["progress"], snapshot["fromDiskName"])
assert client.get_disk_snapshots()["diskSnapshots"] == [snapshot]
wait_succeeded(client.create_disk_from_snapshot(diskName="data-3", diskSnapshotName="data-1", availabilityZone="us-east-1a", sizeInGb=16))

print("other Region")
try:
    boto3.client("lightsail", endpoint_url=client.meta.endpoint_url, region_name="eu-west-1").get_disks()
except ClientError as e:
    print(" ", e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"])

print("delete")
must_fail(errors.OperationFailureException, client.detach_disk, diskName="data")
wait_succeeded(client.stop_instance(instanceName="web"))
wait_succeeded(client.detach_disk(diskName="data"))
must_fail(errors.InvalidInputException, client.delete_disk, diskName="data")
wait_succeeded(client.delete_disk(diskName="data", forceDeleteAddOns=True))
wait_succeeded(client.delete_instance(instanceName="copy"))
print(" ", [(d["name"], d["state"]) for d in client.get_disks()["disks"]])
wait_succeeded(client.delete_instance_snapshot(instanceSnapshotName="web-1"))
wait_succeeded(client.delete_disk_snapshot(diskSnapshotName="data-1"))
