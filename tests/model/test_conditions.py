import pytest
from building import model

from axonflow_cfn.model import When

TEMPLATE = """
Parameters:
  Env: {Type: String, AllowedValues: [dev, prod, stage]}
  Free: {Type: String}
  Many: {Type: CommaDelimitedList, Default: ''}
  CertificateArn: {Type: String, Default: ''}
  ZoneId: {Type: String, Default: ''}
Conditions:
  Dev: !Equals [!Ref Env, dev]
  Prod: !Equals [prod, !Ref Env]
  Stage: !Equals [!Ref Env, stage]
  NotDev: !Not [!Condition Dev]
  Either: !Or [!Condition Dev, !Condition Prod]
  Both: !And [!Condition NotDev, !Condition Either]
  Always: !Equals [a, a]
  FreeX: !Equals [!Ref Free, x]
  FreeY: !Equals [!Ref Free, y]
  Odd: !Equals [!Select [0, !Split [',', !Ref Free]], a]
  SameOdd: !Equals [!Select [0, !Split [',', !Ref Free]], a]
  HasCertificate: !Not [!Equals [!Ref CertificateArn, '']]
  HasZone: !Not [!Equals [!Ref ZoneId, '']]
  Loop: !Not [!Condition Loop]
  NoneJoined: !Equals [!Join ['', !Ref Many], '']
  NoneSelected: !Equals ['', !Select [0, !Ref Many]]
  OneJoined: !Equals [!Join [',', !Ref Many], 'a,b']
  OneGlued: !Equals [!Join ['', !Ref Many], ab]
Rules:
  OneSource:
    Assertions:
      - Assert: !Or
          - !Not [!Equals [!Ref CertificateArn, '']]
          - !Not [!Equals [!Ref ZoneId, '']]
  Stages:
    RuleCondition: !Equals [!Ref Free, x]
    Assertions:
      - Assert: !Contains [[dev, prod], !Ref Env]
Resources: {}
"""


def when(text: str) -> When:
    """'Dev !Prod Env=dev' as assumptions."""
    result = When()
    for word in text.split():
        name, equals, value = word.partition("=")
        holds = not name.startswith("!")
        result = (
            result.parameter(name, value)
            if equals
            else result.condition(name.lstrip("!"), holds=holds)
        )
    return result


@pytest.mark.parametrize(
    ("assumed", "possible"),
    [
        ("", True),
        ("Dev", True),
        ("Dev !Dev", False),
        ("Dev Prod", False),
        ("Dev NotDev", False),
        ("!Dev !Prod", True),
        ("!Dev !Prod !Stage", False),
        ("Both Prod", True),
        ("Both !Prod", False),
        ("Either Stage", False),
        ("!Always", False),
        ("FreeX FreeY", False),
        ("!FreeX !FreeY", True),
        ("Odd !SameOdd", False),
        ("Loop", True),
        # A list that is asked through a function whether it is empty, or a certain one.
        ("!NoneJoined Many=", False),
        ("NoneJoined !NoneSelected", False),
        ("NoneJoined OneJoined", False),
        ("!OneJoined Many=a,b", False),
        ("!NoneJoined !OneJoined", True),
        ("!OneGlued Many=a,b", True),
        ("Undeclared !Dev", True),
        ("Env=dev", True),
        ("Env=dev Env=prod", False),
        ("Env=dev Prod", False),
        ("Env=dev !Prod", True),
        ("!HasCertificate HasZone", True),
        # Rules: one of the two sources, and with Free = x no stage.
        ("!HasCertificate !HasZone", False),
        ("CertificateArn= ZoneId=", False),
        ("FreeX Stage", False),
        ("FreeY Stage", True),
    ],
)
def test_what_can_hold_together(assumed: str, possible: bool) -> None:  # noqa: FBT001 - a table's column
    assert model(TEMPLATE).conditions.possible(when(assumed)) is possible


@pytest.mark.parametrize(
    ("assumed", "then", "implied"),
    [
        ("Dev", "!Prod", True),
        ("Dev", "Either", True),
        ("Either", "Dev", False),
        ("Env=prod", "Prod", True),
        ("Dev", "", True),
        ("", "Env=dev", False),
        ("Env=dev", "Env=dev", True),
    ],
)
def test_what_follows(assumed: str, then: str, implied: bool) -> None:  # noqa: FBT001 - a table's column
    assert model(TEMPLATE).conditions.implies(when(assumed), when(then)) is implied


MAPPED = """
Parameters:
  Engine: {Type: String, Default: my-8, AllowedValues: [my-8, pg-16]}
Mappings:
  Engines: {my-8: {Family: mysql8.0}, pg-16: {Family: postgres16}}
Conditions:
  IsMySql: !Equals [!FindInMap [Engines, !Ref Engine, Family], mysql8.0]
Resources:
  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties:
      Family: !FindInMap [Engines, !Ref Engine, Family]
      Description: !If [IsMySql, of MySQL, of PostgreSQL]
"""


def test_a_condition_that_looks_a_parameter_up_in_a_mapping() -> None:
    group = model(MAPPED).resources["Group"]
    found = {(f.text, d.text) for f, d in group.cases("Family", "Description")}
    assert found == {("mysql8.0", "of MySQL"), ("postgres16", "of PostgreSQL")}


@pytest.mark.parametrize(
    ("assumed", "name", "value", "forced"),
    [
        ("!HasZone", "ZoneId", "", True),
        ("HasZone", "ZoneId", "", False),
        ("", "ZoneId", "", False),
        ("Prod", "Env", "prod", True),
        ("NotDev", "Env", "prod", False),
        ("FreeX", "Free", "x", True),
        ("FreeX", "Free", "y", False),
        ("Odd", "Free", "x", False),
    ],
)
def test_the_only_value(assumed: str, name: str, value: str, *, forced: bool) -> None:
    assert model(TEMPLATE).conditions.forces(when(assumed), name, value) is forced
