"""E9228."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from axonflow_cfn.model import Reference, Resource, TemplateModel, Value
from axonflow_cfn.model.load_balancers import BALANCER, kind
from axonflow_cfn.model.policies import covers_action, of_kind
from axonflow_cfn.model.values import Symbol
from axonflow_cfn.rule import DeployabilityRule, Finding

_ALGORITHM = (
    "BucketEncryption.ServerSideEncryptionConfiguration.*."
    "ServerSideEncryptionByDefault.SSEAlgorithm"
)


class AccessLogsWithoutBucket(DeployabilityRule):
    """Load balancer logs that nothing can write."""

    id = "E9228"
    shortdesc = "Load balancer logs need a bucket that lets them be written"
    description = (
        "Elastic Load Balancing tries the bucket at once and refuses the load balancer: logs "
        "that are on need a bucket name, the bucket a policy that lets Elastic Load Balancing "
        "put objects under the prefix, in place before the load balancer, and for an application "
        "load balancer no KMS encryption of its own: it writes to SSE-S3 buckets only."
    )
    source_url = (
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/"
        "enable-access-logging.html"
    )
    tags = ["resources", "elb", "s3"]
    bad = """
Resources:
  Logs: {Type: AWS::S3::Bucket}
  Balancer:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Scheme: internal
      SubnetMappings: !ImportValue subnets
      LoadBalancerAttributes:
        - {Key: access_logs.s3.enabled, Value: 'true'}
        - {Key: access_logs.s3.bucket, Value: !Ref Logs}
"""
    good = (
        bad.replace("LoadBalancer\n", "LoadBalancer\n    DependsOn: [Policy]\n")
        + """
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Logs
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {Service: logdelivery.elasticloadbalancing.amazonaws.com}
            Action: s3:PutObject
            Resource: !Sub ${Logs.Arn}/*
"""
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Follow each kind of log that is on to its bucket."""
        for balancer in model.of_type(BALANCER):
            for attributes in balancer.values("LoadBalancerAttributes"):
                for listed in attributes.elements():
                    pairs = [pair for item in listed for pair in item.cases("Key", "Value")]
                    for log in ("access_logs", "connection_logs", "health_check_logs"):
                        yield from _log(balancer, log, pairs)


def _log(balancer: Resource, log: str, pairs: list[tuple[Value, ...]]) -> Iterator[Finding]:
    unknown = any(key.text is None for key, _ in pairs)
    buckets = [value for key, value in pairs if key.text == f"{log}.s3.bucket"]
    for key, enabled in pairs:
        if key.text == f"{log}.s3.enabled" and enabled.flag:
            if not buckets and not unknown:
                yield Finding(enabled.path, f"{log} are on without {log}.s3.bucket; add it")
            prefixes = [value for key, value in pairs if key.text == f"{log}.s3.prefix"]
            for bucket in buckets:
                if enabled.model.together(enabled, bucket) is not None:
                    yield from _bucket(balancer, bucket)
                    if not unknown and len(prefixes) < 2:  # noqa: PLR2004 - one or none
                        yield from _prefix(bucket, prefixes)


def _bucket(balancer: Resource, value: Value) -> Iterator[Finding]:
    bucket = value.follow("AWS::S3::Bucket")
    if bucket is None:
        return
    model = balancer.model
    policies = {
        policy.logical_id
        for policy in model.of_type("AWS::S3::BucketPolicy")
        if any(m.name == bucket.logical_id for m in model.mentions(policy.logical_id))
    }
    if not policies:
        yield Finding(
            value.path,
            f"{bucket.logical_id} has no bucket policy that lets Elastic Load Balancing write; "
            "add an AWS::S3::BucketPolicy",
        )
    elif policies.isdisjoint(model.waits_for(balancer.logical_id)):
        yield Finding(
            value.path,
            f"{balancer.logical_id} must wait for {' or '.join(sorted(policies))}; add it to "
            "DependsOn",
        )
    for algorithm in bucket.values(_ALGORITHM):
        types = {kind(form) for (form,) in balancer.cases("Type")}
        if (algorithm.text or "").startswith("aws:kms") and types == {"application"}:
            yield Finding(
                algorithm.path,
                f"{balancer.logical_id} can't write its logs to a bucket with {algorithm.shown}; "
                "use AES256",
            )


def _prefix(value: Value, prefixes: list[Value]) -> Iterator[Finding]:
    """Look for a policy that allows writing elsewhere only."""
    bucket = value.follow("AWS::S3::Bucket")
    prefix = prefixes[0].text if prefixes else ""
    if bucket is None or prefix is None:
        return
    # prefix/AWSLogs/account/..., as the load balancer names its files.
    name = f"/{prefix}/AWSLogs/123456789012/x".replace("//", "/")
    patterns = [
        _pattern(resource, bucket.logical_id)
        for statement in of_kind(value.model, "resource")
        if statement.holder.type == "AWS::S3::BucketPolicy" and statement.effect != "Deny"
        if statement.not_actions
        or any(a.text is None or covers_action(a, "s3:PutObject") for a in statement.actions)
        for resource in statement.resources
        if any(
            m.name == bucket.logical_id for m in value.model.mentions(statement.holder.logical_id)
        )
    ]
    if patterns and not any(p is None or fnmatchcase(name, p) for p in patterns):
        yield Finding(
            value.path,
            f"the policy of {bucket.logical_id} lets nobody write "
            f"{name.removeprefix('/').partition('123')[0]}; allow s3:PutObject there",
        )


def _pattern(resource: Value, bucket: str) -> str | None:
    """What a Resource names below the bucket; None if that is not known."""
    names = [part.logical_id if isinstance(part, Reference) else "" for part in resource.parts]
    if bucket not in names:
        return None
    rest = resource.parts[names.index(bucket) + 1 :]
    known = all(isinstance(part, str | Symbol) for part in rest)
    return "".join(part if isinstance(part, str) else "*" for part in rest) if known else None
