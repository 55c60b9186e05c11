"""Parameter values from the command line and from files."""

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from axonflow_cfn.acceptance import wrong_values
from axonflow_cfn.errors import FileError, ParameterError


def read_parameters(
    template: Mapping[str, Any], file: Path | None, assignments: Sequence[str]
) -> dict[str, str]:
    """Return the given values by name.

    Args:
        template: whose parameters they are; plain data.
        file: parameters in one of three forms: the AWS CLI's list of
            ``ParameterKey`` and ``ParameterValue``, a JSON object or a TOML table of names and
            values, or ``{"Parameters": {...}}``. None means no file.
        assignments: ``NAME=VALUE``; they win over the file.

    Raises:
        FileError: the file cannot be read.
        ParameterError: an assignment or file in another form, or a value that CloudFormation
            would refuse; a line each.
    """
    values = {} if file is None else _from_file(file)
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals:
            raise ParameterError(
                f'--set: got "{assignment}"; give NAME=VALUE such as AgentDesiredCount=8'
            )
        values[name] = value
    if sentences := wrong_values(template, values):
        raise ParameterError("\n".join(sentences))
    return values


def check_region(region: str) -> None:
    """Check that a text names a region, whether there are prices for it or not.

    Raises:
        ParameterError: it does not.
    """
    if not re.fullmatch(r"[a-z]{2,4}(-[a-z]+)+-[0-9]", region):
        raise ParameterError(f'--region: got "{region}"; give a region such as eu-central-1')


def _from_file(file: Path) -> dict[str, str]:
    try:
        text = file.read_text(encoding="utf-8")
        data = tomllib.loads(text) if file.suffix == ".toml" else json.loads(text)
    except OSError as error:
        raise FileError(f"{file}: cannot read the parameters: {error.strerror}") from None
    except ValueError as error:
        kind = "TOML" if file.suffix == ".toml" else "JSON"
        raise ParameterError(f"{file}: is not a {kind} file: {error}") from None
    match data:
        case {"Parameters": dict(values)}:
            pairs = list(values.items())
        case dict():
            pairs = list(data.items())
        case [*items]:
            pairs = [_pair(file, item) for item in items]
        case _:
            raise _unlike(file)
    return {str(name): _text(file, name, value) for name, value in pairs}


def _pair(file: Path, item: object) -> tuple[object, object]:
    match item:
        case {"ParameterKey": str(name), "ParameterValue": value}:
            return name, value
    raise _unlike(file)


def _text(file: Path, name: object, value: object) -> str:
    match value:
        case bool():
            return str(value).lower()
        case str() | int():
            return str(value)
    raise ParameterError(
        f"{file}: {name}: got {json.dumps(value, default=str)}; allowed: text, a whole number, "
        "true or false"
    )


def _unlike(file: Path) -> ParameterError:
    return ParameterError(
        f"{file}: holds no parameters; give a table of names and values, or the AWS CLI's list of "
        "ParameterKey and ParameterValue"
    )
