import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Arn: {Type: String, Default: 'arn:aws:sqs:eu-west-1:123456789012:x'}
"""
RESOURCES = """  Jobs: {Type: AWS::SQS::Queue}
  Failed: {Type: AWS::SQS::Queue}
  Orders: {Type: AWS::DynamoDB::Table}
  Users: {Type: AWS::DynamoDB::Table}
  Uploads: {Type: AWS::S3::Bucket}
  Site: {Type: AWS::S3::Bucket}
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: jobs
          PolicyDocument: {Statement: [BODY]}
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      TaskRoleArn: !GetAtt Role.Arn
      ContainerDefinitions: [{Name: a, Environment: [VARIABLES]}]
"""
AT = "Resources/Role/Properties/Policies/0/PolicyDocument/Statement/0/Resource"
VARIABLE = "Resources/Task/Properties/ContainerDefinitions/0/Environment"


def allow(actions: str, resource: str) -> str:
    return f"{{Effect: Allow, Action: {actions}, Resource: {resource}}}"


def variables(**given: str) -> str:
    return ", ".join(f"{{Name: {name}, Value: {value}}}" for name, value in given.items())


def found(statement: str, given: str, more: str = "") -> list[tuple[str, str]]:
    resources = RESOURCES.replace("VARIABLES", given) + more
    return report(template(resources, statement, PARAMETERS), "W9729")


def message(name: str, used: str, granted: str) -> str:
    return f"{name} names {used}, but Role allows nothing on it, only on {granted}; allow {used}"


SEND = allow("[sqs:SendMessage, sqs:GetQueueUrl]", "!GetAtt Failed.Arn")


@pytest.mark.parametrize(
    ("statement", "given", "place", "text"),
    [
        (SEND, variables(QUEUE_URL="!Ref Jobs"), AT, message("QUEUE_URL", "Jobs", "Failed")),
        (
            allow("dynamodb:*", "[!GetAtt Users.Arn, !Sub '${Users.Arn}/index/*']"),
            variables(TABLE="!If [IsUsed, !Ref Orders, x]"),
            f"{AT}/1",
            message("TABLE", "Orders", "Users"),
        ),
        (
            allow("s3:GetObject", "!Sub '${Site.Arn}/*'"),
            variables(BUCKET="!Ref Uploads"),
            AT,
            message("BUCKET", "Uploads", "Site"),
        ),
        (
            allow("sqs:SendMessage", "!If [IsUsed, !GetAtt Failed.Arn, !GetAtt Failed.Arn]"),
            variables(QUEUE_URL="!GetAtt Jobs.QueueUrl"),
            f"{AT}/Fn::If/2",
            message("QUEUE_URL", "Jobs", "Failed"),
        ),
        # The other one has its own variable: this one is forgotten.
        (
            SEND,
            variables(FAILED_URL="!Ref Failed", QUEUE_URL="!Ref Jobs"),
            f"{VARIABLE}/1/Value",
            message("QUEUE_URL", "Jobs", "Failed"),
        ),
    ],
)
def test_another_is_allowed(statement: str, given: str, place: str, text: str) -> None:
    assert found(statement, given) == [(place, text)]


def test_functions_and_separate_policies() -> None:
    function = """  Own:
    Type: AWS::IAM::Role
    Properties:
      ManagedPolicyArns: [!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole']
  Policy:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: p
      Roles: [!Ref Own]
      PolicyDocument: {Statement: [STATEMENT]}
  Function:
    Type: AWS::Lambda::Function
    Properties: {Role: !GetAtt Own.Arn, Environment: {Variables: {QUEUE_URL: !Ref Jobs}}}
"""
    wrong = found(SEND, variables(A="b"), function.replace("STATEMENT", SEND))
    text = message("QUEUE_URL", "Jobs", "Failed").replace("Role", "Own")
    assert wrong == [("Resources/Policy/Properties/PolicyDocument/Statement/0/Resource", text)]
    right = function.replace("STATEMENT", SEND.replace("Failed", "Jobs"))
    assert found(SEND, variables(A="b"), right) == []


@pytest.mark.parametrize(
    ("statement", "given"),
    [
        (SEND.replace("Failed", "Jobs"), variables(QUEUE_URL="!Ref Jobs")),
        (f"{SEND}, {SEND.replace('Failed', 'Jobs')}", variables(QUEUE_URL="!Ref Jobs")),
        # Nothing of the service, something that may cover it, another role.
        (allow("s3:GetObject", "!Sub '${Site.Arn}/*'"), variables(QUEUE_URL="!Ref Jobs")),
        (allow("sqs:SendMessage", "'*'"), variables(QUEUE_URL="!Ref Jobs")),
        (allow("sqs:SendMessage", "[!GetAtt Failed.Arn, !Ref Any]"), variables(Q="!Ref Jobs")),
        (allow("sqs:SendMessage", "[!GetAtt Failed.Arn, !Ref Arn]"), variables(Q="!Ref Jobs")),
        (f"{SEND}, !Ref Any", variables(QUEUE_URL="!Ref Jobs")),
        (f"{SEND}, {allow('sts:AssumeRole', '!Ref Any')}", variables(QUEUE_URL="!Ref Jobs")),
        (f"{SEND}, {{Effect: Allow, NotAction: 'iam:*', Resource: '*'}}", variables(Q="!Ref Jobs")),
        (SEND, variables(QUEUE_URL="!Ref Jobs", AWS_ACCESS_KEY_ID="!Ref Any")),
        (SEND, variables(QUEUE_URL="!Ref Any")),
        # A bucket may be named only to be shown.
        (
            allow("s3:GetObject", "!Sub '${Uploads.Arn}/*'"),
            variables(BUCKET="!Ref Uploads", SITE="!Ref Site"),
        ),
    ],
)
def test_right_or_not_known(statement: str, given: str) -> None:
    assert found(statement, given) == []


@pytest.mark.parametrize(
    "more",
    [
        """  Open:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement: [{Effect: Allow, Principal: {AWS: !Ref Any}, Action: 'sqs:*', Resource: '*'}]
""",
        "Outputs:\n  Role: {Value: !Ref Role}\n",
        "  More: {Type: AWS::IAM::Policy, Properties: {Roles: [!Ref Role], PolicyDocument: !Ref Any}}\n",
    ],
)
def test_let_in_by_another_way(more: str) -> None:
    assert found(SEND, variables(QUEUE_URL="!Ref Jobs"), more) == []


def test_what_services_may_do_is_no_other_way() -> None:
    more = """  Events:
    Type: AWS::SQS::QueuePolicy
    Properties:
      Queues: [!Ref Jobs]
      PolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: sns.amazonaws.com}, Action: 'sqs:*', Resource: '*'}
"""
    assert found(SEND, variables(QUEUE_URL="!Ref Jobs"), more) != []
