"""How far somebody sees: the area of their office, the areas shown beside it, and where exact small numbers may stand."""

from dataclasses import dataclass
from datetime import date

from gongdao.matters.models import Matter
from gongdao.matters.queries import visible_to
from gongdao.people.models import Account, Area
from gongdao.people.permissions import Permission
from gongdao.trends.warnings.queries import areas_of, within
from gongdao.triage.kinds import finer_kinds

_PARTS = {"province": "county", "city": "township", "county": "township", "township": "township"}


@dataclass(frozen=True)
class Reach:
    """``home`` is the area the account answers for, ``around`` what the map shows, ``parts`` the areas on it."""

    account: Account
    home: Area
    around: Area
    parts: tuple[Area, ...]
    on: date

    def sees_all(self, area: Area, kind: str | None) -> bool:
        """Whether this account may open every matter of a kind in an area: then no number hides anything from it."""
        matters = Matter.objects.filter(within([area], "area__path"), parent=None)
        if kind is not None:
            matters = matters.filter(kind__in=[kind, *(finer.code for finer in finer_kinds(kind))])
        mine = visible_to(self.account, self.on).values("pk")
        return not matters.exclude(pk__in=mine).exists()


def reach_of(account: Account, on: date) -> Reach | None:
    """None for whoever sees no trends. Of several areas the widest counts."""
    areas = sorted(areas_of(account, Permission.TREND_READ, on), key=lambda area: (len(area.path), area.code))
    if not areas:
        return None
    home = areas[0]
    around = home.parent if home.level not in ("province", "city", "county") and home.parent else home
    level = _PARTS.get(around.level, "village")
    parts = Area.objects.filter(level=level, path__startswith=around.path).order_by("code")
    return Reach(account, home, around, tuple(parts), on)


def whole_city(area: Area) -> Area:
    """The city (else the topmost area) that an area lies in: what rates are compared with."""
    above = list(Area.objects.filter(code__in=area.path.strip("/").split("/")).order_by("path"))
    return next((one for one in above if one.level == "city"), above[0])
