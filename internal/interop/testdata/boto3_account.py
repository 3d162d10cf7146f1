"""Copies and exports snapshots, and connects networks. It prints the results and fails at
the first unexpected one."""

import boto3

from boto3_session import client, errors, must_fail, wait_succeeded

print("copies")
client.create_instance_snapshot(instanceSnapshotName="web-1", instanceName="web")
copy = dict(sourceRegion="us-east-1", sourceSnapshotName="web-1", targetSnapshotName="web-2")
wait_succeeded(client.copy_snapshot(**copy))
must_fail(errors.InvalidInputException, client.copy_snapshot, **copy)
must_fail(errors.NotFoundException, client.copy_snapshot, **dict(copy, sourceSnapshotName="gone"))
ireland = boto3.client("lightsail", endpoint_url=client.meta.endpoint_url, region_name="eu-west-1")
record = ireland.copy_snapshot(**copy)["operations"][0]
print(" ", record["operationType"], record["operationDetails"], record["location"])
print(" ", [(s["name"], s["fromInstanceName"], s["state"]) for s in ireland.get_instance_snapshots()["instanceSnapshots"]])

print("exports")
wait_succeeded({"operations": [r for r in client.export_snapshot(sourceSnapshotName="web-2")["operations"] if r["resourceName"] == "web-2"]})
export = client.get_export_snapshot_records()["exportSnapshotRecords"][0]
print(" ", export["state"], export["destinationInfo"]["service"], export["sourceInfo"]["name"], export["sourceInfo"]["instanceSnapshotInfo"])
entry = dict(sourceName=export["name"], instanceType="t3.micro", portInfoSource="DEFAULT", availabilityZone="us-east-1a")
print(" ", client.create_cloud_formation_stack(instances=[entry])["operations"][0]["operationType"])
stack = client.get_cloud_formation_stack_records()["cloudFormationStackRecords"][0]
print(" ", stack["state"], stack["destinationInfo"]["service"], stack["sourceInfo"][0]["name"] == export["name"])
must_fail(errors.InvalidInputException, client.create_cloud_formation_stack, instances=[entry, entry])
must_fail(errors.NotFoundException, client.create_cloud_formation_stack, instances=[dict(entry, sourceName="web-2")])

print("networks")
must_fail(errors.NotFoundException, client.unpeer_vpc)
print(" ", client.peer_vpc()["operation"]["operationType"], client.is_vpc_peered()["isPeered"], ireland.is_vpc_peered()["isPeered"])
print(" ", client.unpeer_vpc()["operation"]["operationType"], client.is_vpc_peered()["isPeered"])
