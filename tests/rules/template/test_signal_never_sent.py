import pytest
from linting import report

HEAD = """
Parameters:
  Script: {Type: String}
Conditions:
  Odd: !Equals [!Ref Script, odd]
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Server:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {Count: 1}}
    Properties: {UserData: {Fn::Base64: !Sub '#!/bin/bash -x ${AWS::Region}'}}
""",
            [
                (
                    "Resources/Server/CreationPolicy",
                    (
                        "Server waits for a signal that its user data never sends; call "
                        "cfn-signal there"
                    ),
                ),
            ],
        ),
        (
            """
  Group:
    Type: AWS::AutoScaling::AutoScalingGroup
    CreationPolicy: {ResourceSignal: {}}
    Properties: {LaunchTemplate: {LaunchTemplateId: !Ref Template}}
  Template:
    Type: AWS::EC2::LaunchTemplate
    Properties: {LaunchTemplateData: {UserData: {Fn::Base64: '#!/bin/sh'}}}
""",
            [
                (
                    "Resources/Group/CreationPolicy",
                    (
                        "Group waits for a signal that its user data never sends; call "
                        "cfn-signal there"
                    ),
                ),
            ],
        ),
        (
            """
  Server:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: !If [Odd, {Count: 1}, !Ref 'AWS::NoValue']}
    Properties: {UserData: {Fn::Base64: '#!/bin/sh'}}
""",
            [
                (
                    "Resources/Server/CreationPolicy",
                    (
                        "Server waits for a signal that its user data never sends; call "
                        "cfn-signal there"
                    ),
                ),
            ],
        ),
        # It sends one, fetches something, runs a parameter, or is not in the template.
        (
            """
  Server:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {}}
    Properties: {UserData: {Fn::Base64: '#!/bin/sh cfn-signal'}}
""",
            [],
        ),
        (
            """
  Server:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {}}
    Properties: {UserData: {Fn::Base64: '#!/bin/sh curl x | sh'}}
""",
            [],
        ),
        (
            """
  Server:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {}}
    Properties: {UserData: {Fn::Base64: !Sub '#!/bin/sh ${Script}'}}
""",
            [],
        ),
        (
            """
  Server:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {}}
    Properties: {ImageId: ami-1}
""",
            [],
        ),
        (
            """
  Document: {Type: AWS::SSM::Document, Properties: {Content: x}}
  Server:
    Type: AWS::EC2::Instance
    CreationPolicy: {ResourceSignal: {}}
    Properties: {UserData: {Fn::Base64: '#!/bin/sh'}}
""",
            [],
        ),
        # Nobody waits.
        (
            """
  Server: {Type: AWS::EC2::Instance, Properties: {UserData: {Fn::Base64: '#!/bin/sh'}}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "E9046") == expected
