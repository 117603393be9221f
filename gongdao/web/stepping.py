"""One step as a page: the form, its checks, and the doorway. Citizens and staff use the same."""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from gongdao.matters.actions import take_step
from gongdao.matters.doer import CHANNEL_TITLES, SPOKEN, Doer
from gongdao.matters.errors import DoorwayError, KeyReused, Stale
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of
from gongdao.matters.revealing import Reader, opened_facts
from gongdao.people.models import Account
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Notice, Step
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.engine.moves import Reason, Refused, against
from gongdao.procedures.people_mediation.agreement import AgreementFacts, Finding, check_agreement
from gongdao.web.beside import beside
from gongdao.web.forms.building import build
from gongdao.web.forms.reading import Read, read, with_row, without_row
from gongdao.web.offering import opening_values, particulars_of, step_context
from gongdao.web.words import Said, say

DoerOf = Callable[[Facts | None], Doer]


@dataclass
class Stepping:
    """Who is at which step of which matter, and where to go afterwards."""

    request: HttpRequest
    matter: Matter
    step: Step
    now: datetime
    reader: Reader
    doer_of: DoerOf
    template: str
    back: str
    account: Account | None = None
    fixed: Mapping[str, Any] = field(default_factory=dict)
    more: Mapping[str, Any] = field(default_factory=dict)  # what else the template shows

    @property
    def case(self) -> Case:
        return case_of(self.matter, self.now)


def run_step(stepping: Stepping) -> HttpResponse:
    """Show the form (GET), or check it, add a row, or take the step (POST)."""
    request = stepping.request
    if request.method != "POST":
        if reasons := against(stepping.case, stepping.step):
            # Not open: the reasons, and nothing of the file that the form would have opened with.
            return render(request, stepping.template, _page(stepping, reasons=reasons), status=200)
        return _show(stepping, _opening(stepping))
    taken = read(stepping.step.asks, request.POST, request.FILES, at=stepping.now, fixed=stepping.fixed)
    if path := request.POST.get("add"):
        return _show(stepping, with_row(taken.given, path))
    if path := request.POST.get("remove"):
        return _show(stepping, without_row(taken.given, path))
    if taken.facts is None:
        return _show(stepping, taken.given, errors=taken.errors, status=422)
    if "check" in request.POST and isinstance(taken.facts, AgreementFacts):
        return _show(
            stepping, taken.given, findings=check_agreement(stepping.case, taken.facts), checked=True
        )
    return _take(stepping, taken)


def _take(stepping: Stepping, taken: Read[Facts]) -> HttpResponse:
    post = stepping.request.POST
    expected = post.get("seq", "")
    try:
        take_step(
            stepping.matter, stepping.step.code, doer=stepping.doer_of(taken.facts), at=stepping.now,
            facts=taken.facts, key=form_key(post.get("key", "")), expected_seq=int(expected) if expected.isdecimal() else None,
        )  # fmt: skip
    except Refused as refused:
        return _show(stepping, taken.given, reasons=refused.reasons, status=409)
    except DoorwayError as error:
        status = 409 if isinstance(error, Stale) else 403
        dead = isinstance(error, KeyReused)
        return _show(stepping, taken.given, reasons=[Reason(str(error))], dead_key=dead, status=status)
    title = stepping.step.title if stepping.account else stepping.step.party_title
    messages.success(stepping.request, f"“{title}”已经办好。")
    return redirect(stepping.back)


def form_key(sent: str) -> str:
    """The form's own key; one that no form of ours made is replaced."""
    try:
        return str(uuid.UUID(sent))
    except ValueError:
        return str(uuid.uuid4())


def _opening(stepping: Stepping) -> dict[str, Any]:
    values = opening_values(
        stepping.matter, stepping.case, stepping.step, stepping.account, only=stepping.reader.party
    )
    # A party speaks for nobody else, whatever the address says.
    own = stepping.fixed.get(stepping.step.acts_for or "", "")
    ref = own or stepping.request.GET.get("party", "")
    if ref and stepping.step.acts_for and (own or stepping.account):
        values.setdefault(stepping.step.acts_for, ref)
        if stepping.step.code == "correct_party":
            known = particulars_of(stepping.matter, ref, stepping.reader, stepping.now)
            values["amended_particulars"] = known.model_dump(mode="json") if known else {}
    return values


def _show(
    stepping: Stepping,
    given: Mapping[str, Any],
    *,
    errors: Mapping[str, list[str]] | None = None,
    reasons: Any = (),
    findings: list[Finding] | None = None,
    checked: bool = False,
    dead_key: bool = False,
    status: int = 200,
) -> HttpResponse:
    case = stepping.case
    context = step_context(
        stepping.matter, case, stepping.step, reader=stepping.reader, now=stepping.now, fixed=stepping.fixed
    )
    key = stepping.request.POST.get("key") if errors or checked or stepping.request.method == "POST" else None
    page = _page(stepping, reasons=reasons or against(case, stepping.step)) | {
        "fields": build(stepping.step.asks, context, given, errors),
        "errors": errors or {},
        "findings": findings or [],
        "checked": checked,
        "can_check": stepping.step.asks is AgreementFacts,
        "key": form_key("" if dead_key else (key or "")),
        "seq": case_seq(stepping.matter),
        "channels": [(c.value, CHANNEL_TITLES[c]) for c in SPOKEN],
        "channel": stepping.request.POST.get("channel", "counter"),
        "shown": _shown(stepping.step, case),
        "said": _said(stepping, case, dict(context.parties)),
        "beside": beside(stepping.matter, stepping.step, stepping.reader, stepping.now)
        if stepping.account
        else None,
    }
    return render(stepping.request, stepping.template, page, status=status)


def _page(stepping: Stepping, *, reasons: Any) -> dict[str, Any]:
    """What every page of a step says."""
    known = {"matter": stepping.matter, "step": stepping.step, "reasons": reasons, "back": stepping.back}
    return {**stepping.more, **known}


def _shown(step: Step, case: Case) -> list[Notice]:
    """What must be read before, where it applies."""
    notices = [case.procedure.notice_by_code[code] for code in step.shows]
    return [n for n in notices if n.applies_if is None or n.applies_if(case)]


def _said(stepping: Stepping, case: Case, parties: Mapping[str, str]) -> list[Said]:
    """What was said at an earlier step and must be read before this one."""
    code = stepping.step.shows_said
    event = case.last(code) if code else None
    if event is None or code is None:
        return []
    facts = opened_facts(stepping.matter, event.facts)
    return list(say(case.procedure.step_by_code[code].asks, facts, parties))


def case_seq(matter: Matter) -> int:
    """How many events the matter has now."""
    return Matter.objects.values_list("seq", flat=True).get(pk=matter.pk)
