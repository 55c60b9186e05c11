"""Trust policies of service roles."""

from awacs import sts
from awacs.aws import Allow, Condition, PolicyDocument, Principal, Statement, StringEquals
from troposphere import Ref


def service_trust(service: str) -> PolicyDocument:
    """Return the trust policy of a role that one AWS service assumes.

    The aws:SourceAccount condition keeps the service from acting here for another account (IAM
    user guide, "The confused deputy problem").

    Args:
        service: principal such as ``ecs-tasks.amazonaws.com``, the same in every partition.
    """
    return PolicyDocument(
        Version="2012-10-17",
        Statement=[
            Statement(
                Effect=Allow,
                Principal=Principal("Service", [service]),
                Action=[sts.AssumeRole],
                Condition=Condition(StringEquals("aws:SourceAccount", Ref("AWS::AccountId"))),
            )
        ],
    )
