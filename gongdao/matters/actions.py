"""The doorway. Nothing about a matter changes except through ``open_matter`` and ``take_step``.

Permission → guards, rules and clocks → sealed texts and parties → event → projection → paper slots, in one
transaction. The page, the API, the import and the offline sync all come through here.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any, NamedTuple

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils.module_loading import import_string

from gongdao.documents.models import StoredFile
from gongdao.matters import access, keeping, projecting
from gongdao.matters.doer import SYSTEM, Doer
from gongdao.matters.errors import KeyReused, NotAllowed, Stale, UnknownFile, UnknownKind, UnknownOffice
from gongdao.matters.folding import declaration_of, fold
from gongdao.matters.models import Event, Matter
from gongdao.matters.numbering import new_number
from gongdao.matters.statements import rows_where, values_where
from gongdao.people.models import Area, Office
from gongdao.procedures.engine.case import Case, Happened
from gongdao.procedures.engine.declaration import Actor, Effect, Procedure, Step
from gongdao.procedures.engine.facts import Facts, NoFacts
from gongdao.procedures.engine.marks import offices_in
from gongdao.procedures.engine.moves import Reason, Refused, refusals
from gongdao.procedures.engine.recording import Recorded, canonical, record
from gongdao.procedures.registry import is_held_alike, procedure_on
from gongdao.triage.kinds import KINDS


class Kept(NamedTuple):
    """As much of an event as a case is folded from."""

    key: str
    seq: int
    step: str
    actor: str
    at: datetime
    facts_text: str

    @property
    def facts(self) -> dict[str, Any]:
        """The facts as the engine reads them."""
        return dict(json.loads(self.facts_text))


KEPT = Kept._fields


@dataclass(frozen=True, slots=True)
class Opened:
    """A new matter, its first event, and the access codes of the parties (shown once, by reference)."""

    matter: Matter
    event: Event
    access_codes: dict[str, str]


def open_matter(
    *, procedure: str, office: Office, step: str, doer: Doer, at: datetime, facts: Facts, key: str,
    area: Area | None = None,
) -> Opened:  # fmt: skip
    """Begin a matter with its first step. The same ``key`` again returns the same matter and codes."""
    declaration = procedure_on(procedure, at.date())
    if step not in declaration.step_by_code:
        raise NotAllowed("没有这一步。")
    digest = keeping.request_digest(
        declaration.step_by_code[step], doer, canonical(facts.model_dump(mode="json"))
    )
    if earlier := Event.objects.filter(key=key).select_related("matter").first():
        return _opened(earlier.matter, _same(earlier, digest), at)
    access.require_may_open(doer, declaration, office, at.date())
    access.require_own_act(doer, declaration.step_by_code[step], facts)
    try:
        with transaction.atomic():
            area = area or access.area_named(facts, office)
            matter = _new_matter(declaration, office=office, area=area, parent=None, at=at)
            event = _take(
                matter, fold(matter, [], at), step, doer=doer, at=at, facts=facts, key=key, digest=digest
            )
            return _opened(matter, event, at)
    except IntegrityError:
        # Two copies of the same submission at the same moment: the other one won.
        earlier = Event.objects.filter(key=key).select_related("matter").first()
        if earlier is None:
            raise
        return _opened(earlier.matter, _same(earlier, digest), at)


def opened_with(matter: Matter, facts: Facts) -> bool:
    """Whether a citizen opened this matter with exactly these facts."""
    first = matter.events.order_by("seq").first()
    if first is None:
        return False
    step = declaration_of(matter).step_by_code[first.step]
    digest = keeping.request_digest(step, Doer(Actor.APPLICANT), canonical(facts.model_dump(mode="json")))
    return first.request == digest


def take_step(
    matter: Matter, step: str, *, doer: Doer, at: datetime, facts: Facts | None = None, key: str,
    expected_seq: int | None = None,
) -> Event:  # fmt: skip
    """Take one step. Raises Refused (not lawful now), NotAllowed, Stale, KeyReused; then nothing has changed.

    ``expected_seq`` is the event count that the person saw; the same ``key`` again returns the first event.
    """
    facts = NoFacts() if facts is None else facts
    with transaction.atomic():
        locked = _locked(matter.pk)
        declaration_step = declaration_of(locked).step_by_code.get(step)
        if declaration_step is None:
            raise NotAllowed("没有这一步。")
        digest = keeping.request_digest(declaration_step, doer, canonical(facts.model_dump(mode="json")))
        kept = values_where(Event, KEPT, any_of={"matter_id": locked.pk, "key": key})
        if any(row[0] == key for row in kept):
            earlier = Event.objects.get(key=key)
            if earlier.matter_id != locked.pk:
                raise KeyReused
            return _same(earlier, digest)
        if expected_seq is not None and expected_seq != locked.seq:
            raise Stale
        case = fold(locked, sorted((Kept(*row) for row in kept), key=attrgetter("seq")), at)
        access.require_may_act(doer, locked, at.date(), case)
        access.require_own_act(doer, declaration_step, facts)
        access.require_other_eyes(doer, declaration_step, locked)
        return _take(locked, case, step, doer=doer, at=at, facts=facts, key=key, digest=digest)


def _locked(pk: int) -> Matter:
    """The matter, held until the transaction ends."""
    found = rows_where(Matter, any_of={"id": pk}, lock=True)
    if not found:
        raise Matter.DoesNotExist
    found[0].office = rows_where(Office, any_of={"id": found[0].office_id})[0]
    return found[0]


def _take(
    matter: Matter, case: Case, code: str, *, doer: Doer, at: datetime, facts: Facts, key: str, digest: str
) -> Event:
    """The step itself, inside the transaction, on a locked matter; ``case`` is the matter's at ``at``."""
    step = case.procedure.step_by_code[code]
    if not isinstance(facts, step.asks):
        raise TypeError(f"{code} asks {step.asks.__name__}, not {type(facts).__name__}")
    if against := refusals(case, step, doer.actor, facts):
        raise Refused(against)
    recorded = record(facts, seq=matter.seq + 1, next_party=len(case.parties) + 1, seal=keeping.seal_of)
    _require_known(recorded, step, matter, case.procedure, at)
    facts_text = canonical(recorded.facts)
    event = keeping.keep_event(matter, step, doer=doer, at=at, facts_text=facts_text, key=key, request=digest)
    keeping.keep_sealed(matter, recorded, event.seq)
    after = case.after(Happened(code, at, doer.actor, recorded.facts))
    projecting.project(matter, after, step, event)
    keeping.keep_papers(matter, step, recorded, event.seq)
    if step.effect is Effect.TAKE_OVER:
        projecting.take_children_along(matter, at)
    _open_child(matter, step, event, at)
    _report_to_parent(matter, step, event, at)
    return event


