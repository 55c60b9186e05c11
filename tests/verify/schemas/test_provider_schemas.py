"""Thousands of parameter sets against the resource provider schemas."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from verify.schemas.deployments import REFUSED, REGIONS, SUBNETS, Case, cases
from verify.schemas.known import known_values
from verify.schemas.provider import (
    ANNOTATIONS,
    ProviderValidator,
    errors,
    keywords,
    provider_schema,
)

from axonflow_cfn import TemplateConfig, build_template, refusals, resolve_template, to_data

SETS = 4_500
TEMPLATE = to_data(build_template(TemplateConfig()))
TYPES = sorted({resource["Type"] for resource in TEMPLATE["Resources"].values()})

ASSERTIONS = {
    (rule, position): assertion["AssertDescription"]
    for rule, body in TEMPLATE["Rules"].items()
    for position, assertion in enumerate(body["Assertions"])
}


def test_accepted_deployments_fit_the_schemas_and_all_others_are_refused_beforehand() -> None:
    counts: Counter[str] = Counter()

    @settings(
        max_examples=SETS,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(cases())
    def check(case: Case) -> None:
        said = refusals(TEMPLATE, case.deployment.parameters, SUBNETS)
        counts["sets"] += 1
        if case.wrong:
            assert {sentence.partition(":")[0] for sentence in said} == case.wrong, case
            counts.update(f"value of {name} refused" for name in case.wrong)
            return
        assert said == [ASSERTIONS[key] for key in case.failing], case
        counts.update(
            f"assertion {key[0]}.{key[1]} {'fails' if key in case.failing else 'holds'}"
            for key in ASSERTIONS
        )
        if case.accepted:
            counts["accepted sets"] += 1
            counts.update(checked_resources(case))

    check()
    print("\n".join(f"{name}: {count}" for name, count in sorted(counts.items())))
    assert counts["accepted sets"] >= 2_000
    for name in expected_counts():
        assert counts[name] > 0, name


def checked_resources(case: Case) -> Counter[str]:
    """Resolve one accepted deployment, check every resource, and say what it was."""
    known = known_values(TEMPLATE["Resources"], case.deployment)
    resolved = resolve_template(TEMPLATE, replace(case.deployment, known=known))
    assert not unresolved(resolved), case
    for name, resource in resolved["Resources"].items():
        found = list(
            errors(resource["Type"], resource.get("Properties", {}), case.deployment.region)
        )
        assert not found, (name, found, case)
    counts = Counter(f"condition {name} {value}" for name, value in resolved["Conditions"].items())
    counts[f"region {case.deployment.region}"] += 1
    counts["resources checked"] += len(resolved["Resources"])
    return counts


def unresolved(value: Any) -> list[str]:
    """Return the texts that still hold a placeholder, which no schema could judge."""
    match value:
        case dict():
            return [text for item in value.values() for text in unresolved(item)]
        case list():
            return [text for item in value for text in unresolved(item)]
        case str() if "${" in value:
            return [value]
    return []


def expected_counts() -> list[str]:
    """Return what must have happened at least once."""
    return [
        *(
            f"condition {name} {value}"
            for name in TEMPLATE["Conditions"]
            for value in (True, False)
        ),
        *(f"assertion {r}.{p} {verb}" for r, p in ASSERTIONS for verb in ("holds", "fails")),
        *(f"value of {name} refused" for name in REFUSED),
        *(f"region {region}" for region in REGIONS),
    ]


@pytest.mark.parametrize(
    ("name", "value"), [(name, value) for name, values in REFUSED.items() for value in values]
)
def test_each_wrong_value_is_refused_with_its_parameters_sentence(name: str, value: str) -> None:
    given = {
        "VpcId": "vpc-0a0a0a0a0a0a0a0a0",
        "PrivateSubnet1": "subnet-0a0a0a0a0a0a0a0a0",
        "PrivateSubnet2": "subnet-0b0b0b0b0b0b0b0b0",
        "CertificateArn": "arn:aws:acm:us-east-1:123456789012:certificate/0",
    }
    assert refusals(TEMPLATE, given, SUBNETS) == []
    sentence = TEMPLATE["Parameters"][name]["ConstraintDescription"]
    assert refusals(TEMPLATE, {**given, name: value}, SUBNETS) == [f"{name}: {sentence}"]


def test_every_parameter_with_constraints_has_refused_values() -> None:
    constraints = {"AllowedValues", "AllowedPattern", "MinValue", "MaxValue", "MaxLength"}
    constrained = {n for n, p in TEMPLATE["Parameters"].items() if constraints & p.keys()}
    assert constrained == REFUSED.keys()


def test_no_keyword_of_the_schemas_is_passed_over() -> None:
    judged = {*Draft202012Validator.VALIDATORS, *ProviderValidator.VALIDATORS}
    structure = {"definitions", "additionalProperties"}
    about_the_type = {
        "$schema", "typeName", "sourceUrl", "documentationUrl", "tagging", "handlers",
        "primaryIdentifier", "readOnlyProperties", "createOnlyProperties", "writeOnlyProperties",
        "conditionalCreateOnlyProperties", "deprecatedProperties", "propertyTransform",
    }  # fmt: skip
    used = {word for kind in TYPES for word in keywords(provider_schema(kind, "us-east-1"))}
    assert used - judged - structure - about_the_type - ANNOTATIONS == set()
