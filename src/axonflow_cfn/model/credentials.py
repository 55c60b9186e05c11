"""Which properties are a password, a token or a key."""

from collections.abc import Iterator

from axonflow_cfn.model.template import TemplateModel
from axonflow_cfn.model.values import Value

_OIDC = "AuthenticateOidcConfig.ClientSecret"
_CONNECTION = "AuthParameters"

# From the page of each resource in
# https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/
_PROPERTIES: dict[str, tuple[str, ...]] = {
    "AWS::AmazonMQ::Broker": ("Users.*.Password",),
    "AWS::Amplify::App": ("AccessToken", "OauthToken"),
    "AWS::ApiGateway::ApiKey": ("Value",),
    "AWS::CodeBuild::SourceCredential": ("Token",),
    "AWS::CodePipeline::Pipeline": ("Stages.*.Actions.*.Configuration.OAuthToken",),
    "AWS::CodePipeline::Webhook": ("AuthenticationConfiguration.SecretToken",),
    "AWS::Cognito::UserPoolIdentityProvider": ("ProviderDetails.client_secret",),
    "AWS::DMS::Endpoint": ("Password",),
    "AWS::DirectoryService::MicrosoftAD": ("Password",),
    "AWS::DirectoryService::SimpleAD": ("Password",),
    "AWS::DocDB::DBCluster": ("MasterUserPassword",),
    "AWS::EC2::VPNConnection": ("VpnTunnelOptionsSpecifications.*.PreSharedKey",),
    "AWS::ElastiCache::ReplicationGroup": ("AuthToken",),
    "AWS::ElastiCache::User": ("AuthenticationMode.Passwords.*", "Passwords.*"),
    "AWS::ElasticLoadBalancingV2::Listener": (f"DefaultActions.*.{_OIDC}",),
    "AWS::ElasticLoadBalancingV2::ListenerRule": (f"Actions.*.{_OIDC}",),
    "AWS::Elasticsearch::Domain": ("AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword",),
    "AWS::Events::Connection": (
        f"{_CONNECTION}.ApiKeyAuthParameters.ApiKeyValue",
        f"{_CONNECTION}.BasicAuthParameters.Password",
        f"{_CONNECTION}.OAuthParameters.ClientParameters.ClientSecret",
    ),
    "AWS::IAM::User": ("LoginProfile.Password",),
    "AWS::MemoryDB::User": ("AuthenticationMode.Passwords.*",),
    "AWS::OpenSearchService::Domain": (
        "AdvancedSecurityOptions.MasterUserOptions.MasterUserPassword",
    ),
    "AWS::RDS::DBCluster": ("MasterUserPassword",),
    "AWS::RDS::DBInstance": ("MasterUserPassword",),
    "AWS::Redshift::Cluster": ("MasterUserPassword",),
    "AWS::RedshiftServerless::Namespace": ("AdminUserPassword",),
}


def credentials(model: TemplateModel) -> Iterator[tuple[str, Value]]:
    """Every value of a property that is a credential, with the property's name."""
    for resource in model.of_type(*_PROPERTIES):
        for path in _PROPERTIES[resource.type]:
            name = path.removesuffix("s.*").rpartition(".")[2]
            for value in resource.values(path):
                yield name, value
