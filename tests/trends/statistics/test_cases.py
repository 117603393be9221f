"""One row a mediation: asking about a span of days gives what asking about all days gives there."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from gongdao.trends.statistics.cases import cases
from tests.trends.synthetic import Life, lake_of

DAYS = ("opened", "accepted", "agreed", "ended", "concluded", "performed", "confirmed")


def some_lives(count: int) -> list[Life]:
    dice = random.Random(5)
    lives = []
    for _ in range(count):
        accepted = date(2025, 1, 1) + timedelta(days=dice.randrange(150))
        form = dice.choice(["written", "oral", None])
        later = accepted + timedelta(days=dice.randrange(10, 90))
        lives.append(Life(f"W{dice.randrange(4)}", accepted, form=form, performed=dice.choice([None, later]) if form else None,
                          confirmed=dice.choice([None, later]) if form == "written" else None))  # fmt: skip
    return lives


@pytest.mark.parametrize("month", [1, 3, 5, 12])
def test_the_cases_of_a_span_are_whole_whatever_happened_before_and_after_it(
    tmp_path: Path, month: int
) -> None:
    lake = lake_of(tmp_path, some_lives(120))
    first, after = date(2025, month, 1), date(2025 + month // 12, month % 12 + 1, 1)
    every, some = (
        {row["matter"]: row for row in found.to_pyarrow().to_pylist()}
        for found in (cases(lake.events), cases(lake.events, (first, after)))
    )
    inside = {n for n, row in every.items() if any(row[day] and first <= row[day] < after for day in DAYS)}
    assert {n: some[n] for n in inside} == {n: every[n] for n in inside}
    assert len(every) == 120
    assert set(some) == inside
