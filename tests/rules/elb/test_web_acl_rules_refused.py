import pytest
from linting import report

TEMPLATE = """
Parameters:
  Any: {Type: String}
  Pick: {Type: String, Default: 1}
  Switch: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
Conditions:
  Chosen: !Equals [!Ref Switch, 'yes']
Resources:
  Acl:
    Type: AWS::WAFv2::WebACL
    Properties:
      Scope: REGIONAL
      DefaultAction: {Allow: {}}
      VisibilityConfig: !ImportValue visibility
      Rules: [VALUE]
"""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            (
                "{Name: a, Priority: 1, Action: {Block: {}}, Statement: "
                "{ManagedRuleGroupStatement: {VendorName: AWS, Name: a}}}"
            ),
            [
                (
                    "Resources/Acl/Properties/Rules/0/Action",
                    "a rule that names a rule group takes OverrideAction, not Action",
                ),
            ],
        ),
        (
            (
                "{Name: a, Priority: 1, Statement: {ManagedRuleGroupStatement: "
                "{VendorName: AWS, Name: a}}}"
            ),
            [
                (
                    "Resources/Acl/Properties/Rules/0",
                    "a rule that names a rule group needs OverrideAction",
                ),
            ],
        ),
        (
            ("{Name: a, Priority: 1, Statement: {GeoMatchStatement: {CountryCodes: [AQ]}}}"),
            [
                (
                    "Resources/Acl/Properties/Rules/0",
                    "a rule that names no rule group needs Action",
                ),
            ],
        ),
        (
            (
                "{Name: a, Priority: 1, OverrideAction: {None: {}}, Statement: "
                "{ManagedRuleGroupStatement: {VendorName: AWS, Name: a}}}, {Name: b, "
                "Priority: !Ref Pick, Action: {Block: {}}, Statement: "
                "{GeoMatchStatement: {CountryCodes: [AQ]}}}"
            ),
            [
                (
                    "Resources/Acl/Properties/Rules/1/Priority",
                    "another rule already has Priority 1 (parameter Pick); change it",
                ),
            ],
        ),
        (
            (
                "{Name: a, Priority: 1, OverrideAction: {None: {}}, Statement: "
                "{ManagedRuleGroupStatement: {VendorName: AWS, Name: a}}}, {Name: !If "
                "[Chosen, a, b], Priority: 2, Action: {Block: {}}, Statement: "
                "{GeoMatchStatement: {CountryCodes: [AQ]}}}"
            ),
            [
                (
                    "Resources/Acl/Properties/Rules/1/Name/Fn::If/1",
                    "another rule already has Name a; change it",
                ),
            ],
        ),
        (
            (
                "{Name: a, Priority: 1, OverrideAction: {None: {}}, Statement: "
                "{ManagedRuleGroupStatement: {VendorName: AWS, Name: a}}}, {Name: b, "
                "Priority: !Ref Any, Action: {Block: {}}, Statement: {GeoMatchStatement: "
                "{CountryCodes: [AQ]}}}"
            ),
            [],
        ),
        ("!ImportValue rule", []),
        (("{Name: a, Priority: 1, Action: {Block: {}}, Statement: !ImportValue statement}"), []),
    ],
)
def test_cases(value: str, expected: list[tuple[str, str]]) -> None:
    assert report(TEMPLATE.replace("VALUE", value), "E9240") == expected
