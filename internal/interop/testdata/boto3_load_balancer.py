"""Creates, changes and deletes a load balancer with instances and TLS certificates. It
prints the results and fails at the first unexpected one."""

from boto3_session import client, errors, must_fail, wait_succeeded


def load_balancer():
    return client.get_load_balancer(loadBalancerName="front")["loadBalancer"]


def health():
    return [(h["instanceName"], h["instanceHealth"], h.get("instanceHealthReason")) for h in load_balancer()["instanceHealthSummary"]]


def certificates():
    return client.get_load_balancer_tls_certificates(loadBalancerName="front")["tlsCertificates"]


print("load balancer")
create = dict(loadBalancerName="front", instancePort=80, healthCheckPath="/health", tags=[{"key": "team", "value": "ops"}])
wait_succeeded(client.create_load_balancer(**create))
must_fail(errors.InvalidInputException, client.create_load_balancer, **create)
lb = load_balancer()
print(" ", lb["state"], lb["protocol"], lb["publicPorts"], lb["instancePort"], lb["healthCheckPath"], lb["location"], lb["tags"])
print(" ", lb["configurationOptions"])
assert client.get_load_balancers()["loadBalancers"] == [lb]

print("instances")
wait_succeeded(client.attach_instances_to_load_balancer(loadBalancerName="front", instanceNames=["web", "db"]))
print(" ", health())
print(" ", health())
must_fail(errors.NotFoundException, client.attach_instances_to_load_balancer, loadBalancerName="front", instanceNames=["missing"])
client.stop_instance(instanceName="db")
print(" ", health())
must_fail(errors.OperationFailureException, client.attach_instances_to_load_balancer, loadBalancerName="front", instanceNames=["db"])
wait_succeeded(client.detach_instances_from_load_balancer(loadBalancerName="front", instanceNames=["db"]))
print(" ", health())

print("attributes")
for name, value in (("HealthCheckPath", "/ready"), ("SessionStickinessEnabled", "true"), ("SessionStickiness_LB_CookieDurationSeconds", "60")):
    wait_succeeded(client.update_load_balancer_attribute(loadBalancerName="front", attributeName=name, attributeValue=value))
must_fail(errors.InvalidInputException, client.update_load_balancer_attribute,
          loadBalancerName="front", attributeName="SessionStickinessEnabled", attributeValue="yes")
print(" ", load_balancer()["healthCheckPath"], load_balancer()["configurationOptions"])

print("certificates")
wait_succeeded(client.create_load_balancer_tls_certificate(
    loadBalancerName="front", certificateName="tls-1", certificateDomainName="example.com", certificateAlternativeNames=["www.example.com"]))
attach = dict(loadBalancerName="front", certificateName="tls-1")
must_fail(errors.InvalidInputException, client.attach_load_balancer_tls_certificate, **attach)
for certificate in certificates() + certificates():
    print(" ", certificate["status"], certificate["subjectAlternativeNames"], certificate.get("issuer"),
          [(r["domainName"], r["type"], r["validationStatus"]) for r in certificate["domainValidationRecords"]])
wait_succeeded(client.attach_load_balancer_tls_certificate(**attach))
lb = load_balancer()
print(" ", lb["protocol"], lb["publicPorts"], lb["tlsCertificateSummaries"])
must_fail(errors.InvalidInputException, client.delete_load_balancer_tls_certificate, **attach)
wait_succeeded(client.delete_load_balancer_tls_certificate(force=True, **attach))
print(" ", load_balancer()["protocol"], certificates())

print("delete")
wait_succeeded(client.create_load_balancer_tls_certificate(loadBalancerName="front", certificateName="tls-2", certificateDomainName="example.com"))
wait_succeeded(client.delete_load_balancer(loadBalancerName="front"))
must_fail(errors.NotFoundException, client.get_load_balancer, loadBalancerName="front")
