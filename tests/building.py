"""Makes a model from YAML, as the rules get it."""

from cfnlint.decode import decode_str

from axonflow_cfn.model import TemplateModel


def model(template: str) -> TemplateModel:
    """The model of a template in YAML."""
    decoded, errors = decode_str(template)
    assert decoded is not None, errors
    return TemplateModel(decoded)
