"""Creates, configures, uses and deletes buckets. It prints the results and fails at the
first unexpected one."""

import boto3
from botocore.exceptions import ClientError

from boto3_session import client, errors, must_fail, wait_succeeded


def bucket(name, **more):
    """Polls until a bucket has a state and returns it."""
    for _ in range(10):
        try:
            found = client.get_buckets(bucketName=name, **more)["buckets"][0]
        except client.exceptions.NotFoundException:
            print("  not found yet")
            continue
        if found.get("state"):
            return found
        print("  no state yet")
    raise AssertionError(f"{name} has no state after 10 polls")


print("regions and bundles")
regions = {r["name"]: r for r in client.get_regions(includeAvailabilityZones=True)["regions"]}
print(" ", sorted(regions), "zones of us-east-1:", len(regions["us-east-1"]["availabilityZones"]))
# The server throttles the first attempt.
response = client.get_bucket_bundles()
print("  attempts:", 1 + response["ResponseMetadata"]["RetryAttempts"])
for b in response["bundles"]:
    print(" ", b["bundleId"], f'{b["price"]:.2f}', b["storagePerMonthInGb"])
for name, key in ("get_blueprints", "blueprints"), ("get_bundles", "bundles"):
    pages = [page[key] for page in client.get_paginator(name).paginate()]
    items = [item for page in pages for item in page]
    print(" ", key, "on several pages:", len(pages) > 1, "all distinct:", len(items) == len({str(i) for i in items}))
windows = next(b for b in items if b["bundleId"] == "nano_win_3_0")
print(" ", windows["name"], f'{windows["price"]:.2f}', windows["ramSizeInGb"], windows["supportedPlatforms"])

print("create")
for name in "logs", "archive":
    created = client.create_bucket(
        bucketName=name, bundleId="small_1_0", enableObjectVersioning=True,
        tags=[{"key": "team", "value": "wéb 日本 ops+1@x.y"}, {"key": "empty"}],
    )
    ready = bucket(name)
    wait_succeeded(created)
    print(" ", ready["name"], ready["state"]["code"], ready["objectVersioning"], ready["tags"])
    assert ready["createdAt"] == created["bucket"]["createdAt"]
must_fail(errors.InvalidInputException, client.create_bucket, bucketName="archive", bundleId="small_1_0")

print("list")
names, token = [], {}
while True:
    page = client.get_buckets(**token)
    names.append([b["name"] for b in page["buckets"]])
    if not page.get("nextPageToken"):
        break
    token = {"pageToken": page["nextPageToken"]}
print(" ", names, page["accountLevelBpaSync"]["status"])
must_fail(errors.InvalidInputException, client.get_buckets, pageToken="invalid")

print("update")
updated = client.update_bucket(
    bucketName="archive", versioning="Suspended", readonlyAccessAccounts=["111122223333"],
    accessRules={"getObject": "private", "allowPublicOverrides": True},
    accessLogConfig={"enabled": True, "destination": "logs", "prefix": "archive/"},
)
wait_succeeded(updated)
assert updated["bucket"] == bucket("archive")
print(" ", updated["bucket"]["accessLogConfig"], updated["bucket"]["accessRules"])
emptied = client.update_bucket(bucketName="archive", readonlyAccessAccounts=[])
print(" ", updated["bucket"]["readonlyAccessAccounts"], emptied["bucket"]["readonlyAccessAccounts"])

print("tags")
wait_succeeded(client.tag_resource(resourceName="archive", tags=[{"key": "team", "value": "ops"}]))
wait_succeeded(client.untag_resource(resourceName="archive", tagKeys=["empty"]))
print(" ", bucket("archive")["tags"])

print("access keys")
keys = [client.create_bucket_access_key(bucketName="archive") for _ in range(2)]
print(" ", len(keys[0]["accessKey"]["accessKeyId"]), len(keys[0]["accessKey"]["secretAccessKey"]))
must_fail(errors.InvalidInputException, client.create_bucket_access_key, bucketName="archive")
wait_succeeded(client.delete_bucket_access_key(bucketName="archive", accessKeyId=keys[0]["accessKey"]["accessKeyId"]))
remaining = client.get_bucket_access_keys(bucketName="archive")["accessKeys"]
print(" ", len(remaining), remaining[0]["status"], "secretAccessKey" in remaining[0])

print("instances")
wait_succeeded(client.set_resource_access_for_bucket(bucketName="archive", resourceName="web", access="allow"))
print(" ", bucket("archive", includeConnectedResources=True)["resourcesReceivingAccess"])
for name in "web", "office":
    details = client.get_instance_access_details(instanceName=name)["accessDetails"]
    print(" ", details["protocol"], details["username"], [k["algorithm"] for k in details["hostKeys"]])
must_fail(errors.NotFoundException, client.get_instance_access_details, instanceName="absent")

print("larger bundle")
wait_succeeded(client.update_bucket_bundle(bucketName="archive", bundleId="medium_1_0"))
print(" ", bucket("archive")["bundleId"], bucket("archive")["ableToUpdateBundle"])
must_fail(errors.InvalidInputException, client.update_bucket_bundle, bucketName="archive", bundleId="small_1_0")

print("other Region")
try:
    boto3.client("lightsail", endpoint_url=client.meta.endpoint_url, region_name="eu-west-1").get_regions()
except ClientError as e:
    print(" ", e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"])

print("delete")
must_fail(errors.InvalidInputException, client.delete_bucket, bucketName="archive")
for name in "archive", "logs":
    wait_succeeded(client.delete_bucket(bucketName=name, forceDelete=True))
    must_fail(errors.NotFoundException, client.get_buckets, bucketName=name)
