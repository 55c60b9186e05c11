import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Size: {Type: Number, Default: 50}
"""
RESOURCES = """  Db:
    Type: AWS::RDS::DBInstance
    Properties: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Engine: postgres, StorageType: gp3, AllocatedStorage: 10",
            [
                (
                    "Resources/Db/Properties/AllocatedStorage",
                    "AllocatedStorage 10 is outside 20 to 65536 GiB, which gp3 takes",
                )
            ],
        ),
        (
            "Engine: mysql, StorageType: io1, AllocatedStorage: !Ref Size, Iops: 1000",
            [
                (
                    "Resources/Db/Properties/AllocatedStorage",
                    (
                        "AllocatedStorage 50 (parameter Size) is outside 100 to 65536 GiB, "
                        "which io1 takes"
                    ),
                )
            ],
        ),
        (
            "Engine: mysql, StorageType: standard, AllocatedStorage: 4000",
            [
                (
                    "Resources/Db/Properties/AllocatedStorage",
                    "AllocatedStorage 4000 is outside 5 to 3072 GiB, which standard takes",
                )
            ],
        ),
        (
            "Engine: mysql, AllocatedStorage: 100, MaxAllocatedStorage: 50",
            [
                (
                    "Resources/Db/Properties/MaxAllocatedStorage",
                    "MaxAllocatedStorage 50 must be at least 10 % above AllocatedStorage 100",
                )
            ],
        ),
        # less than a tenth above
        (
            "Engine: mysql, AllocatedStorage: 100, MaxAllocatedStorage: 105",
            [
                (
                    "Resources/Db/Properties/MaxAllocatedStorage",
                    "MaxAllocatedStorage 105 must be at least 10 % above AllocatedStorage 100",
                )
            ],
        ),
        (
            ("Engine: mysql, AllocatedStorage: !If [IsUsed, 100, 20], MaxAllocatedStorage: 100"),
            [
                (
                    "Resources/Db/Properties/MaxAllocatedStorage",
                    "MaxAllocatedStorage 100 must be at least 10 % above AllocatedStorage 100",
                )
            ],
        ),
        (("Engine: postgres, StorageType: gp3, AllocatedStorage: 20, MaxAllocatedStorage: 22"), []),
        ("Engine: postgres, StorageType: gp2, AllocatedStorage: 5", []),
        ("Engine: postgres, AllocatedStorage: !Ref Any, MaxAllocatedStorage: 5", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9307") == expected
