"""Logs: what the page leaves open, and the handles."""

import pytest
from resolved import search

from axonflow_cfn import TemplateConfig
from axonflow_cfn.layers.logs import build_logs


@pytest.mark.parametrize("group", ["AgentLogGroup", "OrchestratorLogGroup"])
def test_groups_go_with_the_stack(group: str) -> None:
    """Retained under a fixed name they would block the next stack of that name."""
    policies = search(f"Attributes.{group}.[DeletionPolicy, UpdateReplacePolicy]")
    assert policies == ["Delete", "Delete"]


def test_handles_are_values() -> None:
    logs = build_logs(TemplateConfig())
    assert logs.agent_log_group.to_dict() == {"Ref": "AgentLogGroup"}
    assert logs.orchestrator_log_group.to_dict() == {"Ref": "OrchestratorLogGroup"}
    assert [arn.to_dict() for arn in logs.log_group_arns] == [
        {"Fn::GetAtt": ["AgentLogGroup", "Arn"]},
        {"Fn::GetAtt": ["OrchestratorLogGroup", "Arn"]},
    ]
