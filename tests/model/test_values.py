from typing import Any

import pytest
from building import model

from axonflow_cfn.model import UNKNOWN, DynamicReference, Reference, Symbol, Text

HEAD = """
Parameters:
  Fixed: {Type: String, Default: one, AllowedValues: [one, two]}
  Open: {Type: String, Default: ''}
  Blank: {Type: String}
  Many: {Type: CommaDelimitedList, Default: 'a, b'}
  Stored: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /name}
Mappings:
  Map: {one: {Key: 1}, two: {Key: 2}, us-east-1: {Key: east}}
Conditions:
  IsOne: !Equals [!Ref Fixed, one]
  IsTwo: !Not [!Condition IsOne]
  HasOpen: !Not [!Equals [!Ref Open, '']]
Resources:
  Other: {Type: AWS::SNS::Topic}
  Thing:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: """
PATH = ("Resources", "Thing", "Properties", "QueueName")


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ("plain", ["plain"]),
        ("5", [5]),
        ("!Ref AWS::NoValue", []),
        ("!Ref Fixed", ["one", "two"]),
        ("!Ref Open", ["", Symbol("Open")]),
        ("!Ref Blank", [Symbol("Blank")]),
        ("!Ref Stored", [Symbol("Stored")]),
        ("!Ref Many", [["a", "b"], Symbol("Many")]),
        ("!Ref AWS::Region", [Symbol("AWS::Region")]),
        ("!Ref Missing", [UNKNOWN]),
        ("!Ref Other", [Reference("Other")]),
        ("!GetAtt Other.TopicName", [Reference("Other", "TopicName")]),
        ("!If [IsOne, a, b]", ["a", "b"]),
        # A branch that needs the opposite of what is already assumed does not exist.
        ("!If [IsOne, !If [IsTwo, never, a], b]", ["a", "b"]),
        # Fixed is 'one' exactly where IsOne holds.
        ("!If [IsOne, !Ref Fixed, x]", ["one", "x"]),
        # Open is not '' where HasOpen holds, so only the unknown value remains.
        ("!If [HasOpen, !Ref Open, !Ref 'AWS::NoValue']", [Symbol("Open")]),
        ("!Sub '${AWS::StackName}-alb'", [Text((Symbol("AWS::StackName"), "-alb"))]),
        ("!Sub '${Fixed}-${Fixed}'", ["one-one", "two-two"]),
        ("!Sub ['${A}/${!B}', {A: !Ref Fixed}]", ["one/${B}", "two/${B}"]),
        ("!Sub 'x${Other.TopicName}'", [Text(("x", Reference("Other", "TopicName")))]),
        ("!Sub 'x${Missing}'", [Text(("x", UNKNOWN))]),
        ("!Join ['-', [a, !If [IsOne, b, !Ref 'AWS::NoValue'], c]]", ["a-b-c", "a-c"]),
        ("!Join [',', !Ref Many]", ["a,b", UNKNOWN]),
        ("!FindInMap [Map, !Ref Fixed, Key]", [1, 2]),
        ("!FindInMap [Map, !Ref 'AWS::Region', Key]", [1, 2, "east"]),
        ("!FindInMap [Map, three, Key]", [UNKNOWN]),
        # Having chosen a row, the key is that row's everywhere.
        (
            "!Sub ['${V}/${Blank}', {V: !FindInMap [Map, !Ref Blank, Key]}]",
            ["1/one", "2/two", "east/us-east-1"],
        ),
        ("!Select [1, [a, b]]", ["b"]),
        ("!Select [1, !Ref Many]", ["b", Symbol("Many", 1)]),
        ("!Select [!Ref Open, !Ref Many]", [UNKNOWN] * 4),
        ("!FindInMap [Map, !Select [0, !Ref Many], Key]", [UNKNOWN, UNKNOWN]),
        ("!Select [7, [a, b]]", [UNKNOWN]),
        ("!Select [0, !Split ['.', 'a.b']]", ["a"]),
        ("!Select [0, !GetAZs '']", [UNKNOWN]),
        ("!ImportValue there", [UNKNOWN]),
        (
            "'{{resolve:ssm:/name:1}}'",
            [DynamicReference("ssm", ("/name:1",))],
        ),
        (
            "!Sub 'p={{resolve:secretsmanager:${Other}:SecretString:k}}'",
            [
                Text(
                    (
                        "p=",
                        DynamicReference(
                            "secretsmanager", (Reference("Other"), ":SecretString:k")
                        ),
                    )
                )
            ],
        ),
        ("'{{resolve:never closed'", ["{{resolve:never closed"]),
        # Malformed functions are unknown, never an error.
        *((f"{{'{name}': {argument}}}", [UNKNOWN]) for name in (
            "Ref", "Fn::GetAtt", "Fn::If", "Fn::Sub", "Fn::Join", "Fn::FindInMap", "Fn::Select",
            "Fn::Split", "Fn::Cidr", "Fn::Transform",
        ) for argument in ("1", "[]", "{a: b}", "[[], {}, 3]")),
    ],
)  # fmt: skip
def test_every_possibility(node: str, expected: list[Any]) -> None:
    thing = model(HEAD + node).resources["Thing"]
    assert [value.data for value in thing.values("QueueName")] == expected


