import json

import pytest
from linting import report

BODY = {"Resources": {"Topic": {"Type": "AWS::SNS::Topic", "Metadata": {"Note": ""}}}}
ROOM = 51_200 - len(json.dumps(BODY, separators=(",", ":")))


def padded(text: str) -> str:
    return json.dumps(BODY, indent=1).replace('""', json.dumps(text, ensure_ascii=False))


@pytest.mark.parametrize(
    ("text", "size"),
    [("x" * (ROOM + 1), "51,201"), ("é" * (ROOM // 2 + 1), "51,20")],
    ids=["letters", "bytes"],
)
def test_too_large(text: str, size: str) -> None:
    ((path, message),) = report(padded(text), "W9030")
    assert path == "Resources"
    assert message.startswith(f"the template has {size}")
    assert message.endswith(
        " bytes even as JSON without blanks, CloudFormation takes 51,200 as TemplateBody; "
        "shorten it or ship it through S3"
    )


@pytest.mark.parametrize("text", ["x" * ROOM, "é" * (ROOM // 2)])
def test_just_fits(text: str) -> None:
    assert report(padded(text), "W9030") == []
