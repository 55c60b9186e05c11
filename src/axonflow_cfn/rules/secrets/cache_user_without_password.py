"""W9621."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.rule import DeployabilityRule, Finding


class CacheUserWithoutPassword(DeployabilityRule):
    """A user of a cache that anybody may be."""

    id = "W9621"
    shortdesc = "Active user of a cache needs no password"
    description = (
        "Whoever reaches the cache may be this user. Give it Passwords, or AuthenticationMode "
        "with iam or password. To close the user named default, start its AccessString with off."
    )
    source_url = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Clusters.RBAC.html"
    tags = ["resources", "elasticache", "security"]
    bad = """
Resources:
  User:
    Type: AWS::ElastiCache::User
    Properties:
      Engine: redis
      UserId: app-user
      UserName: app
      AccessString: on ~* +@all
      NoPasswordRequired: true
"""
    good = bad.replace("NoPasswordRequired: true", "AuthenticationMode: {Type: iam}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at the users that are on."""
        for user in model.of_type("AWS::ElastiCache::User"):
            for access, free, mode in user.cases(
                "AccessString", "NoPasswordRequired", "AuthenticationMode.Type"
            ):
                if "on" not in (access.text or "").split():
                    continue
                for setting in (free, mode):
                    if setting.flag or setting.text == "no-password-required":
                        yield Finding(
                            setting.path,
                            f"anybody may be {user.logical_id}, which needs no password; give it "
                            "one, or an AccessString with off",
                        )
