"""Environment variables that a template sets in clear: of containers and functions."""

from collections.abc import Iterator

from axonflow_cfn.model.memo import once
from axonflow_cfn.model.template import Resource, TemplateModel
from axonflow_cfn.model.values import Value


@once
def variables(model: TemplateModel) -> tuple[tuple[Resource, str, Value], ...]:
    """Owner, name and value of each variable whose name is known."""
    return tuple(_variables(model))


def _variables(model: TemplateModel) -> Iterator[tuple[Resource, str, Value]]:
    for task in model.of_type("AWS::ECS::TaskDefinition"):
        for variable in task.values("ContainerDefinitions.*.Environment.*"):
            for name, value in variable.cases("Name", "Value"):
                if name.text and value.present:
                    yield task, name.text, value
    for function in model.of_type("AWS::Lambda::Function"):
        for settings in function.values("Environment.Variables"):
            for key, value in settings.items():
                yield function, key, value
