"""What each command does; each function takes the parsed options and returns the exit status."""

import argparse
import json
import shutil
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from axonflow_cfn.cost.estimate import Estimate
    from axonflow_cfn.verdicts import VerdictCache

GOOD, FINDINGS = 0, 1


def build(options: argparse.Namespace) -> int:
    """Render the template to a file or standard output."""
    from axonflow_cfn.builder import build_template
    from axonflow_cfn.config import load_config
    from axonflow_cfn.files import write_whole
    from axonflow_cfn.render import render_template

    text = render_template(build_template(load_config(options.config)), options.format)
    if options.output is None:
        sys.stdout.buffer.write(text.encode())  # the same bytes in every locale
    else:
        write_whole({options.output: text.encode()})
    return GOOD


def lint(options: argparse.Namespace) -> int:
    """Print the findings in the files."""
    from axonflow_cfn.verify import verify_files

    verdict = verify_files(
        options.files, options.format, strict=options.strict, cache=_cache(options)
    )
    if verdict.report:
        print(verdict.report)
    return GOOD if verdict.clean else FINDINGS


def package(options: argparse.Namespace) -> int:
    """Build, verify, and write the artifact if nothing is wrong with it."""
    from axonflow_cfn.config import load_config
    from axonflow_cfn.package import YAML_NAME, build_package, write_package
    from axonflow_cfn.verify import verify_text

    release = build_package(load_config(options.config))
    if sys.stderr.isatty():
        print("verifying the template; this takes a few seconds", file=sys.stderr)
    verdict = verify_text(YAML_NAME, release.files[YAML_NAME], cache=_cache(options))
    if not verdict.clean:
        print(verdict.report, file=sys.stderr)
        print("axonflow-cfn: the template has findings; nothing was written", file=sys.stderr)
        return FINDINGS
    write_package(release, options.directory)
    for name, content in release.files.items():
        print(f"{options.directory / name}  {len(content):,} bytes")
    return GOOD


def _cache(options: argparse.Namespace) -> "VerdictCache | None":
    from axonflow_cfn.verdicts import VerdictCache

    return VerdictCache() if options.cache else None


def diff(options: argparse.Namespace) -> int:
    """Say what the change from one template to another does to a running stack."""
    from axonflow_cfn.diff import report
    from axonflow_cfn.diff.changes import Severity
    from axonflow_cfn.diff.classify import changes
    from axonflow_cfn.diff.source import built_template, read_template

    old = read_template(options.old)
    new = read_template(options.new) if options.new else built_template(options.config)
    found = changes(old, new)
    form = {
        "human": report.as_text,
        "json": report.as_json,
        "markdown": report.as_markdown,
    }[options.format]
    print(form(found))
    least = Severity[options.fail_on.upper().replace("-", "_")]
    return FINDINGS if any(change.severity >= least for change in found) else GOOD


def cost(options: argparse.Namespace) -> int:
    """Estimate what a deployment costs a month, or fetch a region's prices."""
    from axonflow_cfn.builder import build_template
    from axonflow_cfn.config import load_config
    from axonflow_cfn.cost import report
    from axonflow_cfn.cost.estimate import compare, estimate
    from axonflow_cfn.cost.given import check_region, read_parameters
    from axonflow_cfn.cost.prices import PRICES, load_prices
    from axonflow_cfn.render import to_data

    check_region(options.region)
    template = to_data(build_template(load_config(options.config)))
    if options.action == "refresh":
        return _refresh(template, options.region, options.prices or PRICES)
    parameters = read_parameters(template, options.params, options.set)
    book = load_prices(options.prices or PRICES)
    as_json = options.format == "json"
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else report.WIDTH
    if options.compare or options.plot:
        compared = compare(template, book, parameters=parameters, region=options.region)
        if options.plot:
            _plot(compared, options.plot)
        table, data = report.comparison_table, report.comparison_json
        print(data(compared) if as_json else table(compared, width))
    else:
        one = estimate(template, book, parameters=parameters, region=options.region)
        print(report.as_json(one) if as_json else report.as_table(one, width))
    return GOOD


def _plot(compared: "Sequence[Estimate]", file: Path) -> None:
    from axonflow_cfn.cost.plot import comparison_svg
    from axonflow_cfn.files import write_whole

    write_whole({file: comparison_svg(compared).encode()})


def _refresh(template: "Mapping[str, Any]", region: str, file: Path) -> int:
    from axonflow_cfn.cost.prices import PRICES, load_prices, to_json
    from axonflow_cfn.cost.refresh import fetch
    from axonflow_cfn.files import write_whole

    if sys.stderr.isatty():
        print("fetching prices; this takes a few seconds", file=sys.stderr)
    classes = template["Parameters"].get("DBInstanceClass", {}).get("AllowedValues", [])
    book = load_prices(file if file.exists() else PRICES)
    new, missing = fetch(book, region, classes)
    write_whole({file: to_json(new).encode()})
    print(f"{file}: {len(new.regions[region])} prices for {region}")
    if missing:
        print(f"not on the price list of {region}: {', '.join(missing)}")
    return GOOD


def diagram(options: argparse.Namespace) -> int:
    """Draw the architecture of a template."""
    with _extra("docs"):
        from axonflow_cfn.diagram.picture import diagram_files
    from axonflow_cfn.diff.source import built_template, read_template

    named = options.template
    template = read_template(named) if named else built_template(options.config)
    return _write(diagram_files(template), options.directory)


def docs(options: argparse.Namespace) -> int:
    """Write the customer's guide."""
    with _extra("docs"):
        from axonflow_cfn.docs.guide import guide_files
    from axonflow_cfn.config import load_config

    return _write(guide_files(load_config(options.config)), options.directory)


@contextmanager
def _extra(name: str) -> "Iterator[None]":
    """Say which optional extra brings a package that cannot be imported."""
    from axonflow_cfn.errors import MissingExtraError

    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtraError(name, error.name) from None


def _write(files: "Mapping[str, bytes]", directory: Path) -> int:
    """Write files into a directory, all or none, and list them."""
    from axonflow_cfn.files import write_whole

    write_whole({directory / name: content for name, content in files.items()})
    for name, content in files.items():
        print(f"{directory / name}  {len(content):,} bytes")
    return GOOD


def rules(options: argparse.Namespace) -> int:
    """List the rules of the pack, explain one, or say where the pack is."""
    from axonflow_cfn import rule_pages
    from axonflow_cfn.rules import PATH, load

    if options.id == "path":
        print(PATH)
        return GOOD
    pack = load()
    chosen = [rule_pages.find(pack, options.id)] if options.id else pack
    if options.format == "text":
        print(rule_pages.explained(chosen[0]) if options.id else rule_pages.listing(pack))
    else:
        form = {"json": rule_pages.as_json, "markdown": rule_pages.page}[options.format]
        print(form(chosen))
    return GOOD


def schema(options: argparse.Namespace) -> int:  # noqa: ARG001 every command takes the options
    """Print the JSON Schema of axonflow.toml."""
    from axonflow_cfn.config import config_schema

    print(json.dumps(config_schema(), indent=2))
    return GOOD


def completion(options: argparse.Namespace) -> int:
    """Print a completion script for a shell."""
    import shtab

    from axonflow_cfn.cli import parser

    print(shtab.complete(parser(), options.shell))
    return GOOD
