import re
from collections import Counter

import pytest
from linting import as_json, ids, matches

from axonflow_cfn import rules
from axonflow_cfn.rule import DeployabilityRule

PACK = rules.load()
# The second digit of an id tells the folder.
FOLDERS = {
    "0": {"names", "template"},
    "1": {"ecs"},
    "2": {"elb"},
    "3": {"rds"},
    "4": {"network"},
    "5": {"iam"},
    "6": {"secrets"},
    "7": {"wiring"},
    "8": {"monitoring"},
    "9": {"services"},
}
each_rule = pytest.mark.parametrize("rule", PACK, ids=[rule.id for rule in PACK])


def test_ids_file_names_and_class_names_are_unique() -> None:
    for name in ("id", "__module__", "__name__"):
        counted = Counter(getattr(rule, name).rpartition(".")[2] for rule in PACK)
        assert [value for value, count in counted.items() if count > 1] == []


@each_rule
def test_facts(rule: type[DeployabilityRule]) -> None:
    *_, folder, file = rule.__module__.split(".")
    assert re.fullmatch(r"[EWI]9\d{3}", rule.id)
    assert folder in FOLDERS[rule.id[2]]
    assert file.replace("_", "") == rule.__name__.lower()
    assert 10 <= len(rule.shortdesc) <= 80
    assert not rule.shortdesc.endswith(".")
    assert len(rule.description) > len(rule.shortdesc)
    assert rule.description.endswith(".")
    assert rule.source_url.startswith("https://")
    assert rule.tags


@each_rule
@pytest.mark.parametrize("convert", [str, as_json], ids=["yaml", "json"])
class TestExamples:
    # An example is a fragment: it may leave out what another rule advises (W, I), but must not
    # hold what another rule says fails (E).

    def test_bad(self, rule: type[DeployabilityRule], convert: type[str]) -> None:
        found = ids(convert(rule.bad))
        assert rule.id in found
        assert [other for other in found if other.startswith("E") and other != rule.id] == []

    def test_good(self, rule: type[DeployabilityRule], convert: type[str]) -> None:
        found = ids(convert(rule.good))
        assert rule.id not in found
        assert [other for other in found if other.startswith("E")] == []

    def test_every_finding_has_a_line(
        self, rule: type[DeployabilityRule], convert: type[str]
    ) -> None:
        lines = [
            match.linenumber for match in matches(convert(rule.bad)) if match.rule.id == rule.id
        ]
        # cfn-lint falls back on line 1 for a path that is not in the template.
        assert convert is as_json or min(lines) > 1
