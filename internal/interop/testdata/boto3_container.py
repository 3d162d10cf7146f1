"""Creates, deploys, changes and deletes container services. It prints the results and fails
at the first unexpected one."""

from datetime import timedelta

from boto3_session import client, errors, must_fail


def wait(name, state):
    """Polls a container service until it has a state, and returns it."""
    for _ in range(10):
        service = client.get_container_services(serviceName=name)["containerServices"][0]
        if service["state"] == state:
            return service
        print("  ", service["state"], service.get("stateDetail", {}).get("code"))
    raise AssertionError(name + " is not " + state)


print("service")
print(" ", [(p["name"], p["price"]) for p in client.get_container_service_powers()["powers"]][:2])
print(" ", client.get_container_api_metadata()["metadata"][0]["name"])
arguments = dict(serviceName="api", power="nano", scale=1, tags=[{"key": "team", "value": "web"}], publicDomainNames={"site": ["example.com"]})
client.create_certificate(certificateName="site", domainName="example.com")
created = client.create_container_service(**arguments)["containerService"]
print(" ", created["state"], created["powerId"], created["privateDomainName"], created["publicDomainNames"], created["tags"], repr(created["principalArn"]))
must_fail(errors.InvalidInputException, client.create_container_service, **arguments)
print(" ", wait("api", "READY")["url"] == created["url"])

print("images")
login = client.create_container_service_registry_login()["registryLogin"]
print(" ", login["username"], login["registry"], timedelta(hours=11) < login["expiresAt"] - created["createdAt"] < timedelta(hours=13))
for _ in range(2):
    image = client.register_container_image(serviceName="api", label="server", digest="sha256:" + 64 * "0")["containerImage"]
print(" ", image["image"], image["digest"][:10])
must_fail(errors.InvalidInputException, client.register_container_image, serviceName="api", label="server", digest="latest")

print("deployment")
container = {"image": ":api.server.latest", "command": ["serve"], "environment": {"MODE": "test"}, "ports": {"80": "HTTP"}}
deployment = dict(serviceName="api", containers={"web": container}, publicEndpoint={"containerName": "web", "containerPort": 80})
deploying = client.create_container_service_deployment(**deployment)["containerService"]
print(" ", deploying["state"], deploying["nextDeployment"]["version"], deploying["nextDeployment"]["state"])
must_fail(errors.InvalidInputException, client.create_container_service_deployment, **deployment)
current = wait("api", "RUNNING")["currentDeployment"]
print(" ", current["state"], current["containers"], current["publicEndpoint"])
client.create_container_service_deployment(**{**deployment, "containers": {"web": {"image": "nginx", "ports": {"80": "HTTP"}}}})
wait("api", "RUNNING")
print(" ", [(d["version"], d["state"]) for d in client.get_container_service_deployments(serviceName="api")["deployments"]])
client.delete_container_image(serviceName="api", image=":api.server.1")
print(" ", [i["image"] for i in client.get_container_images(serviceName="api")["containerImages"]])

print("failure")
client.create_container_service(serviceName="broken", power="nano", scale=1, deployment={"containers": {"web": {"image": "nginx"}}})
print(" ", "currentDeployment" in wait("broken", "READY"))
log = client.get_container_log(serviceName="broken", containerName="web")
print(" ", [e["message"] for e in log["logEvents"]], "nextPageToken" in log)
log = client.get_container_log(serviceName="broken", containerName="web", pageToken=log["nextPageToken"])
print(" ", [e["message"] for e in log["logEvents"]], "nextPageToken" in log)
must_fail(errors.NotFoundException, client.get_container_log, serviceName="broken", containerName="db")

print("change and delete")
updating = client.update_container_service(serviceName="api", power="micro", scale=3, isDisabled=True)["containerService"]
print(" ", updating["state"], updating["power"], updating["scale"])
wait("api", "DISABLED")
must_fail(errors.InvalidInputException, client.create_container_service_deployment, **deployment)
client.delete_container_service(serviceName="api")
must_fail(errors.NotFoundException, client.get_container_services, serviceName="api")
print(" ", [(s["containerServiceName"], s["state"]) for s in client.get_container_services()["containerServices"]])
