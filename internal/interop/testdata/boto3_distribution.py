"""Creates, changes and deletes a distribution with a certificate. It prints the results and
fails at the first unexpected one."""

import boto3
from botocore.exceptions import ClientError

from boto3_session import client, errors, must_fail, wait_succeeded


def read():
    """Returns the distribution."""
    return client.get_distributions(distributionName="cdn")["distributions"][0]


print("create")
for bundle in client.get_distribution_bundles()["bundles"]:
    print(" ", bundle["bundleId"], bundle["price"], bundle["transferPerMonthInGb"], bundle["isActive"])
create = dict(distributionName="cdn", bundleId="small_1_0", origin={"name": "photos", "regionName": "us-east-1"},
              defaultCacheBehavior={"behavior": "cache"})
created = client.create_distribution(**create)
print(" ", created["distribution"]["status"], created["distribution"]["isEnabled"], created["distribution"]["location"])
must_fail(errors.InvalidInputException, client.create_distribution, **create)
create["distributionName"], create["origin"] = "other", {"name": "web", "regionName": "us-east-1"}
must_fail(errors.InvalidInputException, client.create_distribution, **create)
create["origin"]["name"] = "missing"
must_fail(errors.NotFoundException, client.create_distribution, **create)
wait_succeeded(created)
distribution = read()
print(" ", distribution["status"], distribution["originPublicDNS"], distribution["domainName"].split(".", 1)[1], distribution["ipAddressType"])
print(" ", {k: v for k, v in distribution["origin"].items() if k in ("name", "protocolPolicy", "regionName", "resourceType")})
settings = distribution["cacheBehaviorSettings"]
for name in sorted(settings):
    print("   ", name, settings[name])

print("update")
# The default for forwarded headers is not in the model, and the service accepts it.
settings.update(defaultTTL=60, allowedHTTPMethods="GET,HEAD")
wait_succeeded(client.update_distribution(distributionName="cdn", isEnabled=False, cacheBehaviorSettings=settings,
                                          cacheBehaviors=[{"path": "*.php", "behavior": "dont-cache"}]))
distribution = read()
print(" ", distribution["isEnabled"], distribution["cacheBehaviors"], distribution["cacheBehaviorSettings"] == settings)
settings.update(allowedHTTPMethods="GET")
must_fail(errors.InvalidInputException, client.update_distribution, distributionName="cdn", cacheBehaviorSettings=settings)
wait_succeeded(client.set_ip_address_type(resourceType="Distribution", resourceName="cdn", ipAddressType="ipv4"))
wait_succeeded(client.update_distribution_bundle(distributionName="cdn", bundleId="large_1_0"))
must_fail(errors.InvalidInputException, client.update_distribution_bundle, distributionName="cdn", bundleId="small_1_0")
distribution = read()
print(" ", distribution["ipAddressType"], distribution["bundleId"], distribution["ableToUpdateBundle"])

print("cache reset")
print(" ", sorted(client.get_distribution_latest_cache_reset(distributionName="cdn")))
reset = client.reset_distribution_cache(distributionName="cdn")
print(" ", reset["status"])
wait_succeeded(reset)
latest = client.get_distribution_latest_cache_reset(distributionName="cdn")
print(" ", latest["status"], latest["createTime"] == reset["createTime"])

print("certificate")
client.create_certificate(certificateName="site", domainName="example.com", subjectAlternativeNames=["www.example.com"])
wait_succeeded(client.attach_certificate_to_distribution(certificateName="site", distributionName="cdn"))
print(" ", read()["certificateName"], read()["alternativeDomainNames"])
found = client.get_certificates(certificateName="site", includeCertificateDetails=True)["certificates"][0]
print(" ", found["certificateDetail"]["inUseResourceCount"], found["certificateDetail"]["eligibleToRenew"])
must_fail(errors.InvalidInputException, client.delete_certificate, certificateName="site")
wait_succeeded(client.detach_certificate_from_distribution(distributionName="cdn"))
must_fail(errors.InvalidInputException, client.detach_certificate_from_distribution, distributionName="cdn")
wait_succeeded(client.delete_certificate(certificateName="site"))

print("other Region")
try:
    boto3.client("lightsail", endpoint_url=client.meta.endpoint_url, region_name="eu-west-1").get_distributions()
except ClientError as e:
    print(" ", e.response["Error"]["Code"], e.response["Error"]["Message"])

print("delete")
must_fail(errors.InvalidInputException, client.delete_bucket, bucketName="photos")
wait_succeeded(client.delete_distribution(distributionName="cdn"))
must_fail(errors.NotFoundException, client.get_distributions, distributionName="cdn")
wait_succeeded(client.delete_bucket(bucketName="photos"))
