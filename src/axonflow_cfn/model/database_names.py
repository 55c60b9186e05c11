"""Which database and user a connection string or a JSON secret names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from axonflow_cfn.model.connections import Connection, connections
from axonflow_cfn.model.json_texts import parse
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Value, show

# Databases that every instance of an engine has.
_ALWAYS = {"postgres", "template1", "mysql", "information_schema", "master", "sys"}
_URL = re.compile(r"(postgres(ql)?|mysql)[a-z0-9+]*://(?:(?P<user>[^:@/]*)(?::[^@]*)?@)?")
_DATABASE = re.compile(r"(?::[^/?]*)?/(?P<database>[A-Za-z0-9_-]+)(?=$|\?)")
_NAMES = {"AWS::RDS::DBCluster": "DatabaseName", "AWS::RDS::DBInstance": "DBName"}


@dataclass(frozen=True)
class Named:
    """Something that an address names and the database has under another name.

    Attributes:
        link: the address.
        what: 'database' or 'user'.
        given: the name in the address.
        real: the name that the database is created with.
    """

    link: Connection
    what: str
    given: str
    real: Value


def different_names(model: TemplateModel) -> Iterator[Named]:
    """Every database or user that an address names differently from the database itself."""
    for link in connections(model):
        database = link.server.resource
        if database.type in _NAMES:
            user, name = _from_url(link) or _from_json(link)
            if user:
                yield from _compare(link, "user", user, "MasterUsername")
            if name and name not in _ALWAYS:
                yield from _compare(link, "database", name, _NAMES[database.type])


def _compare(link: Connection, what: str, given: str, key: str) -> Iterator[Named]:
    reals = [real for (real,) in _under(link).cases(key)]
    if reals and all(real.text is not None and real.text != given for real in reals):
        yield Named(link, what, given, reals[0])


def _under(link: Connection) -> Resource:
    return link.server.resource.given(link.value.when) or link.server.resource


def _from_url(link: Connection) -> tuple[str, str] | None:
    spelled = "".join(map(show, link.value.parts))
    url = _URL.search(spelled)
    if not url:
        return None
    rest = spelled[spelled.index(link.server.host) + len(link.server.host) :]
    name = _DATABASE.match(rest)
    user = url["user"] or ""
    return ("" if "{" in user else user), (name["database"] if name else "")


def _from_json(link: Connection) -> tuple[str, str]:
    spelled = "".join(map(show, link.value.parts))
    content = parse(link.value).content if spelled.startswith("{") else None
    if not isinstance(content, dict):
        return "", ""
    found = [parse(link.value).value(str(content.get(k, ""))).text for k in ("username", "dbname")]
    return found[0] or "", found[1] or ""
