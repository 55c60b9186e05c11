"""What every rule of the pack is made of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from cfnlint.rules._rule import CloudFormationLintRule, RuleMatch
from cfnlint.template.template import Template

from axonflow_cfn.model import Path, TemplateModel


@dataclass(frozen=True)
class Finding:
    """One defect.

    Attributes:
        path: the node to underline.
        message: what is wrong there, with the value that is, and how to fix it.
    """

    path: Path
    message: str


class DeployabilityRule(CloudFormationLintRule):
    """A rule of the pack: its facts as class attributes, and `check`.

    Attributes:
        id: E (the deployment or the tasks fail), W (it deploys and hurts later) or I (advice), then
            four digits from the range of its service.
        shortdesc: the defect in a few words.
        description: what happens on AWS, and how to fix it.
        source_url: where AWS says so.
        tags: for cfn-lint's own listing.
        bad: a small YAML template that has the defect; the tests and the documentation use it.
        good: the same template, mended.
    """

    bad: ClassVar[str]
    good: ClassVar[str]

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Find the defect.

        Args:
            model: a template whose resources are all visible.
        """
        raise NotImplementedError

    def match(self, cfn: Template) -> list[RuleMatch]:
        """What cfn-lint calls: `check`, on templates that no macro can change."""
        model = TemplateModel.of(cfn)
        found = dict.fromkeys(self.check(model)) if model.complete else {}
        return [RuleMatch(list(finding.path), finding.message) for finding in found]
