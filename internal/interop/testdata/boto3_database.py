"""Creates, changes, snapshots, restores and deletes databases, and reads their logs. It
prints the results and fails at the first unexpected one. It prints no password."""

from datetime import datetime, timedelta, timezone

from boto3_session import client, errors, must_fail, wait_succeeded

NAME = "shop-db"

# Backups and maintenance are hours away.
BACKUP = datetime.now(timezone.utc) + timedelta(hours=6)
MAINTENANCE = BACKUP + timedelta(days=2, hours=6)


def window(start, form):
    return start.strftime(form) + "-" + (start + timedelta(hours=1)).strftime(form)


def database():
    return client.get_relational_database(relationalDatabaseName=NAME)["relationalDatabase"]


def password(version):
    return client.get_relational_database_master_user_password(relationalDatabaseName=NAME, passwordVersion=version)["masterUserPassword"]


print("catalog")
paginator = client.get_paginator("get_relational_database_blueprints")
print(" ", [b["blueprintId"] for page in paginator.paginate() for b in page["blueprints"] if b["isEngineDefault"]])
paginator = client.get_paginator("get_relational_database_bundles")
print(" ", [(b["bundleId"], b["price"]) for page in paginator.paginate() for b in page["bundles"]][:3])

print("database")
create = dict(relationalDatabaseName=NAME, availabilityZone="us-east-1a", relationalDatabaseBlueprintId="mysql_8_0",
              relationalDatabaseBundleId="micro_2_0", masterDatabaseName="shop", masterUsername="admin", masterUserPassword="first-secret",
              preferredBackupWindow=window(BACKUP, "%H:%M"), preferredMaintenanceWindow=window(MAINTENANCE, "%a:%H:%M"),
              tags=[{"key": "team", "value": "ops"}])
response = client.create_relational_database(**create)
must_fail(errors.OperationFailureException, client.stop_relational_database, relationalDatabaseName=NAME)
print(" ", database()["state"])
wait_succeeded(response)
must_fail(errors.InvalidInputException, client.create_relational_database, **create)
must_fail(errors.InvalidInputException, client.create_relational_database, **(create | dict(relationalDatabaseName="other", masterUserPassword="p@ssword")))
db = database()
print(" ", db["state"], db["engine"], db["hardware"], db["masterEndpoint"]["port"], db["pendingModifiedValues"])
assert db["latestRestorableTime"] >= db["createdAt"]
assert db["preferredMaintenanceWindow"] == create["preferredMaintenanceWindow"].lower()
assert client.get_relational_databases()["relationalDatabases"] == [db]

print("changes")
wait_succeeded(client.update_relational_database(relationalDatabaseName=NAME, rotateMasterUserPassword=True, publiclyAccessible=True, disableBackupRetention=True))
db = database()
print(" ", db["publiclyAccessible"], db["backupRetentionEnabled"], db["pendingModifiedValues"])
assert password("PREVIOUS") == "first-secret" and len(password("CURRENT")) == 32
must_fail(errors.NotFoundException, password, version="PENDING")
parameter = dict(parameterName="performance_schema", parameterValue="1", applyMethod="pending-reboot")
wait_succeeded(client.update_relational_database_parameters(relationalDatabaseName=NAME, parameters=[parameter]))
must_fail(errors.InvalidInputException, client.update_relational_database_parameters, relationalDatabaseName=NAME, parameters=[parameter | dict(parameterValue="2")])
print(" ", database()["parameterApplyStatus"])
wait_succeeded(client.reboot_relational_database(relationalDatabaseName=NAME))
db = database()
print(" ", db["parameterApplyStatus"], db["backupRetentionEnabled"], db["pendingModifiedValues"])
paginator = client.get_paginator("get_relational_database_parameters")
print(" ", [p["parameterValue"] for page in paginator.paginate(relationalDatabaseName=NAME) for p in page["parameters"] if p["parameterName"] == "performance_schema"])

print("history")
paginator = client.get_paginator("get_relational_database_events")
for page in paginator.paginate(relationalDatabaseName=NAME):
    for event in page["relationalDatabaseEvents"]:
        print(" ", event["eventCategories"], event["message"])
print(" ", client.get_relational_database_log_streams(relationalDatabaseName=NAME)["logStreams"])
log = dict(relationalDatabaseName=NAME, logStreamName="error")
page = client.get_relational_database_log_events(**log)
while page["nextBackwardToken"] != log.get("pageToken"):
    print(" ", [e["message"].split("] ")[1] for e in page["resourceLogEvents"]])
    log["pageToken"] = page["nextBackwardToken"]
    page = client.get_relational_database_log_events(**log)

print("snapshots")
wait_succeeded(client.create_relational_database_snapshot(relationalDatabaseName=NAME, relationalDatabaseSnapshotName="db-1"))
snapshot = client.get_relational_database_snapshot(relationalDatabaseSnapshotName="db-1")["relationalDatabaseSnapshot"]
print(" ", snapshot["state"], snapshot["fromRelationalDatabaseName"], snapshot["sizeInGb"])
assert client.get_relational_database_snapshots()["relationalDatabaseSnapshots"] == [snapshot]
wait_succeeded(client.create_relational_database_from_snapshot(relationalDatabaseName="copy", relationalDatabaseSnapshotName="db-1"))
must_fail(errors.OperationFailureException, client.create_relational_database_from_snapshot,
          relationalDatabaseName="copy-2", sourceRelationalDatabaseName=NAME, useLatestRestorableTime=True)

print("delete")
wait_succeeded(client.stop_relational_database(relationalDatabaseName=NAME))
wait_succeeded(client.start_relational_database(relationalDatabaseName=NAME))
wait_succeeded(client.delete_relational_database(relationalDatabaseName=NAME, finalRelationalDatabaseSnapshotName="final"))
must_fail(errors.NotFoundException, client.get_relational_database, relationalDatabaseName=NAME)
wait_succeeded(client.delete_relational_database(relationalDatabaseName="copy", skipFinalSnapshot=True))
for name in "db-1", "final":
    wait_succeeded(client.delete_relational_database_snapshot(relationalDatabaseSnapshotName=name))
