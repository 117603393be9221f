"""From a matter and its events to rows. A row depends on its event and on those before it, never on later ones:
once written it stays true, and only months with new events change."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.models import Event, Matter
from gongdao.procedures.engine.case import as_moment
from gongdao.procedures.engine.declaration import Effect, Procedure, Step
from gongdao.procedures.registry import procedure_version
from gongdao.trends.lake.columns import LEVELS, PRIVATE
from gongdao.trends.lake.places import Holder, Place, Register
from gongdao.trends.lake.sources import source_of
from gongdao.triage.kinds import KINDS

Row = dict[str, Any]
_NOWHERE = Place("", {})


@dataclass
class _Walk:
    """What is known of a matter while its events go by."""

    state: str
    holder: Holder
    kind: str = ""
    finer: str = ""
    offered: Holder | None = None
    draft_fen: int = 0


@dataclass(frozen=True)
class RowBuilder:
    """Builds rows with one reading of the register. ``first_office`` says who held a matter before it was handed
    over: the projection only keeps who holds it now, but every hand-over letter remembers who wrote it."""

    register: Register
    first_office: Mapping[int, int] = field(default_factory=dict)

    def rows(self, matter: Matter, events: Iterable[Event]) -> Iterator[Row]:
        """One row for every event of the matter, in order of ``seq``."""
        procedure = procedure_version(matter.procedure, matter.effective)
        first = self.first_office.get(matter.pk, matter.office_id)
        walk = _Walk(procedure.initial, self.register.offices[first])
        place = self.register.places[matter.area_id] if matter.area_id else _NOWHERE
        fixed = {"matter": matter.pk, "root": matter.parent_id or matter.pk, "procedure": procedure.code}
        fixed |= {"area": place.code or None} | {level: place.levels.get(level) for level in LEVELS}
        for event in events:
            yield fixed | self._row(walk, procedure, event)

    def _row(self, walk: _Walk, procedure: Procedure, event: Event) -> Row:
        step, facts = procedure.step_by_code[event.step], event.facts
        self._go_on(walk, step, facts)
        return {
            "event": event.pk, "seq": event.seq, "step": PRIVATE if step.private else step.code,
            "actor": event.actor, "channel": event.channel, "state": walk.state,
            "at": event.at, "day": day_of(step, facts, event.at),
            "office": walk.holder.code, "committee": walk.holder.committee,
            "kind": walk.kind or None, "finer_kind": walk.finer or None,
            **_opening(step, facts), **_taking_effect(walk, step),
            "fingerprint": bytes.fromhex(event.fingerprint),
        }  # fmt: skip

    def _go_on(self, walk: _Walk, step: Step, facts: Mapping[str, Any]) -> None:
        walk.state = step.target or walk.state
        if facts.get("kind") in KINDS:
            finer = facts.get("finer_kind") or ""
            walk.kind, walk.finer = facts["kind"], finer if finer in KINDS else ""
        if step.code in ("draft_agreement", "settle_orally"):
            walk.draft_fen = _payable(facts.get("obligations") or ())
        if step.effect is Effect.OFFER and step.effect_fact:
            walk.offered = self.register.by_code.get(facts.get(step.effect_fact, ""))
        elif step.effect is Effect.TAKE_OVER and walk.offered:
            walk.holder, walk.offered = walk.offered, None


def day_of(step: Step, facts: Mapping[str, Any], at: datetime) -> date:
    """The day on which the step took place in law: what its fact says, else when it was noted down."""
    told = as_moment(facts.get(step.dated_by)) if step.dated_by else None
    return (told or at).astimezone(SHANGHAI).date()


def _opening(step: Step, facts: Mapping[str, Any]) -> Row:
    """What the first event of a mediation says about it; null everywhere else."""
    source = source_of(step.code, facts)
    if source is None:
        return {"source": None, "people": None, "claimed_fen": None}
    return {
        "source": source,
        "people": facts.get("people_involved"),
        "claimed_fen": _fen(facts.get("amount_claimed")),
    }


def _taking_effect(walk: _Walk, step: Step) -> Row:
    form = {"settle_orally": "oral", "sign_agreement": "written"}.get(step.code)
    return {"form": form, "agreed_fen": walk.draft_fen if form else None}


def _payable(obligations: Sequence[Mapping[str, Any]]) -> int:
    """What an agreement makes payable in all, in fen."""
    return sum(_fen(owed.get("amount")) or 0 for owed in obligations if owed.get("deed") == "pay")


def _fen(amount: str | None) -> int | None:
    return None if amount is None else int(Decimal(amount) * 100)
