import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Act: {Type: String, AllowedValues: ['s3:GetObject'], Default: 's3:GetObject'}
"""
RESOURCES = """  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - {Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: sts:AssumeRole}
      BODY
  Function: {Type: AWS::Lambda::Function, Properties: {Role: !GetAtt Role.Arn}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Path: /",
            [
                (
                    "Resources/Function/Properties/Role",
                    (
                        "Role may not logs:PutLogEvents, which lambda.amazonaws.com needs it "
                        "for; allow it"
                    ),
                )
            ],
        ),
        (
            (
                "Policies: [{PolicyName: x, PolicyDocument: {Statement: [{Effect: "
                "Allow, Action: !Ref Act, Resource: '*'}]}}]"
            ),
            [
                (
                    "Resources/Function/Properties/Role",
                    (
                        "Role may not logs:PutLogEvents, which lambda.amazonaws.com needs it "
                        "for; allow it"
                    ),
                )
            ],
        ),
        (
            (
                "Policies: [{PolicyName: x, PolicyDocument: {Statement: [{Effect: "
                "Allow, Action: !If [IsUsed, 's3:GetObject', 's3:PutObject'], "
                "Resource: '*'}]}}]"
            ),
            [
                (
                    "Resources/Function/Properties/Role",
                    (
                        "Role may not logs:PutLogEvents, which lambda.amazonaws.com needs it "
                        "for; allow it"
                    ),
                )
            ],
        ),
        (
            (
                "ManagedPolicyArns: [!Sub "
                "'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSLambdaBasicExecu"
                "tionRole']"
            ),
            [],
        ),
        (
            (
                "Policies: [{PolicyName: x, PolicyDocument: {Statement: [{Effect: "
                "Allow, Action: 'logs:*', Resource: '*'}]}}]"
            ),
            [],
        ),
        ("ManagedPolicyArns: [!Ref Any]", []),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9539") == expected


BACKUPS = """  Role:
    Type: AWS::IAM::Role
    Properties: {ManagedPolicyArns: [POLICIES]}
  Files: {Type: AWS::EFS::FileSystem, Properties: {Encrypted: true}}
  Bucket: {Type: AWS::S3::Bucket}
  Volume: {Type: AWS::EC2::Volume}
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: plan
      BackupSelection: {SelectionName: data, IamRoleArn: !GetAtt Role.Arn, Resources: [BODY]}
"""
SERVICE = (
    "!Sub 'arn:${AWS::Partition}:iam::aws:policy/service-role/AWSBackupServiceRolePolicyFor%s'"
)
BACKUP, RESTORES = SERVICE % "Backup", SERVICE % "Restores"
FILES, BUCKET = "!GetAtt Files.Arn", "!GetAtt Bucket.Arn"
VOLUME = "!Sub 'arn:aws:ec2:us-east-1:123456789012:volume/${Volume}'"


def _fails(action: str, selected: str) -> list[tuple[str, str]]:
    return [
        (
            "Resources/Selection/Properties/BackupSelection/IamRoleArn",
            f"Role may not {action}, so that backups of {selected} fail; allow it",
        )
    ]


@pytest.mark.parametrize(
    ("policies", "selected", "expected"),
    [
        (RESTORES, FILES, _fails("elasticfilesystem:Backup", "${Files.Arn}")),
        (
            RESTORES,
            VOLUME,
            _fails("ec2:CreateSnapshot", "arn:aws:ec2:us-east-1:123456789012:volume/${Volume}"),
        ),
        (
            RESTORES,
            f"!If [IsUsed, {FILES}, !Ref AWS::NoValue]",
            _fails("elasticfilesystem:Backup", "${Files.Arn}"),
        ),
        (BACKUP, BUCKET, _fails("s3:GetBucketVersioning", "${Bucket.Arn}")),
        # One is enough, the others would fail alike.
        (RESTORES, f"{FILES}, {BUCKET}", _fails("elasticfilesystem:Backup", "${Files.Arn}")),
        (f"{BACKUP}, {RESTORES}", f"{FILES}, {VOLUME}", []),
        (f"!If [IsUsed, {RESTORES}, {BACKUP}]", FILES, []),
        (f"{RESTORES}, !Ref Any", FILES, []),
        (RESTORES, "!Ref Any", []),
        (RESTORES, "'*'", []),
        (SERVICE % "S3Backup", BUCKET, []),
    ],
)
def test_backups(policies: str, selected: str, expected: list[tuple[str, str]]) -> None:
    resources = BACKUPS.replace("POLICIES", policies)
    assert report(template(resources, selected), "W9539") == expected


def test_a_file_system_that_lets_the_role_in_itself() -> None:
    policy = "{Encrypted: true, FileSystemPolicy: {Statement: {Principal: {AWS: !Ref Role}}}}"
    resources = BACKUPS.replace("POLICIES", RESTORES).replace("{Encrypted: true}", policy)
    assert report(template(resources, FILES), "W9539") == []
