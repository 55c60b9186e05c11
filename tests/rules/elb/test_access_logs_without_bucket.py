import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: logs}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Logs:
    Type: AWS::S3::Bucket
    Properties:
      BucketEncryption:
        ServerSideEncryptionConfiguration:
          - {ServerSideEncryptionByDefault: {SSEAlgorithm: 'aws:kms'}}
  Bare: {Type: AWS::S3::Bucket}
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties: {Bucket: !Ref Logs, PolicyDocument: {Statement: []}}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    DependsOn: [Policy]
    Properties:
      Scheme: internal
      SubnetMappings: !ImportValue subnets
      LoadBalancerAttributes:
        - {Key: access_logs.s3.enabled, Value: 'true'}
        - VALUE
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "{Key: access_logs.s3.prefix, Value: a}",
            [
                (
                    "Resources/Balancer/Properties/LoadBalancerAttributes/0/Value",
                    "access_logs are on without access_logs.s3.bucket; add it",
                ),
            ],
        ),
        (
            "{Key: access_logs.s3.bucket, Value: !Ref Bare}",
            [
                (
                    "Resources/Balancer/Properties/LoadBalancerAttributes/1/Value",
                    (
                        "Bare has no bucket policy that lets Elastic Load Balancing "
                        "write; add an AWS::S3::BucketPolicy"
                    ),
                ),
            ],
        ),
        (
            "{Key: access_logs.s3.bucket, Value: !Ref Logs}",
            [
                (
                    (
                        "Resources/Logs/Properties/BucketEncryption/ServerSideEncryptionC"
                        "onfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm"
                    ),
                    ("Balancer can't write its logs to a bucket with aws:kms; use AES256"),
                ),
            ],
        ),
        (
            "{Key: access_logs.s3.bucket, Value: !If [Chosen, !Ref Bare, !Ref Any]}",
            [
                (
                    ("Resources/Balancer/Properties/LoadBalancerAttributes/1/Value/Fn::If/1"),
                    (
                        "Bare has no bucket policy that lets Elastic Load Balancing "
                        "write; add an AWS::S3::BucketPolicy"
                    ),
                ),
            ],
        ),
        ("{Key: access_logs.s3.bucket, Value: !Ref Pick}", []),
        ("{Key: access_logs.s3.bucket, Value: !Ref Any}", []),
        ("{Key: !Ref Any, Value: a}", []),
        (
            "{Key: access_logs.s3.enabled, Value: 'false'}",
            [
                (
                    "Resources/Balancer/Properties/LoadBalancerAttributes/0/Value",
                    "access_logs are on without access_logs.s3.bucket; add it",
                ),
            ],
        ),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9228") == expected


@pytest.mark.parametrize(
    ("prefix", "resource", "written"),
    [
        ("", "!Sub '${Bare.Arn}/AWSLogs/${AWS::AccountId}/*'", ""),
        ("alb", "!Sub '${Bare.Arn}/alb/AWSLogs/${AWS::AccountId}/*'", ""),
        ("alb", "!Sub 'arn:aws:s3:::${Bare}/*'", ""),
        ("alb", "!Join ['', [!GetAtt Bare.Arn, '/alb/*']]", ""),
        ("alb", "!If [Chosen, !Sub '${Bare.Arn}/alb/*', !Sub '${Bare.Arn}/*']", ""),
        ("alb", "!Ref Any", ""),
        ("!Ref Any", "!Sub '${Bare.Arn}/alb/*'", ""),
        ("!Ref Pick", "!Sub '${Bare.Arn}/logs/*'", ""),
        ("", "!Sub '${Bare.Arn}/alb/AWSLogs/${AWS::AccountId}/*'", "AWSLogs/"),
        ("alb", "!Sub '${Bare.Arn}/AWSLogs/${AWS::AccountId}/*'", "alb/AWSLogs/"),
        ("alb", "!If [Chosen, !Sub '${Bare.Arn}/a/*', !Sub '${Bare.Arn}/b/*']", "alb/AWSLogs/"),
        ("alb", "!GetAtt Bare.Arn", "alb/AWSLogs/"),
    ],
)
def test_the_policy_covers_the_prefix(prefix: str, resource: str, written: str) -> None:
    # A parameter that may hold any prefix is not known.
    attributes = "{Key: access_logs.s3.bucket, Value: !Ref Bare}"
    if prefix:
        attributes += f"\n        - {{Key: access_logs.s3.prefix, Value: {prefix}}}"
    policy = TEMPLATE.replace("Bucket: !Ref Logs", "Bucket: !Ref Bare").replace(
        "Statement: []",
        "Statement: [{Effect: Allow, Principal: {Service: "
        "logdelivery.elasticloadbalancing.amazonaws.com}, Action: 's3:PutObject', "
        f"Resource: {resource}}}]",
    )
    message = f"the policy of Bare lets nobody write {written}; allow s3:PutObject there"
    path = "Resources/Balancer/Properties/LoadBalancerAttributes/1/Value"
    expected = [(path, message)] if written else []
    assert report(policy.replace("VALUE", attributes), "E9228") == expected
