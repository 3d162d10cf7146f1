"""What the boto3 scripts share: the client, and functions that fail at the first unexpected
result. The server's URL is in the environment.

The scripts use only operations and parameters of the boto3 version in Debian 12."""

import os
import sys

import boto3

print("boto3", boto3.__version__, "Python", sys.version.split()[0])
client = boto3.client(
    "lightsail",
    # boto3 versions before mid-2023 do not read this variable.
    endpoint_url=os.environ["AWS_ENDPOINT_URL_LIGHTSAIL"],
)


def wait_succeeded(response):
    """Polls the operation records of a response until they end, and prints them."""
    records = response.get("operations") or [response["operation"]]
    for record in records:
        polls = 0
        while not record["isTerminal"]:
            record = client.get_operation(operationId=record["id"])["operation"]
            polls += 1
            assert polls < 10, "the operation did not end after 10 polls"
        print(" ", record["operationType"], record["resourceName"], record["status"])
        assert record["status"] == "Succeeded"


def must_fail(error, call, **arguments):
    """Calls an operation that must fail with the given modelled error."""
    try:
        call(**arguments)
    except error as e:
        response = e.response
        print(" ", response["Error"]["Code"], response["ResponseMetadata"]["HTTPStatusCode"], sorted(set(response) - {"Error", "ResponseMetadata"}))
        return
    raise AssertionError("the call did not fail")


errors = client.exceptions
