import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Flag: {Type: String, Default: 'true'}
"""
BALANCER = """  Logs: {Type: AWS::S3::Bucket}
  Writer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      LoadBalancerAttributes:
        - {Key: access_logs.s3.enabled, Value: BODY}
        - {Key: access_logs.s3.bucket, Value: !Ref Logs}
"""
WRITERS = (
    (
        "AWS::CloudFront::Distribution, Properties: {DistributionConfig: {Logging: {Bucket: !GetAtt "
        "Logs.DomainName}}}"
    ),
    "AWS::CloudTrail::Trail, Properties: {IsLogging: true, S3BucketName: !Ref Logs}",
    "AWS::CodePipeline::Pipeline, Properties: {ArtifactStore: {Type: S3, Location: !Ref Logs}}",
    "AWS::Config::DeliveryChannel, Properties: {S3BucketName: !Ref Logs}",
    (
        "AWS::EC2::FlowLog, Properties: {LogDestinationType: s3, LogDestination: !Sub "
        "'${Logs.Arn}/flows'}"
    ),
    (
        "AWS::S3::Bucket, DeletionPolicy: Retain, Properties: {LoggingConfiguration: "
        "{DestinationBucketName: !Ref Logs}}"
    ),
)
QUIET = (
    "AWS::CloudTrail::Trail, Properties: {IsLogging: false, S3BucketName: !Ref Logs}",
    "AWS::CloudTrail::Trail, Properties: {IsLogging: !Ref Any, S3BucketName: !Ref Logs}",
    "AWS::CloudTrail::Trail, Properties: {IsLogging: true, S3BucketName: !Ref Any}",
    (
        "AWS::EC2::FlowLog, Properties: {LogDestinationType: cloud-watch-logs, LogDestination: "
        "!GetAtt Logs.Arn}"
    ),
    "AWS::S3::Bucket, DeletionPolicy: Retain, Properties: {BucketName: !Sub '${Logs}-2'}",
    "AWS::ECS::Cluster, Properties: {ClusterName: !Ref Logs}",
)
FOUND = [
    (
        "Resources/Logs",
        (
            "Writer writes to Logs, which is to be deleted with the stack: that fails, as it is never "
            "empty; state DeletionPolicy: Retain"
        ),
    )
]


def _report(resources: str, body: str = "") -> list[tuple[str, str]]:
    return report(template(resources, body, PARAMETERS), "W9908")


@pytest.mark.parametrize("body", ["'true'", "!Ref Flag", "!If [IsUsed, 'true', 'false']"])
def test_logs_of_a_load_balancer(body: str) -> None:
    assert _report(BALANCER, body) == FOUND
    assert _report(BALANCER.replace("access_logs", "connection_logs"), body) == FOUND


@pytest.mark.parametrize("body", ["'false'", "!Ref Any", "!If [IsUsed, 'false', !Ref Any]"])
def test_logs_that_are_off_or_may_be(body: str) -> None:
    assert _report(BALANCER, body) == []


def test_logs_that_are_never_on_together_with_the_bucket() -> None:
    bucket = BALANCER.replace("Value: !Ref Logs", "Value: !If [IsUsed, !Ref Any, !Ref Logs]")
    assert _report(bucket, "!If [IsUsed, 'true', 'false']") == []
    assert _report(bucket, "!If [IsUsed, 'false', 'true']") == FOUND


@pytest.mark.parametrize("writer", WRITERS)
def test_other_writers(writer: str) -> None:
    logs = "  Logs: {Type: AWS::S3::Bucket}\n"
    resource = f"  Writer: {{Type: {writer}}}\n"
    resource += "  Policy: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Logs}}\n"
    assert _report(logs + resource) == FOUND
    for policy in ("Retain", "RetainExceptOnCreate"):
        kept = logs.replace("}", f", DeletionPolicy: {policy}}}")
        assert _report(kept + resource) == []
    stated = logs.replace("}", ", DeletionPolicy: Delete}")
    assert _report(stated + resource) == [("Resources/Logs/DeletionPolicy", FOUND[0][1])]


@pytest.mark.parametrize("writer", QUIET)
def test_a_bucket_that_may_stay_empty(writer: str) -> None:
    assert _report("  Logs: {Type: AWS::S3::Bucket}\n" + f"  Writer: {{Type: {writer}}}\n") == []


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ("{ServiceToken: !Ref Any, Bucket: !Ref Logs}", []),
        ("{ServiceToken: !GetAtt Emptier.Arn}", []),
        ("{ServiceToken: !Ref Any}", FOUND),
    ],
)
def test_a_custom_resource_may_empty_it(properties: str, expected: list[tuple[str, str]]) -> None:
    others = f"""
  Emptier:
    Type: AWS::Lambda::Function
    Properties: {{Environment: {{Variables: {{BUCKET: !Ref Logs}}}}}}
  Empty: {{Type: Custom::Empty, Properties: {properties}}}
"""
    assert _report(BALANCER + others, "'true'") == expected
    named = BALANCER.replace("S3::Bucket}", "S3::Bucket, Properties: {BucketName: x}}")
    assert _report(named + others, "'true'") == []
    assert _report(named, "'true'") == FOUND


def test_server_access_logs_arrive_only_where_s3_is_let_in() -> None:
    source = f"  Writer: {{Type: {WRITERS[-1]}}}\n"
    logs = "  Logs: {Type: AWS::S3::Bucket, Properties: {AccessControl: ACL}}\n"
    assert _report(source + logs.replace("ACL", "LogDeliveryWrite")) == FOUND
    assert _report(source + logs.replace("ACL", "Private")) == []


BACKUP = """  Vault: {Type: AWS::Backup::BackupVault, DeletionPolicy: KEPT}
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanRule: [{TargetBackupVault: !Ref Vault, ScheduleExpression: cron(0 3 * * ? *)}]
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties: {BackupPlanId: !Ref Plan, BackupSelection: {Resources: BODY}}
"""


@pytest.mark.parametrize(
    ("kept", "resources", "found"),
    [
        ("Delete", "[!Ref Any]", True),
        ("Delete", "['*']", True),
        ("Delete", "!If [IsUsed, ['*'], !Ref AWS::NoValue]", True),
        ("Retain", "['*']", False),
        # By tags, perhaps, which nothing may have.
        ("Delete", "[]", False),
        ("Delete", "!Ref AWS::NoValue", False),
    ],
)
def test_vault_of_a_backup_plan(kept: str, resources: str, *, found: bool) -> None:
    message = FOUND[0][1].replace("Writer", "Plan").replace("Logs", "Vault")
    expected = [("Resources/Vault/DeletionPolicy", message)] if found else []
    backup = BACKUP.replace("KEPT", kept)
    assert _report(backup, resources) == expected
    assert _report(backup.replace("!Ref Vault", "!Ref Any"), resources) == []
    assert _report(backup.replace(", ScheduleExpression: cron(0 3 * * ? *)", ""), resources) == []
    assert _report(backup.replace("BackupPlanId: !Ref Plan", "BackupPlanId: x"), resources) == []
