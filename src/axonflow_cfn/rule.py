"""What every rule of the pack is made of."""

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from cfnlint.rules._rule import CloudFormationLintRule, RuleMatch
from cfnlint.template.template import Template

from axonflow_cfn.model import Path, TemplateModel


@cache
def _settle() -> None:
    """Take what is loaded by now out of the garbage collector's rounds.

    Rules and schemas stay to the end. Walking them again in each full round takes longer than all
    rules of the pack together.
    """
    gc.freeze()


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

    def initialize(self, cfn: Template) -> None:
        """What cfn-lint calls before the first rule runs."""
        super().initialize(cfn)
        _settle()

    def match(self, cfn: Template) -> list[RuleMatch]:
        """What cfn-lint calls: `check`, on templates that no macro can change."""
        model = TemplateModel.of(cfn)
        found = dict.fromkeys(self.check(model)) if model.complete else {}
        return [RuleMatch(list(finding.path), finding.message) for finding in found]
