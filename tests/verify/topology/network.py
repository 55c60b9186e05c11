"""Hosts in network namespaces of their own, as each Fargate task has: own localhost, own address.

Everything vanishes with the processes that hold the namespaces; nothing of the machine's own
network or files is touched.
"""

import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

SYSTEM_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"


@dataclass(frozen=True)
class Host:
    """One host.

    Attributes:
        address: its IPv4 address, which the other hosts reach.
        holder: id of the process that keeps its namespaces.
    """

    address: str
    holder: int

    def entered(self) -> list[str]:
        """Return the command that runs another one on this host."""
        return ["nsenter", "--target", str(self.holder), "--net", "--mount", "--"]

    def run(self, *command: str, timeout: float = 30) -> subprocess.CompletedProcess[str]:
        """Run a command on this host to its end."""
        return subprocess.run(
            [*self.entered(), *command],
            env={"PATH": SYSTEM_PATH},
            capture_output=True,
            text=True,
            timeout=timeout,
            check=False,
        )


@contextmanager
def network(names: Mapping[str, Sequence[str]], directory: Path) -> Iterator[Mapping[str, Host]]:
    """Connect hosts by a bridge.

    Args:
        names: the DNS names that lead to each host, by the host's own name here.
        directory: an empty one, for files.
    """
    addresses = {name: f"10.0.0.{number}" for number, name in enumerate(names, start=10)}
    hosts_file, resolver = directory / "hosts", directory / "resolv.conf"
    entries = [f"{addresses[host]} {name}" for host in names for name in names[host]]
    hosts_file.write_text("\n".join(["127.0.0.1 localhost", *entries, ""]))
    # Nobody answers there: a name outside the hosts file fails at once.
    resolver.write_text("nameserver 127.0.0.1\n")
    with ExitStack() as stack:
        bridge = Host("10.0.0.1", stack.enter_context(_namespaces()))
        _do(bridge, "ip link add bridge type bridge")
        _do(bridge, "ip link set bridge up")
        hosts = {
            name: Host(address, stack.enter_context(_namespaces()))
            for name, address in addresses.items()
        }
        for number, host in enumerate(hosts.values()):
            port = f"port{number}"
            _do(bridge, f"ip link add {port} type veth peer name eth0 netns {host.holder}")
            _do(bridge, f"ip link set {port} master bridge up")
            _do(host, f"ip address add {host.address}/24 dev eth0")
            _do(host, "ip link set eth0 up")
            _do(host, "ip link set lo up")
            _do(host, f"mount --bind {hosts_file} /etc/hosts")
            _do(host, f"mount --bind {resolver} /etc/resolv.conf")
        yield hosts


@contextmanager
def _namespaces() -> Iterator[int]:
    """Keep a network and a mount namespace; yield the keeper's process id."""
    command = ["setpriv", "--pdeathsig", "KILL", "unshare", "--net", "--mount", "sleep", "infinity"]
    process = subprocess.Popen(command)
    try:
        while (name := Path(f"/proc/{process.pid}/comm").read_text()) != "sleep\n":
            assert process.poll() is None, f"no namespaces by {name}: root is needed"
            time.sleep(0.01)
        yield process.pid
    finally:
        process.kill()
        process.wait()


def _do(host: Host, command: str) -> None:
    done = host.run(*command.split())
    assert done.returncode == 0, f"{command}: {done.stderr}"
