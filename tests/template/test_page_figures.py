"""Every figure of the infrastructure details page, on resolved values, in every partition."""

from collections.abc import Iterator
from typing import Any

import jmespath
import pytest
from deployments import REGIONS
from resolved import searchable
from template.page import PAGE, Figure
from variants import VARIANTS, template_data

from axonflow_cfn import Deployment


def figures() -> Iterator[Any]:
    for name, variant in VARIANTS.items():
        for section, rows in PAGE.items():
            for row in rows:
                if variant.stock_database or not row.database:
                    yield pytest.param(name, row, id=f"{name}-{section}-{row.sentence}")


def filled(expected: Any, deployment: Deployment) -> Any:
    """The expected value with the deployment's name, region and partition in it."""
    if isinstance(expected, list):
        return [filled(item, deployment) for item in expected]
    if isinstance(expected, dict):
        return {key: filled(item, deployment) for key, item in expected.items()}
    if isinstance(expected, str):
        for token, value in (
            ("[stack-name]", deployment.stack_name),
            ("[region]", deployment.region),
            ("[partition]", deployment.pseudo_parameters()["AWS::Partition"]),
        ):
            expected = expected.replace(token, value)
    return expected


@pytest.mark.parametrize("partition", REGIONS)
@pytest.mark.parametrize(("variant", "figure"), list(figures()))
def test_figure(variant: str, figure: Figure, partition: str) -> None:
    deployment = figure.given.deployment(partition)
    found = jmespath.search(figure.path, searchable(template_data(variant), deployment))
    assert found == filled(figure.expected, deployment)
