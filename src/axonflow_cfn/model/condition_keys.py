"""Condition keys of IAM policies, and the actions they speak of."""

from difflib import get_close_matches
from fnmatch import fnmatchcase

from axonflow_cfn.model.tables import names

# Keys that only these actions carry. With any other action the key is absent, and the test fails.
# https://docs.aws.amazon.com/service-authorization/latest/reference/
# reference_policies_actions-resources-contextkeys.html
_ACTIONS: dict[str, tuple[str, ...]] = {
    "cloudwatch:namespace": ("cloudwatch:putmetricdata",),
    "iam:awsservicename": ("iam:createservicelinkedrole", "iam:deleteservicelinkedrole"),
    "iam:passedtoservice": ("iam:passrole",),
    "s3:delimiter": ("s3:listbucket", "s3:listbucketversions"),
    "s3:max-keys": ("s3:listbucket", "s3:listbucketversions"),
    "s3:prefix": ("s3:listbucket", "s3:listbucketversions"),
    "s3:x-amz-acl": ("s3:put*", "s3:createbucket", "s3:createaccesspoint"),
    "s3:x-amz-server-side-encryption": ("s3:putobject", "s3:replicateobject"),
    "secretsmanager:versionstage": ("secretsmanager:getsecretvalue",),
}
_TAGGED = ("aws:principaltag", "aws:requesttag", "aws:resourcetag")


def correction(key: str) -> str | None:
    """The key that was meant, of one that is misspelt; None if it exists or that is not known."""
    name = key.partition("/")[0]
    service, _, _ = name.lower().partition(":")
    if name.lower() in _TAGGED:
        return None
    known = [one for one in names("condition_keys") if one.lower().startswith(f"{service}:")]
    spelled = {one.lower(): one for one in sorted(known)}
    if name.lower() in spelled:
        return None
    near = get_close_matches(name.lower(), list(spelled), n=1, cutoff=0.88)
    return spelled[near[0]] if near else None


def lacking(key: str, action: str) -> bool:
    """Whether no request for an action ever carries a key.

    Args:
        key: of a Condition.
        action: of the same statement; patterns are taken to cover one that carries it.
    """
    actions = _ACTIONS.get(key.lower())
    service, _, name = action.lower().partition(":")
    if not name:
        return False
    if actions is not None:
        return not any(
            fnmatchcase(one, action.lower()) or fnmatchcase(action.lower(), one) for one in actions
        )
    # The keys of these two are in no other service's requests.
    owner = key.partition(":")[0].lower()
    return owner in {"secretsmanager", "cloudwatch"} and owner != service
