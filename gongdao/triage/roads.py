"""Kind of dispute and facts known → the roads that are open: roads.csv, filled up from channels.csv and offices.csv.

What a row of roads.csv leaves empty is what its channel (人民调解, 劳动仲裁 …) usually is.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from gongdao.law.citation import Citation
from gongdao.triage.cites import read_cites
from gongdao.triage.coverage import kinds_in
from gongdao.triage.facts import all_facts, read_facts
from gongdao.triage.kinds import kind_of
from gongdao.triage.tables import read_rows

PEOPLE_MEDIATION = "people_mediation"


@dataclass(frozen=True)
class Road:
    """One way to go: ``code`` is its row in the routing table, ``gate`` what must be met first, ``bar`` what
    closes it, ``limit`` the time for it, ``local`` the kinds of office to look for nearby, ``because`` the known fact that brought it forward. Empty texts mean that there is nothing to say."""

    code: str
    channel: str
    title: str
    office: str
    phone: str
    office_plain: str
    local: tuple[str, ...]
    note: str
    gate: str
    bar: str
    limit: str
    cost: str
    bring: tuple[str, ...]
    cites: tuple[Citation, ...]
    because: str

    @property
    def office_is_side(self) -> bool:
        """Whether this is to be done with the other side and not at an office."""
        return self.channel == "negotiation" and not self.phone


@dataclass(frozen=True)
class _Row:
    order: int
    kinds: frozenset[str]
    when: frozenset[str]
    road: Road


def roads_for(kind_code: str, facts: Collection[str] = ()) -> tuple[Road, ...]:
    """The roads of a kind of either level, in the order to try them; never none. A KeyError says which code is
    no kind. Where two rows give the same road, the one that a known fact opened is taken, then the one that is for
    fewer kinds, which says more. A fact adds or brings forward; it takes no road away."""
    kind_of(kind_code)
    known = frozenset(facts)
    taken: dict[tuple[str, str], Road] = {}
    rows = [row for row in _rows() if kind_code in row.kinds and row.when <= known]
    for row in sorted(rows, key=lambda row: (not row.when, len(row.kinds), row.order)):
        taken.setdefault(_same(row.road), row.road)
    order = {id(row.road): row.order for row in rows}
    return tuple(sorted(taken.values(), key=lambda road: order[id(road)]))


@lru_cache(maxsize=1)
def all_channels() -> dict[str, str]:
    """Every channel by its code, with what it is usually called."""
    return {row["code"]: row["title"] for row in read_rows("channels.csv")}


def is_mediable(kind_code: str) -> bool:
    """Whether a dispute of this kind may be filed for people's mediation."""
    return any(road.channel == PEOPLE_MEDIATION for road in roads_for(kind_code))


def _same(road: Road) -> tuple[str, str]:
    """What makes two roads one: the channel; complaints go to several offices and count by title."""
    return (road.channel, road.title if road.channel in ("complaint", "negotiation", "notify") else "")


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    channels = {row["code"]: row for row in read_rows("channels.csv")}
    offices = {row["code"]: row for row in read_rows("offices.csv")}
    return tuple(_row(row, channels, offices) for row in read_rows("roads.csv"))


def _row(
    row: dict[str, str], channels: dict[str, dict[str, str]], offices: dict[str, dict[str, str]]
) -> _Row:
    where = f"roads.csv {row['row']} {row['channel']}"
    when = read_facts(row["when"], where)
    try:
        channel = channels[row["channel"]]
        office = offices[row["office"] or channel["office"]]
    except KeyError as unknown:
        raise ValueError(f"{where}：没有这个途径或机构：{unknown.args[0]}") from None
    road = Road(
        code=row["row"],
        channel=row["channel"],
        title=row["title"] or channel["title"],
        office=office["title"],
        phone=office["phone"],
        office_plain=office["plain"],
        local=tuple(office["local"].split()),
        note=row["note"],
        gate=row["gate"],
        bar=row["bar"],
        limit=row["limit"],
        cost=row["cost"] or channel["cost"],
        bring=tuple(part.strip() for part in (row["bring"] or channel["bring"]).split("；") if part.strip()),
        cites=read_cites(row["cites"] or channel["cites"], where),
        because="、".join(all_facts()[code].title for code in sorted(when)),
    )
    return _Row(int(row["order"]), kinds_in(row["kinds"], where), when, road)
