import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: nginx:latest}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Repository: {Type: AWS::ECR::Repository}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Image: @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("nginx", [(f"{PATH}/Image", "image nginx has no tag; name a version or digest")]),
        (
            "!Ref Given",
            [
                (
                    f"{PATH}/Image",
                    (
                        "image nginx:latest (parameter Given) has the tag latest; name "
                        "a version or digest"
                    ),
                )
            ],
        ),
        (
            "!If [IsYes, 'nginx:1.29', nginx]",
            [(f"{PATH}/Image/Fn::If/2", "image nginx has no tag; name a version or digest")],
        ),
        (
            "localhost:5000/web",
            [(f"{PATH}/Image", "image localhost:5000/web has no tag; name a version or digest")],
        ),
        (
            "!GetAtt Repository.RepositoryUri",
            [
                (
                    f"{PATH}/Image",
                    ("image ${Repository.RepositoryUri} has no tag; name a version or digest"),
                )
            ],
        ),
        (
            "!Sub '${Repository.RepositoryUri}:latest'",
            [
                (
                    f"{PATH}/Image",
                    (
                        "image ${Repository.RepositoryUri}:latest has the tag latest; "
                        "name a version or digest"
                    ),
                )
            ],
        ),
        (
            "!Sub '${AWS::AccountId}.dkr.ecr.eu-west-1.amazonaws.com/web'",
            [
                (
                    f"{PATH}/Image",
                    (
                        "image ${AWS::AccountId}.dkr.ecr.eu-west-1.amazonaws.com/web "
                        "has no tag; name a version or digest"
                    ),
                )
            ],
        ),
        ("!Sub '${Repository.RepositoryUri}:${Any}'", []),
        ("!Sub '${Any}-web'", []),
        ("!Ref Any", []),
        ("nginx:1.29", []),
        ("nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "W9137") == expected
