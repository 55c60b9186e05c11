"""What Amazon ECS takes: ranges, counts, characters, and what each platform supports.

Each figure is in the description of its field in
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/ (as of botocore 1.44, November 2026),
or where that is silent in the pages named beside it.
"""

from typing import NamedTuple

SERVICE = "AWS::ECS::Service"
TASK = "AWS::ECS::TaskDefinition"


class Range(NamedTuple):
    """The numbers that a property may hold.

    Attributes:
        type: the resource type.
        path: the property, as in `Value.values`.
        low: the least.
        high: the most; None for no limit.
        unit: for the message; may be empty.
        fargate: whether the limit holds on Fargate only.
    """

    type: str
    path: str
    low: int
    high: int | None
    unit: str = ""
    fargate: bool = False


_PORT = 65535

RANGES = (
    Range(TASK, "ContainerDefinitions.*.HealthCheck.Interval", 5, 300, "seconds"),
    Range(TASK, "ContainerDefinitions.*.HealthCheck.Timeout", 2, 60, "seconds"),
    Range(TASK, "ContainerDefinitions.*.HealthCheck.Retries", 1, 10),
    Range(TASK, "ContainerDefinitions.*.HealthCheck.StartPeriod", 0, 300, "seconds"),
    Range(TASK, "ContainerDefinitions.*.StopTimeout", 0, 120, "seconds", fargate=True),
    Range(TASK, "ContainerDefinitions.*.RestartPolicy.RestartAttemptPeriod", 60, 1800, "seconds"),
    Range(TASK, "ContainerDefinitions.*.Memory", 6, None, "MiB"),
    Range(TASK, "ContainerDefinitions.*.LinuxParameters.Swappiness", 0, 100),
    Range(TASK, "ContainerDefinitions.*.PortMappings.*.ContainerPort", 1, _PORT),
    Range(TASK, "ContainerDefinitions.*.PortMappings.*.HostPort", 0, _PORT),
    Range(TASK, "EphemeralStorage.SizeInGiB", 21, 200, "GiB"),
    Range(SERVICE, "DesiredCount", 0, None),
    Range(SERVICE, "HealthCheckGracePeriodSeconds", 0, 2**31 - 1, "seconds"),
    Range(SERVICE, "LoadBalancers.*.ContainerPort", 1, _PORT),
    Range(SERVICE, "ServiceRegistries.*.ContainerPort", 1, _PORT),
    Range(SERVICE, "ServiceRegistries.*.Port", 1, _PORT),
    Range(SERVICE, "ServiceConnectConfiguration.Services.*.ClientAliases.*.Port", 1, _PORT),
    Range(SERVICE, "ServiceConnectConfiguration.Services.*.IngressPortOverride", 1, _PORT),
)


class Count(NamedTuple):
    """How many items a list may hold.

    Attributes:
        type: the resource type.
        path: the list, as in `Value.cases`, below each item of `of`.
        most: the limit.
        of: a list whose items are looked at one by one; empty for the resource itself.
    """

    type: str
    path: str
    most: int
    of: str = ""


COUNTS = (
    Count(SERVICE, "CapacityProviderStrategy", 20),
    Count(SERVICE, "LoadBalancers", 5),
    Count(SERVICE, "NetworkConfiguration.AwsvpcConfiguration.SecurityGroups", 5),
    Count(SERVICE, "NetworkConfiguration.AwsvpcConfiguration.Subnets", 16),
    Count(SERVICE, "PlacementConstraints", 10),
    Count(SERVICE, "PlacementStrategies", 5),
    Count(SERVICE, "ServiceRegistries", 1),
    Count(SERVICE, "ClientAliases", 1, of="ServiceConnectConfiguration.Services.*"),
    # https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html
    Count(TASK, "ContainerDefinitions", 10),
    Count(TASK, "EnvironmentFiles", 10, of="ContainerDefinitions.*"),
    Count(TASK, "CredentialSpecs", 1, of="ContainerDefinitions.*"),
)

_WORD = "A-Za-z0-9_-"
_LABEL = "a-z0-9_-"

