import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Who: {Type: String, AllowedValues: [events.amazonaws.com], Default: events.amazonaws.com}
"""
RESOURCES = """  Function: {Type: AWS::Lambda::Function, Properties: {Role: x}}
  Queue: {Type: AWS::SQS::Queue}
BODY"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', "
                "Function: !GetAtt Function.Arn}]\n"
            ),
            [
                (
                    (
                        "Resources/Bucket/Properties/NotificationConfiguration/LambdaConfigurati"
                        "ons/0/Function"
                    ),
                    "Function does not let s3.amazonaws.com in; add a permission",
                )
            ],
        ),
        # no order
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', "
                "Function: !GetAtt Function.Arn}]\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Function, Action: "
                "'lambda:InvokeFunction', Principal: s3.amazonaws.com}\n"
            ),
            [
                (
                    (
                        "Resources/Bucket/Properties/NotificationConfiguration/LambdaConfigurati"
                        "ons/0/Function"
                    ),
                    "Bucket may be created before Permission lets it in; add DependsOn",
                )
            ],
        ),
        # of another service
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    DependsOn: Permission\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', "
                "Function: !GetAtt Function.Arn}]\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Function, Action: "
                "'lambda:InvokeFunction', Principal: sns.amazonaws.com}\n"
            ),
            [
                (
                    (
                        "Resources/Bucket/Properties/NotificationConfiguration/LambdaConfigurati"
                        "ons/0/Function"
                    ),
                    "Function does not let s3.amazonaws.com in; add a permission",
                )
            ],
        ),
        # in a branch, and through a parameter
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    DependsOn: Permission\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', "
                "Function: !If [IsUsed, !GetAtt Function.Arn, !Ref Any]}]\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Function, Action: "
                "'lambda:InvokeFunction', Principal: !Ref Who}\n"
            ),
            [
                (
                    (
                        "Resources/Bucket/Properties/NotificationConfiguration/LambdaConfigurati"
                        "ons/0/Function/Fn::If/1"
                    ),
                    "Function does not let s3.amazonaws.com in; add a permission",
                )
            ],
        ),
        (
            (
                "  Group: {Type: AWS::Logs::LogGroup}\n"
                "  Filter:\n"
                "    Type: AWS::Logs::SubscriptionFilter\n"
                "    Properties: {LogGroupName: !Ref Group, FilterPattern: '', "
                "DestinationArn: !GetAtt Function.Arn}\n"
            ),
            [
                (
                    "Resources/Filter/Properties/DestinationArn",
                    "Function does not let logs.amazonaws.com in; add a permission",
                )
            ],
        ),
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        QueueConfigurations: [{Event: 's3:ObjectCreated:*', Queue: "
                "!GetAtt Queue.Arn}]\n"
            ),
            [
                (
                    (
                        "Resources/Bucket/Properties/NotificationConfiguration/QueueConfiguratio"
                        "ns/0/Queue"
                    ),
                    "Queue does not let s3.amazonaws.com in; add a permission",
                )
            ],
        ),
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    DependsOn: Permission\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', "
                "Function: !GetAtt Function.Arn}]\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Function, Action: "
                "'lambda:InvokeFunction', Principal: s3.amazonaws.com}\n"
            ),
            [],
        ),
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    DependsOn: Permission\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', "
                "Function: !GetAtt Function.Arn}]\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !GetAtt Function.Arn, Action: "
                "'lambda:InvokeFunction', Principal: '*'}\n"
            ),
            [],
        ),
        # an unknown principal
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', "
                "Function: !GetAtt Function.Arn}]\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Function, Action: "
                "'lambda:InvokeFunction', Principal: !Ref Any}\n"
            ),
            [],
        ),
        # perhaps of this function
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', "
                "Function: !GetAtt Function.Arn}]\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Any, Action: "
                "'lambda:InvokeFunction', Principal: s3.amazonaws.com}\n"
            ),
            [],
        ),
        (
            (
                "  Bucket:\n"
                "    Type: AWS::S3::Bucket\n"
                "    Properties:\n"
                "      NotificationConfiguration:\n"
                "        LambdaConfigurations: [{Event: 's3:ObjectCreated:*', "
                "Function: !Ref Any}]\n"
            ),
            [],
        ),
        (
            (
                "  Group: {Type: AWS::Logs::LogGroup}\n"
                "  Filter:\n"
                "    Type: AWS::Logs::SubscriptionFilter\n"
                "    DependsOn: Permission\n"
                "    Properties: {LogGroupName: !Ref Group, FilterPattern: '', "
                "DestinationArn: !GetAtt Function.Arn}\n"
                "  Permission:\n"
                "    Type: AWS::Lambda::Permission\n"
                "    Properties: {FunctionName: !Ref Function, Action: "
                "'lambda:InvokeFunction', Principal: !Sub "
                "'logs.${AWS::Region}.amazonaws.com'}\n"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9532") == expected
