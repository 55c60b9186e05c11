"""One server for all tests of this directory; the template is built for its port."""

import socket
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from verify.postgres.deployment import deploy
from verify.postgres.server import Server, running

from axonflow_cfn import DatabaseConfig, TemplateConfig, build_template, to_data

HOST = "localhost"


@pytest.fixture(scope="session")
def template() -> Mapping[str, Any]:
    with socket.create_server((HOST, 0)) as free:
        port = free.getsockname()[1]
    return to_data(build_template(TemplateConfig(database=DatabaseConfig(port=port))))


@pytest.fixture(scope="session")
def server(template: Mapping[str, Any]) -> Iterator[Server]:
    resources = deploy(template, host=HOST, password="the-first-password")
    with running(resources, [HOST], listen=HOST) as server:
        yield server
