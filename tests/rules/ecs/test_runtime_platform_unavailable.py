import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: ARM64}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
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
            (
                "RuntimePlatform: {OperatingSystemFamily: "
                "WINDOWS_SERVER_2022_CORE, CpuArchitecture: !Ref Given}"
            ),
            [
                (
                    f"{PATH}/RuntimePlatform/CpuArchitecture",
                    "WINDOWS_SERVER_2022_CORE does not run on ARM64",
                )
            ],
        ),
        (
            (
                "RuntimePlatform: {OperatingSystemFamily: "
                "WINDOWS_SERVER_2022_CORE, CpuArchitecture: !If [IsYes, X86_64, "
                "ARM64]}"
            ),
            [
                (
                    f"{PATH}/RuntimePlatform/CpuArchitecture/Fn::If/2",
                    "WINDOWS_SERVER_2022_CORE does not run on ARM64",
                )
            ],
        ),
        (
            (
                "RuntimePlatform: {OperatingSystemFamily: "
                "WINDOWS_SERVER_2022_CORE, CpuArchitecture: X86_64}, Cpu: '512'"
            ),
            [(f"{PATH}/Cpu", "Windows on Fargate needs 1024 CPU units, not 512")],
        ),
        (
            (
                "RuntimePlatform: {OperatingSystemFamily: "
                "WINDOWS_SERVER_2022_CORE, CpuArchitecture: X86_64}, Cpu: 1 "
                "vCPU"
            ),
            [],
        ),
        (
            (
                "RuntimePlatform: {OperatingSystemFamily: "
                "WINDOWS_SERVER_2022_CORE, CpuArchitecture: !Ref Any}"
            ),
            [],
        ),
        ("RuntimePlatform: {CpuArchitecture: ARM64}, Cpu: '256'", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9153") == expected
