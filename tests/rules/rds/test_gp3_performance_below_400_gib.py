import pytest
from linting import report

HEAD = """
Parameters:
  Size: {Type: Number, Default: 100}
  Large: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
  AnySize: {Type: Number}
Conditions:
  IsLarge: !Equals [!Ref Large, 'yes']
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
"""
IOPS = "Resources/Database/Properties/Iops"


def message(name: str, size: str) -> str:
    return (
        f"{name} can't be set on gp3 storage of {size} GiB: RDS takes it from 400 GiB; "
        "remove it or allocate more"
    )


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        (
            "{Engine: mysql, StorageType: gp3, AllocatedStorage: 399, Iops: 3000}",
            [(IOPS, message("Iops", "399"))],
        ),
        (
            "{Engine: mariadb, StorageType: gp3, AllocatedStorage: '20', StorageThroughput: 125}",
            [
                (
                    "Resources/Database/Properties/StorageThroughput",
                    message("StorageThroughput", "20"),
                )
            ],
        ),
        (
            "{Engine: postgres, StorageType: gp3, AllocatedStorage: !Ref Size, Iops: !Ref AnySize}",
            [(IOPS, message("Iops", "100 (parameter Size)"))],
        ),
        (
            (
                "{Engine: postgres, StorageType: gp3, AllocatedStorage: 100, Iops: !If [IsLarge, 1,"
                " !Ref 'AWS::NoValue']}"
            ),
            [(IOPS + "/Fn::If/1", message("Iops", "100"))],
        ),
        # Both branches fit: small without, large with.
        (
            (
                "{Engine: mysql, StorageType: gp3, AllocatedStorage: !If [IsLarge, 400, 100],"
                ""
                " Iops: !If [IsLarge, 12000, !Ref 'AWS::NoValue']}"
            ),
            [],
        ),
        ("{Engine: postgres, StorageType: gp3, AllocatedStorage: 400, Iops: 12000}", []),
        ("{Engine: postgres, StorageType: gp3, AllocatedStorage: 100}", []),
        ("{Engine: postgres, StorageType: io1, AllocatedStorage: 100, Iops: 3000}", []),
        ("{Engine: sqlserver-ee, StorageType: gp3, AllocatedStorage: 100, Iops: 3000}", []),
        ("{Engine: postgres, StorageType: gp3, AllocatedStorage: !Ref AnySize, Iops: 3000}", []),
        ("{StorageType: gp3, AllocatedStorage: 100, Iops: 3000}", []),
    ],
)
def test_cases(properties: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + "      " + properties, "E9301") == expected
