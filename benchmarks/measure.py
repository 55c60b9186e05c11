"""Times commands in turn, each as a process of its own."""

import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Run:
    """One finished process.

    Attributes:
        cpu: seconds of processor time (user and system), its own children included.
        wall: seconds from start to end.
    """

    cpu: float
    wall: float


@dataclass(frozen=True)
class Case:
    """A command to time.

    Attributes:
        name: what the report calls it.
        command: the program and its arguments.
        env: variables set in addition to the common ones.
        runs: how often it is timed, after one run that warms the caches of compiled code.
    """

    name: str
    command: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    runs: int = 7


@dataclass(frozen=True)
class Result:
    """All timed runs of a case."""

    runs: tuple[Run, ...]

    def median(self, what: str) -> float:
        """Return the median of cpu or wall."""
        return statistics.median(getattr(run, what) for run in self.runs)

    def spread(self, what: str) -> tuple[float, float]:
        """Return the least and the greatest of cpu or wall."""
        values = [getattr(run, what) for run in self.runs]
        return min(values), max(values)


def environment() -> dict[str, str]:
    """Return this process's environment, in which Python may keep what it compiled."""
    return {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def run(case: Case) -> Run:
    """Run a command once.

    Raises:
        RuntimeError: it failed, so that its time means nothing.
    """
    start = time.perf_counter()
    with tempfile.TemporaryFile() as complaints:
        process = subprocess.Popen(
            case.command,
            env={**environment(), **case.env},
            stdout=subprocess.DEVNULL,
            stderr=complaints,
        )
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            complaints.seek(0)
            text = complaints.read().decode()
            raise RuntimeError(f"{case.name}: exit {process.returncode}: {text}")
    return Run(usage.ru_utime + usage.ru_stime, wall)


def in_turn(cases: Sequence[Case]) -> dict[str, Result]:
    """Time all cases in turn, so that a busy minute of the machine slows each of them."""
    runs: dict[str, list[Run]] = {case.name: [] for case in cases}
    for case in cases:
        run(case)
    for number in range(max(case.runs for case in cases)):
        for case in cases:
            if number < case.runs:
                runs[case.name].append(run(case))
    return {name: Result(tuple(done)) for name, done in runs.items()}
