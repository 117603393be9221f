"""What the codes of the lake are called on pages."""

from collections.abc import Callable, Iterable, Mapping

from gongdao.people.models import Area, Office
from gongdao.trends.lake.places import COMMITTEES
from gongdao.trends.lake.sources import SOURCES
from gongdao.trends.statistics.measures import Adds, Measure
from gongdao.trends.statistics.tables import Key
from gongdao.triage.kinds import FIRST_LEVEL, KINDS

NOT_KNOWN = "未登记"
FORMS: Mapping[str, str] = {"oral": "口头协议", "written": "书面协议"}
_AREAS = ("city", "county", "township", "village")
_TABLES: Mapping[str, Mapping[str, str]] = {
    "kind": {kind.code: kind.title for kind in FIRST_LEVEL},
    "finer_kind": {kind.code: kind.title for kind in KINDS.values()},
    "source": SOURCES, "committee": COMMITTEES, "form": FORMS,
}  # fmt: skip


def titles(dimension: str, keys: Iterable[Key]) -> dict[Key, str]:
    """The words for these values, in the order in which a table shows them."""
    found = list(dict.fromkeys(keys))
    named: Mapping[str, str] = _TABLES.get(dimension, {})
    if dimension in _AREAS:
        named = dict(
            Area.objects.filter(code__in=[k for k in found if k]).order_by("code").values_list("code", "name")
        )
    elif dimension == "office":
        offices = Office.objects.filter(code__in=[k for k in found if k]).order_by("path")
        named = dict(offices.values_list("code", "name"))
    if dimension == "month":
        months = sorted(key for key in found if isinstance(key, int))
        return {month: f"{month // 100}年{month % 100}月" for month in months}
    order = {code: place for place, code in enumerate(named)}
    found.sort(key=lambda key: (key is None, order.get(str(key), len(order)), str(key)))
    return {key: NOT_KNOWN if key is None else named.get(str(key), str(key)) for key in found}


def shown(measure: Measure) -> Callable[[int], str]:
    """How a figure of this measure is written: fen as yuan, medians (kept twice) as days."""
    if measure.adds is Adds.FEN:
        return lambda value: f"{value / 100:,.2f}"
    if measure.adds is Adds.DAYS:
        return lambda value: f"{value // 2}" + (".5" if value % 2 else "")
    return lambda value: f"{value:,}"