NAMES = (
    (SERVICE, "ServiceConnectConfiguration.Services.*.DiscoveryName", _LABEL, 64),
    (SERVICE, "ServiceConnectConfiguration.Services.*.ClientAliases.*.DnsName", f".{_LABEL}", 127),
    (TASK, "ContainerDefinitions.*.Name", _WORD, 255),
    (TASK, "ContainerDefinitions.*.PortMappings.*.Name", _LABEL, 64),
    (TASK, "Volumes.*.Name", _WORD, 255),
)
"""Resource type, property, the characters it takes (inside a regular expression's []), length."""


class Unsupported(NamedTuple):
    """A property that is refused where a task runs.

    Attributes:
        path: the property, as in `Value.values`; below a container if it is not of the task.
        where: 'FARGATE', 'awsvpc' or 'Windows'.
        allowed: the values that are taken all the same.
    """

    path: str
    where: str
    allowed: frozenset[str] = frozenset()


_FALSE = frozenset({"false", "False"})

# https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html; tmpfs,
# still listed there, was added to Fargate in January 2026.
UNSUPPORTED_IN_TASK = (
    Unsupported("IpcMode", "FARGATE"),
    Unsupported("PidMode", "FARGATE", frozenset({"task"})),
    Unsupported("InferenceAccelerators.*", "FARGATE"),
    Unsupported("Volumes.*.DockerVolumeConfiguration", "FARGATE"),
    Unsupported("Volumes.*.Host.SourcePath", "FARGATE"),
    Unsupported("IpcMode", "Windows"),
    Unsupported("PidMode", "Windows"),
)
UNSUPPORTED_IN_CONTAINER = (
    Unsupported("DisableNetworking", "FARGATE", _FALSE),
    Unsupported("DockerSecurityOptions.*", "FARGATE"),
    Unsupported("LinuxParameters.Capabilities.Add.*", "FARGATE", frozenset({"SYS_PTRACE"})),
    Unsupported("LinuxParameters.Devices.*", "FARGATE"),
    Unsupported("LinuxParameters.MaxSwap", "FARGATE"),
    Unsupported("LinuxParameters.SharedMemorySize", "FARGATE"),
    Unsupported("LinuxParameters.Swappiness", "FARGATE"),
    Unsupported("Privileged", "FARGATE", _FALSE),
    Unsupported("ResourceRequirements.*.Type", "FARGATE"),
    Unsupported("FirelensConfiguration.Options.config-file-type", "FARGATE", frozenset({"file"})),
    Unsupported("DnsSearchDomains.*", "awsvpc"),
    Unsupported("DnsServers.*", "awsvpc"),
    Unsupported("ExtraHosts.*", "awsvpc"),
    Unsupported("Hostname", "awsvpc"),
    Unsupported("Links.*", "awsvpc"),
    Unsupported("DnsSearchDomains.*", "Windows"),
    Unsupported("DnsServers.*", "Windows"),
    Unsupported("LinuxParameters", "Windows"),
    Unsupported("Privileged", "Windows", _FALSE),
    Unsupported("ReadonlyRootFilesystem", "Windows", _FALSE),
    Unsupported("Ulimits.*", "Windows"),
)

_GIB = 1024

FARGATE_SIZES: dict[int, tuple[int, ...]] = {
    256: (512, 1024, 2048),
    512: tuple(range(1 * _GIB, 4 * _GIB + 1, _GIB)),
    1024: tuple(range(2 * _GIB, 8 * _GIB + 1, _GIB)),
    2048: tuple(range(4 * _GIB, 16 * _GIB + 1, _GIB)),
    4096: tuple(range(8 * _GIB, 30 * _GIB + 1, _GIB)),
    8192: tuple(range(16 * _GIB, 60 * _GIB + 1, 4 * _GIB)),
    16384: tuple(range(32 * _GIB, 120 * _GIB + 1, 8 * _GIB)),
    32768: (60 * _GIB, 120 * _GIB, 244 * _GIB),
}
"""The memory, in MiB, that each CPU size of Fargate comes with."""
