"""Uses contact methods, alarms and metrics. It prints the results and fails at the first
unexpected one."""

from datetime import datetime, timedelta, timezone

from boto3_session import client, errors, must_fail, wait_succeeded

print("contact methods")
created = client.create_contact_method(protocol="Email", contactEndpoint="ops@example.com")
client.send_contact_method_verification(protocol="Email")
print(" ", [(c["contactEndpoint"], c["status"]) for c in client.get_contact_methods()["contactMethods"]])
print(" ", [c["status"] for c in client.get_contact_methods(protocols=["Email"])["contactMethods"]])
print(" ", created["operations"][0]["operationType"], created["operations"][0]["resourceType"])
must_fail(errors.InvalidInputException, client.create_contact_method, protocol="Email", contactEndpoint="dev@example.com")
must_fail(errors.InvalidInputException, client.create_contact_method, protocol="SMS", contactEndpoint="dev@example.com")
client.create_contact_method(protocol="SMS", contactEndpoint="+12065550100")
client.delete_contact_method(protocol="SMS")
must_fail(errors.NotFoundException, client.delete_contact_method, protocol="SMS")

print("alarms")
alarm = dict(monitoredResourceName="web", metricName="CPUUtilization", comparisonOperator="GreaterThanThreshold", threshold=80,
             evaluationPeriods=2, contactProtocols=["Email"], treatMissingData="notBreaching")
wait_succeeded(client.put_alarm(alarmName="busy-1", **alarm))
wait_succeeded(client.put_alarm(alarmName="busy-2", **alarm))
must_fail(errors.InvalidInputException, client.put_alarm, alarmName="busy-3", **alarm)
must_fail(errors.NotFoundException, client.put_alarm, alarmName="busy-1", **dict(alarm, monitoredResourceName="gone"))
a = client.get_alarms(alarmName="busy-1")["alarms"][0]
print(" ", a["state"], a["statistic"], a["metricName"], a["threshold"], a["unit"], a["period"], a["datapointsToAlarm"], a["notificationTriggers"])
print(" ", a["monitoredResourceInfo"]["arn"] == client.get_instance(instanceName="web")["instance"]["arn"])
wait_succeeded(client.test_alarm(alarmName="busy-1", state="ALARM"))
print(" ", [(a["name"], a["state"]) for a in client.get_alarms(monitoredResourceName="web")["alarms"]])
wait_succeeded(client.delete_alarm(alarmName="busy-1"))
must_fail(errors.NotFoundException, client.get_alarms, alarmName="busy-1")

print("metrics")
end = datetime(2026, 1, 2, tzinfo=timezone.utc)
query = dict(instanceName="web", metricName="CPUUtilization", period=900, startTime=end - timedelta(hours=1), endTime=end, unit="Percent")
cpu = client.get_instance_metric_data(statistics=["Average", "SampleCount"], **query)
for point in sorted(cpu["metricData"], key=lambda point: point["timestamp"]):
    print(" ", cpu["metricName"], point["timestamp"].astimezone(timezone.utc).strftime("%H:%M"), sorted(point), point["sampleCount"], point["unit"])
must_fail(errors.InvalidInputException, client.get_instance_metric_data, statistics=["Average"], **dict(query, unit="Bytes"))
must_fail(errors.NotFoundException, client.get_instance_metric_data, statistics=["Average"], **dict(query, instanceName="gone"))
size = client.get_bucket_metric_data(bucketName="photos", metricName="BucketSizeBytes", period=86400, startTime=end - timedelta(days=7),
                                     endTime=end, unit="Bytes", statistics=["Maximum"])
print(" ", size["metricName"], len(size["metricData"]), {type(point["maximum"]).__name__ for point in size["metricData"]})
