"""From the lake to alarms: every kind of dispute at every level of areas, with one promise for all of them together."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from gongdao.matters.folding import calendar
from gongdao.people.models import Area
from gongdao.trends.lake.manifest import NAME
from gongdao.trends.lake.opening import open_lake
from gongdao.trends.maps.queries import centres
from gongdao.trends.scan import watch
from gongdao.trends.scan.alarm import Alarm as Rise
from gongdao.trends.statistics.weekly import WEEK, WeeklyCounts, weekly_counts
from gongdao.trends.warnings.alarms import Alarm, Place
from gongdao.trends.warnings.asked import Verdict
from gongdao.trends.warnings.models import AreaWarning

LEVELS = ("township", "county")
LEAST_WEEKS = 34  # half a year to learn from, and the eight newest weeks that nothing is learnt from
REPLICATES = 199
MOST_YEARS = 1000.0  # no replicates can tell rarer things apart
METHOD = (
    "用这些地方八周以前的记录推算每周往常有多少件（扣除季节、长假、全市一起涨落的部分），再看最近一到六周相邻地方合起来"
    "是不是多得不像偶然：同样的算法在一切如常的模拟里重复{replicates}遍，看碰巧会有多强。"
)


@dataclass
class Watched:
    """What was found, areas left out because nobody said where they lie, and levels whose past is too short."""

    alarms: list[Alarm] = field(default_factory=list)
    without_boundary: list[str] = field(default_factory=list)
    too_short: list[str] = field(default_factory=list)


def compute(today: date, *, promise: float = 1.0) -> Watched:
    """The alarms of the last whole week before ``today``, from the lake as it is. Of all of them together, ``promise``
    a year will be false. A rise of fewer matters than numbers are shown from is none. Raises NotALake."""
    lake, found = open_lake(), Watched()
    tables = []
    for level in LEVELS:
        areas = list(Area.objects.filter(level=level).order_by("code"))
        where = _where(areas)
        found.without_boundary += [area.name for area in areas if area.code not in where]
        areas = [area for area in areas if area.code in where]
        counts = weekly_counts(lake, level=level, areas=[area.code for area in areas], until=today)
        if areas and len(counts.weeks) < LEAST_WEEKS:
            found.too_short.append(level)
        elif areas:
            tables.append((areas, np.array([where[area.code] for area in areas]), counts))
    shared = promise / max(1, sum(len(counts.kinds) for _, _, counts in tables))
    for areas, points, counts in tables:
        for number in range(len(counts.kinds)):
            for alarm in _alarms_of_kind(areas, points, counts, number, promise, shared):
                if not _says_more_precisely(found.alarms, alarm):
                    found.alarms.append(alarm)
    return found


def _says_more_precisely(alarms: Sequence[Alarm], wider: Alarm) -> bool:
    """Whether the same kind was found to rise in a smaller area inside one of these."""
    inside = {
        place.area
        for alarm in alarms
        if alarm.kind == wider.kind and alarm.level != wider.level
        for place in alarm.places
    }
    paths = Area.objects.filter(code__in=[place.area for place in wider.places]).values_list(
        "path", flat=True
    )
    return any(Area.objects.filter(code__in=inside, path__startswith=path).exists() for path in paths)


def _where(areas: Sequence[Area]) -> dict[str, tuple[float, float]]:
    """Where each area lies: its own boundary's centre, else the middle of the areas in it that have one."""
    known = centres(Area.objects.filter(boundary__isnull=False))
    paths = dict(Area.objects.filter(code__in=known).values_list("code", "path"))
    found = {}
    for area in areas:
        inside = [known[code] for code, path in paths.items() if path.startswith(area.path)]
        own = known.get(area.code) or (inside and tuple(np.mean(inside, axis=0).tolist()))
        if own:
            found[area.code] = (own[0], own[1])
    return found


def _alarms_of_kind(
    areas: Sequence[Area], points: NDArray[np.float64], counts: WeeklyCounts, number: int, promise: float, shared: float
) -> list[Alarm]:  # fmt: skip
    kind, table = counts.kinds[number], counts.counts[:, number]
    if not table[:, -6:].any():
        return []
    week, degrees = counts.weeks[-1], bool((np.abs(points) <= (180, 90)).all())
    recipe = {
        "level": counts.level, "seed": week.toordinal(), "replicates": REPLICATES, "promise": shared,
        "lake": hashlib.new("sm3", (Path(settings.GONGDAO_LAKE) / NAME).read_bytes()).hexdigest(),
    }  # fmt: skip
    rises = watch(
        table, points[:, ::-1] if degrees else points, coords="latlon" if degrees else "plane", promise=shared,
        closed=_closed(counts.weeks), known=_known(areas, kind, counts.weeks), replicates=REPLICATES,
        seed=week.toordinal(),
    )  # fmt: skip
    return [
        Alarm(
            kind=kind, level=counts.level, week=week, starts=counts.weeks[rise.start - 1],
            ends=counts.weeks[rise.end - 1] + WEEK - timedelta(days=1), observed=int(rise.observed.sum()),
            expected=float(rise.expected.sum()), once_in=min(rise.once_in_years * shared / promise, MOST_YEARS), promise=promise,
            places=_places(areas, rise), method=METHOD.format(replicates=REPLICATES), recipe=recipe,
        )
        for rise in rises
        if rise.observed.sum() >= settings.GONGDAO_SUPPRESS_BELOW
    ]  # fmt: skip


def _places(areas: Sequence[Area], rise: Rise) -> tuple[Place, ...]:
    each = zip(rise.areas, rise.observed, rise.expected, strict=True)
    return tuple(Place(areas[row].code, int(observed), float(expected)) for row, observed, expected in each)


def _closed(weeks: Sequence[date]) -> NDArray[np.float64]:
    """Which part of five working days each week lost to holidays."""
    known = calendar()
    open_days = [sum(known.is_working_day(week + timedelta(days=n)) for n in range(7)) for week in weeks]
    return np.clip(1 - np.array(open_days) / 5, 0, 1)


def _known(areas: Sequence[Area], kind: str, weeks: Sequence[date]) -> NDArray[np.bool_]:
    """Past rises that somebody judged to be real: they do not become the rule."""
    marked, monday = (
        np.zeros((len(areas), len(weeks)), dtype=np.bool_),
        np.array(weeks, dtype="datetime64[D]"),
    )
    for warning in AreaWarning.objects.filter(kind=kind).prefetch_related(
        "places__area", "judgements", "sightings"
    ):
        judged = list(warning.judgements.all())
        if not judged or judged[-1].verdict != Verdict.RIGHT:
            continue
        paths = [place.area.path for place in warning.places.all()]
        inside = np.array([any(area.path.startswith(path) for path in paths) for area in areas])
        spans = [
            (warning.starts, warning.ends),
            *((seen.starts, seen.ends) for seen in warning.sightings.all()),
        ]
        for first, last in spans:
            during = (monday >= np.datetime64(first)) & (monday <= np.datetime64(last))
            marked |= inside[:, None] & during[None, :]
    return marked
