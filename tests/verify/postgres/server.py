"""A stock PostgreSQL 15 set up as Amazon RDS would from the template's database resources."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg
import trustme
from psycopg import sql
from verify.postgres.deployment import Resources

PROGRAMS = Path("/usr/lib/postgresql/15/bin")
"""Where Debian's package postgresql-15 has them."""

HOST_BASED = {
    "0": "host all all all scram-sha-256",
    "1": "hostssl all all all scram-sha-256",
}
"""What ``rds.force_ssl`` does to pg_hba.conf; the setting itself is Amazon RDS's alone."""


@dataclass(frozen=True)
class Server:
    """A running server.

    Attributes:
        sockets: directory of the administrator's Unix-domain socket.
        port: the port, of TCP and of the socket's name.
        authority: certificate file of the authority that signed the server's; as with Amazon
            RDS, no client trusts it unless told to.
    """

    sockets: Path
    port: int
    authority: Path

    def administer(self, database: str = "postgres") -> psycopg.Connection:
        """Connect as the superuser, whom nobody outside can reach."""
        return psycopg.connect(
            host=str(self.sockets),
            port=self.port,
            user="postgres",
            dbname=database,
            autocommit=True,
        )

    def change_password(self, user: str, password: str) -> None:
        """Do what ModifyDBInstance does with MasterUserPassword."""
        with self.administer() as connection:
            connection.execute(
                sql.SQL("ALTER ROLE {} PASSWORD {}").format(
                    sql.Identifier(user), sql.Literal(password)
                )
            )


@contextmanager
def running(
    resources: Resources, names: Sequence[str], *, listen: str, prefix: Sequence[str] = ()
) -> Iterator[Server]:
    """Run a server as the ``Database`` resource and its parameter group say.

    Args:
        resources: properties by logical id.
        names: host names the server's certificate is for.
        listen: address or host name to listen on.
        prefix: a command that runs another one, such as in a network namespace.
    """
    assert PROGRAMS.is_dir(), f"{PROGRAMS} is missing: install Debian's postgresql-15"
    instance = resources["Database"]
    directory = Path(tempfile.mkdtemp(prefix="axonflow-postgres-"))
    try:
        authority = _certify(directory, names)
        as_server = [*prefix, "setpriv", "--pdeathsig", "QUIT", *_unprivileged(directory)]
        data = directory / "data"
        made = subprocess.run(
            [
                *as_server,
                *(PROGRAMS / "initdb", "--pgdata", data, "--username", "postgres", "--no-sync"),
                *("--auth-local", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8"),
            ],
            check=False,
            capture_output=True,
            text=True,
        )
        assert made.returncode == 0, made.stderr
        settings = dict(resources["DatabaseParameterGroup"]["Parameters"])
        (data / "pg_hba.conf").write_text(
            f"local all postgres trust\n{HOST_BASED[settings.pop('rds.force_ssl')]}\n"
        )
        settings |= {
            "port": instance["Port"],
            "listen_addresses": listen,
            "unix_socket_directories": str(directory),
            "ssl": "on",
            "ssl_cert_file": str(directory / "server.pem"),
            "ssl_key_file": str(directory / "server.key"),
            "fsync": "off",
        }
        options = [word for item in settings.items() for word in ("-c", "=".join(item))]
        with (directory / "log").open("w") as log:
            process = subprocess.Popen(
                [*as_server, PROGRAMS / "postgres", "-D", data, *options], stderr=log
            )
        try:
            server = Server(directory, int(instance["Port"]), authority)
            _wait(server, process, directory / "log")
            _create(server, resources)
            yield server
        finally:
            process.terminate()  # SIGTERM lets sessions end; all of ours have
            process.wait(timeout=30)
    finally:
        shutil.rmtree(directory)


def _certify(directory: Path, names: Sequence[str]) -> Path:
    authority = trustme.CA(key_type=trustme.KeyType.RSA)
    certificate = authority.issue_cert(*names, key_type=trustme.KeyType.RSA)
    certificate.private_key_pem.write_to_path(directory / "server.key")
    for blob in certificate.cert_chain_pems:
        blob.write_to_path(directory / "server.pem", append=True)
    authority.cert_pem.write_to_path(directory / "authority.pem")
    (directory / "server.key").chmod(0o600)
    return directory / "authority.pem"


def _unprivileged(directory: Path) -> list[str]:
    """Return setpriv's arguments that make a process nobody special: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return []
    for path in (directory, *directory.iterdir()):
        shutil.chown(path, "postgres", "postgres")
    return ["--reuid", "postgres", "--regid", "postgres", "--clear-groups"]


def _wait(server: Server, process: subprocess.Popen[bytes], log: Path) -> None:
    for _ in range(300):
        assert process.poll() is None, log.read_text()
        try:
            server.administer().close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(log.read_text())


def _create(server: Server, resources: Resources) -> None:
    """Make master user and database; the user is no superuser on Amazon RDS either."""
    instance = resources["Database"]
    user, database = (sql.Identifier(instance[key]) for key in ("MasterUsername", "DBName"))
    with server.administer() as connection:
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB CREATEROLE").format(user))
        connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(database, user))
    server.change_password(instance["MasterUsername"], instance["MasterUserPassword"])
