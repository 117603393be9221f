"""Reading and handling matters: one operation for every step of every procedure, typed by its facts."""

from typing import Any

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone
from ninja import File, Header, Router, Status
from ninja.files import UploadedFile

from gongdao.api.callers import ANYBODY_KNOWN, STAFF, Caller
from gongdao.api.finding import actors_of, matter_for
from gongdao.api.schemas import ClockOut, EventOut, FileOut, MatterOut, PaperOut, Problem, StepOut
from gongdao.documents.actions import FileRefused, store_file
from gongdao.matters.actions import take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.errors import NotAllowed
from gongdao.matters.folding import declaration_of, fold
from gongdao.matters.models import Matter, Paper
from gongdao.matters.papers import Form, open_paper
from gongdao.matters.queries import (
    can,
    case_of,
    events_for,
    may_open,
    may_read,
    papers_for_party,
    root_of,
    visible_to,
)
from gongdao.matters.revealing import Reader
from gongdao.people.permissions import Permission
from gongdao.procedures.engine.declaration import PARTIES, Actor, Procedure, Step
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.engine.moves import offers
from gongdao.procedures.engine.timing import read_clocks
from gongdao.procedures.registry import PROCEDURES, openings

router = Router(tags=["事项"])
PAGE = 50


def _shown(matter: Matter, caller: Caller | None = None) -> MatterOut:
    now = timezone.now()
    asked = caller and caller.account
    case = fold(matter, events_for(asked, matter, now.date()), now) if asked else case_of(matter, now)
    steps = offers(case, actors_of(matter, caller)) if caller else []
    return MatterOut(
        number=matter.number, procedure=matter.procedure, state=case.state,
        state_title=case.procedure.state_by_code[case.state].title, kind=matter.kind, office=matter.office.name,
        seq=matter.seq, next_due=matter.next_due,
        steps=[
            StepOut(code=o.step.code, title=o.step.title, open=o.open, against=[r.text for r in o.against]) for o in steps
        ],
        clocks=[
            ClockOut(
                code=r.clock.code, title=r.title, last_day=r.deadline.last_day if r.deadline else None, paused=r.paused,
                running=r.running(), reasons=list(r.deadline.reasons) if r.deadline else [],
            )
            for r in read_clocks(case)
        ] if caller else [],
    )  # fmt: skip


@router.get("/matters", response=list[MatterOut], auth=STAFF, summary="我能看的事项")
def matters(request: HttpRequest, offset: int = 0) -> list[MatterOut]:
    """The matters a member of staff may read, the latest change first."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    assert caller.account
    found = visible_to(caller.account, timezone.localdate()).select_related("office", "parent__office")
    return [_shown(m) for m in found.order_by("-changed_at", "-pk")[max(0, offset) : max(0, offset) + PAGE]]


@router.get("/matters/{number}", response=MatterOut, auth=ANYBODY_KNOWN, summary="一件事项")
def matter(request: HttpRequest, number: str) -> MatterOut:
    """Where it stands, what may be done next, and the clocks."""
    return _shown(*matter_for(request, number))


@router.get("/matters/{number}/papers", response=list[PaperOut], auth=ANYBODY_KNOWN, summary="卷内文书")
def papers(request: HttpRequest, number: str) -> list[PaperOut]:
    """The papers of the dossier; a party sees those that are open to it."""
    found, caller = matter_for(request, number)
    if caller.party:
        titled = papers_for_party(root_of(found), caller.party, timezone.now())
    elif caller.account and can(caller.account, Permission.PAPER_READ, found, timezone.localdate()):
        declared = declaration_of(found).paper_by_code
        today = timezone.localdate()
        seen = {e.seq for e in events_for(caller.account, found, today, Permission.PAPER_READ)}
        titled = [(p, declared[p.code].title) for p in found.papers.filter(seq__in=seen)]
    else:
        raise Http404
    return [
        PaperOut(id=p.pk, code=p.code, title=title, seq=p.seq, is_scan=p.is_scan, number=p.matter.number)
        for p, title in titled
    ]


@router.get("/papers/{paper_id}.{form}", auth=ANYBODY_KNOWN, summary="打开文书")
def paper(request: HttpRequest, paper_id: int, form: Form) -> FileResponse:
    """The bytes of a paper, pdf or docx; the reading is logged."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    found = (
        Paper.objects.select_related("matter__parent", "matter__office", "pdf", "docx")
        .filter(pk=paper_id)
        .first()
    )
    if found is None or not _may_read(found, caller):
        raise Http404
    reader = Reader(account=caller.account, party=caller.party, channel="api")
    opened = open_paper(found, form=form, reader=reader, at=timezone.now())
    return FileResponse([opened.data], content_type=opened.media_type, filename=opened.filename)


