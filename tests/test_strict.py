"""cloudformation-validate: silent on the published template, and heard on others."""

from pathlib import Path

import pytest
from deployments import REGIONS, ParameterSet, everywhere

from axonflow_cfn.strict import validate


@pytest.mark.parametrize(
    ("chosen", "partition"),
    [pytest.param(chosen, partition, id=name) for name, chosen, partition in everywhere()],
)
def test_the_template_for_every_set(chosen: ParameterSet, partition: str, committed: Path) -> None:
    file = committed / "axonflow-marketplace.yaml"
    found = validate(file, chosen.parameters(partition), REGIONS[partition])
    assert [(match.rule.id, match.message) for match in found] == []


LOGS = """\
Parameters:
  Days: {Type: String, Default: '%s'}
  Switch: {Type: String, Default: 'off'}
Conditions:
  IsOn: !Equals [!Ref Switch, 'on']
Resources:
  Logs:
    Type: AWS::Logs::LogGroup
%s    Properties:
      LogGroupName: logs
      RetentionInDays: %s
"""
ALWAYS = "!Ref Days"
WHEN_ON = "!If [IsOn, !Ref Days, !Ref AWS::NoValue]"
NEVER = "!If [IsOn, !If [IsOn, 30, 60], 90]"
BUT_USED = "    Metadata: {Used: !If [IsOn, a, !Ref Days]}\n"
SUPPRESSED = BUT_USED[:-2] + ", cfn-lint: {config: {ignore_checks: [CFV-W3030]}}}\n"


@pytest.fixture
def template(tmp_path: Path) -> Path:
    return tmp_path / "template.yaml"


@pytest.mark.parametrize(
    ("template_parts", "parameters", "ids"),
    [
        (("30", BUT_USED, ALWAYS), {}, []),
        (("31", BUT_USED, ALWAYS), {}, ["CFV-W1030"]),
        (("30", SUPPRESSED, ALWAYS), {"Days": "31"}, []),
        (("31", BUT_USED, ALWAYS), {"Days": "30"}, []),
        (("30", BUT_USED, ALWAYS), {"Days": "31"}, ["CFV-W3030"]),
        # The default is wrong, and off is the switch that would let it arrive.
        (("31", "", WHEN_ON), {}, []),
        (("31", "", WHEN_ON), {"Switch": "on"}, ["CFV-W1030"]),
        # A branch never taken is a fault of the text; with given values every untaken one is.
        (("30", BUT_USED, NEVER), {}, ["CFV-W1028"]),
        (("30", BUT_USED, NEVER), {"Switch": "on"}, []),
    ],
)
def test_values_decide(
    template_parts: tuple[str, str, str],
    parameters: dict[str, str],
    ids: list[str],
    template: Path,
) -> None:
    template.write_text(LOGS % template_parts)
    assert sorted({match.rule.id for match in validate(template, parameters)}) == ids


def test_a_finding_says_where_and_how_bad(template: Path) -> None:
    template.write_text(LOGS % ("30", BUT_USED, ALWAYS))
    (match,) = validate(template, {"Days": "31"})
    assert (match.filename, match.linenumber, match.rule.id) == (str(template), 12, "CFV-W3030")
    assert match.rule.severity == "warning"
    assert match.message.startswith("'31' is not one of [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, ")


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Resources: {A: {Type: AWS::S3::Nothing}}", ["CFV-F3006"]),
        ("[]", ["CFV-F1101"]),
        ("5", ["CFV-F1101"]),
        ("", ["CFV-F1101"]),
        ("Resources: 5", ["CFV-F0001"]),
        ("Resources: {A: 5}", ["CFV-E3001"]),
        ("a: [", []),
    ],
)
def test_what_is_hardly_a_template(text: str, ids: list[str], template: Path) -> None:
    template.write_text(text)
    assert sorted({match.rule.id for match in validate(template)}) == ids


def test_conditions_that_refer_to_themselves(template: Path) -> None:
    template.write_text(
        "{Conditions: {A: {Condition: A}}, Resources: {B: {Type: AWS::S3::Bucket}}}"
    )
    assert all(match.rule.id.startswith("CFV-") for match in validate(template))
