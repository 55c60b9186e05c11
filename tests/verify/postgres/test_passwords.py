"""Every password DBPassword takes works everywhere, and what it refuses would break something."""

import json
import random
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

import boto3
import botocore.session
import pytest
import rfc3986
from hypothesis import given, settings
from hypothesis import strategies as st
from moto import mock_aws
from verify.postgres import clients
from verify.postgres.clients import NoConnectionError
from verify.postgres.deployment import accepted, deploy
from verify.postgres.server import Server

from axonflow_cfn import TemplateConfig, build_template, to_data

PRINTABLE = [chr(code) for code in range(ord(" "), ord("~") + 1)]
DECLARED = to_data(build_template(TemplateConfig()))
"""Patterns do not depend on the port, and cases are collected before a port is known."""
ALLOWED = [one for one in PRINTABLE if accepted(DECLARED, one * 16)]
PUNCTUATION = [one for one in ALLOWED if not one.isalnum()]
LENGTHS = [length for length in range(1, 200) if accepted(DECLARED, "a" * length)]

HOSTILE = [
    *(one * LENGTHS[0] for one in PUNCTUATION),
    *(f"{one}Password{one}0123456" for one in PUNCTUATION),
    *("".join(ALLOWED)[start : start + LENGTHS[-1]].rjust(16, "~") for start in (0, LENGTHS[-1])),
    "".join(PUNCTUATION) * 4,
    "~" * LENGTHS[-1],
    "0" * LENGTHS[0],
    "..-~_localhost_~",
    "-sslmode.disable",
]

REFUSED = {
    "space": (" ", {"URL", "psycopg"}),
    "double quote": ('"', {"RDS", "JSON", "URL"}),
    "hash": ("#", {"URL", "pg8000", "node"}),
    "percent": ("%", {"URL", "psycopg", "pg8000"}),
    "slash": ("/", {"RDS", "URL", "psycopg", "pg8000", "node"}),
    "less than": ("<", {"URL"}),
    "greater than": (">", {"URL"}),
    "question mark": ("?", {"URL", "pg8000", "node"}),
    "at": ("@", {"RDS", "URL", "psycopg"}),
    "opening bracket": ("[", {"URL", "pg8000"}),
    "backslash": ("\\", {"JSON", "URL"}),
    "closing bracket": ("]", {"URL", "pg8000"}),
    "caret": ("^", {"URL"}),
    "backtick": ("`", {"URL"}),
    "opening brace": ("{", {"URL"}),
    "bar": ("|", {"URL"}),
    "closing brace": ("}", {"URL"}),
    "tab": ("\t", {"RDS", "JSON", "URL", "pg8000", "node"}),
    "newline": ("\n", {"RDS", "JSON", "URL", "pg8000", "node"}),
    "delete": ("\x7f", {"RDS", "URL", "pg8000"}),
    "accent": ("é", {"RDS", "URL"}),
    "no-break space": ("\xa0", {"RDS", "URL"}),
    "emoji": ("\N{GRINNING FACE}", {"RDS", "URL", "pg8000"}),
}
"""A character of each refused kind, and all that a password with it breaks."""

REFUSED_WITHOUT_NEED = "!$&'()*+,:;="
"""RFC 3986's sub-delims and the colon: nothing here stumbles over them."""


def breakages(template: Mapping[str, Any], server: Server, password: str) -> Iterator[str]:
    """Yield what does not work with a password, whether or not the template takes it."""
    if not rds_takes(password):
        yield "RDS"
    resources = deploy(template, host="localhost", password=password)
    if not json_holds(resources["DatabaseSecret"]["SecretString"], password):
        yield "JSON"
    url = resources["DatabaseUrlSecret"]["SecretString"]
    if not url_holds(url, password):
        yield "URL"
    server.change_password("axonflow", resources["Database"]["MasterUserPassword"])
    for name, connect in clients.by_url(server.authority).items():
        try:
            session = connect(url)
        except NoConnectionError:
            yield name
        else:
            assert session.tls


def rds_takes(password: str) -> bool:
    """Tell whether Amazon RDS documents this password as possible.

    test_what_rds_documents compares this with the service's own words.
    """
    return re.fullmatch(r"""[ -~]{8,128}""", password) is not None and not set(password) & {*'/"@'}