def _open_child(matter: Matter, step: Step, event: Event, at: datetime) -> None:
    if step.opens:
        declaration = procedure_on(step.opens, at.date())
        office = matter.office.parent if step.opens_above else matter.office
        if office is None:
            raise NotAllowed(f"{matter.office.name}没有登记上级机构，不能办理“{step.title}”。")
        child = _new_matter(declaration, office=office, area=matter.area, parent=matter, at=at)
        # A clock of the child may run from an event of its parent, before anything has happened in the child.
        child.next_due = projecting.due_of(fold(child, [], at))
        child.save(update_fields=["next_due"])


def _report_to_parent(matter: Matter, step: Step, event: Event, at: datetime) -> None:
    """A child's outcome is a step of its parent, taken by the system in the same transaction."""
    if step.reports and matter.parent_id:
        parent = _locked(matter.parent_id)
        key = f"{event.fingerprint}/parent"
        digest = keeping.request_digest(step, SYSTEM, "{}")
        case = fold(parent, parent.events.order_by("seq"), at)
        _take(parent, case, step.reports, doer=SYSTEM, at=at, facts=NoFacts(), key=key, digest=digest)


def _new_matter(
    declaration: Procedure, *, office: Office, area: Area | None, parent: Matter | None, at: datetime
) -> Matter:
    return Matter.objects.create(
        number=new_number(at), procedure=declaration.code, effective=declaration.effective,
        state=declaration.initial, office=office, area=area, parent=parent,
        owner_id=parent.owner_id if parent and is_held_alike(declaration, declaration_of(parent)) else None,
        kind=parent.kind if parent else "",
        opened_at=at, changed_at=at,
    )  # fmt: skip


def _require_known(
    recorded: Recorded, step: Step, matter: Matter, procedure: Procedure, at: datetime
) -> None:
    """What the facts point to must exist: files in the store, the holder and office on the register."""
    if recorded.files:
        known = StoredFile.objects.filter(pk__in=recorded.files).count()
        if known != len(set(recorded.files)):
            raise UnknownFile
    asked = (
        step.effect_fact if step.effect is Effect.OFFER else None
    )  # looked at below, with what it may take
    named = {v for name in offices_in(step.asks) if name != asked and (v := recorded.facts.get(name))}
    if named and Office.objects.filter(code__in=named).count() != len(named):
        raise UnknownOffice
    kind, finer = recorded.facts.get("kind"), recorded.facts.get("finer_kind")
    if (kind and (kind not in KINDS or KINDS[kind].parent)) or (finer and finer not in KINDS):
        raise UnknownKind
    if step.effect in (Effect.ASSIGN, Effect.OFFER):
        access.require_lawful_holder(step, recorded.facts, matter, procedure, at.date())
    if step.effect is Effect.ASSIGN and (against := _said_by_service(matter, procedure, recorded.facts, at)):
        raise Refused(against)


def _said_by_service(
    matter: Matter, procedure: Procedure, facts: dict[str, Any], at: datetime
) -> list[Reason]:
    """What the service of this procedure has to say against the person named, e.g. a conflict of interest."""
    check = settings.GONGDAO_HOLDER_CHECKS.get(procedure.code)
    return list(import_string(check)(matter, facts, at)) if check else []


def _same(earlier: Event, digest: str) -> Event:
    if earlier.request != digest:
        raise KeyReused
    return earlier


def _opened(matter: Matter, event: Event, at: datetime) -> Opened:
    codes = access.codes_for_applicants(matter, event, at)
    return Opened(matter, event, codes)
