import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: '9216'}
  Cpu: {Type: String, Default: '512', AllowedValues: ['512', '4096']}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Mappings: {Sizes: {small: {Cpu: '256', Memory: '512'}, large: {Cpu: '4096', Memory: '4096'}}}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {RequiresCompatibilities: [FARGATE], @}
"""
PATH = "Resources/Task/Properties"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "Cpu: '1024', Memory: !Ref Given",
            [
                (
                    f"{PATH}/Memory",
                    (
                        "with Cpu 1024 Fargate has 2048 to 8192 MiB in 7 steps, not "
                        "9216 (parameter Given)"
                    ),
                )
            ],
        ),
        (
            "Cpu: !Ref Cpu, Memory: !Ref Given",
            [
                (
                    f"{PATH}/Memory",
                    (
                        "with Cpu 512 (parameter Cpu) Fargate has 1024 to 4096 MiB in 4 "
                        "steps, not 9216 (parameter Given)"
                    ),
                )
            ],
        ),
        (
            "Cpu: !Ref Cpu, Memory: '4096'",
            [
                (
                    f"{PATH}/Memory",
                    (
                        "with Cpu 4096 (parameter Cpu) Fargate has 8192 to 30720 MiB in "
                        "23 steps, not 4096"
                    ),
                )
            ],
        ),
        (
            (
                "Cpu: !FindInMap [Sizes, !Ref Any, Cpu], Memory: !FindInMap "
                "[Sizes, !Ref Any, Memory]"
            ),
            [
                (
                    f"{PATH}/Memory",
                    (
                        "with Cpu 4096 (parameter Any) Fargate has 8192 to 30720 MiB in "
                        "23 steps, not 4096 (parameter Any)"
                    ),
                )
            ],
        ),
        ("Cpu: !If [IsYes, 1 vCPU, .25 vCPU], Memory: !If [IsYes, 2 GB, '512']", []),
        (
            "Cpu: !If [IsYes, 1 vCPU, .25 vCPU], Memory: 4GB",
            [
                (
                    f"{PATH}/Memory",
                    "with Cpu .25 vCPU Fargate has 512 to 2048 MiB in 3 steps, not 4GB",
                )
            ],
        ),
        ("Cpu: '768', Memory: '2048'", [(f"{PATH}/Cpu", "Fargate has no task with Cpu 768")]),
        ("Cpu: !Ref Any, Memory: '1'", []),
        ("Cpu: '512', Memory: !Ref Any", []),
        (
            "Cpu: !Ref Cpu, Memory: !If [IsYes, '1024', '8192']",
            [
                (
                    f"{PATH}/Memory/Fn::If/1",
                    (
                        "with Cpu 4096 (parameter Cpu) Fargate has 8192 to 30720 MiB in "
                        "23 steps, not 1024"
                    ),
                ),
                (
                    f"{PATH}/Memory/Fn::If/2",
                    (
                        "with Cpu 512 (parameter Cpu) Fargate has 1024 to 4096 MiB in 4 "
                        "steps, not 8192"
                    ),
                ),
            ],
        ),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9161") == expected
