"""E9538."""

from collections.abc import Iterator

from axonflow_cfn.model import Reference, Symbol, TemplateModel, Value
from axonflow_cfn.model.policies import of_kind
from axonflow_cfn.rule import DeployabilityRule, Finding

# Types whose Ref is a name, an id or a URL, never an ARN.
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
_NAMED = frozenset(
    {
        "AWS::CodeBuild::Project",
        "AWS::DynamoDB::Table",
        "AWS::ECR::Repository",
        "AWS::ECS::Cluster",
        "AWS::EFS::FileSystem",
        "AWS::Events::Rule",
        "AWS::IAM::Role",
        "AWS::IAM::User",
        "AWS::KMS::Alias",
        "AWS::KMS::Key",
        "AWS::Kinesis::Stream",
        "AWS::KinesisFirehose::DeliveryStream",
        "AWS::Lambda::Function",
        "AWS::Logs::LogGroup",
        "AWS::RDS::DBCluster",
        "AWS::RDS::DBInstance",
        "AWS::S3::Bucket",
        "AWS::SQS::Queue",
        "AWS::SSM::Parameter",
    }
)
# Pseudo parameters that no ARN begins with.
_NEVER = {"AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackName", "AWS::URLSuffix"}
_FIELDS = 6


class PolicyResourceRefused(DeployabilityRule):
    """A Resource of a policy that is no ARN."""

    id = "E9538"
    shortdesc = "Resource of a policy is not an ARN"
    description = (
        'IAM refuses the policy (Resource ... must be in ARN format or "*"): Ref gives the name '
        "or id of most resources, not their ARN, and an ARN has six fields "
        "(arn:partition:service:region:account:resource). Use GetAtt Arn, or spell the ARN out."
    )
    source_url = (
        "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"
    )
    tags = ["resources", "iam"]
    bad = """
Resources:
  Queue: {Type: AWS::SQS::Queue}
  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument:
        Version: '2012-10-17'
        Statement: [{Effect: Allow, Action: sqs:SendMessage, Resource: !Ref Queue}]
"""
    good = bad.replace("!Ref Queue", "!GetAtt Queue.Arn")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at how each resource begins, and at its fields."""
        for statement in of_kind(model, "identity"):
            for resource in (*statement.resources, *statement.not_resources):
                problem = _problem(resource)
                if problem:
                    yield Finding(resource.path, problem)


def _problem(resource: Value) -> str | None:
    first = resource.parts[0] if resource.parts else "*"
    if isinstance(first, Reference):
        kind = resource.model.resources[first.logical_id].type
        if first.attribute is None and kind in _NAMED:
            return (
                f"{resource.shown} is not an ARN: Ref of {first.logical_id} is its name or id; use "
                "GetAtt Arn"
            )
        return None
    # A literal is cfn-lint's to judge.
    begins = first.name if isinstance(first, Symbol) else first
    if resource.text is not None or not isinstance(begins, str):
        return None
    literal = isinstance(first, str)
    if begins in _NEVER or (literal and not begins.startswith(("arn:", "*"))):
        return f"{resource.shown} is not an ARN; it begins with arn:"
    known = "".join(part if isinstance(part, str) else "x" for part in resource.parts)
    # What is not literal may bring colons of its own, unless it is a pseudo parameter.
    opaque = any(
        getattr(part, "name", "").startswith("AWS::") is False
        for part in resource.parts
        if not isinstance(part, str)
    )
    if not opaque and known.count(":") < _FIELDS - 1 and "*" not in known:
        return f"{resource.shown} has {known.count(':') + 1} fields, an ARN has {_FIELDS}"
    return None
