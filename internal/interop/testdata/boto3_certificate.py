"""Requests, lists and deletes certificates. It prints the results and fails at the first
unexpected one."""

from boto3_session import client, errors, must_fail, wait_succeeded


def detail(name):
    """Returns the details of a certificate."""
    found = client.get_certificates(certificateName=name, includeCertificateDetails=True)["certificates"]
    assert len(found) == 1
    return found[0]["certificateDetail"]


print("request")
client.create_domain(domainName="example.com")
create = dict(certificateName="site", domainName="example.com", subjectAlternativeNames=["www.example.com", "example.net"],
              tags=[{"key": "team", "value": "web"}])
created = client.create_certificate(**create)
print(" ", sorted(created["certificate"]))
must_fail(errors.InvalidInputException, client.create_certificate, **create)
must_fail(errors.InvalidInputException, client.create_certificate, certificateName="wild", domainName="*.example.com")
pending = detail("site")
print(" ", pending["status"], pending["subjectAlternativeNames"], pending["tags"])
for record in pending["domainValidationRecords"]:
    resource = record["resourceRecord"]
    zone = resource["value"].split(".", 2)[2]
    state = record.get("dnsRecordCreationState", {}).get("code")
    print(" ", record["domainName"], resource["type"], resource["name"].split(".", 1)[1], zone, record["validationStatus"], state)
entries = client.get_domain(domainName="example.com")["domain"]["domainEntries"]
print(" ", sorted(e["type"] for e in entries))

print("issued")
wait_succeeded(created)
issued = detail("site")
print(" ", issued["status"], issued["issuerCA"], issued["keyAlgorithm"], issued["eligibleToRenew"], (issued["notAfter"] - issued["notBefore"]).days)
print(" ", {r["validationStatus"] for r in issued["domainValidationRecords"]})

print("failed")
operation = client.create_certificate(certificateName="broken", domainName="example.com")["operations"][0]
while not operation["isTerminal"]:
    operation = client.get_operation(operationId=operation["id"])["operation"]
print(" ", operation["status"], operation["errorDetails"])
print(" ", detail("broken")["status"], detail("broken")["requestFailureReason"])

print("list")
for statuses in [], ["ISSUED"], ["PENDING_VALIDATION", "FAILED"]:
    selection = {"certificateStatuses": statuses} if statuses else {}
    found = client.get_certificates(**selection)["certificates"]
    print(" ", statuses, [c["certificateName"] for c in found], sum("certificateDetail" in c for c in found))

print("delete")
wait_succeeded(client.delete_certificate(certificateName="site"))
must_fail(errors.NotFoundException, client.delete_certificate, certificateName="site")
must_fail(errors.NotFoundException, client.get_certificates, certificateName="site")
