"""What another line would change: recomputed by hand, small numbers hidden, nobody named."""

import random

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from gongdao.people.actions import set_office_setting
from gongdao.people.models import AccessLog
from gongdao.procedures.legal_aid.declaration import LEGAL_AID
from gongdao.services.legal_aid.simulating import Application, TooFew, past_applications, shown, what_if
from gongdao.site.cli.legal_aid import simulate
from tests.matters.playing import play_steps
from tests.scenarios.test_scenarios_through_the_doorway import PointedTaker
from tests.world import BY, World, now_on

AT = now_on("2025-12-31")


def told(*incomes: float, line: float = 1000, granted: bool = True) -> list[Application]:
    return [
        Application(income, line, granted and income <= line, 1200.0 if income <= line else None)
        for income in incomes
    ]


SPREAD = told(*(20.0 * n for n in range(1, 101)))  # 20 to 2000: half of them within a line of 1000


def test_the_count_is_the_one_by_hand() -> None:
    found = what_if(SPREAD, 1.5)
    assert (found.applications, found.tested, found.covered_now, found.covered_then) == (100, 100, 50, 75)
    assert found.more.value == 25
    assert found.more.low < 25 < found.more.high
    assert found.cost
    assert found.cost.value == 25 * 1.0 * 1200


def test_the_interval_is_about_that_of_a_binomial() -> None:
    """25 of 100: the standard deviation is √(100·¼·¾) = 4.33, so 90 in 100 lie within about ±7.1."""
    found = what_if(SPREAD, 1.5)
    assert 17 <= found.more.low <= 19
    assert 31 <= found.more.high <= 33


def test_the_same_line_changes_nothing_and_a_lower_one_takes_away() -> None:
    assert what_if(SPREAD, 1.0).more.value == 0
    assert what_if(SPREAD, 0.5).more.value == -25


def test_whoever_is_not_tested_does_not_count() -> None:
    untested = [Application(None, 1000, True, 1200.0)] * 50
    assert what_if([*SPREAD, *untested], 1.5).more.value == 25


def test_too_few_are_not_computed() -> None:
    with pytest.raises(TooFew, match="少于30件"):
        what_if(SPREAD[:29], 1.5)


def test_without_a_paid_subsidy_there_is_no_cost() -> None:
    unpaid = [Application(a.income, a.line, a.granted, None) for a in SPREAD]
    assert what_if(unpaid, 1.5).cost is None


def test_small_counts_are_not_given_away() -> None:
    assert [shown(n) for n in (0, 1, 4, -3, 5, 1234)] == ["0", "少于5", "少于5", "少于5", "5", "1,234"]


@given(st.floats(1, 5), st.floats(0, 3), st.integers(0, 1000))
def test_a_higher_line_never_covers_fewer(times: float, further: float, seed: int) -> None:
    dice = random.Random(seed)
    applications = told(*(dice.uniform(0, 5000) for _ in range(40)))
    low, high = what_if(applications, times), what_if(applications, times + further)
    assert low.covered_then <= high.covered_then
    assert low.more.low <= low.more.high


def test_past_applications_are_read_from_the_office_alone_and_the_reading_is_logged(world: World) -> None:
    set_office_setting(world.aid_centre, "income_line", {"2025-01-01": 1800}, **BY)
    apply = (("2025-03-03", "申请人", "申请法律援助"),)
    for changes in ({}, {"no_means_ground": "abused"}, {"monthly_income": "2500"}):
        play_steps(world, *apply, facts={"申请法律援助": changes}, taker=PointedTaker(world, LEGAL_AID))
    since, until = now_on("2025-01-01").date(), AT.date()
    found = past_applications(world.aid_centre, since, until, AT)
    assert sorted((a.income, a.line) for a in found if a.income) == [(1500.0, 1800.0), (2500.0, 1800.0)]
    assert [a for a in found if a.income is None] == [Application(None, 1800.0, False, None)]
    assert past_applications(world.committee, since, until, AT) == []
    assert AccessLog.objects.filter(purpose__contains="测算").count() == 3


def test_the_command_says_why_it_does_not_compute(world: World) -> None:
    said = CliRunner().invoke(simulate, ["--line", "1.5", "--office", "FYZX"])
    assert said.exit_code == 1
    assert "少于30件" in said.output
    assert "倍数" in CliRunner().invoke(simulate, ["--line", "-1", "--office", "FYZX"]).output
