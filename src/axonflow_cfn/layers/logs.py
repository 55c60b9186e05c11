"""Logs: one log group a service."""

from collections.abc import Sequence
from dataclasses import dataclass

from troposphere import GetAtt, Ref, Sub
from troposphere.logs import LogGroup

from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.fragment import Fragment, described, skipped
from axonflow_cfn.naming import name_tag


@dataclass(frozen=True)
class Logs:
    """Handles of the logs layer.

    Attributes:
        agent_log_group: name of the agents' log group.
        orchestrator_log_group: name of the orchestrators' log group.
        log_group_arns: what a role must name to write to both groups.
        fragment: the layer's share of the template.
    """

    agent_log_group: Ref
    orchestrator_log_group: Ref
    log_group_arns: Sequence[GetAtt]
    fragment: Fragment


def build_logs(config: TemplateConfig) -> Logs:  # noqa: ARG001 every layer takes the config
    """Build both log groups; 30 days and the names are the page's."""
    agent = _log_group("AgentLogGroup", "agent")
    orchestrator = _log_group("OrchestratorLogGroup", "orchestrator")
    return Logs(
        agent_log_group=Ref(agent.title),
        orchestrator_log_group=Ref(orchestrator.title),
        log_group_arns=(GetAtt(agent.title, "Arn"), GetAtt(orchestrator.title, "Arn")),
        fragment=Fragment(resources=(agent, orchestrator)),
    )


def _log_group(title: str, service: str) -> LogGroup:
    return LogGroup(
        title,
        # Retained under this fixed name, a group would block the next stack of the same name.
        DeletionPolicy="Delete",
        UpdateReplacePolicy="Delete",
        Metadata=described(
            f"Keeps the {service} containers' logs for 30 days.",
            checkov=skipped("CKV_AWS_158", "AWS's own key encrypts them."),
        ),
        LogGroupName=Sub(f"/ecs/${{AWS::StackName}}/{service}"),
        RetentionInDays=30,
        Tags=name_tag(f"{service}-logs"),
    )
