import json

import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Source: {Type: String, Default: aws.s3}
  Sources: {Type: CommaDelimitedList}
"""
RESOURCES = """  Queue: {Type: AWS::SQS::Queue}
  Bucket: {Type: AWS::S3::Bucket}
  Rule:
    Type: AWS::Events::Rule
    Properties:
      EventPattern: BODY
"""
PATH = "Resources/Rule/Properties/EventPattern"
BARE = "is compared with {0}, not with a list; write [{0}]"
MATCHERS = (
    "anything-but, cidr, equals-ignore-case, exactly, exists, numeric, prefix, suffix, wildcard"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "{source: [aws.ecs], detail-type: ECS Task State Change}",
            [(f"{PATH}/detail-type", "detail-type " + BARE.format("ECS Task State Change"))],
        ),
        (
            "{detail: {attempt: 3, state: !Ref Any, bucket: {name: !Ref Bucket}}}",
            [
                (f"{PATH}/detail/attempt", "attempt " + BARE.format(3)),
                (f"{PATH}/detail/bucket/name", "name " + BARE.format("${Bucket}")),
                (f"{PATH}/detail/state", "state " + BARE.format("${Any}")),
            ],
        ),
        (
            "{source: !Ref Source}",
            [
                (f"{PATH}/source", "source " + BARE.format("aws.s3 (parameter Source)")),
                (f"{PATH}/source", "source " + BARE.format("${Source}")),
            ],
        ),
        (
            "{detail: {object: {key: {prefix: in/}}}}",
            [
                (
                    f"{PATH}/detail/object/key/prefix",
                    "the matcher prefix stands outside a list; write [{prefix: in/}]",
                )
            ],
        ),
        (
            "{detail: {code: {exists: true}}}",
            [
                (
                    f"{PATH}/detail/code/exists",
                    "the matcher exists stands outside a list; write [{exists: true}]",
                )
            ],
        ),
        ("{source: []}", [(f"{PATH}/source", "source is compared with an empty list")]),
        (
            "{source: [aws.s3], detail: {}}",
            [(f"{PATH}/detail", "an empty object is refused in an event pattern")],
        ),
        (
            "{source: [!If [IsUsed, a, !Ref AWS::NoValue]]}",
            [(f"{PATH}/source", "source is compared with an empty list")],
        ),
        (
            "{source: !If [IsUsed, [a], a]}",
            [(f"{PATH}/source/Fn::If/2", "source " + BARE.format("a"))],
        ),
        (
            "{source: [[a, b]]}",
            [
                (
                    f"{PATH}/source/0",
                    "source is compared with a list within a list; take one off",
                )
            ],
        ),
        (
            "{source: [{startsWith: a}]}",
            [
                (
                    f"{PATH}/source/0/startsWith",
                    f"there is no matcher startsWith; there are {MATCHERS}",
                )
            ],
        ),
        (
            "{source: [{prefix: a, suffix: b}, {}]}",
            [
                (
                    f"{PATH}/source/0",
                    "an object in a list has 2 matchers (prefix, suffix); it needs exactly one",
                ),
                (f"{PATH}/source/1", "an object in a list is empty; it needs exactly one"),
            ],
        ),
        (
            "{source: [{prefix: [a, b]}]}",
            [
                (
                    f"{PATH}/source/0/prefix",
                    "prefix takes one string, not a list; write an object for each",
                )
            ],
        ),
        (
            "{detail: {size: [{numeric: 5}], age: [{numeric: ['!=', 5]}]}}",
            [
                (
                    f"{PATH}/detail/age/0/numeric",
                    "numeric does not know !=; it knows <, <=, =, >, >=",
                ),
                (
                    f"{PATH}/detail/size/0/numeric",
                    "numeric takes a list such as ['>', 0], not 5",
                ),
            ],
        ),
        (
            "{$or: [{source: a}, {detail: {state: [b]}}]}",
            [(f"{PATH}/$or/0/source", "source " + BARE.format("a"))],
        ),
        # As JSON, with something put in.
        (
            """!Sub '{"source": ["aws.s3"], "detail": {"bucket": {"name": "${Bucket}"}}}'""",
            [(PATH, "name " + BARE.format("${Bucket}"))],
        ),
        ("""'{"source": "a"}'""", [(PATH, "source " + BARE.format("a"))]),
        # Right, or not known.
        (
            (
                "{source: [{prefix: a}, {suffix: {equals-ignore-case: b}}, {anything-but: [c, d]},"
                " {anything-but: {prefix: e}}, {exists: false}, {numeric: ['>', 0, '<=', 5]},"
                " {cidr: 10.0.0.0/8}, {equals-ignore-case: f}, {wildcard: 'g*h'}, 3, true, i]}"
            ),
            [],
        ),
        ("{$or: [{source: [a]}, {detail: {state: [b]}}]}", []),
        ("{source: !Ref Sources, detail: {a: !ImportValue x, b: !GetAtt Queue.Any}}", []),
        ("{source: !Split [',', !Ref Any]}", []),
        ("{detail: {prefix: [a]}}", []),
        ("!Ref Any", []),
        ("""'{"source": [null]}'""", []),
        ("""!Sub '{"source": ${Any}}'""", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9912") == sorted(expected)


@pytest.mark.parametrize(
    ("properties", "path"),
    [
        ("Type: AWS::Events::Archive, Properties: {EventPattern: {a: b}}", "EventPattern/a"),
        (
            "Type: AWS::SNS::Subscription, Properties: {FilterPolicy: {a: b}}",
            "FilterPolicy/a",
        ),
        (
            (
                "Type: AWS::Pipes::Pipe, Properties: {SourceParameters: {FilterCriteria: {Filters: "
                "[{Pattern: @}]}}}"
            ),
            "SourceParameters/FilterCriteria/Filters/0/Pattern",
        ),
        (
            (
                "Type: AWS::Lambda::EventSourceMapping, Properties: {FilterCriteria: {Filters: "
                "[{Pattern: @}]}}"
            ),
            "FilterCriteria/Filters/0/Pattern",
        ),
    ],
)
def test_other_owners(properties: str, path: str) -> None:
    pattern = json.dumps(json.dumps({"a": "b"}))
    body = f"Resources: {{X: {{{properties.replace('@', pattern)}}}}}"
    assert report(body, "E9912") == [(f"Resources/X/Properties/{path}", "a " + BARE.format("b"))]
