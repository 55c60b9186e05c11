"""A simulated AWS account on 127.0.0.1 that boto3 talks to over HTTP, as it would to AWS."""

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import boto3
from botocore.config import Config

REGION = "us-east-1"
ACCOUNT_ID = "123456789012"
TESTS = Path(__file__).parents[2]

CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "test",
    "AWS_SECRET_ACCESS_KEY": "test",
    "AWS_DEFAULT_REGION": REGION,
}


@dataclass(frozen=True)
class Account:
    """An account: where its services answer, and the network the customer made beforehand.

    Attributes:
        aws: MiniStack's address, which serves everything but the next.
        moto: moto's address, which serves what MiniStack lacks.
        network: the values of VpcId, PrivateSubnet1 and PrivateSubnet2.
        same_zone: a subnet in the zone of PrivateSubnet1.
        other_vpc: a subnet of another VPC.
    """

    aws: str
    moto: str
    network: Mapping[str, str] = field(default_factory=dict)
    same_zone: str = ""
    other_vpc: str = ""

    def client(self, service: str) -> Any:
        """Return a boto3 client of whichever server has the service."""
        if service == "application-autoscaling":
            return self.at_moto(service)
        return self.at_ministack(service)

    def at_ministack(self, service: str) -> Any:
        """Return a boto3 client of MiniStack."""
        return boto3_client(service, self.aws)

    def at_moto(self, service: str) -> Any:
        """Return a boto3 client of moto's server."""
        return boto3_client(service, self.moto)


@cache  # making one takes longer than most calls
def boto3_client(service: str, address: str) -> Any:
    """Return a client whose requests are one try each, so that nothing hides a failure."""
    return boto3.client(
        service,
        endpoint_url=address,
        region_name=REGION,
        aws_access_key_id=CREDENTIALS["AWS_ACCESS_KEY_ID"],
        aws_secret_access_key=CREDENTIALS["AWS_SECRET_ACCESS_KEY"],
        config=Config(retries={"total_max_attempts": 1}),
    )


@contextmanager
def running_servers(directory: Path) -> Iterator[Account]:
    """Run MiniStack and moto's server, each in a process of its own, bound to loopback."""
    aws_port, moto_port = free_port(), free_port()
    account = Account(f"http://127.0.0.1:{aws_port}", f"http://127.0.0.1:{moto_port}")
    environment = {
        **os.environ,
        **CREDENTIALS,
        "BIND_HOST": "127.0.0.1",
        "GATEWAY_PORT": str(aws_port),
        "LOG_LEVEL": "WARNING",
        "MINISTACK_ACCOUNT_ID": ACCOUNT_ID,
        "MOTO_ENDPOINT": account.moto,
        "MOTO_IAM_LOAD_MANAGED_POLICIES": "true",
        "PYTHONPATH": str(TESTS),
        "TMPDIR": str(directory),
    }
    moto = ["moto.server", "--host", "127.0.0.1", "--port", str(moto_port)]
    processes = []
    try:
        for name, module in {"ministack": ["verify.lifecycle.server"], "moto": moto}.items():
            log = (directory / f"{name}.log").open("wb")
            processes.append(
                subprocess.Popen(
                    [sys.executable, "-m", *module],
                    env=environment,
                    cwd=directory,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
            )
            log.close()
        for port in (aws_port, moto_port):
            wait_for(port)
        yield account
    finally:
        for process in processes:
            process.terminate()
        for process in processes:
            process.wait(10)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
        else:
            return


def fresh_account(servers: Account) -> Account:
    """Empty both servers and make the customer's network."""
    for address, path in ((servers.aws, "/_ministack/reset"), (servers.moto, "/moto-api/reset")):
        connection = http.client.HTTPConnection(urlsplit(address).netloc)
        connection.request("POST", path)
        assert connection.getresponse().status == 200
        connection.close()
    network, same_zone, other_vpc = make_network(servers.at_ministack("ec2"))
    return replace(servers, network=network, same_zone=same_zone, other_vpc=other_vpc)


def make_network(ec2: Any) -> tuple[dict[str, str], str, str]:
    """Make what a customer has: a VPC with subnets in two zones, and subnets not to be chosen.

    Returns:
        VpcId, PrivateSubnet1 and PrivateSubnet2; another subnet in the zone of the first; a subnet
        of another VPC.
    """
    vpc = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    other = ec2.create_vpc(CidrBlock="10.2.0.0/16")["Vpc"]["VpcId"]

    def subnet(block: str, zone: str, vpc: str = vpc) -> str:
        made = ec2.create_subnet(VpcId=vpc, CidrBlock=block, AvailabilityZone=REGION + zone)
        subnet_id: str = made["Subnet"]["SubnetId"]
        return subnet_id

    network = {
        "VpcId": vpc,
        "PrivateSubnet1": subnet("10.1.1.0/24", "a"),
        "PrivateSubnet2": subnet("10.1.2.0/24", "b"),
    }
    return network, subnet("10.1.3.0/24", "a"), subnet("10.2.1.0/24", "b", other)
