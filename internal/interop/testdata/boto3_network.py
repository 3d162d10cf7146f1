"""Uses static IPs, key pairs and domains. It prints the results and fails at the first
unexpected one."""

import boto3

from boto3_session import client, errors, must_fail, wait_succeeded

print("static IPs")
wait_succeeded(client.allocate_static_ip(staticIpName="front"))
wait_succeeded(client.attach_static_ip(staticIpName="front", instanceName="web"))
ip = client.get_static_ip(staticIpName="front")["staticIp"]
instance = client.get_instance(instanceName="web")["instance"]
print(" ", ip["attachedTo"], ip["ipAddress"] == instance["publicIpAddress"], instance["isStaticIp"])
must_fail(errors.InvalidInputException, client.release_static_ip, staticIpName="front")
# The records of this call finish later.
wait_succeeded(client.detach_static_ip(staticIpName="front"))
print(" ", [(ip["name"], ip["isAttached"], "attachedTo" in ip) for ip in client.get_static_ips()["staticIps"]])
wait_succeeded(client.release_static_ip(staticIpName="front"))
must_fail(errors.NotFoundException, client.get_static_ip, staticIpName="front")

print("key pairs")
created = client.create_key_pair(keyPairName="deploy", tags=[{"key": "team", "value": "ops"}])
wait_succeeded(created)
print(" ", created["privateKeyBase64"].splitlines()[0], created["publicKeyBase64"][:28])
wait_succeeded(client.import_key_pair(keyPairName="imported", publicKeyBase64=created["publicKeyBase64"] + " comment"))
must_fail(errors.InvalidInputException, client.import_key_pair, keyPairName="other", publicKeyBase64="c3NoLXJzYQ==")
default = client.download_default_key_pair()
print(" ", default["privateKeyBase64"] == client.download_default_key_pair()["privateKeyBase64"])
for include in False, True:
    pairs = client.get_key_pairs(includeDefaultKeyPair=include)["keyPairs"]
    print(" ", [(pair["name"], len(pair["fingerprint"])) for pair in pairs])
must_fail(errors.InvalidInputException, client.delete_key_pair, keyPairName="LightsailDefaultKeyPair")
wait_succeeded(client.delete_key_pair(keyPairName="LightsailDefaultKeyPair", expectedFingerprint=pairs[0]["fingerprint"]))
wait_succeeded(client.delete_key_pair(keyPairName="deploy"))
must_fail(errors.NotFoundException, client.get_key_pair, keyPairName="deploy")
print(" ", client.get_key_pair(keyPairName="imported")["keyPair"]["tags"])

print("domains")
wait_succeeded(client.create_domain(domainName="example.com"))
entry = {"name": "*.example.com", "type": "TXT", "target": '"token"'}
wait_succeeded(client.create_domain_entry(domainName="example.com", domainEntry=entry))
must_fail(errors.InvalidInputException, client.create_domain_entry, domainName="example.com", domainEntry=entry)
domain = client.get_domain(domainName="example.com")["domain"]
print(" ", domain["location"], [e["type"] for e in domain["domainEntries"]])
found = domain["domainEntries"][-1]
print(" ", found["name"], found["target"], found["isAlias"])
wait_succeeded(client.update_domain_entry(domainName="example.com", domainEntry={**found, "target": '"other"'}))
must_fail(errors.NotFoundException, client.delete_domain_entry, domainName="example.com", domainEntry=entry)
wait_succeeded(client.delete_domain_entry(domainName="example.com", domainEntry={**entry, "target": '"other"'}))
print(" ", [(d["name"], len(d["domainEntries"])) for d in client.get_domains()["domains"]])
other = boto3.client("lightsail", endpoint_url=client.meta.endpoint_url, region_name="eu-west-1")
must_fail(errors.InvalidInputException, other.get_domains)
wait_succeeded(client.delete_domain(domainName="example.com"))
must_fail(errors.NotFoundException, client.get_domain, domainName="example.com")
