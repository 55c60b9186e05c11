"""W9717."""

from collections.abc import Iterator

from axonflow_cfn.model import TemplateModel
from axonflow_cfn.model.database_names import different_names
from axonflow_cfn.rule import DeployabilityRule, Finding


class AddressNamesAnotherDatabase(DeployabilityRule):
    """A connection string for a database or user that the instance does not start with."""

    id = "W9717"
    shortdesc = "Connection string names a database or user that is not created"
    description = (
        "The instance is created with one database and one user. The connection string or JSON "
        "secret names others, which do not exist before somebody makes them, so that the first "
        "tasks can't connect. Use the names of DBName and MasterUsername, or make the others "
        "before the tasks start."
    )
    source_url = (
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/"
        "aws-resource-rds-dbinstance.html#cfn-rds-dbinstance-dbname"
    )
    tags = ["resources", "ecs", "lambda", "rds", "wiring"]
    bad = """
Resources:
  Database:
    Type: AWS::RDS::DBInstance
    Properties:
      Engine: postgres
      DBInstanceClass: db.t4g.small
      AllocatedStorage: 20
      DBName: orders
      MasterUsername: main
      ManageMasterUserPassword: true
  Url:
    Type: AWS::SecretsManager::Secret
    Properties:
      SecretString: !Sub postgresql://main:x@${Database.Endpoint.Address}:5432/order
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: web:1
          Secrets: [{Name: DATABASE_URL, ValueFrom: !Ref Url}]
  Service: {Type: AWS::ECS::Service, Properties: {TaskDefinition: !Ref Task}}
"""
    good = bad.replace("/order\n", "/orders\n")

    def check(self, model: TemplateModel) -> Iterator[Finding]:
        """Compare the names in each address with those of the database."""
        for named in different_names(model):
            database = named.link.server.resource.logical_id
            yield Finding(
                named.link.value.path,
                f"the address names {named.what} {named.given}, but {database} is created with "
                f"{named.real.shown}; use the same name",
            )
