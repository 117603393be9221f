"""What a step's form offers in one matter: parties by name, mediators, offices, papers, what is owed."""

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter
from gongdao.matters.queries import root_of
from gongdao.matters.revealing import Reader, opened_facts, parties_of, parties_until
from gongdao.people.models import Account, Area, Office
from gongdao.people.models.office import AreaLevel
from gongdao.people.queries import holders_of
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Actor, Procedure, Step
from gongdao.procedures.engine.facts import FactMark, Facts, PartyFacts, StartsFrom
from gongdao.procedures.engine.marks import marked_fields
from gongdao.procedures.handing import BODIES
from gongdao.procedures.safety import sides_in_fear
from gongdao.services.legal_aid.candidates import candidates
from gongdao.triage.kinds import FIRST_LEVEL, KINDS
from gongdao.web.forms.building import is_list_type
from gongdao.web.forms.fields import FormContext, Options

MOST_STAFF = 300
_SIDES = {"applicant": "申请人", "respondent": "对方", "opposing": "对方", "other": "其他参加人"}
# Who is named in a file but takes no part: they prove who they are and are put right, nothing else.
_ONLY_NAMED = ("other", "opposing")
# Steps that replace what they said before open with it.
_OPEN_WITH_LATEST = frozenset({"draft_agreement", "set_safety", "correct_kind"})


def kind_options() -> Options:
    """The 18 first-level kinds."""
    return [("", "请选择"), *((kind.code, kind.title) for kind in FIRST_LEVEL)]


def finer_options() -> Options:
    """The finer kinds, each with the kind it is counted under."""
    return [("", "不确定")] + [
        (kind.code, f"{KINDS[kind.parent].title}：{kind.title}") for kind in KINDS.values() if kind.parent
    ]


def carrying(procedure: Procedure) -> QuerySet[Office]:
    """The offices that carry a procedure."""
    return Office.objects.filter(kind__in=procedure.offices, is_active=True).select_related("area__parent")


def office_options(procedure: Procedure) -> Options:
    """The offices that carry a procedure, by place."""
    found = [
        (o.code, f"{o.area.parent.name if o.area.parent else ''}　{o.name}")
        for o in carrying(procedure).order_by("area__code", "code")
    ]
    return [("", "请选择"), *found]


def other_bodies() -> Options:
    """The bodies outside that may hand a matter in."""
    known = Office.objects.filter(kind__in=BODIES, is_active=True).order_by("kind", "code")
    return [("", "请选择"), *((office.code, office.name) for office in known)]


def filing_context(now: datetime, offices: Iterable[Office] = ()) -> FormContext:
    """The form with which a matter begins; ``offices`` are those that may take it, whose places may be named."""
    options = {"kind": kind_options(), "finer_kind": finer_options()}
    return FormContext(
        today=now.astimezone(SHANGHAI).date(), options=options, areas=area_options(offices), offices=other_bodies()
    )  # fmt: skip


def area_options(offices: Iterable[Office]) -> Options:
    """The townships, villages and communities that these offices serve."""
    below = Q()
    for path in {office.area.path for office in offices}:
        below |= Q(path__startswith=path)
    if not below:
        return [("", "请选择")]
    places = Area.objects.filter(below, level__in=(AreaLevel.TOWNSHIP, AreaLevel.VILLAGE)).select_related(
        "parent"
    )
    return [
        ("", "请选择"),
        *((a.code, f"{a.parent.name if a.parent else ''}{a.name}") for a in places.order_by("code")),
    ]


def step_context(
    matter: Matter, case: Case, step: Step, *, reader: Reader, now: datetime, fixed: Mapping[str, Any]
) -> FormContext:
    """The form of one step. Naming the parties is a reading of the file and is logged."""
    parties = party_names(matter, reader, now, f"办理“{step.title}”")
    marks = marked_fields(step.asks)
    return FormContext(
        today=now.astimezone(SHANGHAI).date(),
        parties=[(ref, name) for ref, name in parties.items() if _may_be_meant(ref, step, case)],
        staff=_staff(matter, now) if _asks(marks, FactMark.STAFF) else (),
        offices=_other_offices(matter) if _asks(marks, FactMark.OFFICE) else (),
        options=_options(matter, case),
        fixed=fixed,
    )


def _asks(marks: Mapping[str, frozenset[Any]], mark: FactMark) -> bool:
    return any(mark in held for held in marks.values())


