"""Three PostgreSQL clients of different make, each given DATABASE_URL or the six-key secret."""

import json
import os
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pg8000.dbapi
import psycopg
from scramp import ScramException

QUERY = (
    "SELECT current_user::text, current_database()::text, "
    "(SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid())"
)
HERE = Path(__file__).parent
TIMEOUT = 30
"""Seconds a client may take; a busy machine needs some."""


class NoConnectionError(Exception):
    """The client did not reach the server; the message is its own."""


@dataclass(frozen=True)
class Session:
    """What the server says about a connection.

    Attributes:
        user: who is connected.
        database: to which database.
        tls: whether the connection is encrypted.
    """

    user: str
    database: str
    tls: bool


def psycopg_by_url(url: str) -> Session:
    """Connect with libpq, which takes the URL whole."""
    return _psycopg(url)


def psycopg_by_fields(secret: Mapping[str, Any]) -> Session:
    """Connect with libpq by the secret's fields."""
    return _psycopg(
        "",
        user=secret["username"],
        password=secret["password"],
        host=secret["host"],
        port=secret["port"],
        dbname=secret["dbname"],
        sslmode="require",
    )


def pg8000_by_url(url: str) -> Session:
    """Connect in pure Python; pg8000 reads no URL, its users take it apart with urllib."""
    try:
        parts = urlsplit(url)
        fields = {
            "user": unquote(parts.username or ""),
            "password": unquote(parts.password or ""),
            "host": parts.hostname,
            "port": parts.port,
            "database": parts.path.removeprefix("/"),
            # True encrypts and verifies nothing, as sslmode=require says.
            "ssl_context": parse_qs(parts.query).get("sslmode") == ["require"],
        }
    except ValueError as error:
        raise NoConnectionError(error) from error
    return _pg8000(fields)


def pg8000_by_fields(secret: Mapping[str, Any]) -> Session:
    """Connect in pure Python by the secret's fields."""
    return _pg8000(
        {
            "user": secret["username"],
            "password": secret["password"],
            "host": secret["host"],
            "port": secret["port"],
            "database": secret["dbname"],
            "ssl_context": True,
        }
    )


def node_by_url(url: str, authority: Path | None = None) -> Session:
    """Connect with Node's pg, which takes the URL whole."""
    return _node({"connectionString": url}, authority)


def node_by_fields(secret: Mapping[str, Any], authority: Path | None = None) -> Session:
    """Connect with Node's pg by the secret's fields."""
    return _node(
        {
            "user": secret["username"],
            "password": secret["password"],
            "host": secret["host"],
            "port": secret["port"],
            "database": secret["dbname"],
            "ssl": True,
        },
        authority,
    )


def by_url(authority: Path) -> dict[str, Callable[[str], Session]]:
    """Return the three clients by name, Node's told to trust this authority."""
    return {
        "psycopg": psycopg_by_url,
        "pg8000": pg8000_by_url,
        "node": lambda url: node_by_url(url, authority),
    }


def _psycopg(conninfo: str, **fields: Any) -> Session:
    try:
        with psycopg.connect(conninfo, connect_timeout=TIMEOUT, **fields) as connection:
            return Session(*connection.execute(QUERY).fetchall()[0])
    except psycopg.Error as error:
        raise NoConnectionError(error) from error


def _pg8000(fields: Mapping[str, Any]) -> Session:
    try:
        connection = pg8000.dbapi.connect(**fields, timeout=TIMEOUT)
        try:
            cursor = connection.cursor()
            cursor.execute(QUERY)
            return Session(*cursor.fetchall()[0])
        finally:
            connection.close()
    except (pg8000.dbapi.Error, ScramException) as error:
        raise NoConnectionError(error) from error


def _node(config: Mapping[str, Any], authority: Path | None) -> Session:
    assert (HERE / "node_modules").is_dir(), "Node's pg is missing: make verify installs it"
    trusted = {"NODE_EXTRA_CA_CERTS": str(authority)} if authority else {}
    command = ["node", str(HERE / "connect.mjs"), json.dumps(config), QUERY]
    run = subprocess.run(
        command,
        env={"PATH": os.environ["PATH"], **trusted},
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    if run.returncode:
        raise NoConnectionError(run.stderr)
    return Session(*json.loads(run.stdout))