def _may_read(found: Paper, caller: Caller) -> bool:
    root = root_of(found.matter)
    if caller.account:
        return may_read(caller.account, found, timezone.localdate())
    own = caller.matter is not None and caller.matter.pk == root.pk
    return own and may_open(found, caller.party or "", timezone.now())


@router.post("/files", response={201: FileOut, 422: Problem}, auth=ANYBODY_KNOWN, summary="上传文件")
def upload(request: HttpRequest, file: UploadedFile = File(...)):  # type: ignore[no-untyped-def]  # noqa: B008
    """Keep a photo, PDF or Word file; facts point to it by its fingerprint."""
    try:
        stored = store_file(file.read(), at=timezone.now())
    except FileRefused as refused:
        return Status(422, Problem(problem=str(refused)))
    return Status(201, FileOut(fingerprint=stored.pk, size=stored.size, media_type=stored.media_type))


def _doer(matter: Matter, caller: Caller, step: Step, facts: Facts, channel: Channel) -> Doer:
    held = actors_of(matter, caller)
    own = [actor for actor in step.by if actor in held and (caller.party or actor not in PARTIES)]
    spoken = own or [actor for actor in step.by if actor in held]
    if not spoken:
        raise NotAllowed("您现在不能以这个身份办理这件事。")
    side = (
        case_of(matter, timezone.now()).parties.get(getattr(facts, step.acts_for, ""))
        if step.acts_for
        else None
    )
    actor = next((a for a in spoken if a == side), spoken[0])
    # A party comes by the interface itself; only staff note down how somebody came, and nobody is the system.
    said = channel if caller.account and channel is not Channel.SYSTEM else Channel.WEB
    return Doer(actor, account=caller.account, party=caller.party, channel=said)


def _operation(procedure: Procedure, step: Step) -> None:
    asks: Any = step.asks

    def take(  # type: ignore[no-untyped-def]
        request: HttpRequest,
        number: str,
        facts: asks,
        idempotency_key: str = Header(..., alias="Idempotency-Key", min_length=8, max_length=80),
        expected_seq: int | None = Header(None, alias="X-Expected-Seq"),
        channel: Channel = Channel.WEB,
    ):
        found, caller = matter_for(request, number)
        if found.procedure != procedure.code:
            raise Http404
        event = take_step(
            found, step.code, doer=_doer(found, caller, step, facts, channel), at=timezone.now(), facts=facts,
            key=f"api-{idempotency_key}", expected_seq=expected_seq,
        )  # fmt: skip
        state = Matter.objects.values_list("state", flat=True).get(pk=found.pk)
        return EventOut(
            number=number,
            seq=event.seq,
            step=event.step,
            at=event.at,
            fingerprint=event.fingerprint,
            state=state,
        )

    router.post(
        f"/matters/{{number}}/{procedure.code}/{step.code}",
        response={200: EventOut, 403: Problem, 409: Problem, 422: Problem},
        auth=ANYBODY_KNOWN,
        summary=f"{procedure.title}：{step.title}",
        description=step.remark or step.title,
        operation_id=f"{procedure.code}_{step.code}",
    )(take)


for _procedure in PROCEDURES:
    for _step in _procedure.steps:
        # What begins a matter has its own operation; what the system does follows by itself.
        if set(_step.by) != {Actor.SYSTEM} and _step not in openings(_procedure):
            _operation(_procedure, _step)
