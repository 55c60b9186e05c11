"""Loops inside one process; prints one JSON object. The plain script's path is its argument."""

import json
import runpy
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from axonflow_cfn import AgentConfig, TemplateConfig, build_template, render_template

ROUNDS = 30
TEMPLATE = "templates/axonflow-marketplace.yaml"


def main() -> None:
    """Time both ways in turn, then many different configurations."""
    plain = runpy.run_path(sys.argv[1])["build"]
    ours = TemplateConfig()
    ways: dict[str, Callable[[], str]] = {
        "ours": lambda: render_template(build_template(ours)),
        "plain": lambda: plain().to_yaml(),
    }
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            times[name].append(_cpu(way))
    medians = {name: statistics.median(values[3:]) for name, values in times.items()}

    many = {}
    for count in (100, 1000):  # peak memory only grows, so the smaller number comes first
        seconds = _cpu(lambda count=count: _variants(count))
        many[count] = {"seconds": seconds, "memory": _peak()}
    print(json.dumps({"medians": medians, "many": many, "check": _check()}))


def _check() -> float:
    """Return what a bare cfn-lint needs for one more file: the floor of linting many."""
    from cfnlint.config import ConfigMixIn  # noqa: PLC0415 its memory is none of the above
    from cfnlint.runner import Runner  # noqa: PLC0415 the same

    runner = Runner(ConfigMixIn(["--template", TEMPLATE]))
    times = [_cpu(lambda: list(runner.run())) for _ in range(6)]
    return statistics.median(times[1:])  # the first one loads schemas


def _variants(count: int) -> None:
    for number in range(count):
        config = TemplateConfig(agent=AgentConfig(environment={"VARIANT": str(number)}))
        render_template(build_template(config))


def _cpu(way: Callable[[], object]) -> float:
    start = time.process_time()
    way()
    return time.process_time() - start


def _peak() -> float:
    # Not getrusage: its maximum includes what this process was before it became this program.
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0]) / 1024


main()
