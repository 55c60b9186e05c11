import re

import pytest
from variants import template_data

from axonflow_cfn import Condition, Param, parameters
from axonflow_cfn.parameters import GROUPS, secret_arn_param

PARAMS = {
    name: value for name, value in sorted(vars(parameters).items()) if isinstance(value, Param)
}
CONDITIONS = {
    name: value for name, value in sorted(vars(parameters).items()) if isinstance(value, Condition)
}


@pytest.mark.parametrize("param", PARAMS.values(), ids=PARAMS)
def test_every_parameter_is_in_the_template_as_declared(param: Param) -> None:
    assert template_data()["Parameters"][param.name] == param.to_dict()


@pytest.mark.parametrize("condition", CONDITIONS.values(), ids=CONDITIONS)
def test_every_condition_is_in_the_template_as_declared(condition: Condition) -> None:
    assert template_data()["Conditions"][condition.name] == condition.test.to_dict()


def test_the_template_has_no_others() -> None:
    assert set(template_data()["Parameters"]) == {param.name for param in PARAMS.values()}
    assert set(template_data()["Conditions"]) == {item.name for item in CONDITIONS.values()}


@pytest.mark.parametrize("param", PARAMS.values(), ids=PARAMS)
def test_every_default_is_allowed(param: Param) -> None:
    """What cannot be checked by CloudFormation's own linters in Python: defaults fit patterns."""
    if isinstance(param.default, str):
        assert param.default in (param.allowed_values or (param.default,))
        assert re.fullmatch(param.allowed_pattern or "(?s:.*)", param.default)
    elif isinstance(param.default, int):
        assert param.min_value is not None
        assert param.max_value is not None
        assert param.min_value <= param.default <= param.max_value


@pytest.mark.parametrize("param", PARAMS.values(), ids=PARAMS)
def test_every_parameter_is_in_a_group(param: Param) -> None:
    assert param.group in GROUPS


def test_a_secrets_parameter() -> None:
    param = secret_arn_param("ApiKeySecretArn", "API_KEY")
    assert param.to_dict() == {
        "Type": "String",
        "Description": "ARN of the Secrets Manager secret whose whole text becomes API_KEY.",
        "AllowedPattern": "^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+$",
        "ConstraintDescription": "Give the full ARN of a secret of this Region.",
    }
    assert (param.name, param.group, param.label) == (
        "ApiKeySecretArn",
        "Secrets",
        "Secret for API_KEY",
    )
