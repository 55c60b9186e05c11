"""E9613."""

from collections.abc import Iterator

from axonflow_cfn.model import Resource, TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding

_TRANSFORMS = ("AWS::SecretsManager-2020-07-23", "AWS::SecretsManager-2024-09-16")


class RotationIncomplete(DeployabilityRule):
    """A rotation that nobody carries out."""

    id = "E9613"
    shortdesc = "Secret rotation has no function, or not its transform"
    description = (
        "Secrets Manager refuses a rotation with neither RotationLambdaARN nor "
        "HostedRotationLambda, and CloudFormation one with HostedRotationLambda and without the "
        "transform AWS::SecretsManager-2024-09-16. Add what is missing."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-secretsmanager-rotationschedule.html"
    )
    tags = ["resources", "secretsmanager"]
    bad = """
Resources:
  Secret: {Type: AWS::SecretsManager::Secret, Properties: {GenerateSecretString: {}}}
  Rotation:
    Type: AWS::SecretsManager::RotationSchedule
    Properties: {SecretId: !Ref Secret, RotationRules: {AutomaticallyAfterDays: 30}}
"""
    good = bad.replace(
        "SecretId:",
        "RotationLambdaARN: 'arn:aws:lambda:us-east-1:123456789012:function:x', SecretId:",
    )

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at who carries each rotation out."""
        raw = model.template.get("Transform") or []
        transforms = raw if isinstance(raw, list) else [raw]
        for rotation in model.of_type("AWS::SecretsManager::RotationSchedule"):
            names = ("RotationLambdaARN", "HostedRotationLambda", "RotationRules")
            for function, hosted, rules in rotation.cases(*names):
                # A secret that a service manages rotates without a function.
                if function.absent and hosted.absent and _is_own(rotation):
                    yield Finding(
                        rotation.path,
                        f"{rotation.logical_id} has nobody to rotate; give RotationLambdaARN or "
                        "HostedRotationLambda",
                    )
                if hosted.present and not set(_TRANSFORMS) & {str(one) for one in transforms}:
                    yield Finding(
                        hosted.path,
                        f"HostedRotationLambda needs Transform: {_TRANSFORMS[1]} in the template",
                    )
                for days in rules.values("AutomaticallyAfterDays"):
                    if days.number is not None and not 1 <= days.number <= 1000:  # noqa: PLR2004 - the API's range
                        yield Finding(
                            days.path, f"AutomaticallyAfterDays {days.shown} is outside 1 to 1000"
                        )


def _is_own(rotation: Resource) -> bool:
    return any(value.follow("AWS::SecretsManager::Secret") for value in rotation.values("SecretId"))