def _may_be_meant(ref: str, step: Step, case: Case) -> bool:
    """Helpers and agents do not consent, sign or owe; they may hand in evidence and prove who they are."""
    return case.parties.get(ref) not in _ONLY_NAMED or step.code in (
        "record_identity",
        "add_evidence",
        "correct_party",
    )


def party_names(matter: Matter, reader: Reader, now: datetime, purpose: str) -> dict[str, str]:
    """Names by reference, with the side in brackets."""
    views = parties_of(matter, reader=reader, at=now, purpose=purpose)
    return {view.ref: f"{view.particulars.name}（{_SIDES[view.side]}）" for view in views}


def _staff(matter: Matter, now: datetime) -> Options:
    who = declaration_of(matter).held_by
    if who is Actor.UNDERTAKER and (best := candidates(matter, now)[0]):
        return [("", "请选择"), *((str(one.account_id), f"{one.name}　{one.firm}") for one in best)]
    people = holders_of(matter.office, who, now.date())[:MOST_STAFF] if who else ()
    return [("", "请选择"), *((str(p.pk), p.display_name) for p in people)]


def _other_offices(matter: Matter) -> Options:
    return [option for option in office_options(declaration_of(matter)) if option[0] != matter.office.code]


def _options(matter: Matter, case: Case) -> dict[str, Options]:
    declared = declaration_of(matter).papers
    owed = case.fact("obligations") or (case.parent.fact("obligations") if case.parent else None) or []
    return {name: [*answers(case)] for name, answers in case.procedure.answers} | {
        "kind": kind_options(),
        "finer_kind": finer_options(),
        "visit_topic": kind_options(),
        "scan_of": [("", "请选择"), *((p.code, p.title) for p in declared)],
        "performance_item": [
            (str(n), f"第{n}项" + (f" {o['amount']}元" if o.get("amount") else ""))
            for n, o in enumerate(owed, 1)
        ],
    }


def opening_values(
    matter: Matter, case: Case, step: Step, account: Account | None, *, only: str | None
) -> dict[str, Any]:
    """What the form opens with, so that nothing is typed twice; ``only`` is the party to whom nobody else's data go."""
    values: dict[str, Any] = {}
    offered = dict(case.procedure.answers)
    said = opened_facts(matter, _merged(case))
    if step.code in _OPEN_WITH_LATEST and case.has(step.code):
        values |= opened_facts(matter, case.last(step.code).facts)  # type: ignore[union-attr]
    for name, marks in marked_fields(step.asks).items():
        source = next((m.fact for m in marks if isinstance(m, StartsFrom)), None)
        if source and not values.get(name):
            values[name] = said.get(source, "")
        elif name in said and name not in values and _is_shared(step.asks, name):
            values[name] = said[name]
        if is_list_type(step.asks.model_fields[name].annotation) and name in offered:
            values[name] = [value for value, _ in offered[name](case)]
        if name == "session_parties":
            values.setdefault(name, [r for r, side in case.parties.items() if side not in _ONLY_NAMED])
        if name == "joint_parties":
            values.setdefault(
                name, [e.facts["confirming_party"] for e in case.times("agree_to_confirmation")]
            )
    if "service_address" in step.asks.model_fields:
        root_case = case.parent or case
        values.setdefault("service_address", _addresses(matter, only, sides_in_fear(root_case)))
    if "archivist" in step.asks.model_fields and account:
        values.setdefault("archivist", account.display_name)
    return values


def _addresses(matter: Matter, only: str | None, in_fear: Collection[str]) -> str:
    """Where the parties can be reached, as they said when they came; somebody afraid is reached through the office."""
    lines = []
    for view in parties_until(root_of(matter)).values():
        known = [text for text in (view.particulars.address, view.particulars.phone) if text]
        if view.side in in_fear:
            known = [f"由{matter.office.name}转"]
        if view.side != "other" and known and only in (None, view.ref):
            lines.append(f"{view.particulars.name}：{'，'.join(known)}")
    return "\n".join(lines)


def _merged(case: Case) -> Mapping[str, Any]:
    return case.facts


def _is_shared(model: type[Facts], name: str) -> bool:
    """Whether the question stands in a form that only puts right what was said before."""
    return model.__name__ in ("KindFacts", "SafetyFacts")


def particulars_of(matter: Matter, ref: str, reader: Reader, now: datetime) -> PartyFacts | None:
    """A party's particulars, to be put right."""
    views = parties_of(matter, reader=reader, at=now, purpose="更正当事人情况")
    return next((view.particulars for view in views if view.ref == ref), None)
