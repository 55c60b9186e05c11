"""E9904."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.questions import repeated
from axonflow_cfn.rule import DeployabilityRule, Finding

_LATE = {"STANDARD_IA", "ONEZONE_IA"}
_EARLIEST = 30
"""Days before an object may move to an infrequent-access class."""


class LifecycleRuleRefused(DeployabilityRule):
    """A lifecycle rule that S3 refuses."""

    id = "E9904"
    shortdesc = "S3 refuses the lifecycle rule"
    description = (
        "Days must be positive, objects move to STANDARD_IA and ONEZONE_IA after 30 days at the "
        "earliest and expire later than they move, and each rule has its own Id."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonS3/latest/userguide/"
        "lifecycle-transition-general-considerations.html"
    )
    tags = ["resources", "s3"]
    bad = """
Resources:
  Bucket:
    Type: AWS::S3::Bucket
    Properties:
      LifecycleConfiguration:
        Rules:
          - Status: Enabled
            Transitions: [{StorageClass: STANDARD_IA, TransitionInDays: 7}]
"""
    good = bad.replace("7}", "30}")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each rule, then at the ids of all."""
        for bucket in model.of_type("AWS::S3::Bucket"):
            for rule in bucket.values("LifecycleConfiguration.Rules.*"):
                yield from _expiry(rule)
                for path in ("Transition", "Transitions.*"):
                    for move in rule.values(path):
                        yield from _move(move, rule)
            for name in repeated(bucket, "LifecycleConfiguration.Rules.*.Id"):
                yield Finding(name.path, f"another rule has the Id {name.shown} as well")


def _expiry(rule: Value) -> Iterator[Finding]:
    for days in rule.values("ExpirationInDays"):
        if days.number is not None and days.number < 1:
            yield Finding(days.path, f"ExpirationInDays {days.shown} must be 1 or more")


def _move(move: Value, rule: Value) -> Iterator[Finding]:
    for kind, days in move.cases("StorageClass", "TransitionInDays"):
        if days.number is None:
            continue
        if kind.text in _LATE and days.number < _EARLIEST:
            yield Finding(
                days.path,
                f"objects move to {kind.text} after 30 days at the earliest, not {days.shown}",
            )
        for end in rule.values("ExpirationInDays"):
            apart = rule.model.together(days, end) is None
            if end.number is not None and 0 < end.number <= days.number and not apart:
                yield Finding(
                    end.path,
                    f"objects expire after {end.shown} days, not later than they move "
                    f"({days.shown}); let them expire later",
                )
