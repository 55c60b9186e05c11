import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: '2048'}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {@}
"""
PATH = "Resources/Task/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "Memory: '1024', ContainerDefinitions: [{Memory: !Ref Given}]",
            [
                (
                    f"{PATH}/ContainerDefinitions/0/Memory",
                    ("Memory of a container is 2048 (parameter Given), but the task has 1024"),
                )
            ],
        ),
        (
            "Memory: 1 GB, ContainerDefinitions: [{Memory: 1025}]",
            [
                (
                    f"{PATH}/ContainerDefinitions/0/Memory",
                    "Memory of a container is 1025, but the task has 1 GB",
                )
            ],
        ),
        (
            "Cpu: .5 vCPU, ContainerDefinitions: [{Cpu: 256}, {Cpu: !If [IsYes, 256, 512]}]",
            [
                (
                    f"{PATH}/Cpu",
                    "the containers reserve 768 units together, but the task has .5 vCPU",
                )
            ],
        ),
        ("Cpu: 1 vcpu, ContainerDefinitions: [{Cpu: 512}, {Cpu: 512}]", []),
        (
            (
                "Memory: '1024', ContainerDefinitions: [{Memory: 1024, "
                "MemoryReservation: 512}, {MemoryReservation: 512}]"
            ),
            [],
        ),
        (
            "Memory: '1024', ContainerDefinitions: [{MemoryReservation: 512}, {Memory: 600}]",
            [(f"{PATH}/Memory", "the containers reserve 1112 MiB together, but the task has 1024")],
        ),
        (
            "ContainerDefinitions: [{Memory: 128, MemoryReservation: 256}]",
            [
                (
                    f"{PATH}/ContainerDefinitions/0/MemoryReservation",
                    "MemoryReservation 256 is more than Memory 128",
                )
            ],
        ),
        ("Memory: !Ref Any, ContainerDefinitions: [{Memory: 99999}]", []),
        ("Memory: '1024', ContainerDefinitions: [{Memory: !Ref Any}]", []),
        (
            (
                "Memory: !If [IsYes, '2048', '512'], ContainerDefinitions: "
                "[{Memory: !If [IsYes, 2048, 512]}]"
            ),
            [],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9112") == expected