def json_holds(text: str, password: str) -> bool:
    try:
        return bool(json.loads(text)["password"] == password)
    except ValueError:
        return False


def url_holds(url: str, password: str) -> bool:
    """Tell whether the URL is one by RFC 3986 and its password is this one, unescaped."""
    try:
        userinfo = rfc3986.uri_reference(url).authority_info()["userinfo"]
    except rfc3986.exceptions.InvalidAuthority:
        return False
    return unquote(userinfo or "") == f"axonflow:{password}"


@pytest.mark.parametrize("password", HOSTILE)
def test_a_hostile_password_works(
    password: str, template: Mapping[str, Any], server: Server
) -> None:
    assert accepted(template, password)
    assert list(breakages(template, server, password)) == []


@settings(max_examples=40)
@given(password=st.text(ALLOWED, min_size=LENGTHS[0], max_size=LENGTHS[-1]))
def test_any_password_that_is_accepted_works(
    template: Mapping[str, Any], server: Server, password: str
) -> None:
    assert accepted(template, password)
    assert list(breakages(template, server, password)) == []


@pytest.mark.parametrize("seed", range(10))
def test_a_generated_password_works(seed: int, template: Mapping[str, Any], server: Server) -> None:
    rules = template["Resources"]["DatabasePassword"]["Properties"]["GenerateSecretString"]
    random.seed(seed)  # moto's generator draws from this one
    with mock_aws():
        secrets = boto3.client("secretsmanager", region_name="us-east-1")
        password = secrets.get_random_password(**rules)["RandomPassword"]
    assert re.fullmatch("[A-Za-z0-9]{32}", password)

    resources = deploy(template, host="localhost", generated=password)
    given = deploy(template, host="localhost", password=password)
    for name in ("Database", "DatabaseSecret", "DatabaseUrlSecret"):
        assert resources[name] == given[name]
    assert list(breakages(template, server, password)) == []


@pytest.mark.parametrize(("character", "broken"), REFUSED.values(), ids=REFUSED)
def test_a_refused_character_breaks_something(
    character: str, broken: set[str], template: Mapping[str, Any], server: Server
) -> None:
    password = f"{character}Abcdef{character}{character}Ghijklmn{character}"
    assert not accepted(template, password)
    assert set(breakages(template, server, password)) == broken


def test_every_printable_character_is_accounted_for() -> None:
    refused = {character for character, _ in REFUSED.values() if character in PRINTABLE}
    assert sorted(PRINTABLE) == sorted([*ALLOWED, *refused, *REFUSED_WITHOUT_NEED])


def test_some_characters_are_refused_without_need(
    template: Mapping[str, Any], server: Server
) -> None:
    assert list(breakages(template, server, REFUSED_WITHOUT_NEED * 2)) == []


@pytest.mark.parametrize(
    ("length", "broken"),
    [
        (1, ["RDS"]),
        (7, ["RDS"]),
        # From here on the length is the template's own choice, for the password's strength.
        (8, []),
        (15, []),
        # 64 characters hold 386 bits; longer ones add nothing.
        (65, []),
        (128, []),
        (129, ["RDS"]),
    ],
)
def test_lengths_that_are_refused(
    length: int, broken: list[str], template: Mapping[str, Any], server: Server
) -> None:
    password = "a" * length
    assert not accepted(template, password)
    assert list(breakages(template, server, password)) == broken


def test_lengths_are_one_range() -> None:
    assert list(range(16, 64 + 1)) == LENGTHS


def test_what_rds_documents() -> None:
    operation = botocore.session.get_session().get_service_model("rds").operation_model
    shape = operation("CreateDBInstance").input_shape
    assert shape is not None
    words = shape.members["MasterUserPassword"].documentation
    assert 'Can include any printable ASCII character except "/", """, or "@".' in words
    assert "RDS for PostgreSQL - Must contain from 8 to 128 characters." in words
    assert [one for one in PRINTABLE if not rds_takes(one * 8)] == ['"', "/", "@"]
    assert [n for n in range(1, 200) if rds_takes("a" * n)] == list(range(8, 128 + 1))
