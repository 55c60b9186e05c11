import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Mode: {Type: String, Default: provisioned, AllowedValues: [provisioned, bursting]}
"""
RESOURCES = """  Files: {Type: AWS::EFS::FileSystem, Properties: {BODY}}
"""
PATH = "Resources/Files/Properties"
NEEDED = "provisioned throughput needs ProvisionedThroughputInMibps"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("ThroughputMode: !Ref Mode", [(f"{PATH}/ThroughputMode", NEEDED)]),
        (
            "ThroughputMode: !If [IsUsed, provisioned, elastic]",
            [(f"{PATH}/ThroughputMode/Fn::If/1", NEEDED)],
        ),
        (
            "ProvisionedThroughputInMibps: 9",
            [
                (
                    f"{PATH}/ProvisionedThroughputInMibps",
                    "ProvisionedThroughputInMibps goes with ThroughputMode provisioned only",
                )
            ],
        ),
        (
            "ThroughputMode: elastic, PerformanceMode: maxIO",
            [(f"{PATH}/PerformanceMode", "maxIO does not go with elastic throughput; remove it")],
        ),
        (
            "KmsKeyId: !Ref Any, Encrypted: !If [IsUsed, true, false]",
            [(f"{PATH}/KmsKeyId", "KmsKeyId needs Encrypted: true")],
        ),
        ("KmsKeyId: !Ref Any, Encrypted: true", []),
        ("KmsKeyId: !Ref Any, Encrypted: !Ref Any", []),
        ("ThroughputMode: provisioned, ProvisionedThroughputInMibps: 9", []),
        ("ThroughputMode: !Ref Any, ProvisionedThroughputInMibps: 9", []),
        ("ThroughputMode: bursting, PerformanceMode: maxIO", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9906") == expected