def test_a_value_tells_where_it_stands_and_what_it_assumes() -> None:
    thing = model(HEAD + "!If [IsOne, !Ref Fixed, x]").resources["Thing"]
    first, second = thing.values("QueueName")
    assert first.path == (*PATH, "Fn::If", 1)
    assert first.when.conditions == {("IsOne", True)}
    assert first.when.parameters == {("Fixed", "one")}
    assert first.sources == {"Fixed"}
    assert first.shown == "one (parameter Fixed)"
    assert second.path == (*PATH, "Fn::If", 2)
    assert second.sources == frozenset()
    assert second.shown == "x"
    assert thing.model.together(first, second) is None


@pytest.mark.parametrize(
    ("node", "text", "number", "flag"),
    [
        ("'400'", "400", 400, None),
        ("4.5", "4.5", 4.5, None),
        ("true", "true", None, True),
        ("'False'", "False", None, False),
        ("web", "web", None, None),
        ("!Ref AWS::Region", None, None, None),
        ("[a]", None, None, None),
    ],
)
def test_views(node: str, text: str | None, number: float | None, flag: bool | None) -> None:  # noqa: FBT001 - a table's column
    (value,) = model(HEAD + node).resources["Thing"].values("QueueName")
    assert (value.text, value.number, value.flag) == (text, number, flag)


def test_fill_puts_text_in_place_of_symbols() -> None:
    (value,) = model(HEAD + "!Sub '${AWS::StackName}-x'").resources["Thing"].values("QueueName")
    assert value.fill({"AWS::StackName": "shop"}) == "shop-x"
    assert value.fill({}) is None


LISTS = (
    HEAD
    + """q
      Tags:
        - {Key: a, Value: 1}
        - !If [IsOne, {Key: b}, !Ref AWS::NoValue]
      Deep: {Inner: {Last: !If [IsTwo, 2, !Ref AWS::NoValue]}, Fn::Transform: {Name: x}}
      Scalar: s
      Hidden: !Ref Blank
"""
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Tags.*.Key", ["a", "b"]),
        ("Tags.0.Key", ["a"]),
        ("Tags.9.Key", []),
        ("Scalar.*", ["s"]),
        ("Deep.Inner.Last", [2]),
        ("Deep.Added", [UNKNOWN]),
        ("Hidden.Below", [UNKNOWN]),
        ("Hidden.*", [Symbol("Blank")]),
        ("Scalar.Below", [UNKNOWN]),
        ("Absent.Below.*", []),
    ],
)
def test_walking(path: str, expected: list[Any]) -> None:
    thing = model(LISTS).resources["Thing"]
    assert [value.data for value in thing.values(path)] == expected


def test_cases_are_what_can_occur_together() -> None:
    thing = model(LISTS).resources["Thing"]
    found = [(a.data, b.absent) for a, b in thing.cases("QueueName", "Deep.Inner.Last")]
    assert found == [("q", False), ("q", True)]
    with pytest.raises(ValueError, match=r"^cases\(\) takes no '\*', got \('Tags\.\*',\); loop"):
        list(thing.cases("Tags.*"))


def test_elements_are_every_list_it_can_be() -> None:
    (tags,) = model(LISTS).resources["Thing"].values("Tags")
    assert [len(items) for items in tags.elements()] == [2, 1]


def test_an_absent_value_lies_in_what_lacks_it() -> None:
    thing = model(LISTS).resources["Thing"]
    ((missing,),) = thing.cases("DelaySeconds")
    assert (missing.absent, missing.path) == (True, PATH[:3])
