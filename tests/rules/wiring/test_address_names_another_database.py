import pytest
from linting import report

HEAD = """
Parameters:
  Name: {Type: String, Default: order}
  Free: {Type: String}
Conditions:
  Odd: !Equals [!Ref Free, odd]
Resources:
"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables:
          URL: !Sub 'postgresql://app:x@${Database.Endpoint.Address}:5432/order?sslmode=require'
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBName: orders, MasterUsername: app}}
""",
            [
                (
                    "Resources/Function/Properties/Environment/Variables/URL",
                    (
                        "the address names database order, but Database is created with "
                        "orders; use the same name"
                    ),
                ),
            ],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables: {URL: !Sub 'mysql://root:${Free}@${Database.Endpoint.Address}/orders'}
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBName: orders, MasterUsername: app}}
""",
            [
                (
                    "Resources/Function/Properties/Environment/Variables/URL",
                    (
                        "the address names user root, but Database is created with app; use "
                        "the same name"
                    ),
                ),
            ],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables:
          URL: !Sub '{"host":"${Database.Endpoint.Address}","username":"App","dbname":"order"}'
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBName: orders, MasterUsername: app}}
""",
            [
                (
                    "Resources/Function/Properties/Environment/Variables/URL",
                    (
                        "the address names database order, but Database is created with "
                        "orders; use the same name"
                    ),
                ),
                (
                    "Resources/Function/Properties/Environment/Variables/URL",
                    (
                        "the address names user App, but Database is created with app; use "
                        "the same name"
                    ),
                ),
            ],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables: {URL: !If [Odd, !Sub 'postgres://app@${Database.Endpoint.Address}/${Name}', x]}
  Database: {Type: AWS::RDS::DBCluster, Properties: {DatabaseName: orders}}
""",
            [
                (
                    "Resources/Function/Properties/Environment/Variables/URL/Fn::If/1",
                    (
                        "the address names database order, but Database is created with "
                        "orders; use the same name"
                    ),
                ),
            ],
        ),
        # The same, one that is always there, an own user, not known.
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables: {URL: !Sub 'postgresql://app:x@${Database.Endpoint.Address}:5432/orders'}
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBName: orders, MasterUsername: app}}
""",
            [],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables: {URL: !Sub 'postgresql://app:x@${Database.Endpoint.Address}/postgres'}
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBName: orders, MasterUsername: app}}
""",
            [],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables: {URL: !Sub 'postgresql://${Free}:x@${Database.Endpoint.Address}/${Free}'}
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBName: orders, MasterUsername: app}}
""",
            [],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables: {URL: !Sub 'postgresql://app:x@${Database.Endpoint.Address}/order'}
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBName: !Ref Free}}
""",
            [],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties:
      Environment:
        Variables: {URL: !Sub 'postgresql://app:x@${Database.Endpoint.Address}/order'}
  Database: {Type: AWS::RDS::DBInstance, Properties: {Engine: postgres}}
""",
            [],
        ),
        (
            """
  Function:
    Type: AWS::Lambda::Function
    Properties: {Environment: {Variables: {URL: !GetAtt Database.Endpoint.Address}}}
  Database: {Type: AWS::RDS::DBInstance, Properties: {DBName: orders, MasterUsername: app}}
""",
            [],
        ),
    ],
)
def test_cases(body: str, expected: list[tuple[str, str]]) -> None:
    assert report(HEAD + body, "W9717") == expected
