import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Days: {Type: Number, Default: 0}
"""
RESOURCES = """  Bucket:
    Type: AWS::S3::Bucket
    Properties: {LifecycleConfiguration: {Rules: [BODY]}}
"""
PATH = "Resources/Bucket/Properties/LifecycleConfiguration/Rules"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "{ExpirationInDays: !Ref Days}",
            [
                (
                    f"{PATH}/0/ExpirationInDays",
                    "ExpirationInDays 0 (parameter Days) must be 1 or more",
                )
            ],
        ),
        (
            "{Transitions: [{StorageClass: ONEZONE_IA, TransitionInDays: !If [IsUsed, 29, 30]}]}",
            [
                (
                    f"{PATH}/0/Transitions/0/TransitionInDays/Fn::If/1",
                    "objects move to ONEZONE_IA after 30 days at the earliest, not 29",
                )
            ],
        ),
        (
            ("{ExpirationInDays: 90, Transition: {StorageClass: GLACIER, TransitionInDays: 90}}"),
            [
                (
                    f"{PATH}/0/ExpirationInDays",
                    (
                        "objects expire after 90 days, not later than they move (90); let them expire "
                        "later"
                    ),
                )
            ],
        ),
        (
            "{Id: a, ExpirationInDays: 1}, {Id: a, ExpirationInDays: 2}",
            [(f"{PATH}/1/Id", "another rule has the Id a as well")],
        ),
        (
            ("{ExpirationInDays: 91, Transition: {StorageClass: GLACIER, TransitionInDays: 90}}"),
            [],
        ),
        ("{Transitions: [{StorageClass: GLACIER, TransitionInDays: 0}]}", []),
        ("{Transitions: [{StorageClass: STANDARD_IA, TransitionInDays: !Ref Any}]}", []),
        # What never stands together.
        (
            (
                "{ExpirationInDays: !If [IsUsed, 30, 200], "
                "Transitions: [{StorageClass: GLACIER, TransitionInDays: !If [IsUsed, 1, 100]}]}"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9904") == expected
