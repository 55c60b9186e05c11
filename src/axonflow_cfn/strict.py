"""AWS's own cloudformation-validate, its findings in cfn-lint's shape with ``CFV-`` ids."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from cfnlint.decode import decode
from cfnlint.match import Match
from cfnlint.rules._rule import CloudFormationLintRule, RuleMatch
from cloudformation_validate import (
    PseudoParameterOverrides,
    RegoEngine,
    Severity,
    TemplateContent,
    ValidateConfig,
)
from cloudformation_validate.diagnostics import Diagnostic

from axonflow_cfn.resolve import Deployment, resolve_conditions

_SEVERITIES = {"WARN": "warning", "ERROR": "error", "FATAL": "error"}

_DEFAULT_RULES = frozenset({"W1030", "W1031"})
"""Rules about what a parameter's *default* resolves to."""

_TEXT_RULES = frozenset({"W1028", "W9002"})
"""Rules about the template's *text*: an ``Fn::If`` branch never taken, an ARN written out.

Given values stand in the text for the validator, so that with them each switched-off branch is
one never taken, and each given ARN one written out.
"""


@cache
def _engine() -> RegoEngine:
    return RegoEngine()


class _ValidatorRule(CloudFormationLintRule):
    """One rule of cloudformation-validate, as cfn-lint's formatters need it."""

    def __init__(self, found: Diagnostic) -> None:
        super().__init__()
        self.tags = ["cloudformation-validate"]
        self.id = f"CFV-{found.rule_id}"
        self.shortdesc = found.category or found.rule_id
        self.description = found.rule_description or found.message
        self.source_url = found.documentation_url or ""
        self._level = _SEVERITIES.get(found.severity.name, "error")

    @property
    def severity(self) -> str:
        """cfn-lint's name of the severity."""
        return self._level


def validate(
    file: Path, parameters: Mapping[str, str] | None = None, region: str | None = None
) -> Iterator[Match]:
    """Yield what cloudformation-validate finds at WARN and above.

    Left out is what a resource's Metadata suppresses (cfn-lint's ``ignore_checks``, with the id as
    reported here); a finding about a parameter's default in a branch that this very default
    switches off, as the validator does not evaluate conditions; and, with ``parameters``, what it
    says about the template's text, which is then not the template's.

    Args:
        file: a readable template.
        parameters: values that replace the defaults.
        region: where it is deployed; None means anywhere.
    """
    template, unreadable = decode(str(file))
    if unreadable or template is None:
        return  # cfn-lint reports what is no template at all
    report = _engine().validate_template(
        TemplateContent(file.read_bytes(), str(file)),
        ValidateConfig(
            severity_level=Severity.WARN,
            parameter_overrides=dict(parameters or {}),
            pseudo_parameter_overrides=PseudoParameterOverrides(region=region),
        ),
    )
    conditions = _conditions(template, parameters or {})
    for found in report.diagnostics:
        resource = found.entity.logical_id if found.entity else ""
        rule = _ValidatorRule(found)
        if rule.id in _ignored(template, resource) or _impossible(found, conditions):
            continue
        if parameters and found.rule_id in _TEXT_RULES:
            continue
        path: list[str | int] = ["Resources", resource, *(found.property_path or "").split(".")]
        yield Match.create(
            message=found.message,
            filename=str(file),
            rule=rule,
            linenumber=found.start_line,
            columnnumber=found.start_column,
            linenumberend=found.end_line,
            columnnumberend=found.end_column,
            rulematch_obj=RuleMatch(path, found.message),
        )


def _conditions(template: Mapping[str, Any], parameters: Mapping[str, str]) -> dict[str, bool]:
    """Return each condition's value for these parameters and the defaults; none if unknown."""
    try:
        return resolve_conditions(template, Deployment(parameters=parameters))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError):
        return {}


def _ignored(template: Mapping[str, Any], resource: str) -> Sequence[str]:
    try:
        metadata = template["Resources"][resource]["Metadata"]
        checks: Sequence[str] = metadata["cfn-lint"]["config"]["ignore_checks"]
    except (KeyError, TypeError):  # TypeError: no template at all, which is a finding of its own
        return ()
    return checks


def _impossible(found: Diagnostic, conditions: Mapping[str, bool]) -> bool:
    scenario = found.condition_scenario or {}
    return found.rule_id in _DEFAULT_RULES and any(
        conditions.get(name, value) != value for name, value in scenario.items()
    )
