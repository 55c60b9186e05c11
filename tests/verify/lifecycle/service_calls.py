"""The request of each resource type to its service's own API, as CloudFormation's handlers send it.

The properties travel as resolved; only names change where the API's differ.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from verify.lifecycle.account import Account
from verify.lifecycle.ecs_names import camel_case
from verify.lifecycle.moto_types import policy_request

Properties = dict[str, Any]
Answers = dict[str, str]
"""What Ref (the key ``""``) and GetAtt (``.Attribute``) of a resource give."""


# One function a type. ``unnamed`` is the name of what the template leaves unnamed.


def without(properties: Properties, *names: str) -> Properties:
    return {key: item for key, item in properties.items() if key not in names}


def security_group(account: Account, _unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("ec2")
    group = client.create_security_group(
        GroupName=properties["GroupName"],
        Description=properties["GroupDescription"],
        VpcId=properties["VpcId"],
        TagSpecifications=[{"ResourceType": "security-group", "Tags": properties["Tags"]}],
    )["GroupId"]
    found = client.describe_security_groups(GroupIds=[group])["SecurityGroups"][0]
    client.revoke_security_group_egress(GroupId=group, IpPermissions=found["IpPermissionsEgress"])
    for call, rules in (
        (client.authorize_security_group_ingress, properties["SecurityGroupIngress"]),
        (client.authorize_security_group_egress, properties["SecurityGroupEgress"]),
    ):
        call(GroupId=group, IpPermissions=[permission(rule) for rule in rules])
    return {"": group, ".GroupId": group}


def permission(rule: Properties) -> Properties:
    source = {key: rule[key] for key in ("CidrIp", "Description") if key in rule}
    ports: Properties = {
        key: rule[key] for key in ("IpProtocol", "FromPort", "ToPort") if key in rule
    }
    if "SourceSecurityGroupId" in rule:
        pair = {"GroupId": rule["SourceSecurityGroupId"], "Description": rule["Description"]}
        return {**ports, "UserIdGroupPairs": [pair]}
    return {**ports, "IpRanges": [source]}


def load_balancer(account: Account, _unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("elbv2")
    request = without(properties, "LoadBalancerAttributes")
    made = client.create_load_balancer(**request)["LoadBalancers"][0]
    client.modify_load_balancer_attributes(
        LoadBalancerArn=made["LoadBalancerArn"], Attributes=properties["LoadBalancerAttributes"]
    )
    return {
        "": made["LoadBalancerArn"],
        ".CanonicalHostedZoneID": made["CanonicalHostedZoneId"],
        ".DNSName": made["DNSName"],
        ".LoadBalancerFullName": made["LoadBalancerArn"].partition("loadbalancer/")[2],
    }


def target_group(account: Account, _unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("elbv2")
    request = without(properties, "TargetGroupAttributes")
    arn = client.create_target_group(**request)["TargetGroups"][0]["TargetGroupArn"]
    client.modify_target_group_attributes(
        TargetGroupArn=arn, Attributes=properties["TargetGroupAttributes"]
    )
    return {"": arn, ".TargetGroupFullName": arn.rpartition(":")[2]}


def listener(account: Account, _unnamed: str, properties: Properties) -> Answers:
    made = account.at_moto("elbv2").create_listener(**properties)["Listeners"][0]
    return {"": made["ListenerArn"]}


def certificate(account: Account, _unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("acm")
    request = without(properties, "DomainValidationOptions")
    arn = client.request_certificate(**request)["CertificateArn"]
    for option in properties.get("DomainValidationOptions", []):
        # CloudFormation itself writes the validation record into the zone it is given.
        (validation,) = client.describe_certificate(CertificateArn=arn)["Certificate"][
            "DomainValidationOptions"
        ]
        record = validation["ResourceRecord"]
        change_record(
            account,
            option["HostedZoneId"],
            {
                "Name": record["Name"],
                "Type": record["Type"],
                "TTL": 300,
                "ResourceRecords": [{"Value": record["Value"]}],
            },
        )
    return {"": arn}


def hosted_zone(account: Account, unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("route53")
    (vpc,) = properties["VPCs"]
    made = client.create_hosted_zone(
        Name=properties["Name"],
        CallerReference=unnamed,
        VPC={"VPCId": vpc["VPCId"], "VPCRegion": vpc["VPCRegion"]},
        HostedZoneConfig={"PrivateZone": True},
    )
    zone = made["HostedZone"]["Id"].rpartition("/")[2]
    client.change_tags_for_resource(
        ResourceType="hostedzone", ResourceId=zone, AddTags=properties["HostedZoneTags"]
    )
    return {"": zone}


def record_set(account: Account, _unnamed: str, properties: Properties) -> Answers:
    record = without(properties, "HostedZoneId")
    # The API wants what CloudFormation defaults to false.
    record["AliasTarget"] = {"EvaluateTargetHealth": False, **properties["AliasTarget"]}
    change_record(account, properties["HostedZoneId"], record)
    return {"": properties["Name"]}


def change_record(account: Account, zone: str, record: Properties) -> None:
    account.at_moto("route53").change_resource_record_sets(
        HostedZoneId=zone,
        ChangeBatch={"Changes": [{"Action": "CREATE", "ResourceRecordSet": record}]},
    )


def namespace(account: Account, unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("servicediscovery")
    operation = client.create_private_dns_namespace(CreatorRequestId=unnamed, **properties)
    done = client.get_operation(OperationId=operation["OperationId"])["Operation"]
    return {"": done["Targets"]["NAMESPACE"]}


def discovery_service(account: Account, unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("servicediscovery")
    made = client.create_service(CreatorRequestId=unnamed, **properties)["Service"]
    return {"": made["Id"], ".Arn": made["Arn"]}


def log_group(account: Account, _unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("logs")
    name = properties["LogGroupName"]
    tags = {tag["Key"]: tag["Value"] for tag in properties["Tags"]}
    client.create_log_group(logGroupName=name, tags=tags)
    client.put_retention_policy(logGroupName=name, retentionInDays=properties["RetentionInDays"])
    (found,) = client.describe_log_groups(logGroupNamePrefix=name)["logGroups"]
    return {"": name, ".Arn": found["arn"]}


def secret(account: Account, unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("secretsmanager")
    request = {"Name": unnamed, **without(properties, "GenerateSecretString")}
    if "GenerateSecretString" in properties:
        generated = client.get_random_password(**properties["GenerateSecretString"])
        request["SecretString"] = generated["RandomPassword"]
    return {"": client.create_secret(**request)["ARN"]}


def subnet_group(account: Account, unnamed: str, properties: Properties) -> Answers:
    name = unnamed.lower()
    account.at_moto("rds").create_db_subnet_group(DBSubnetGroupName=name, **properties)
    return {"": name}


def parameter_group(account: Account, unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("rds")
    name = unnamed.lower()
    client.create_db_parameter_group(
        DBParameterGroupName=name,
        DBParameterGroupFamily=properties["Family"],
        **without(properties, "Family", "Parameters"),
    )
    client.modify_db_parameter_group(
        DBParameterGroupName=name,
        Parameters=[
            {"ParameterName": key, "ParameterValue": value, "ApplyMethod": "pending-reboot"}
            for key, value in properties["Parameters"].items()
        ],
    )
    return {"": name}


RENAMED = {"VPCSecurityGroups": "VpcSecurityGroupIds"}
WHOLE_NUMBERS = {"AllocatedStorage", "Port"}


def db_instance(account: Account, _unnamed: str, properties: Properties) -> Answers:
    request = {
        RENAMED.get(key, key): int(value) if key in WHOLE_NUMBERS else value
        for key, value in properties.items()
        # moto takes a backup window that ends as the maintenance window begins for an overlap.
        if key != "PreferredBackupWindow"
    }
    made = account.at_moto("rds").create_db_instance(**request)["DBInstance"]
    return {"": made["DBInstanceIdentifier"], ".Endpoint.Address": made["Endpoint"]["Address"]}


def role(account: Account, unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("iam")
    made = client.create_role(
        RoleName=unnamed,
        AssumeRolePolicyDocument=json.dumps(properties["AssumeRolePolicyDocument"]),
        Tags=properties["Tags"],
    )["Role"]
    for arn in properties.get("ManagedPolicyArns", []):
        client.attach_role_policy(RoleName=unnamed, PolicyArn=arn)
    for policy in properties.get("Policies", []):
        client.put_role_policy(
            RoleName=unnamed,
            PolicyName=policy["PolicyName"],
            PolicyDocument=json.dumps(policy["PolicyDocument"]),
        )
    return {"": unnamed, ".Arn": made["Arn"]}


def cluster(account: Account, _unnamed: str, properties: Properties) -> Answers:
    request = without(properties, "ClusterSettings")
    request["Settings"] = properties["ClusterSettings"]
    made = account.at_moto("ecs").create_cluster(**camel_case(request))["cluster"]
    return {"": made["clusterName"]}


def task_definition(account: Account, _unnamed: str, properties: Properties) -> Answers:
    made = account.at_moto("ecs").register_task_definition(**camel_case(properties))
    return {"": made["taskDefinition"]["taskDefinitionArn"]}


def service(account: Account, _unnamed: str, properties: Properties) -> Answers:
    request = {**camel_case(properties), "desiredCount": 1}  # a new service starts with one task
    made = account.at_moto("ecs").create_service(**request)["service"]
    return {"": made["serviceArn"], ".Name": made["serviceName"]}


def scalable_target(account: Account, _unnamed: str, properties: Properties) -> Answers:
    account.at_moto("application-autoscaling").register_scalable_target(**properties)
    keys = ("ResourceId", "ScalableDimension", "ServiceNamespace")
    return {"": "|".join(properties[key] for key in keys)}


def scaling_policy(account: Account, _unnamed: str, properties: Properties) -> Answers:
    client = account.at_moto("application-autoscaling")
    return {"": client.put_scaling_policy(**policy_request(properties))["PolicyARN"]}


def alarm(account: Account, unnamed: str, properties: Properties) -> Answers:
    account.at_moto("cloudwatch").put_metric_alarm(AlarmName=unnamed, **properties)
    return {"": unnamed}


def dashboard(account: Account, _unnamed: str, properties: Properties) -> Answers:
    account.at_moto("cloudwatch").put_dashboard(**properties)
    return {"": properties["DashboardName"]}


CALLS: Mapping[str, Callable[[Account, str, Properties], Answers]] = {
    "AWS::ApplicationAutoScaling::ScalableTarget": scalable_target,
    "AWS::ApplicationAutoScaling::ScalingPolicy": scaling_policy,
    "AWS::CertificateManager::Certificate": certificate,
    "AWS::CloudWatch::Alarm": alarm,
    "AWS::CloudWatch::Dashboard": dashboard,
    "AWS::EC2::SecurityGroup": security_group,
    "AWS::ECS::Cluster": cluster,
    "AWS::ECS::Service": service,
    "AWS::ECS::TaskDefinition": task_definition,
    "AWS::ElasticLoadBalancingV2::Listener": listener,
    "AWS::ElasticLoadBalancingV2::LoadBalancer": load_balancer,
    "AWS::ElasticLoadBalancingV2::TargetGroup": target_group,
    "AWS::IAM::Role": role,
    "AWS::Logs::LogGroup": log_group,
    "AWS::RDS::DBInstance": db_instance,
    "AWS::RDS::DBParameterGroup": parameter_group,
    "AWS::RDS::DBSubnetGroup": subnet_group,
    "AWS::Route53::HostedZone": hosted_zone,
    "AWS::Route53::RecordSet": record_set,
    "AWS::SecretsManager::Secret": secret,
    "AWS::ServiceDiscovery::PrivateDnsNamespace": namespace,
    "AWS::ServiceDiscovery::Service": discovery_service,
}
