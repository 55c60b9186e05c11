"""Stands for the agent's and the orchestrator's image: knows nothing but its environment.

``/health`` is 200 while the database answers, ``/database`` says how it is connected, and
``/orchestrator`` asks the orchestrator for its ``/database``; ``/plan`` tells tier and limit.
"""

import json
import os
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import URLError
from urllib.request import urlopen

import psycopg

PORT = int(os.environ["PORT"])
DATABASE_URL = os.environ["DATABASE_URL"]
ORCHESTRATOR_URL = os.environ.get("ORCHESTRATOR_URL", "")


def database() -> object:
    """Ask the database who is connected and whether by TLS."""
    query = (
        "SELECT current_user::text, current_database()::text, ssl "
        "FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
    )
    with psycopg.connect(DATABASE_URL, connect_timeout=3) as connection:
        row = connection.execute(query).fetchall()[0]
    return dict(zip(("user", "database", "tls"), row, strict=True))


def orchestrator() -> object:
    """Ask the orchestrator the same."""
    with urlopen(f"{ORCHESTRATOR_URL}/database", timeout=3) as answer:  # noqa: S310 the template's
        return json.load(answer)


def plan() -> object:
    """Tell what the customer has bought."""
    return {name: os.environ.get(name) for name in ("TIER", "MAX_REQUESTS")}


ANSWERS: dict[str, Callable[[], object]] = {
    "/health": database,
    "/database": database,
    "/orchestrator": orchestrator,
    "/plan": plan,
}


class Handler(BaseHTTPRequestHandler):
    """Answers with JSON."""

    def do_GET(self) -> None:
        """Answer 200, 404, or 503 with the reason."""
        try:
            status, answer = HTTPStatus.OK, ANSWERS[self.path]()
        except KeyError:
            status, answer = HTTPStatus.NOT_FOUND, self.path
        except (psycopg.Error, URLError, ValueError) as error:
            status, answer = HTTPStatus.SERVICE_UNAVAILABLE, str(error)
        self.send_response(status)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())


with ThreadingHTTPServer(("0.0.0.0", PORT), Handler) as server:  # noqa: S104 as a container does
    print("ready", flush=True)
    server.serve_forever()
