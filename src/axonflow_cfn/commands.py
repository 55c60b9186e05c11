"""What each command does; each function takes the parsed options and returns the exit status."""

import argparse
import json
import sys

from axonflow_cfn.builder import build_template
from axonflow_cfn.config import TemplateConfig, load_config
from axonflow_cfn.files import write_whole
from axonflow_cfn.render import render_template

GOOD, FINDINGS = 0, 1


def build(options: argparse.Namespace) -> int:
    """Render the template to a file or standard output."""
    text = render_template(build_template(load_config(options.config)), options.format)
    if options.output is None:
        sys.stdout.write(text)
    else:
        write_whole({options.output: text.encode()})
    return GOOD


def lint(options: argparse.Namespace) -> int:
    """Print the findings in the files."""
    from axonflow_cfn.lint import Linter  # noqa: PLC0415 cfn-lint takes half a second to import

    linter = Linter(options.format)
    found = linter.lint(options.files, strict=options.strict)
    if report := linter.report(found):
        print(report)  # noqa: T201 the command's output
    return FINDINGS if found else GOOD


def package(options: argparse.Namespace) -> int:
    """Build, verify, and write the artifact if nothing is wrong with it."""
    from axonflow_cfn.lint import Linter  # noqa: PLC0415 as above
    from axonflow_cfn.package import build_package, verify_package, write_package  # noqa: PLC0415

    release = build_package(load_config(options.config))
    linter = Linter()
    if found := verify_package(release, linter):
        print(linter.report(found), file=sys.stderr)  # noqa: T201
        print(f"axonflow-cfn: {len(found)} findings; nothing was written", file=sys.stderr)  # noqa: T201
        return FINDINGS
    write_package(release, options.directory)
    for name, content in release.files.items():
        print(f"{options.directory / name}  {len(content):,} bytes")  # noqa: T201
    return GOOD


def rules(options: argparse.Namespace) -> int:
    """List the rules of the pack, explain one, or say where the pack is."""
    from axonflow_cfn import rule_pages  # noqa: PLC0415 needed by this command alone
    from axonflow_cfn.rules import PATH, load  # noqa: PLC0415 as above

    if options.id == "path":
        print(PATH)  # noqa: T201
        return GOOD
    pack = load()
    chosen = [rule_pages.find(pack, options.id)] if options.id else pack
    if options.format == "text":
        print(rule_pages.explained(chosen[0]) if options.id else rule_pages.listing(pack))  # noqa: T201
    else:
        form = {"json": rule_pages.as_json, "markdown": rule_pages.page}[options.format]
        print(form(chosen))  # noqa: T201
    return GOOD


def schema(options: argparse.Namespace) -> int:  # noqa: ARG001 every command takes the options
    """Print the JSON Schema of axonflow.toml."""
    print(json.dumps(TemplateConfig.model_json_schema(), indent=2))  # noqa: T201
    return GOOD


def completion(options: argparse.Namespace) -> int:
    """Print a completion script for a shell."""
    import shtab  # noqa: PLC0415 needed by this command alone

    from axonflow_cfn.cli import parser  # noqa: PLC0415 as above

    print(shtab.complete(parser(), options.shell))  # noqa: T201
    return GOOD
