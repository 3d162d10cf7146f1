"""Creates, configures, uses and deletes instances. It prints the results and fails at the
first unexpected one."""

from boto3_session import client, errors, must_fail, wait_succeeded


def state(name):
    return client.get_instance_state(instanceName=name)["state"]


def ports(name):
    states = client.get_instance_port_states(instanceName=name)["portStates"]
    return [(s["protocol"], s.get("fromPort"), s["toPort"], s["cidrs"] + s["ipv6Cidrs"] + s["cidrListAliases"]) for s in states]


print("create")
arguments = {"availabilityZone": "us-east-1a", "blueprintId": "mean", "bundleId": "small_3_0"}
created = client.create_instances(instanceNames=["db", "web"], userData="apt-get -y update", tags=[{"key": "team"}], **arguments)
must_fail(errors.InvalidInputException, client.create_instances, instanceNames=["web"], **arguments)
must_fail(errors.OperationFailureException, client.stop_instance, instanceName="web")
wait_succeeded(created)
instance = client.get_instance(instanceName="web")["instance"]
print(" ", instance["state"], instance["username"], instance["hardware"]["ramSizeInGb"], instance["tags"])
print(" ", instance["networking"]["ports"][0])
pages = client.get_paginator("get_instances").paginate()
print(" ", [[i["name"] for i in page["instances"]] for page in pages])

print("ports")
rule = {"fromPort": 5432, "toPort": 5432, "protocol": "tcp", "cidrs": ["192.0.2.0/24"]}
opened = client.open_instance_public_ports(instanceName="web", portInfo=rule)
wait_succeeded(opened)
print(" ", opened["operation"]["operationDetails"], ports("web"))
wait_succeeded(client.close_instance_public_ports(instanceName="web", portInfo=rule))
must_fail(errors.InvalidInputException, client.close_instance_public_ports, instanceName="web", portInfo=rule)
wait_succeeded(client.put_instance_public_ports(instanceName="web", portInfos=[
    {"fromPort": 0, "toPort": 65535, "protocol": "udp"},
    {"fromPort": 8, "toPort": -1, "protocol": "icmp", "cidrListAliases": ["lightsail-connect"]},
]))
print(" ", ports("web"))

print("addresses and keys")
wait_succeeded(client.set_ip_address_type(resourceType="Instance", resourceName="web", ipAddressType="ipv4"))
print(" ", client.get_instance(instanceName="web")["instance"]["ipv6Addresses"])
wait_succeeded(client.delete_known_host_keys(instanceName="web"))

print("states")
wait_succeeded(client.reboot_instance(instanceName="web"))
wait_succeeded(client.stop_instance(instanceName="web"))
print(" ", state("web"))
must_fail(errors.OperationFailureException, client.reboot_instance, instanceName="web")
wait_succeeded(client.start_instance(instanceName="web"))
print(" ", state("web"))

print("delete")
client.delete_instance(instanceName="web")
print(" ", state("web"))
must_fail(errors.NotFoundException, client.get_instance, instanceName="web")
