"""IAM: the execution role that starts tasks, and the role the containers run under."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from awacs import aws_marketplace, cloudwatch, license_manager, secretsmanager, ssmmessages
from awacs import logs as awacs_logs
from awacs.aws import Action, Allow, Condition, PolicyDocument, Statement, StringEquals
from troposphere import AWSHelperFn, GetAtt, If, NoValue, Sub
from troposphere.iam import Policy, Role

from axonflow_cfn import parameters as p
from axonflow_cfn.config import TemplateConfig
from axonflow_cfn.errors import ConfigError
from axonflow_cfn.fragment import Fragment, Param, described
from axonflow_cfn.layers.database import Database
from axonflow_cfn.layers.logs import Logs
from axonflow_cfn.naming import name_tag
from axonflow_cfn.trust import service_trust

METERING_ACTIONS: Mapping[str, Sequence[Action]] = MappingProxyType(
    {
        "none": (),
        "register-usage": (aws_marketplace.RegisterUsage,),
        "meter-usage": (aws_marketplace.MeterUsage,),
        "license-manager": (
            license_manager.CheckoutLicense,
            license_manager.GetLicense,
            license_manager.CheckInLicense,
            license_manager.ExtendLicenseConsumption,
            license_manager.ListReceivedLicenses,
        ),
    }
)
"""What the task role needs for each metering model (AWS Marketplace seller guide, "Container
products metering"); the guide grants them on ``*``."""


@dataclass(frozen=True)
class Iam:
    """Handles of the IAM layer.

    Attributes:
        execution_role: ARN of the role Amazon ECS starts tasks with.
        task_role: ARN of the role the containers run under.
        fragment: the layer's share of the template.
    """

    execution_role: GetAtt
    task_role: GetAtt
    fragment: Fragment


def build_iam(config: TemplateConfig, *, logs: Logs, database: Database) -> Iam:
    """Build both roles; unnamed, so that CAPABILITY_IAM is enough."""
    extra = _secret_params(config)
    execution = _execution_role([database.url_secret, *(param.ref for param in extra)])
    task = _task_role(config, logs)
    return Iam(
        execution_role=GetAtt(execution.title, "Arn"),
        task_role=GetAtt(task.title, "Arn"),
        fragment=Fragment(
            params=(*extra, p.ENABLE_EXECUTE_COMMAND),
            conditions=(p.EXECUTE_COMMAND_ENABLED,),
            resources=(execution, task),
        ),
    )


def _secret_params(config: TemplateConfig) -> list[Param]:
    """Return one parameter for each extra secret; two variables may share one.

    Raises:
        ConfigError: the name is one of the template's own parameters.
    """
    variables: dict[str, list[str]] = {}
    for service in (config.agent, config.orchestrator):
        for variable, name in service.secrets.items():
            if name in p.STOCK_NAMES:
                raise ConfigError(
                    [(f"secrets.{variable}", f'got "{name}"; allowed: a name of its own')]
                )
            users = variables.setdefault(name, [])
            if variable not in users:
                users.append(variable)
    return [p.secret_arn_param(name, " and ".join(users)) for name, users in variables.items()]


def _execution_role(secrets: Sequence[AWSHelperFn]) -> Role:
    return Role(
        "TaskExecutionRole",
        Metadata=described("Lets Amazon ECS pull images, write logs and read injected secrets."),
        AssumeRolePolicyDocument=service_trust("ecs-tasks.amazonaws.com"),
        ManagedPolicyArns=[
            Sub(
                "arn:${AWS::Partition}:iam::aws:policy/service-role/"
                "AmazonECSTaskExecutionRolePolicy"
            )
        ],
        Policies=[
            Policy(
                PolicyName="read-injected-secrets",
                PolicyDocument=_document(_allow([secretsmanager.GetSecretValue], secrets)),
            )
        ],
        Tags=name_tag("execution-role"),
    )


def _task_role(config: TemplateConfig, logs: Logs) -> Role:
    metrics = _allow([cloudwatch.PutMetricData], ["*"])
    metrics.Condition = Condition(StringEquals("cloudwatch:namespace", config.metrics_namespace))
    telemetry = Policy(
        PolicyName="write-logs-and-metrics",
        PolicyDocument=_document(
            _allow([awacs_logs.CreateLogStream, awacs_logs.PutLogEvents], logs.log_group_arns),
            metrics,
        ),
    )
    # A policy of its own, so that the page's three actions stay apart from what ECS Exec needs.
    execute_command = Policy(
        PolicyName="execute-command",
        PolicyDocument=_document(
            _allow(
                [
                    ssmmessages.CreateControlChannel,
                    ssmmessages.CreateDataChannel,
                    ssmmessages.OpenControlChannel,
                    ssmmessages.OpenDataChannel,
                ],
                ["*"],
            )
        ),
    )
    metering = [
        Policy(PolicyName="metering", PolicyDocument=_document(_allow(actions, ["*"])))
        for actions in (METERING_ACTIONS[config.metering],)
        if actions
    ]
    return Role(
        "TaskRole",
        Metadata=described("What the agent and orchestrator containers may do in AWS."),
        AssumeRolePolicyDocument=service_trust("ecs-tasks.amazonaws.com"),
        Policies=[
            telemetry,
            *metering,
            If(p.EXECUTE_COMMAND_ENABLED.name, execute_command, NoValue),
        ],
        Tags=name_tag("task-role"),
    )


def _allow(actions: Sequence[Action], resources: Sequence[AWSHelperFn | str]) -> Statement:
    return Statement(Effect=Allow, Action=list(actions), Resource=list(resources))


def _document(*statements: Statement) -> PolicyDocument:
    return PolicyDocument(Version="2012-10-17", Statement=list(statements))
