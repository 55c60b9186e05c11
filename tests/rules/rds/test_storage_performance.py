import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Kind: {Type: String, Default: gp2}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Engine: postgres, StorageType: io1, AllocatedStorage: 100",
            [("Resources/Db/Properties/StorageType", "StorageType io1 needs Iops; state it")],
        ),
        (
            "Engine: postgres, StorageType: io2, AllocatedStorage: 100, Iops: 500",
            [
                (
                    "Resources/Db/Properties/Iops",
                    "Iops 500 is outside 1000 to 100000, which io2 storage of 100 GiB takes",
                )
            ],
        ),
        # above 50 a GiB
        (
            "Engine: postgres, StorageType: io1, AllocatedStorage: 100, Iops: 6000",
            [
                (
                    "Resources/Db/Properties/Iops",
                    "Iops 6000 is outside 1000 to 5000, which io1 storage of 100 GiB takes",
                )
            ],
        ),
        (
            "Engine: mysql, StorageType: gp2, AllocatedStorage: 100, Iops: 3000",
            [
                (
                    "Resources/Db/Properties/Iops",
                    "StorageType gp2 takes no Iops; remove it or use gp3",
                )
            ],
        ),
        (
            (
                "Engine: mysql, StorageType: !Ref Kind, AllocatedStorage: 100, "
                "StorageThroughput: 125"
            ),
            [
                (
                    "Resources/Db/Properties/StorageThroughput",
                    "StorageThroughput is for gp3 alone, not for gp2 (parameter Kind); remove it",
                )
            ],
        ),
        (
            (
                "Engine: mysql, StorageType: gp3, AllocatedStorage: 400, Iops: 3000, "
                "StorageThroughput: 125"
            ),
            [
                (
                    "Resources/Db/Properties/Iops",
                    "Iops 3000 is outside 12000 to 64000, which gp3 storage of 400 GiB takes",
                ),
                (
                    "Resources/Db/Properties/StorageThroughput",
                    "StorageThroughput 125 is outside 500 to 4000 MiB/s",
                ),
            ],
        ),
        (
            (
                "Engine: postgres, StorageType: io1, AllocatedStorage: 100, Iops: !If "
                "[IsUsed, 3000, !Ref AWS::NoValue]"
            ),
            [("Resources/Db/Properties/StorageType", "StorageType io1 needs Iops; state it")],
        ),
        ("Engine: postgres, StorageType: io1, AllocatedStorage: 100, Iops: 3000", []),
        (
            (
                "Engine: postgres, StorageType: gp3, AllocatedStorage: 400, Iops: "
                "12000, StorageThroughput: 500"
            ),
            [],
        ),
        # E9301 tells
        ("Engine: postgres, StorageType: gp3, AllocatedStorage: 100, Iops: 3000", []),
        ("Engine: postgres, StorageType: io1, AllocatedStorage: 100, Iops: !Ref Any", []),
        ("Engine: sqlserver-ee, StorageType: gp3, AllocatedStorage: 400, Iops: 3000", []),
        ("Engine: postgres, StorageType: !Ref Any, AllocatedStorage: 100, Iops: 3000", []),
        ("Engine: aurora-mysql, StorageType: io1, DBClusterIdentifier: !Ref Any", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9306") == expected
