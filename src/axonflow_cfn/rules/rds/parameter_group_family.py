"""E9304."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel, Value
from axonflow_cfn.model.questions import plausible
from axonflow_cfn.model.rds import DATABASES, engine_name, family, family_engine, is_family
from axonflow_cfn.rule import DeployabilityRule, Finding

_GROUPS = ("AWS::RDS::DBParameterGroup", "AWS::RDS::DBClusterParameterGroup")


class ParameterGroupFamily(DeployabilityRule):
    """A parameter group of another engine or major version than the database."""

    id = "E9304"
    shortdesc = "Parameter group family does not fit the database, or does not exist"
    description = (
        "RDS refuses a parameter group whose Family does not exist, and a database whose parameter "
        "group is of another engine or major version. Give the family of the database's version, "
        "such as postgres16 or aurora-mysql8.0."
    )
    source_url = (
        "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html"
    )
    tags = ["resources", "rds"]
    bad = """
Resources:
  Group:
    Type: AWS::RDS::DBParameterGroup
    Properties: {Description: x, Family: postgres15}
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      EngineVersion: '16'
      DBParameterGroupName: !Ref Group
"""
    good = bad.replace("postgres15", "postgres16")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Look at each group alone, then at each database with its group."""
        for group in model.of_type(*_GROUPS):
            for name in group.values("Family"):
                if name.text and is_family(name.text) is False:
                    yield Finding(
                        name.path,
                        f"There is no parameter group family {name.shown}; an example of one is "
                        "postgres16",
                    )
        names = ("DBParameterGroupName", "DBClusterParameterGroupName")
        for database in model.of_type(*DATABASES):
            for engine, version, *groups in database.cases("Engine", "EngineVersion", *names):
                for named in groups:
                    for given in _families(named):
                        wanted = _misfit(engine, version, given.text or "")
                        joint = model.together(version, given)
                        if wanted and joint and plausible(model, joint):
                            yield Finding(
                                named.path,
                                f"The parameter group is of the family {given.shown}, the database "
                                f"of {wanted}; give a group of that family",
                            )


def _families(group: Value) -> Iterator[Value]:
    """The families that a reference to a group, or the name of a default group, can mean."""
    resource = group.follow(*_GROUPS)
    if resource:
        yield from resource.values("Family")
    elif group.text and group.text.startswith("default."):
        yield Value(group.text.removeprefix("default."), group.path, group.when, group.model)


def _misfit(engine: Value, version: Value, given: str) -> str | None:
    """What the family should be, if it certainly is another one."""
    found = family_engine(given)
    name = engine_name(engine)
    if not name or found is None or is_family(given) is False:
        return None
    if found[0] != name:
        return name
    wanted = family(name, version.text or "")
    return wanted if wanted and wanted != given.lower() else None
