"""What if the income line were another one: on an office's own past applications, counts only, with uncertainty.

Only people who applied are in the data: whoever stayed away because of the line is not. The result is therefore what
the same applications would have come to, not how many would apply.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

import numpy as np

from gongdao.matters.folding import fold
from gongdao.matters.models import Matter
from gongdao.matters.revealing import Reader, log_reading, opened_facts
from gongdao.people.models import Office
from gongdao.procedures.engine.case import Case
from gongdao.procedures.legal_aid.settings import INCOME_LINE

FEWEST = 30
"""Fewer applications than this say nothing, and might show somebody."""
SMALL = 5
"""A count from 1 to this less one is not shown as a figure."""
RESAMPLES = 4000
_SEED = 20220101  # the same data always give the same interval


@dataclass(frozen=True, slots=True)
class Application:
    """One past application as the simulation needs it. ``income`` is None where means did not matter or were not told."""

    income: float | None
    line: float | None
    granted: bool
    subsidy: float | None


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the interval in which 90 of 100 resamples lie."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class WhatIf:
    """How the same applications would have come out under another line."""

    applications: int
    tested: int  # those in which the line mattered
    covered_now: int
    covered_then: int
    more: Estimate
    cost: Estimate | None  # in yuan; None where no subsidy was ever paid


class TooFew(Exception):
    """Not enough applications to say anything."""


def past_applications(office: Office, since: date, until: date, now: datetime) -> list[Application]:
    """The applications an office received from ``since`` to ``until``; opening their sealed figures is logged."""
    found = []
    matters = Matter.objects.filter(procedure="legal_aid", office=office).select_related("office", "parent")
    for matter in matters.filter(opened_at__date__gte=since, opened_at__date__lte=until):
        case = fold(matter, matter.events.order_by("seq"), now)
        if case.has("apply", "apply_from_detention"):
            log_reading(
                matter, Reader(channel="system"), now, purpose="测算经济困难标准（只出总数）", what="figures"
            )
            found.append(_application(matter, case))
    return found


def _application(matter: Matter, case: Case) -> Application:
    names = ("monthly_income", "checked_income")
    told = opened_facts(matter, {name: case.fact(name) for name in names})
    income = told["checked_income"] or told["monthly_income"]
    is_tested = case.fact("no_means_ground", "none") == "none" and not (
        case.fact("no_check_ground", "none") != "none" and case.fact("status_paper")
    )
    line, subsidy = (
        case.setting(INCOME_LINE),
        case.fact("subsidy_amount") if case.has("pay_subsidy") else None,
    )
    return Application(
        income=float(Decimal(income)) if income and is_tested else None,
        line=float(line) if line else None,
        granted=case.has("grant"),
        subsidy=float(Decimal(subsidy)) if subsidy else None,
    )


def what_if(applications: Sequence[Application], times: float) -> WhatIf:
    """The same applications under a line that is ``times`` the one then in force. Raises TooFew."""
    tested = [a for a in applications if a.income is not None and a.line is not None]
    if len(tested) < FEWEST:
        raise TooFew(f"要按收入审查、又说了收入的申请只有{len(tested)}件，少于{FEWEST}件，不测算。")
    income = np.array([a.income for a in tested])
    line = np.array([a.line for a in tested])
    now, then = income <= line, income <= line * times
    newly = then.astype(float) - now.astype(float)
    granted = np.array([a.granted for a in tested], dtype=float)
    paid = np.array([a.subsidy for a in applications if a.subsidy is not None])
    rng = np.random.default_rng(_SEED)
    rows = rng.integers(0, len(tested), (RESAMPLES, len(tested)))
    more = newly[rows].sum(axis=1)
    cost = None
    if len(paid):
        share = _share_granted(now[rows], granted[rows])
        average = paid[rng.integers(0, len(paid), (RESAMPLES, len(paid)))].mean(axis=1)
        expected = newly.sum() * _share_granted(now[None], granted[None])[0] * paid.mean()
        cost = _estimate(float(expected), more * share * average)
    return WhatIf(
        len(applications),
        len(tested),
        int(now.sum()),
        int(then.sum()),
        _estimate(float(newly.sum()), more),
        cost,
    )


def _share_granted(now: "np.ndarray", granted: "np.ndarray") -> "np.ndarray":
    """Of those within the line, the part that was given aid; whoever is newly within is taken to fare the same."""
    within = now.sum(axis=1)
    return np.divide((now * granted).sum(axis=1), within, out=np.zeros(len(within)), where=within > 0)


def _estimate(value: float, resampled: "np.ndarray") -> Estimate:
    low, high = np.quantile(resampled, (0.05, 0.95))
    return Estimate(value, float(low), float(high))


def shown(count: float) -> str:
    """A count as it may be shown: a small one is not given away."""
    whole = round(count)
    return f"少于{SMALL}" if 0 < abs(whole) < SMALL else f"{whole:,}"
