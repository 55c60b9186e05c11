"""E9924."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.json_texts import parse
from axonflow_cfn.rule import DeployabilityRule, Finding


class RepositorySettingsRefused(DeployabilityRule):
    """A policy that ECR does not take."""

    id = "E9924"
    shortdesc = "ECR refuses the policy or the lifecycle of the repository"
    description = (
        "The policy of a repository is about that repository and has no Resource ('Invalid "
        "repository policy provided'). A lifecycle policy is JSON; each of its rules has a "
        "priority of its own, a rule by age a countUnit, a rule for tagged images the tags, and "
        "the rule for any image the highest number."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html"
    )
    tags = ["resources", "ecr"]
    bad = """
Resources:
  Repository:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryPolicyText:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: {AWS: !Sub 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root'}
            Action: ecr:BatchGetImage
            Resource: '*'
"""
    good = bad.replace("            Resource: '*'\n", "")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at both policies of each repository."""
        for repository in model.of_type("AWS::ECR::Repository"):
            for resource in repository.values("RepositoryPolicyText.Statement.*"):
                for named in resource.values("Resource") if resource.known else ():
                    yield Finding(
                        named.path, "the policy of a repository takes no Resource; remove it"
                    )
            for text in repository.values("LifecyclePolicy.LifecyclePolicyText"):
                found = parse(text)
                problems = (
                    [f"is no JSON: {found.error}"] if found.error else _lifecycle(found.content)
                )
                for problem in problems:
                    yield Finding(text.path, f"LifecyclePolicyText {problem}")


def _lifecycle(content: object) -> Iterator[str]:
    listed = content.get("rules") if isinstance(content, dict) else None
    rules = [rule for rule in listed if isinstance(rule, dict)] if isinstance(listed, list) else []
    priorities: list[int] = []
    of_any: list[int] = []
    for rule in rules:
        priority, selection = rule.get("rulePriority"), rule.get("selection")
        if not isinstance(selection, dict) or not isinstance(priority, int):
            continue
        if priority in priorities:
            yield f"has two rules of rulePriority {priority}; give each its own"
        priorities.append(priority)
        by_age = selection.get("countType") == "sinceImagePushed"
        if by_age and "countUnit" not in selection:
            yield f"lacks countUnit in rule {priority}; add days"
        tags = {"tagPrefixList", "tagPatternList"} & selection.keys()
        if selection.get("tagStatus") == "tagged" and not tags:
            yield f"lacks tagPrefixList or tagPatternList in rule {priority}, which is for tagged"
        if selection.get("tagStatus") == "any":
            of_any.append(priority)
    if of_any and min(of_any) < max(priorities):
        yield f"has rule {min(of_any)} for any image, which needs the highest rulePriority"
