import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Version: {Type: String, Default: '16', AllowedValues: ['15', '16', '17']}
  Minor: {Type: String, Default: '16.8', AllowedValues: ['16.8', '16.9']}
  Stage: {Type: String, Default: dev, AllowedValues: [dev, prod]}
Mappings:
  Engines: {'15': {V: '15.12'}, '16': {V: '16.8'}, '17': {V: '17.4'}}
  Stages: {dev: {V: '17'}, prod: {V: '16'}}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {Engine: postgres, BODY}
"""
AT = "Resources/Db/Properties/EngineVersion"
MESSAGE = (
    "parameter Version offers postgres15, postgres16, postgres17; an update to another major "
    "fails without AllowMajorVersionUpgrade: true"
)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("EngineVersion: !Ref Version", ""),
        ("EngineVersion: !FindInMap [Engines, !Ref Version, V]", ""),
        ("EngineVersion: !If [IsUsed, !Ref Version, '16']", "/Fn::If/1"),
        (
            (
                "EngineVersion: !Ref Version, "
                "AllowMajorVersionUpgrade: !If [IsUsed, true, !Ref AWS::NoValue]"
            ),
            "",
        ),
    ],
)
def test_refused(body: str, place: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9328") == [(AT + place, MESSAGE)]


@pytest.mark.parametrize(
    "body",
    [
        "EngineVersion: !Ref Version, AllowMajorVersionUpgrade: true",
        "EngineVersion: !Ref Version, AllowMajorVersionUpgrade: false",
        "EngineVersion: !Ref Version, AllowMajorVersionUpgrade: !Ref Any",
        "EngineVersion: !Ref Version, DBClusterIdentifier: x",
        "EngineVersion: !Ref Minor",
        "EngineVersion: !Ref Any",
        "EngineVersion: !FindInMap [Stages, !Ref Stage, V]",
        "EngineVersion: !If [IsUsed, '15', '16']",
        "EngineVersion: '16'",
    ],
)
def test_allowed_meant_or_not_known(body: str) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9328") == []
