"""Following a matter: what happened, what must be told, who looked. The same as on the pages."""

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Router

from gongdao.api.callers import ANYBODY_KNOWN, STAFF, Caller
from gongdao.api.finding import actors_of, matter_for
from gongdao.api.schemas import HappenedOut, NoticeOut, ReadOut, WorkOut
from gongdao.matters.models import Matter
from gongdao.matters.queries import (
    can,
    notices_for,
    root_of,
    shown_to,
    timeline_for_account,
    timeline_for_party,
    work_list,
)
from gongdao.people.permissions import Permission
from gongdao.people.queries import reads_of
from gongdao.procedures.engine.declaration import Actor

router = Router(tags=["跟进"])


@router.get("/work", response=list[WorkOut], auth=STAFF, summary="接下来做什么")
def work(request: HttpRequest, offset: int = 0) -> list[WorkOut]:
    """What is waiting for this person, the soonest due first."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    assert caller.account
    return [
        WorkOut(
            number=item.matter.number, state_title=item.state_title, overdue=item.overdue, minded=item.minded,
            steps=[step.code for step in item.steps],
            last_day=item.reading.deadline.last_day if item.reading and item.reading.deadline else None,
        )
        for item in work_list(caller.account, timezone.now(), offset=max(0, offset))
    ]  # fmt: skip


def _shown(found: Matter, caller: Caller) -> Matter:
    """The whole matter to a party and to whoever may read it, else the child that was asked for."""
    return shown_to(caller.account, found, timezone.localdate()) if caller.account else root_of(found)


@router.get(
    "/matters/{number}/timeline", response=list[HappenedOut], auth=ANYBODY_KNOWN, summary="办到哪一步了"
)
def happened(request: HttpRequest, number: str) -> list[HappenedOut]:
    """Every step with its day and who took it, without personal data; a party sees nobody's confidences."""
    found, caller = matter_for(request, number)
    entries = (
        timeline_for_account(caller.account, _shown(found, caller), timezone.localdate())
        if caller.account
        else timeline_for_party(root_of(found), caller.party or "")
    )
    return [
        HappenedOut(step=e.step.code, title=e.step.title, at=e.at, actor=e.actor_title, by=e.by_name)
        for e in entries
    ]


@router.get("/matters/{number}/notices", response=list[NoticeOut], auth=ANYBODY_KNOWN, summary="请您知道")
def notices(request: HttpRequest, number: str) -> list[NoticeOut]:
    """What must have been told by now, with its articles."""
    found, caller = matter_for(request, number)
    actors = set(Actor) if caller.account else actors_of(found, caller)
    shown = _shown(found, caller)
    return [NoticeOut.of(view.notice, view.at) for view in notices_for(shown, actors, timezone.now())]


@router.get("/matters/{number}/readers", response=list[ReadOut], auth=ANYBODY_KNOWN, summary="谁看过")
def readers(request: HttpRequest, number: str) -> list[ReadOut]:
    """Who read the file and why."""
    found, caller = matter_for(request, number)
    root = root_of(found)
    if caller.account and not can(caller.account, Permission.PARTY_REVEAL, root, timezone.localdate()):
        raise Http404
    return [
        ReadOut(at=r.at, who=r.account.display_name if r.account else "当事人", purpose=r.purpose)
        for r in reads_of(root.number)
    ]
