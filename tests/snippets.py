"""Puts small templates together."""

HEAD = """
Parameters:
  Use: {Type: String, Default: 'no', AllowedValues: ['no', 'yes']}
  Any: {Type: String}
"""
CONDITIONS = """
Conditions:
  IsUsed: !Equals [!Ref Use, 'yes']
Resources:
"""


def template(resources: str, body: str, parameters: str = "") -> str:
    """A template with the parameters Use, Any and others, and the condition IsUsed.

    Args:
        resources: the Resources section; BODY in it stands for the body.
        body: what a case is about.
        parameters: further parameters.
    """
    return HEAD + parameters + CONDITIONS + resources.replace("BODY", body)
