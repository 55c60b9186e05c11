"""What the two secrets hold is a connection: encrypted, and refused otherwise."""

import json
import re
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from verify.postgres import clients
from verify.postgres.clients import NoConnectionError, Session
from verify.postgres.deployment import Resources, deploy
from verify.postgres.server import Server

CLIENTS = ["node", "pg8000", "psycopg"]
CONNECTED = Session(user="axonflow", database="axonflow", tls=True)


@pytest.fixture
def resources(template: Mapping[str, Any], server: Server) -> Resources:
    resources = deploy(template, host="localhost", password="sixteen.letters~")
    server.change_password("axonflow", resources["Database"]["MasterUserPassword"])
    return resources


@pytest.fixture
def url(resources: Resources) -> str:
    return str(resources["DatabaseUrlSecret"]["SecretString"])


@pytest.mark.parametrize("client", CLIENTS)
def test_the_url_connects_by_tls(client: str, url: str, server: Server) -> None:
    assert clients.by_url(server.authority)[client](url) == CONNECTED


@pytest.mark.parametrize("client", CLIENTS)
def test_the_six_keys_connect_by_tls(client: str, resources: Resources, server: Server) -> None:
    secret = json.loads(resources["DatabaseSecret"]["SecretString"])
    connect: dict[str, Callable[[Mapping[str, Any]], Session]] = {
        "node": lambda secret: clients.node_by_fields(secret, server.authority),
        "pg8000": clients.pg8000_by_fields,
        "psycopg": clients.psycopg_by_fields,
    }
    assert connect[client](secret) == CONNECTED
    assert set(secret) == {"username", "password", "engine", "host", "port", "dbname"}
    assert secret["engine"] == "postgres"


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    ("change", "message"),
    [
        pytest.param(
            ("sslmode=require", "sslmode=disable"),
            'no pg_hba.conf entry for host "127.0.0.1", user "axonflow", database "axonflow", '
            "no encryption",
            id="without TLS",
        ),
        pytest.param(
            ("sixteen.letters~", "sixteen.letters-"),
            'password authentication failed for user "axonflow"',
            id="with another password",
        ),
        pytest.param(
            ("/axonflow?", "/postgres0?"),
            'database "postgres0" does not exist',
            id="to another database",
        ),
    ],
)
def test_the_server_refuses(
    client: str, change: tuple[str, str], message: str, url: str, server: Server
) -> None:
    assert change[0] in url
    with pytest.raises(NoConnectionError, match=re.escape(message)):
        clients.by_url(server.authority)[client](url.replace(*change))


@pytest.fixture
def port_without_tls() -> Iterator[int]:
    """Yield the port of a server that has no TLS: it answers N to a client's first packet."""
    with socket.create_server(("localhost", 0)) as listener:

        def answer() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.recv(8)
                connection.sendall(b"N")
                connection.recv(8)

        thread = threading.Thread(target=answer)
        thread.start()
        yield listener.getsockname()[1]
        thread.join(timeout=10)


@pytest.mark.parametrize(
    ("client", "message"),
    [
        ("node", "The server does not support SSL connections"),
        ("pg8000", "Server refuses SSL"),
        ("psycopg", "server does not support SSL, but SSL was required"),
    ],
)
def test_the_url_refuses_a_server_without_tls(
    client: str, message: str, url: str, server: Server, port_without_tls: int
) -> None:
    assert f":{server.port}/" in url
    elsewhere = url.replace(f":{server.port}/", f":{port_without_tls}/")
    with pytest.raises(NoConnectionError, match=message):
        clients.by_url(server.authority)[client](elsewhere)


def test_node_needs_the_authority_of_the_certificate(url: str) -> None:
    # pg 8 verifies where the URL says require, unlike libpq: brianc/node-postgres#3473.
    with pytest.raises(NoConnectionError, match="unable to verify the first certificate"):
        clients.node_by_url(url)


def test_no_url_pleases_both_node_and_libpq_without_the_authority(url: str) -> None:
    compatible = url.replace("?", "?uselibpqcompat=true&")
    assert clients.node_by_url(compatible) == CONNECTED
    with pytest.raises(NoConnectionError, match='invalid URI query parameter: "uselibpqcompat"'):
        clients.psycopg_by_url(compatible)


def test_the_server_is_of_the_templates_major_version(resources: Resources, server: Server) -> None:
    with server.administer() as connection:
        major = connection.info.server_version // 10000
    assert resources["Database"]["EngineVersion"].split(".")[0] == str(major)
    assert resources["DatabaseParameterGroup"]["Family"] == f"postgres{major}"


def test_a_stock_server_knows_every_setting_but_one(resources: Resources, server: Server) -> None:
    with server.administer() as connection:
        known = {name for (name,) in connection.execute("SELECT name FROM pg_settings").fetchall()}
    assert set(resources["DatabaseParameterGroup"]["Parameters"]) - known == {"rds.force_ssl"}
