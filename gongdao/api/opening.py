"""Beginning a matter: a citizen applies; staff register one in any way its procedure begins."""

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Header, Router, Status

from gongdao.api.callers import STAFF, Caller
from gongdao.api.schemas import OpenedOut, Problem
from gongdao.matters.actions import open_matter
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.errors import NotAllowed
from gongdao.people.models import Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import postings
from gongdao.procedures.engine.declaration import Actor, Procedure, Step
from gongdao.procedures.registry import PROCEDURES, REGISTRARS, openings

router = Router(tags=["登记"])


def _actor(caller: Caller, office: Office, step: Step) -> Actor:
    """In which capacity this person may register matters in this office."""
    assert caller.account
    for posting in postings(caller.account, timezone.localdate()):
        held = posting.role.actors & REGISTRARS & set(step.by)
        if posting.office_id == office.pk and Permission.MATTER_FILE in posting.role.permissions and held:
            return min(held)
    raise NotAllowed("您的岗位不能在这个机构登记事项。")


def _operation(procedure: Procedure, step: Step) -> None:
    asks: Any = step.asks

    def begin(  # type: ignore[no-untyped-def]
        request: HttpRequest,
        office: str,
        facts: asks,
        idempotency_key: str = Header(..., alias="Idempotency-Key", min_length=8, max_length=80),
        channel: Channel = Channel.COUNTER,
    ):
        caller: Caller = request.auth  # type: ignore[attr-defined]
        chosen = Office.objects.filter(code=office, is_active=True).first()
        if chosen is None:
            raise Http404
        said = channel if channel is not Channel.SYSTEM else Channel.COUNTER
        doer = Doer(_actor(caller, chosen, step), account=caller.account, channel=said)
        opened = open_matter(
            procedure=procedure.code, office=chosen, step=step.code, doer=doer, at=timezone.now(), facts=facts,
            key=f"api-{idempotency_key}",
        )  # fmt: skip
        return Status(
            201,
            OpenedOut(
                number=opened.matter.number, state=opened.matter.state, access_codes=opened.access_codes
            ),
        )

    router.post(
        f"/openings/{procedure.code}/{step.code}",
        response={201: OpenedOut, 403: Problem, 409: Problem, 422: Problem},
        auth=STAFF,
        summary=f"{procedure.title}：{step.title}（工作人员登记）",
        description=step.remark or step.title,
        operation_id=f"open_{procedure.code}_{step.code}",
    )(begin)


for _procedure in PROCEDURES:
    for _step in openings(_procedure):
        if REGISTRARS & set(_step.by):
            _operation(_procedure, _step)
