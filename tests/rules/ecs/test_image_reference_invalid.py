import pytest
from linting import report

TEMPLATE = """
Parameters:
  Given: {Type: String, Default: ''}
  Any: {Type: String}
  Which: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions: {IsYes: !Equals [!Ref Which, 'yes']}
Resources:
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties: {ContainerDefinitions: [{Image: @}]}
"""
PATH = "Resources/Task/Properties/ContainerDefinitions/0"


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (
            "https://nginx:1",
            [(f"{PATH}/Image", "image https://nginx:1 starts with a scheme; remove it")],
        ),
        ("'nginx :1'", [(f"{PATH}/Image", "image nginx :1 holds a blank; remove it")]),
        (
            "!Sub 'nginx:${Given}'",
            [
                (
                    f"{PATH}/Image",
                    ("image nginx: (parameter Given) is empty or ends without a tag; name one"),
                )
            ],
        ),
        (
            "!If [IsYes, 'Nginx:1', 'nginx:1']",
            [
                (
                    f"{PATH}/Image/Fn::If/1",
                    (
                        "image Nginx:1 has upper case in its repository; registries "
                        "take lower case only"
                    ),
                )
            ],
        ),
        (
            "example.com/Team/web:1",
            [
                (
                    f"{PATH}/Image",
                    (
                        "image example.com/Team/web:1 has upper case in its repository; "
                        "registries take lower case only"
                    ),
                )
            ],
        ),
        (
            "nginx@sha256:12",
            [
                (
                    f"{PATH}/Image",
                    ("image nginx@sha256:12 has a digest that is not sha256 and 64 hex digits"),
                )
            ],
        ),
        ("nginx@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef", []),
        ("EXAMPLE.com/web:V1", []),
        ("localhost:5000/web:1", []),
        ("!Sub '${Any}/Web:1'", []),
        ("!Sub '${Any}:'", [(f"{PATH}/Image", "image ${Any}: ends without a tag; name one")]),
        ("!Ref Any", []),
    ],
)
def test_cases(case: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("@", case, 1), "E9140") == expected
