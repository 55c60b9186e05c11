import pytest
from linting import report
from snippets import template

PARAMETERS = """\
  Version: {Type: String, Default: '2008-10-17'}
"""
RESOURCES = """  Policy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      PolicyDocument: {BODY}
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            (
                "Statement: [{Effect: Allow, Action: s3:GetObject, Resource: "
                "'arn:aws:s3:::home/${aws:username}/*'}]"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    (
                        "arn:aws:s3:::home/${aws:username}/* holds a policy variable, which "
                        "only Version 2012-10-17 knows; state it in the policy"
                    ),
                )
            ],
        ),
        (
            (
                "Version: '2008-10-17', Statement: [{Effect: Allow, Action: "
                "s3:ListBucket, Resource: '*', Condition: {StringLike: {'s3:prefix': "
                "['${aws:userid}/*']}}}]"
            ),
            [
                (
                    (
                        "Resources/Policy/Properties/PolicyDocument/Statement/0/Condition/String"
                        "Like/s3:prefix/0"
                    ),
                    (
                        "${aws:userid}/* holds a policy variable, which only Version "
                        "2012-10-17 knows; state it in the policy"
                    ),
                )
            ],
        ),
        (
            (
                "Version: !Ref Version, Statement: [{Effect: Allow, Action: "
                "s3:GetObject, Resource: !Sub "
                "'arn:${AWS::Partition}:s3:::home/${!aws:username}/*'}]"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/0/Resource",
                    (
                        "arn:${AWS::Partition}:s3:::home/${aws:username}/* holds a policy "
                        "variable, which only Version 2012-10-17 knows; state it in the policy"
                    ),
                )
            ],
        ),
        (
            (
                "Version: !If [IsUsed, !Ref AWS::NoValue, '2012-10-17'], Statement: "
                "{Effect: Allow, Action: s3:GetObject, Resource: "
                "'arn:aws:s3:::home/${aws:username}/*'}"
            ),
            [
                (
                    "Resources/Policy/Properties/PolicyDocument/Statement/Resource",
                    (
                        "arn:aws:s3:::home/${aws:username}/* holds a policy variable, which "
                        "only Version 2012-10-17 knows; state it in the policy"
                    ),
                )
            ],
        ),
        (
            (
                "Version: '2012-10-17', Statement: [{Effect: Allow, Action: "
                "s3:GetObject, Resource: 'arn:aws:s3:::home/${aws:username}/*'}]"
            ),
            [],
        ),
        (
            (
                "Version: !Ref Any, Statement: [{Effect: Allow, Action: s3:GetObject, "
                "Resource: 'arn:aws:s3:::home/${aws:username}/*'}]"
            ),
            [],
        ),
        (
            (
                "Statement: [{Effect: Allow, Action: s3:GetObject, Resource: !Sub "
                "'arn:${AWS::Partition}:s3:::home/*'}]"
            ),
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(template(RESOURCES, body, PARAMETERS), "W9517") == expected
