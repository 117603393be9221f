"""Every clock of the roads beside people's mediation is looked at on its last lawful day and a day late."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from gongdao.procedures.registry import PROCEDURES
from tests.scenarios.ordinary.authority import KINDS
from tests.scenarios.reading import Line, Scenario, scenarios
from tests.scenarios.running import CHILDREN

COUNSEL = ("village_counsel", "counsel_settlement", "consultation", "petition_reception", "notary_booking")
LOOKED_AT = [p for p in PROCEDURES if p.code in ("court_mediation", *COUNSEL) or p.code in KINDS]
# A child's clocks are seen in the stories of its parent, under the child's word.
CHILD_OF = {"counsel_settlement": ("village_counsel", "核算/")}
# Children are told of in the stories of their parents: 期限 转办/等对方签收.
IN_A_PARENT = {
    procedure: prefix for prefix, procedure in CHILDREN.items() if procedure.code.startswith("handover_")
}
CLOCKS = [(procedure, clock) for procedure in LOOKED_AT for clock in procedure.clocks]
SCENARIOS = list(scenarios())


def last_days(scenario: Scenario, title: str) -> set[date]:
    """The last days that the scenario names for a clock."""
    named = {line.value for line in scenario.lines if line.kind == "期限" and line.words == (title,)}
    named |= {date.fromisoformat(v) for v in named if isinstance(v, str) and v[:2] == "20"}
    return {value for value in named if isinstance(value, date)}


def is_late(line: Line, title: str) -> bool:
    """Whether a line shows that the clock has run out."""
    if line.kind == "期限":
        return line.words == (title,) and line.value == "已过"
    return line.kind == "不能" and "届满" in str(line.value)


def seen_on(title: str, code: str) -> Iterator[str]:
    for scenario in SCENARIOS:
        if scenario.procedure.code != code:
            continue
        for last in last_days(scenario, title):
            days = [line.at.date() for line in scenario.lines]
            yield from ("last day" for day in days if day == last)
            late = [
                line
                for line in scenario.lines
                if line.at.date() == last + timedelta(1) and is_late(line, title)
            ]
            yield from ("a day late" for _ in late)


@pytest.mark.parametrize(("procedure", "clock"), CLOCKS, ids=[f"{p.code}-{c.code}" for p, c in CLOCKS])
def test_the_clock_is_seen_on_its_last_day_and_a_day_late(procedure, clock) -> None:  # type: ignore[no-untyped-def]
    code, word = CHILD_OF.get(procedure.code, (procedure.code, ""))
    assert {"last day", "a day late"} <= set(seen_on(word + clock.title, code))


@pytest.mark.parametrize("procedure", [p for p in LOOKED_AT if p.code not in CHILD_OF], ids=lambda p: p.code)
def test_there_are_at_least_ten_stories_of_each(procedure) -> None:  # type: ignore[no-untyped-def]
    assert sum(scenario.procedure is procedure for scenario in SCENARIOS) >= 10


BESIDE = [(procedure, clock) for procedure in IN_A_PARENT for clock in procedure.clocks]


@pytest.mark.parametrize(("procedure", "clock"), BESIDE, ids=[f"{p.code}-{c.code}" for p, c in BESIDE])
def test_the_clock_of_a_child_is_seen_on_its_last_day_and_a_day_late(procedure, clock) -> None:  # type: ignore[no-untyped-def]
    title = f"{IN_A_PARENT[procedure]}{clock.title}"
    assert {"last day", "a day late"} <= {seen for p in PROCEDURES for seen in seen_on(title, p.code)}


@pytest.mark.parametrize("prefix", IN_A_PARENT.values())
def test_there_are_at_least_ten_stories_of_each_hand_over(prefix: str) -> None:
    told = [s for s in SCENARIOS if any(word.startswith(prefix) for line in s.lines for word in line.words)]
    assert len(told) >= 10
