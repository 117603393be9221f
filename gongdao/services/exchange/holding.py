"""What each side holds, in words both understand, and where the two differ."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from gongdao.matters.models import Matter
from gongdao.people.models import Office
from gongdao.people.models.office import OfficeKind
from gongdao.services.exchange.models import Holding, Partner
from gongdao.services.exchange.outgoing import handed_in, handed_out

STANDINGS = {
    "sent": "waiting", "taken_there": "taken", "handed_back": "returned", "kept": "returned", "answered": "result",
    "told": "result", "recalled": "recalled",
    "to_reply": "waiting", "objected": "waiting", "taken_here": "taken", "replied": "result", "sent_back": "returned",
    "withdrawn_by_sender": "recalled",
}  # fmt: skip
STANDING_TITLES = {
    "waiting": "等签收", "taken": "在办", "returned": "已退回", "result": "已有结果", "recalled": "已撤回", "": "没有",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """One hand-over that only one side has, or that stands differently; empty where a side has none."""

    key: str
    ours: str
    theirs: str


def own_code() -> str:
    """Under which code we exchange: as set, else the bureau at the top."""
    if settings.GONGDAO_EXCHANGE_CODE:
        return str(settings.GONGDAO_EXCHANGE_CODE)
    bureaus = (OfficeKind.CITY_BUREAU, OfficeKind.COUNTY_BUREAU)
    top = Office.objects.filter(kind__in=bureaus, is_active=True).order_by("path").first()
    return top.code if top else ""


def held_with(partner: Partner) -> dict[str, str]:
    """Every hand-over between us and the partner: "who asked/their number" → standing."""
    held = {
        f"{own_code()}/{child.number}": _standing(child)
        for child in handed_out(partner.office)
        if child.state != "drafting"
    }
    for child in handed_in(partner.office):
        number = child.parent.events.get(step="refer_in").facts["referral_number"]  # type: ignore[union-attr]
        held[f"{partner.office.code}/{number}"] = _standing(child)
    return held


def _standing(child: Matter) -> str:
    return STANDINGS[child.state]


def keep_holding(partner: Partner, held: Mapping[str, str], at: datetime) -> None:
    """What the partner says it holds."""
    Holding.objects.create(partner=partner, held=dict(held), at=at)


def reconcile(partner: Partner) -> tuple[datetime | None, list[Difference]]:
    """When the partner last said what it holds, and every difference to what we hold."""
    said = Holding.objects.filter(partner=partner).order_by("-pk").first()
    ours, theirs = held_with(partner), dict(said.held) if said else {}
    return (said.at if said else None), [
        Difference(key, ours.get(key, ""), theirs.get(key, ""))
        for key in sorted({*ours, *theirs})
        if ours.get(key) != theirs.get(key)
    ]
