"""The matter's row computed again from its events, to be compared with the row as stored."""

from dataclasses import dataclass
from datetime import datetime

from gongdao.matters.folding import declaration_of, fold
from gongdao.matters.models import Matter
from gongdao.matters.projecting import Holder, closed_at, due_of, holder_after
from gongdao.people.models import Office
from gongdao.procedures.registry import is_held_alike


@dataclass(frozen=True, slots=True)
class Row:
    """The projected fields of a matter."""

    state: str
    kind: str
    owner_id: int | None
    offered_to_id: int | None
    next_due: datetime | None
    closed_at: datetime | None
    seq: int


def stored_row(matter: Matter) -> Row:
    """What the list pages read."""
    return Row(
        matter.state,
        matter.kind,
        matter.owner_id,
        matter.offered_to_id,
        matter.next_due,
        matter.closed_at,
        matter.seq,
    )


def replayed_row(matter: Matter) -> Row:
    """What the events say. The first office and a child's first mediator are not events; the rest is."""
    events = list(matter.events.order_by("seq"))
    declaration = declaration_of(matter)
    offices = dict(Office.objects.values_list("code", "pk")) if events else {}
    holder = Holder(matter.office_id, _first_owner(matter), None)
    for event in events:
        holder = holder_after(holder, declaration.step_by_code[event.step], event.facts, offices.__getitem__)
    case = fold(matter, events, matter.changed_at)
    return Row(
        case.state,
        case.kind,
        holder.owner_id,
        holder.offered_to_id,
        due_of(case),
        closed_at(case),
        len(events),
    )


def _first_owner(matter: Matter) -> int | None:
    """A child begins with whoever held its parent at that moment, if in the same capacity."""
    if matter.parent is None or not is_held_alike(declaration_of(matter), declaration_of(matter.parent)):
        return None
    earlier = matter.parent.events.filter(at__lte=matter.opened_at).order_by("seq")
    holder = Holder(0, None, None)
    declaration = declaration_of(matter.parent)
    for event in earlier:
        holder = holder_after(holder, declaration.step_by_code[event.step], event.facts, lambda _: 0)
    return holder.owner_id
