"""The comparison as a picture: stacked bars in SVG."""

import io
from collections.abc import Sequence
from decimal import Decimal

from axonflow_cfn.cost.estimate import Estimate
from axonflow_cfn.cost.report import group_totals, money
from axonflow_cfn.errors import PriceError

_COLORS = ("#2a6f97", "#e09f3e", "#6a994e", "#9a8c98")


def comparison_svg(estimates: Sequence[Estimate]) -> str:
    """Return the estimates as stacked bars, two for each: idle, and at most.

    Estimates without a total are left out; the picture says which regions they are of.

    Raises:
        PriceError: no estimate has a total, or matplotlib is not installed.
    """
    try:
        # An extra, and only this needs it.
        from matplotlib import rc_context  # noqa: PLC0415
        from matplotlib.figure import Figure  # noqa: PLC0415
    except ImportError:
        raise PriceError(
            "--plot needs matplotlib; install it with: pip install 'axonflow-cfn[plot]'"
        ) from None
    whole = [each for each in estimates if each.low is not None and each.high is not None]
    if not whole:
        raise PriceError("no region has every price, so that there is nothing to plot")
    bars = [(each, at_most) for each in whole for at_most in (False, True)]
    labels = [_label(each, at_most=at_most) for each, at_most in bars]
    totals = [group_totals(each, at_most=at_most) for each, at_most in bars]
    groups = sorted(totals[0], key=lambda group: -(totals[0][group] or 0))
    image = io.StringIO()
    with rc_context(
        {
            "font.family": "DejaVu Sans",  # matplotlib brings it, so that the layout is the same
            "svg.fonttype": "none",  # text stays text
            "svg.hashsalt": "axonflow-cfn",  # ids would be random otherwise
            "text.parse_math": False,  # a dollar sign is money
        }
    ):
        figure = Figure(figsize=(10, 1.4 + 0.42 * len(bars)), layout="constrained")
        axes = figure.add_subplot()
        ends = [Decimal(0)] * len(bars)
        for group, color in zip(groups, _COLORS, strict=False):
            amounts = [amount[group] or Decimal(0) for amount in totals]
            axes.barh(
                labels,
                [float(amount) for amount in amounts],
                left=[float(end) for end in ends],
                color=color,
                label=group,
            )
            ends = [end + amount for end, amount in zip(ends, amounts, strict=True)]
        axes.set_title(f"The stack a month in {whole[0].currency}, by region and Fargate")
        axes.set_xlabel(_without_total(estimates, whole))
        axes.xaxis.set_major_formatter("${x:,.0f}")
        axes.invert_yaxis()  # the first bar on top
        axes.grid(axis="x", color="#d0d0d0")
        axes.set_axisbelow(True)
        axes.spines[["top", "right", "left"]].set_visible(False)
        axes.legend(frameon=False)
        nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
        figure.savefig(image, format="svg", metadata=nothing)
    return image.getvalue()


def _without_total(estimates: Sequence[Estimate], whole: Sequence[Estimate]) -> str:
    regions = dict.fromkeys(each.region for each in estimates if each not in whole)
    return f"Without a total, as a price is missing: {', '.join(regions)}" if regions else ""


def _label(estimate: Estimate, *, at_most: bool) -> str:
    amount = money(estimate.high if at_most else estimate.low)
    load = "at most" if at_most else "idle"
    return f"{estimate.region}, {estimate.architecture}, {load} {amount}"
