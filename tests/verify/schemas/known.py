"""What AWS would answer for every ``Ref`` and ``GetAtt`` of a template."""

from collections.abc import Mapping
from typing import Any

from verify.schemas.deployments import REGIONS

from axonflow_cfn import Deployment


def known_values(resources: Mapping[str, Any], deployment: Deployment) -> dict[str, str]:
    """Return what AWS would answer for every ``Ref`` and ``GetAtt``, by type, in its real form."""
    region, account = deployment.region, deployment.account_id
    partition = REGIONS[region]
    suffix = "amazonaws.com.cn" if partition == "aws-cn" else "amazonaws.com"

    def arn(service: str, resource: str, *, where: str = region) -> str:
        return f"arn:{partition}:{service}:{where}:{account}:{resource}"

    known: dict[str, str] = {}
    for name, resource in resources.items():
        made = f"{deployment.stack_name}-{name}"
        app, group = (
            f"app/{made[:32]}/50dc6c495c0c9188",
            f"targetgroup/{made[:32]}/73e2d6bc24d8a067",
        )
        by_type: dict[str, dict[str, str]] = {
            "AWS::ApplicationAutoScaling::ScalableTarget": {
                "": f"service/c/{made}|ecs:service:DesiredCount|ecs"
            },
            "AWS::CertificateManager::Certificate": {
                "": arn("acm", "certificate/12345678-1234-1234-1234-123456789012")
            },
            "AWS::CloudWatch::Dashboard": {"": made},
            "AWS::EC2::SecurityGroup": {".GroupId": "sg-0123456789abcdef0"},
            "AWS::ECS::Cluster": {"": f"{deployment.stack_name}-cluster"},
            "AWS::ECS::Service": {"": arn("ecs", f"service/c/{made}"), ".Name": made},
            "AWS::ECS::TaskDefinition": {"": arn("ecs", f"task-definition/{made}:1")},
            "AWS::ElasticLoadBalancingV2::LoadBalancer": {
                "": arn("elasticloadbalancing", f"loadbalancer/{app}"),
                ".CanonicalHostedZoneID": "Z35SXDOTRQ7X7K",
                ".DNSName": f"internal-{made[:32]}-1234567890.{region}.elb.{suffix}",
                ".LoadBalancerFullName": app,
            },
            "AWS::ElasticLoadBalancingV2::TargetGroup": {
                "": arn("elasticloadbalancing", group),
                ".TargetGroupFullName": group,
            },
            "AWS::IAM::Role": {".Arn": arn("iam", f"role/{made}-1ABCDEFGHIJKL", where="")},
            "AWS::Logs::LogGroup": {
                "": f"/ecs/{made}",
                ".Arn": arn("logs", f"log-group:/ecs/{made}:*"),
            },
            "AWS::RDS::DBInstance": {
                "": f"{deployment.stack_name}-db",
                ".Endpoint.Address": f"{deployment.stack_name}-db.c0abc1.{region}.rds.{suffix}",
            },
            "AWS::RDS::DBParameterGroup": {"": f"{made.lower()}-1abcdefghijkl"},
            "AWS::RDS::DBSubnetGroup": {"": f"{made.lower()}-1abcdefghijkl"},
            "AWS::Route53::HostedZone": {"": "Z0123456789ABCDEFGHIJ"},
            "AWS::SecretsManager::Secret": {"": arn("secretsmanager", f"secret:{made}-AbCdEf")},
            "AWS::ServiceDiscovery::PrivateDnsNamespace": {"": "ns-e4anhexample0004"},
            "AWS::ServiceDiscovery::Service": {".Arn": arn("servicediscovery", "service/srv-e4an")},
        }
        known |= {name + key: value for key, value in by_type.get(resource["Type"], {}).items()}
    return known
