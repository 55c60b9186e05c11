"""Times axonflow-cfn against what one would use instead, and writes RESULTS.md beside itself."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any

from measure import Case, Result, environment, in_turn
from write_plain import plain_script

from axonflow_cfn import AgentConfig, TemplateConfig, build_template, render_template, to_data
from axonflow_cfn.render import to_json
from axonflow_cfn.rules import PATH

HERE = Path(__file__).parent
ROOT = HERE.parent
BIN = Path(sys.executable).parent
OURS, CFN_LINT, PYTHON = str(BIN / "axonflow-cfn"), str(BIN / "cfn-lint"), sys.executable
TEMPLATE = "templates/axonflow-marketplace.yaml"
VARIANTS = 50


def main() -> None:
    """Measure everything and write the report."""
    os.chdir(ROOT)
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as directory:
        place = Path(directory)
        plain = place / "plain.py"
        plain.write_text(plain_script(TemplateConfig()))
        (place / "large.json").write_text(to_json(large()))
        results = in_turn(short(plain)) | in_turn(linting(place)) | in_turn(cdk(place))
        results |= in_turn(many(place))
        loops = json.loads(
            subprocess.run(
                [PYTHON, HERE / "loops.py", plain],
                check=True,
                capture_output=True,
                env=environment(),
            ).stdout
        )
    (HERE / "RESULTS.md").write_text(report(results, loops, load))


def short(plain: Path) -> list[Case]:
    """Return the cases that take a fraction of a second."""
    return [
        Case("python -c pass", [PYTHON, "-c", "pass"], runs=15),
        Case("--help", [OURS, "--help"], runs=15),
        Case("--version", [OURS, "--version"], runs=15),
        Case("completion bash", [OURS, "completion", "bash"], runs=15),
        Case("build", [OURS, "build"], runs=15),
        Case("plain script", [PYTHON, str(plain)], runs=15),
    ]


def linting(place: Path) -> list[Case]:
    """Return the cases that lint one template."""
    package = [OURS, "package", "-d", str(place / "package")]
    kept = {"XDG_CACHE_HOME": str(place / "cache")}  # the warming run fills it
    append = ["--append-rules", str(PATH)]
    large_file = str(place / "large.json")
    plain_lint = [CFN_LINT, "--non-zero-exit-code", "none"]  # the copies have findings
    return [
        Case("cfn-lint", [CFN_LINT, TEMPLATE], runs=5),
        Case("cfn-lint with the pack", [CFN_LINT, *append, "--", TEMPLATE], runs=5),
        Case("lint --no-cache", [OURS, "lint", TEMPLATE, "--no-cache"], runs=5),
        Case("package --no-cache", [*package, "--no-cache"], runs=5),
        Case("lint again", [OURS, "lint", TEMPLATE], kept, runs=5),
        Case("package again", package, kept, runs=5),
        Case("cfn-lint, 500 resources", [*plain_lint, "--", large_file], runs=3),
        Case(
            "cfn-lint with the pack, 500 resources",
            [*plain_lint, *append, "--", large_file],
            runs=3,
        ),
    ]


def cdk(place: Path) -> list[Case]:
    """Return the syntheses of the nearest equivalent with CDK, and ours in turn with them."""
    tools = ROOT / ".tools/cdk"
    env = {"CDK_VALIDATION": "false", "JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION": "1"}
    python = [str(tools / "python/bin/python"), str(HERE / "cdk/python/app.py")]
    typescript = ["node", str(tools / "typescript/app.js")]
    return [
        Case("CDK, Python", python, {**env, "CDK_OUTDIR": str(place / "python")}, runs=5),
        Case("CDK, TypeScript", typescript, {**env, "CDK_OUTDIR": str(place / "ts")}, runs=5),
        Case("build beside CDK", [OURS, "build"], runs=5),
    ]


def many(place: Path) -> list[Case]:
    """Return the linting of many variants: in one call, and by one process each."""
    files = []
    for number in range(VARIANTS):
        config = TemplateConfig(agent=AgentConfig(environment={"VARIANT": str(number)}))
        files.append(place / f"variant-{number}.yaml")
        files[-1].write_text(render_template(build_template(config)))
    names = [str(file) for file in files]
    loop = 'for file in "$@"; do "$0" "$file" || exit; done'
    return [
        Case(f"lint of {VARIANTS} files", [OURS, "lint", *names, "--no-cache"], runs=1),
        Case(f"{VARIANTS} cfn-lint processes", ["sh", "-c", loop, CFN_LINT, *names], runs=1),
    ]


def large() -> dict[str, object]:
    """Return the template with its resources copied under new names until there are 500."""
    data = to_data(build_template(TemplateConfig()))
    ids = list(data["Resources"])
    copies: dict[str, object] = {}
    for number in range(500 // len(ids) + 1):
        text = json.dumps(data["Resources"])
        for name in sorted(ids, key=len, reverse=True):
            for before, after in (('"', '"'), ("${", "}"), ("${", "."), ('"', ".")):
                text = text.replace(f"{before}{name}{after}", f"{before}{name}{number}{after}")
        text = text.replace("${AWS::StackName}", f"${{AWS::StackName}}-{number}")
        copies |= json.loads(text)
    sections = {key: value for key, value in data.items() if key != "Outputs"}
    return {**sections, "Resources": dict(list(copies.items())[:500])}


GOALS = (
    ("`build` against the plain script", "build", "plain script", 1.0),
    ("`lint --no-cache` against cfn-lint", "lint --no-cache", "cfn-lint", 1.0),
    ("`package --no-cache` against cfn-lint", "package --no-cache", "cfn-lint", 1.2),
    ("`lint` again against cfn-lint", "lint again", "cfn-lint", 0.15),
    ("`package` again against cfn-lint", "package again", "cfn-lint", 0.15),
    ("the rule pack in cfn-lint", "cfn-lint with the pack", "cfn-lint", 1.1),
    (
        "the rule pack in cfn-lint, 500 resources",
        "cfn-lint with the pack, 500 resources",
        "cfn-lint, 500 resources",
        1.3,
    ),
    ("`--help` against `python -c pass`", "--help", "python -c pass", 6),
    ("`--version` against `python -c pass`", "--version", "python -c pass", 6),
    ("`completion bash` against `python -c pass`", "completion bash", "python -c pass", 6),
    ("`build` against CDK in Python", "build beside CDK", "CDK, Python", 1 / 12),
    ("`build` against CDK in TypeScript", "build beside CDK", "CDK, TypeScript", 1 / 4),
    (
        f"`lint` of {VARIANTS} variants against cfn-lint, one after another",
        f"lint of {VARIANTS} files",
        f"{VARIANTS} cfn-lint processes",
        1 / 5,
    ),
)


def report(results: dict[str, Result], loops: dict[str, Any], load: float) -> str:
    """Return RESULTS.md."""
    return "\n".join(
        [*_head(load), *_ratios(results), *_loops(loops, results), *_times(results), ""]
    )


def _head(load: float) -> Iterator[str]:
    node = subprocess.run(["node", "--version"], check=True, capture_output=True, text=True)
    names = ("axonflow-cfn", "troposphere", "awacs", "cfn-lint", "cloudformation-validate")
    versions = ", ".join(f"{name} {version(name)}" for name in names)
    yield "# Results"
    yield ""
    yield "Written by `make bench`; [README.md](README.md) says what is measured and how."
    yield ""
    yield (
        f"Machine: {platform.system()} {platform.machine()}, {os.cpu_count()} cores, load average "
        f"{load:.1f} at the start, so with other work beside it if that is above 0.5."
    )
    yield (
        f"CPython {platform.python_version()}, Node {node.stdout.strip()[1:]}, {versions}, "
        f"aws-cdk-lib {_cdk_version()}."
    )


def _cdk_version() -> str:
    package: dict[str, dict[str, str]] = json.loads(
        (HERE / "cdk/typescript/package.json").read_text()
    )
    return package["dependencies"]["aws-cdk-lib"]


def _ratios(results: dict[str, Result]) -> Iterator[str]:
    yield ""
    yield "## Ratios of medians"
    yield ""
    yield "| what | goal at most | CPU time | wall time | reached in CPU time, wall time |"
    yield "|---|---|---|---|---|"
    for what, ours, theirs, goal in GOALS:
        ratios = [
            results[ours].median(kind) / results[theirs].median(kind) for kind in ("cpu", "wall")
        ]
        reached = ", ".join("yes" if ratio <= goal else "no" for ratio in ratios)
        shown = " | ".join(f"{ratio:.3f}" for ratio in ratios)
        yield f"| {what} | {goal:.3g} | {shown} | {reached} |"


def _loops(loops: dict[str, Any], results: dict[str, Result]) -> Iterator[str]:
    medians, many_times = loops["medians"], loops["many"]
    yield ""
    yield "## In one process"
    yield ""
    yield "| what | goal at most | measured |"
    yield "|---|---|---|"
    ratio = medians["ours"] / medians["plain"]
    yield f"| build and render against the plain build and `to_yaml()` (CPU) | 0.6 | {ratio:.3f} |"
    few, more = many_times["100"], many_times["1000"]
    linear = more["seconds"] / few["seconds"] / 10
    yield f"| CPU time of one of 1,000 configurations against one of 100 | 1.1 | {linear:.3f} |"
    growth = more["memory"] / few["memory"]
    check = loops["check"] / results["cfn-lint"].median("cpu")
    yield f"| one more file in a warm cfn-lint against one more process (CPU) | | {check:.3f} |"
    yield f"| peak memory after 1,100 configurations against after 100 | 1.05 | {growth:.3f} |"


def _times(results: dict[str, Result]) -> Iterator[str]:
    yield ""
    yield "## Times"
    yield ""
    yield "| process | runs | CPU s: median (least to greatest) | wall s |"
    yield "|---|---|---|---|"
    for name, result in results.items():
        shown = []
        for kind in ("cpu", "wall"):
            least, greatest = result.spread(kind)
            shown.append(f"{result.median(kind):.3f} ({least:.3f} to {greatest:.3f})")
        yield f"| {name} | {len(result.runs)} | {' | '.join(shown)} |"


if __name__ == "__main__":
    main()
