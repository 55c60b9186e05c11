import json
from pathlib import Path
from typing import Any

import pytest

from axonflow_cfn.cli import main
from axonflow_cfn.cost import refresh
from axonflow_cfn.cost.prices import PRICES, load_prices, to_json


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No axonflow.toml in sight."""
    monkeypatch.chdir(tmp_path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    status = main(["cost", *arguments])
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_no_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys)
    assert (status, err) == (0, "")
    assert out.startswith("A month in us-east-1: 730 hours, list prices in USD")
    assert "Beside it: the Growth licence, $15,000.00 a month." in out


def test_json_for_a_set_of_values(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "p.toml"
    file.write_text("AgentDesiredCount = 8\nOrchestratorDesiredCount = 2\n")
    arguments = ("--params", str(file), "--set", "OrchestratorDesiredCount=3", "--format", "json")
    status, out, _ = run(capsys, *arguments)
    data = json.loads(out)
    assert status == 0
    assert data["total"] == pytest.approx(sum(item["monthly"] for item in data["items"]))
    tasks = {
        item["logicalId"]: item["quantity"] / 730
        for item in data["items"]
        if item["unit"] == "vCPU-hour"
    }
    assert tasks == {"AgentService": 8, "OrchestratorService": 3}


def test_a_config_decides_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "big.toml"
    file.write_text("[agent]\ncpu = 2048\nmemory = 4096\n")
    _, out, _ = run(capsys, "--config", str(file), "--format", "json")
    quantities = [
        item["quantity"] for item in json.loads(out)["items"] if item["logicalId"] == "AgentService"
    ]
    assert quantities == [5 * 2 * 730, 5 * 4 * 730]


def test_compare_and_plot(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    plot = tmp_path / "out" / "cost.svg"
    status, out, _ = run(capsys, "--compare", "--plot", str(plot), "--format", "json")
    assert status == 0
    assert [row["region"] for row in json.loads(out)["comparison"]] == [
        *["us-east-1"] * 3,
        *["ap-southeast-1"] * 3,
    ]
    assert plot.read_text().startswith("<?xml")
    status, out, _ = run(capsys, "--compare")
    assert out.startswith("The stack a month, idle to at most\n")


def test_a_region_without_prices(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--region", "eu-central-1")
    assert status == 0
    assert "no price" in out
    assert "$0." not in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--set", "AgentDesiredCount=0"), "AgentDesiredCount: Give a whole number from 1 to 50."),
        (("--region", "mars"), '--region: got "mars"; give a region such as eu-central-1'),
        (
            ("--params", "none.json"),
            "none.json: cannot read the parameters: No such file or directory",
        ),
        (("--prices", "none.json"), "none.json: cannot read the prices: No such file or directory"),
        (
            ("--region", "eu-west-1", "--prices", "empty.json", "--plot", "p.svg"),
            "no region has every price, so that there is nothing to plot",
        ),
    ],
)
def test_wrong_use(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    data = json.loads(PRICES.read_text(encoding="utf-8"))
    (tmp_path / "empty.json").write_text(json.dumps({**data, "regions": {}}))
    assert run(capsys, *arguments) == (2, "", f"axonflow-cfn: {message}\n")
    assert [file.name for file in tmp_path.iterdir()] == ["empty.json"]


@pytest.mark.parametrize(
    "arguments",
    [
        ("refresh", "--region", "eu-west-1", "--prices", "p.json"),
        ("--region", "eu-west-1", "--prices", "p.json", "refresh"),
    ],
)
def test_refresh_writes_what_it_found(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
) -> None:
    asked: list[Any] = []
    found = load_prices()

    def fetch(book: object, region: str, classes: object) -> Any:
        asked.append((book, region, classes))
        return type(found)(
            currency="USD",
            regions={region: found.regions["us-east-1"]},
            licences=found.licences,
        ), ["a", "b"]

    monkeypatch.setattr(refresh, "fetch", fetch)
    assert run(capsys, *arguments) == (
        0,
        "p.json: 30 prices for eu-west-1\nnot on the price list of eu-west-1: a, b\n",
        "",
    )
    ((book, region, classes),) = asked
    assert (book, region, len(classes)) == (found, "eu-west-1", 11)
    assert load_prices(tmp_path / "p.json").regions == {"eu-west-1": found.regions["us-east-1"]}
    # A second time it starts from the file it wrote.
    run(capsys, *arguments)
    assert to_json(asked[1][0]) == (tmp_path / "p.json").read_text()
