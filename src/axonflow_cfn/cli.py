"""The axonflow-cfn command: reads arguments, calls the library, prints, exits 0, 1 or 2."""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from axonflow_cfn._version import __version__
from axonflow_cfn.errors import AxonflowCfnError, FileError

FAILURE = 2
SEVERITIES = (
    "stateful-replacement",
    "update-fails",
    "replacement",
    "interruption",
    "security",
    "contract",
    "no-interruption",
)
"""Of changes, the most harmful first; a test holds them against ``diff.changes.Severity``."""


def parser() -> argparse.ArgumentParser:
    """Return the command's argument parser."""
    top = argparse.ArgumentParser(
        prog="axonflow-cfn",
        description="Generates and verifies the CloudFormation template that deploys AxonFlow.",
        epilog="Exit status: 0 good, 1 findings or differences, 2 wrong use or failure.",
    )
    top.add_argument("--version", action="version", version=f"axonflow-cfn {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="render the template, without linting it")
    _add_config(build)
    build.add_argument("-o", "--output", type=Path, metavar="FILE", help="default: standard output")
    build.add_argument("--format", choices=("yaml", "json"), default="yaml")

    lint = commands.add_parser("lint", help="check templates with cfn-lint and the rule pack")
    lint.add_argument("files", nargs="+", type=Path, metavar="FILE")
    lint.add_argument("--format", choices=("pretty", "json", "sarif", "junit"), default="pretty")
    lint.add_argument(
        "--strict", action="store_true", help="add cloudformation-validate at WARN and above"
    )

    _add_cache(lint)

    package = commands.add_parser(
        "package", help="build, verify and write the YAML, JSON and SHA256SUMS"
    )
    _add_config(package)
    package.add_argument(
        "-d", "--directory", type=Path, default=Path("templates"), help="default: templates"
    )

    _add_cache(package)

    diff = commands.add_parser("diff", help="say what a change does to a running stack")
    diff.add_argument("old", nargs="?", default="HEAD", metavar="OLD", help="default: HEAD")
    diff.add_argument("new", nargs="?", metavar="NEW", help="default: what is built now")
    _add_config(diff)
    diff.add_argument("--format", choices=("human", "json", "markdown"), default="human")
    diff.add_argument(
        "--fail-on",
        choices=SEVERITIES,
        default=SEVERITIES[-1],
        help="exit 1 only for changes at least this harmful",
    )

    _add_cost(commands.add_parser("cost", help="estimate what a deployment costs a month"))

    diagram = commands.add_parser("diagram", help="draw the architecture: SVG, PNG and Mermaid")
    diagram.add_argument(
        "template",
        nargs="?",
        metavar="TEMPLATE",
        help="a file or git revision; default: what is built now",
    )
    _add_config(diagram)
    diagram.add_argument("-d", "--directory", type=Path, default=Path("docs"), help="default: docs")

    docs = commands.add_parser(
        "docs", help="write the customer's guide: Markdown and one HTML page"
    )
    _add_config(docs)
    docs.add_argument(
        "-d", "--directory", type=Path, default=Path("docs/guide"), help="default: docs/guide"
    )

    rules = commands.add_parser("rules", help="list or explain the rules of the pack")
    rules.add_argument("id", nargs="?", metavar="ID|path", help="a rule, or: where the pack is")
    rules.add_argument("--format", choices=("text", "json", "markdown"), default="text")

    commands.add_parser("schema", help="print the JSON Schema of axonflow.toml")

    completion = commands.add_parser("completion", help="print a shell's completion script")
    completion.add_argument("shell", choices=("bash", "zsh", "tcsh"))
    return top


def _add_cost(cost: argparse.ArgumentParser) -> None:
    cost.add_argument(
        "--set", action="append", default=[], metavar="NAME=VALUE", help="a template parameter"
    )
    cost.add_argument("--params", type=Path, metavar="FILE", help="template parameters")
    cost.add_argument("--region", default="us-east-1", help="default: us-east-1")
    cost.add_argument("--prices", type=Path, metavar="FILE", help="default: the package's own")
    cost.add_argument(
        "--compare", action="store_true", help="every priced region, on x86, Arm and Spot"
    )
    cost.add_argument("--plot", type=Path, metavar="FILE", help="write the comparison as SVG")
    cost.add_argument("--format", choices=("table", "json"), default="table")
    _add_config(cost)
    actions = cost.add_subparsers(dest="action", metavar="refresh")
    refresh = actions.add_parser("refresh", help="fetch a region's prices from AWS")
    # What stands before "refresh" would be lost under defaults of its own.
    refresh.add_argument("--region", default=argparse.SUPPRESS, help="default: us-east-1")
    refresh.add_argument(
        "--prices", type=Path, metavar="FILE", default=argparse.SUPPRESS, help="read and written"
    )


def _add_config(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--config", type=Path, metavar="FILE", help="default: axonflow.toml if there is one"
    )


def _add_cache(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--no-cache",
        dest="cache",
        action="store_false",
        help="verify all of it anew",
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command.

    Args:
        arguments: without the program's name; None means those of the process.

    Returns:
        The exit status.
    """
    options = parser().parse_args(arguments)
    # A process that lives for seconds frees its memory at exit; collecting costs it a fifth.
    gc.disable()
    try:
        if sys.stdout is None:  # nothing could be said, and a file opened next would take its place
            raise FileError("standard output is closed; send it to a file or to /dev/null")
        # Imported here: --help and --version need none of it.
        from axonflow_cfn import commands

        status = int(getattr(commands, options.command)(options))
        sys.stdout.flush()  # here, where a failure has a name; at exit it would have none
    except AxonflowCfnError as error:
        message = str(error)
    except KeyboardInterrupt:
        message = "interrupted; nothing was written"
    except OSError as error:  # files have errors of their own, so this is standard output
        sys.stdout = None  # or what is left in it would be flushed again at exit
        if isinstance(error, BrokenPipeError):
            return FAILURE  # the reader (head, less) has seen enough
        message = f"standard output: cannot write: {error.strerror}"
    else:
        gc.freeze()  # or the interpreter would still collect it all once, at exit
        return status
    print(f"axonflow-cfn: {message}", file=sys.stderr)
    return FAILURE


def run() -> NoReturn:
    """Run the command as a process."""
    status = main()
    if status == FAILURE:
        # A Ctrl-C that fell into exec() of a string makes CPython die of SIGINT at its end, handled
        # or not; a failed command has nothing left to flush but what it said.
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)
