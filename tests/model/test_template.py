import gc
import weakref

from building import model
from cfnlint.template.template import Template

from axonflow_cfn.model import Mention, TemplateModel

TEXT = """
Parameters:
  Password: {Type: String, NoEcho: 'true', Default: 7, AllowedValues: [7, true]}
Conditions: {Never: !Equals [a, b]}
Resources:
  A: {Type: AWS::SNS::Topic, DependsOn: B}
  B: {Type: AWS::SNS::Topic, DependsOn: [C, Missing], Properties: {X: !Ref Password}}
  C: {Type: AWS::SQS::Queue, Properties: {X: !Sub ['${D.Arn} ${L} ${!E} ${AWS::Region}', {L: !Ref F}]}}
  D: {Type: AWS::SQS::Queue, Properties: {X: !GetAtt E.Arn, Y: [!Ref D]}}
  E: {Type: AWS::SQS::Queue}
  F: {Type: AWS::SQS::Queue, Condition: Never}
  Odd: [not, a, resource]
Outputs:
  Url: {Value: !Ref C, Condition: Never}
"""


def test_a_model_is_built_once_a_template_and_dies_with_it() -> None:
    cfn = Template("t", {"Resources": {}})
    first = TemplateModel.of(cfn)
    assert TemplateModel.of(cfn) is first
    cfn.template = {"Resources": {"New": {"Type": "AWS::SNS::Topic"}}}  # as a transform does
    assert list(TemplateModel.of(cfn).resources) == ["New"]
    dead = weakref.ref(cfn)
    del cfn
    gc.collect()
    assert dead() is None


def test_parameters() -> None:
    password = model(TEXT).parameters["Password"]
    assert (password.type, password.default, password.allowed) == ("String", "7", ("7", "true"))
    assert password.no_echo


def test_resources() -> None:
    found = model(TEXT)
    assert list(found.resources) == ["A", "B", "C", "D", "E", "F"]
    assert [r.logical_id for r in found.of_type("AWS::SQS::Queue")] == ["C", "D", "E"]
    assert found.outputs["Url"].when == found.resources["F"].when


def test_who_waits_for_whom() -> None:
    found = model(TEXT)
    assert found.dependencies["B"] == {"C"}
    assert found.dependencies["C"] == {"D", "F"}
    assert found.dependencies["D"] == {"E"}
    assert found.waits_for("A") == {"B", "C", "D", "E", "F"}
    assert [user.logical_id for user in found.users_of("E")] == ["D"]


def test_mentions() -> None:
    path = ("Resources", "C", "Properties", "X")
    assert model(TEXT).mentions("C") == (
        Mention("D", "Arn", path),
        Mention("AWS::Region", None, path),
        Mention("F", None, (*path, "Fn::Sub", 1, "L")),
    )
