"""A county with two stations' committees, and a year of mediations in a lake without a database."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from gongdao.people.models import Office
from gongdao.trends.lake.opening import Lake
from gongdao.trends.lake.sources import SOURCES
from gongdao.trends.returns import actions
from gongdao.triage.kinds import FIRST_LEVEL
from tests.trends.synthetic import Life, lake_of
from tests.world import World, now_on

LATER = now_on("2026-02-01")
OFFICES = (("TWH", "town"), ("TWH2", "street"), ("BJ", "sector"), ("SFS", "other"))


def a_year(count: int, seed: int = 1, year: int = 2025) -> list[Life]:
    """Many lives with unequal offices and kinds, so that there are large and small numbers."""
    rng = Random(seed)
    kinds = [kind.code for kind in FIRST_LEVEL]
    lives = []
    for _ in range(count):
        office, committee = rng.choices(OFFICES, (12, 8, 2, 1))[0]
        day = date(year, 1, 1) + timedelta(days=rng.randrange(340))
        form = rng.choices(("written", "oral", None), (8, 3, 2))[0]
        done = day + timedelta(days=rng.randrange(9, 20)) if form and rng.random() < 0.7 else None
        lives.append(
            Life(
                office, day, rng.choices(kinds, [1 / (n + 1) for n in range(18)])[0],
                rng.choices(list(SOURCES), (10, 4, 2, 1, 2, 1, 1))[0], committee, rng.randrange(2, 6), form,
                rng.randrange(1, 90) * 10_000, done, done if form == "written" and done and rng.random() < 0.2 else None,
            )
        )  # fmt: skip
    return lives


@pytest.fixture
def bureau(world: World) -> Office:
    return world.bureau


@pytest.fixture
def given_lake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Sequence[Life]], Lake]:
    """Publishing computes from this lake from now on."""

    def put(lives: Sequence[Life]) -> Lake:
        lake = lake_of(tmp_path / f"lake{len(lives)}", lives)
        monkeypatch.setattr(actions, "_fresh_lake", lambda: lake)
        return lake

    return put
