"""The matter's row as the fold of its events says it should be."""

from dataclasses import dataclass
from datetime import datetime

from gongdao.matters.folding import fold
from gongdao.matters.models import Event, Matter
from gongdao.matters.statements import update
from gongdao.people.models import Office
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Effect, Step
from gongdao.procedures.engine.timing import next_due


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a matter: the office, the person in it, and the office asked to take it over."""

    office_id: int
    owner_id: int | None
    offered_to_id: int | None


PROJECTED = (
    "office_id", "owner_id", "offered_to_id", "state", "kind", "next_due", "seq", "head", "changed_at", "closed_at",
)  # fmt: skip


def project(matter: Matter, case: Case, step: Step, event: Event) -> None:
    """Bring the row up to the event just kept; ``case`` already includes it."""
    holder = holder_after(
        Holder(matter.office_id, matter.owner_id, matter.offered_to_id), step, event.facts, _office_id
    )
    matter.office_id, matter.owner_id, matter.offered_to_id = (
        holder.office_id, holder.owner_id, holder.offered_to_id,
    )  # fmt: skip
    matter.state = case.state
    matter.kind = case.kind
    matter.next_due = due_of(case)
    matter.seq, matter.head, matter.changed_at = event.seq, event.fingerprint, event.at
    matter.closed_at = closed_at(case)
    update(matter, PROJECTED)


def take_children_along(matter: Matter, at: datetime) -> None:
    """What still runs beside a matter goes where the matter goes, and under the new office's figures."""
    for child in Matter.objects.filter(parent=matter, closed_at=None):
        child.parent, child.office, child.owner_id = matter, matter.office, None
        child.next_due = due_of(fold(child, child.events.order_by("seq"), at))
        child.save(update_fields=["office", "owner", "next_due"])


def due_of(case: Case) -> datetime | None:
    """The soonest end somebody has to meet; none once the matter is closed."""
    return None if case.procedure.state_by_code[case.state].final else next_due(case)


def closed_at(case: Case) -> datetime | None:
    """When the matter came to its final state."""
    return case.happened[-1].at if case.happened and case.procedure.state_by_code[case.state].final else None


def holder_after(holder: Holder, step: Step, facts: dict, office_id) -> Holder:  # type: ignore[no-untyped-def, type-arg]
    """What the step's effect makes of who holds the matter; ``office_id`` finds an office by its code."""
    value = facts.get(step.effect_fact) if step.effect_fact else None
    match step.effect:
        case Effect.ASSIGN if value:
            return Holder(holder.office_id, int(value), holder.offered_to_id)
        case Effect.OFFER if value:
            return Holder(holder.office_id, holder.owner_id, office_id(value))
        case Effect.TAKE_OVER if holder.offered_to_id:
            return Holder(holder.offered_to_id, None, None)
        case Effect.HAND_BACK:
            return Holder(holder.office_id, holder.owner_id, None)
        case _:
            return holder


def _office_id(code: str) -> int:
    return Office.objects.values_list("pk", flat=True).get(code=code)
