import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Text: {Type: String, Default: 'no json'}
"""
RESOURCES = """  Repository: {Type: AWS::ECR::Repository, Properties: {BODY}}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "RepositoryPolicyText: {Statement: [{Effect: Allow, Principal: a, Action: b, Resource: '*'}]}",
            [
                (
                    "Resources/Repository/Properties/RepositoryPolicyText/Statement/0/Resource",
                    "the policy of a repository takes no Resource; remove it",
                )
            ],
        ),
        (
            "RepositoryPolicyText: {Statement: [!If [IsUsed, {Effect: Allow, Resource: '*'}, {Effect: Allow}]]}",
            [
                (
                    "Resources/Repository/Properties/RepositoryPolicyText/Statement/0/Fn::If/1/Resource",
                    "the policy of a repository takes no Resource; remove it",
                )
            ],
        ),
        (
            "RepositoryPolicyText: {Statement: [{Effect: Allow, Principal: a, Action: b}]}",
            [],
        ),
        (
            "RepositoryPolicyText: !Ref Any",
            [],
        ),
        (
            'LifecyclePolicy: {LifecyclePolicyText: \'{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"imageCountMoreThan","countNumber":9},"action":{"type":"expire"}},{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":9},"action":{"type":"expire"}}]}\'}',
            [
                (
                    "Resources/Repository/Properties/LifecyclePolicy/LifecyclePolicyText",
                    "LifecyclePolicyText has two rules of rulePriority 1; give each its own",
                )
            ],
        ),
        (
            'LifecyclePolicy: {LifecyclePolicyText: \'{"rules":[{"rulePriority":2,"selection":{"tagStatus":"untagged","countType":"imageCountMoreThan","countNumber":9},"action":{"type":"expire"}},{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":9},"action":{"type":"expire"}}]}\'}',
            [
                (
                    "Resources/Repository/Properties/LifecyclePolicy/LifecyclePolicyText",
                    "LifecyclePolicyText has rule 1 for any image, which needs the highest rulePriority",
                )
            ],
        ),
        (
            'LifecyclePolicy: {LifecyclePolicyText: \'{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countNumber":9},"action":{"type":"expire"}}]}\'}',
            [
                (
                    "Resources/Repository/Properties/LifecyclePolicy/LifecyclePolicyText",
                    "LifecyclePolicyText lacks countUnit in rule 1; add days",
                )
            ],
        ),
        (
            'LifecyclePolicy: {LifecyclePolicyText: \'{"rules":[{"rulePriority":1,"selection":{"tagStatus":"tagged","countType":"imageCountMoreThan","countNumber":9},"action":{"type":"expire"}}]}\'}',
            [
                (
                    "Resources/Repository/Properties/LifecyclePolicy/LifecyclePolicyText",
                    "LifecyclePolicyText lacks tagPrefixList or tagPatternList in rule 1, which is for tagged",
                )
            ],
        ),
        (
            'LifecyclePolicy: {LifecyclePolicyText: \'{"rules":[{"rulePriority":1,"selection":{"tagStatus":"untagged","countType":"sinceImagePushed","countNumber":9,"countUnit":"days"},"action":{"type":"expire"}},{"rulePriority":2,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":9},"action":{"type":"expire"}}]}\'}',
            [],
        ),
        (
            'LifecyclePolicy: {LifecyclePolicyText: \'{"rules":[{"rulePriority":1,"selection":{"tagStatus":"tagged","countType":"imageCountMoreThan","countNumber":9,"tagPrefixList":["v"]},"action":{"type":"expire"}}]}\'}',
            [],
        ),
        (
            "LifecyclePolicy: {LifecyclePolicyText: !Ref Text}",
            [
                (
                    "Resources/Repository/Properties/LifecyclePolicy/LifecyclePolicyText",
                    "LifecyclePolicyText is no JSON: Expecting value in line 1",
                )
            ],
        ),
        (
            "LifecyclePolicy: {LifecyclePolicyText: !Ref Any}",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "E9924") == expected
