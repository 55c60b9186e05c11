"""The types of build-time values: what each takes, and how to say so."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from msgspec import Meta

from axonflow_cfn.section import allowed

MARKETPLACE_REGISTRY = "709825985650.dkr.ecr.us-east-1.amazonaws.com"
"""The one registry AWS Marketplace serves container images from, whatever the stack's region."""

FARGATE_MEMORY: Mapping[int, range] = MappingProxyType(
    {
        256: range(512, 2048 + 1, 512),
        512: range(1024, 4096 + 1, 1024),
        1024: range(2048, 8192 + 1, 1024),
        2048: range(4096, 16384 + 1, 1024),
        4096: range(8192, 30720 + 1, 1024),
        8192: range(16384, 61440 + 1, 4096),
        16384: range(32768, 122880 + 1, 8192),
    }
)
"""Task memory in MiB that Fargate offers for each CPU value (Amazon ECS developer guide,
"Task CPU and memory")."""

# In a pattern, (?!\n) keeps Python's $ from overlooking a final line break.
Tag = Annotated[
    str,
    allowed(
        "a fixed image tag such as 1.4.2, never latest; 1-128 of A-Z a-z 0-9 _ . -",
        pattern=r"^(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$(?!\n)",
    ),
]
Repository = Annotated[
    str,
    allowed(
        "a repository such as axonflow/axonflow-agent, in lower case, without a tag",
        pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*(/[a-z0-9]+([._-][a-z0-9]+)*)*$(?!\n)",
        max_length=256,
    ),
]
Registry = Annotated[
    str,
    allowed(
        f"a registry's host name; Marketplace's is {MARKETPLACE_REGISTRY}",
        pattern=r"^[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?$(?!\n)",
        max_length=253,
    ),
]
Port = Annotated[int, allowed("a whole number from 1 to 65535", ge=1, le=65535)]
FargateCpu = Annotated[
    Literal[256, 512, 1024, 2048, 4096, 8192, 16384],
    allowed("256, 512, 1024, 2048, 4096, 8192 or 16384 CPU units"),
]
FargateMemory = Annotated[
    int, allowed("a whole number of MiB from 512 to 122880", ge=512, le=122880)
]
StartPeriod = Annotated[int, allowed("a whole number of seconds from 0 to 300", ge=0, le=300)]
GracePeriod = Annotated[int, allowed("a whole number of seconds from 0 to 7200", ge=0, le=7200)]
RequestLimit = Annotated[
    int, allowed("a whole number from 0 to 10^12, or -1 for unlimited", ge=-1, le=10**12)
]
MetricsNamespace = Annotated[
    str,
    allowed(
        "a CloudWatch namespace: 1-255 of A-Z a-z 0-9 . _ / # -, not starting with AWS/",
        pattern=r"^(?!AWS/)[A-Za-z0-9._/#-]{1,255}$(?!\n)",
    ),
]
Metering = Annotated[
    Literal["none", "register-usage", "meter-usage", "license-manager"],
    allowed("none, register-usage, meter-usage or license-manager"),
]
_VariableName = Annotated[str, Meta(pattern=r"^[A-Za-z_][A-Za-z0-9_]{0,127}$(?!\n)")]
_ParameterName = Annotated[str, Meta(pattern=r"^[A-Za-z][A-Za-z0-9]{0,63}$(?!\n)")]
Environment = Annotated[
    Mapping[_VariableName, Annotated[str, Meta(max_length=4096)]],
    allowed("a table of variable names (letters, digits, _) and strings of up to 4096 characters"),
]
Secrets = Annotated[
    Mapping[_VariableName, _ParameterName],
    allowed("a table of variable names and names of template parameters (letters and digits)"),
]
