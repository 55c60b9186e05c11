"""How a host name reads when the names that attributes give back are put in."""

from axonflow_cfn.model.values import Part, Reference, Value, show

_DISCOVERY = "AWS::ServiceDiscovery::Service"


def spelled(value: Value) -> str:
    """A string as `show` spells its pieces, Fn::GetAtt Name of a Cloud Map service as its name."""
    return "".join(_read(value, part) for part in value.parts)


def _read(value: Value, part: Part) -> str:
    if isinstance(part, Reference) and part.attribute == "Name":
        discovery = value.but(data=part).follow(_DISCOVERY)
        names = list(discovery.values("Name")) if discovery else []
        if len(names) == 1 and names[0].parts:
            return "".join(map(show, names[0].parts))
    return show(part)
