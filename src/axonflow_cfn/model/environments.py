"""Environment variables and secrets that a template gives to containers and functions."""

from collections.abc import Iterator

from axonflow_cfn.model.connections import in_clear, secrets, stored
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


@once
def settings(model: TemplateModel) -> tuple[tuple[tuple[str, Value], ...], ...]:
    """Name and value of the settings of each container and function.

    A secret is there as the reference to it, and with what the template stores in it.
    """
    return tuple(map(tuple, _settings(model)))


def _settings(model: TemplateModel) -> Iterator[list[tuple[str, Value]]]:
    for task in model.of_type("AWS::ECS::TaskDefinition"):
        for container in task.values("ContainerDefinitions.*"):
            injected = [
                (name, value)
                for name, used in secrets(container)
                for value in (used, *stored(used))
            ]
            yield [*in_clear(container), *injected]
    for function in model.of_type("AWS::Lambda::Function"):
        for given in function.values("Environment.Variables"):
            yield list(given.items())
