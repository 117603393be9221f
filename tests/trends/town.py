"""The county of tests.world with three more towns, people living in them, boundaries, and two years of disputes in a
lake: property disputes rise in one town six weeks before the last day."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from gongdao.people import actions as people
from gongdao.people.models import Area
from gongdao.trends.lake.opening import Lake
from gongdao.trends.maps.actions import import_boundaries
from gongdao.triage.kinds import FIRST_LEVEL
from tests.trends.synthetic import Life, lake_of
from tests.world import BY, World, now_on

TOWNS = {"990101100": ("示例镇", 30_000), "990101101": ("东镇", 20_000), "990101102": ("南镇", 12_000), "990101103": ("小镇", 5_000)}  # fmt: skip
RISING = "990101101"


def build_towns(world: World) -> None:
    """Towns, people and squares on the map."""
    for code, (name, population) in TOWNS.items():
        if code != world.town.code:
            people.create_area(
                **BY, code=code, name=name, level="township", parent=world.county, population=population
            )
        Area.objects.filter(code=code).update(population=population)
    Area.objects.filter(level__in=("county", "city")).update(population=sum(n for _, n in TOWNS.values()))
    squares = [
        {"properties": {"code": code}, "geometry": {"type": "Polygon", "coordinates": [[[n, 0], [n + 1, 0], [n + 1, 1], [n, 1], [n, 0]]]}}
        for n, code in enumerate(TOWNS)
    ]  # fmt: skip
    import_boundaries(json.dumps({"type": "FeatureCollection", "features": squares}), at=now_on("2025-01-01"))


def two_years(last: date, count: int = 500, seed: int = 5) -> Sequence[Life]:
    """Disputes of all kinds, some often and some rarely, over the two years before ``last``, and the rise."""
    rng = Random(seed)
    kinds = [kind.code for kind in FIRST_LEVEL]
    towns, weights = list(TOWNS), [population for _, population in TOWNS.values()]
    lives = [
        Life(
            "TWH", last - timedelta(days=rng.randrange(1, 730)), rng.choices(kinds, [1 / (n + 1) for n in range(18)])[0],
            form=None, township=rng.choices(towns, weights)[0],
        )
        for _ in range(count)
    ]  # fmt: skip
    lives += [
        Life(
            "TWH",
            last - timedelta(days=rng.randrange(8, 40)),
            "property_management",
            form=None,
            township=RISING,
        )
        for _ in range(14)
    ]
    return lives


def town_lake(folder: Path, last: date, **more: int) -> Lake:
    """The lake of those two years."""
    return lake_of(folder, two_years(last, **more))
