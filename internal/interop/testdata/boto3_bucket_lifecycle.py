"""The life of a bucket, by boto3, against the lightsailtest server that the
environment names. It prints what it sees and fails at the first surprise.

It keeps to what the boto3 of Debian 12, of the end of 2022, knows."""

import os
import sys

import boto3
from botocore.exceptions import ClientError

print("boto3", boto3.__version__, "Python", sys.version.split()[0])
client = boto3.client(
    "lightsail",
    # boto3 itself reads this variable since the middle of 2023.
    endpoint_url=os.environ["AWS_ENDPOINT_URL_LIGHTSAIL"],
)


def bucket(name, **more):
    """Returns a bucket as soon as it can be used."""
    for _ in range(10):
        try:
            found = client.get_buckets(bucketName=name, **more)["buckets"][0]
        except client.exceptions.NotFoundException:
            print("  not there yet")
            continue
        if found.get("state"):
            return found
        print("  no state yet")
    raise AssertionError(f"{name} does not come")


def finished(answer):
    """Waits for the operations of an answer, and tells what became of them."""
    assert answer["operations"], "no operation was started"
    for operation in answer["operations"]:
        looks = 0
        while not operation["isTerminal"]:
            operation = client.get_operation(operationId=operation["id"])["operation"]
            looks += 1
            assert looks < 10, "it goes on for ever"
        print(" ", operation["operationType"], operation["resourceName"], operation["status"])
        assert operation["status"] == "Succeeded"


def refused(error, call, **arguments):
    """Calls what must fail, with an error of the model."""
    try:
        call(**arguments)
    except error as e:
        told = e.response
        print(" ", told["Error"]["Code"], told["ResponseMetadata"]["HTTPStatusCode"], sorted(set(told) - {"Error", "ResponseMetadata"}))
        return
    raise AssertionError("it did not fail")


errors = client.exceptions

print("regions and bundles")
regions = {r["name"]: r for r in client.get_regions(includeAvailabilityZones=True)["regions"]}
print(" ", len(regions), "regions, zones of us-east-1:", len(regions["us-east-1"]["availabilityZones"]))
# The first call of this operation is answered that there were too many.
answer = client.get_bucket_bundles()
print("  attempts:", 1 + answer["ResponseMetadata"]["RetryAttempts"])
for b in answer["bundles"]:
    print(" ", b["bundleId"], f'{b["price"]:.2f}', b["storagePerMonthInGb"])
for name, key in ("get_blueprints", "blueprints"), ("get_bundles", "bundles"):
    pages = [page[key] for page in client.get_paginator(name).paginate()]
    items = [item for page in pages for item in page]
    print(" ", key, "on several pages:", len(pages) > 1, "all different:", len(items) == len({str(i) for i in items}))
windows = next(b for b in items if b["bundleId"] == "nano_win_3_0")
print(" ", windows["name"], f'{windows["price"]:.2f}', windows["ramSizeInGb"], windows["supportedPlatforms"])

print("create")
for name in "logs", "archive":
    made = client.create_bucket(
        bucketName=name, bundleId="small_1_0", enableObjectVersioning=True,
        tags=[{"key": "team", "value": "wéb 日本 ops+1@x.y"}, {"key": "empty"}],
    )
    here = bucket(name)
    finished(made)
    print(" ", here["name"], here["state"]["code"], here["objectVersioning"], here["tags"])
    assert here["createdAt"] == made["bucket"]["createdAt"]
refused(errors.InvalidInputException, client.create_bucket, bucketName="archive", bundleId="small_1_0")

print("list")
names, token = [], {}
while True:
    page = client.get_buckets(**token)
    names.append([b["name"] for b in page["buckets"]])
    if not page.get("nextPageToken"):
        break
    token = {"pageToken": page["nextPageToken"]}
print(" ", names, page["accountLevelBpaSync"]["status"])
refused(errors.InvalidInputException, client.get_buckets, pageToken="made up")

print("update")
updated = client.update_bucket(
    bucketName="archive", versioning="Suspended", readonlyAccessAccounts=["111122223333"],
    accessRules={"getObject": "private", "allowPublicOverrides": True},
    accessLogConfig={"enabled": True, "destination": "logs", "prefix": "archive/"},
)
finished(updated)
assert updated["bucket"] == bucket("archive")
print(" ", updated["bucket"]["accessLogConfig"], updated["bucket"]["accessRules"])
emptied = client.update_bucket(bucketName="archive", readonlyAccessAccounts=[])
print(" ", updated["bucket"]["readonlyAccessAccounts"], emptied["bucket"]["readonlyAccessAccounts"])

print("tags")
finished(client.tag_resource(resourceName="archive", tags=[{"key": "team", "value": "ops"}]))
finished(client.untag_resource(resourceName="archive", tagKeys=["empty"]))
print(" ", bucket("archive")["tags"])

print("access keys")
keys = [client.create_bucket_access_key(bucketName="archive") for _ in range(2)]
print(" ", len(keys[0]["accessKey"]["accessKeyId"]), len(keys[0]["accessKey"]["secretAccessKey"]))
refused(errors.InvalidInputException, client.create_bucket_access_key, bucketName="archive")
finished(client.delete_bucket_access_key(bucketName="archive", accessKeyId=keys[0]["accessKey"]["accessKeyId"]))
left = client.get_bucket_access_keys(bucketName="archive")["accessKeys"]
print(" ", len(left), left[0]["status"], "secretAccessKey" in left[0])

print("instances")
finished(client.set_resource_access_for_bucket(bucketName="archive", resourceName="web", access="allow"))
print(" ", bucket("archive", includeConnectedResources=True)["resourcesReceivingAccess"])
for name in "web", "office":
    details = client.get_instance_access_details(instanceName=name)["accessDetails"]
    print(" ", details["protocol"], details["username"], [k["algorithm"] for k in details["hostKeys"]])
refused(errors.NotFoundException, client.get_instance_access_details, instanceName="nowhere")

print("another plan")
finished(client.update_bucket_bundle(bucketName="archive", bundleId="medium_1_0"))
print(" ", bucket("archive")["bundleId"], bucket("archive")["ableToUpdateBundle"])
refused(errors.InvalidInputException, client.update_bucket_bundle, bucketName="archive", bundleId="small_1_0")

print("another Region")
try:
    boto3.client("lightsail", endpoint_url=client.meta.endpoint_url, region_name="eu-west-1").get_regions()
except ClientError as e:
    print(" ", e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"])

print("delete")
refused(errors.InvalidInputException, client.delete_bucket, bucketName="archive")
for name in "archive", "logs":
    finished(client.delete_bucket(bucketName=name, forceDelete=True))
    refused(errors.NotFoundException, client.get_buckets, bucketName=name)
