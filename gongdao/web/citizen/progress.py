"""One page of progress: where it stands, by when who must act, and everything the person may do."""

from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gongdao.matters.access import capacities_of_party, party_by_code
from gongdao.matters.doer import Doer
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter, Paper
from gongdao.matters.papers import Form, open_paper
from gongdao.matters.queries import (
    case_of,
    children_for_party,
    may_open,
    notices_for,
    offers_for_party,
    papers_for_party,
    timeline_for_party,
)
from gongdao.matters.revealing import Reader, log_reading, opened_facts
from gongdao.matters.tries import count_try, too_many_tries
from gongdao.people.models import AccessLog
from gongdao.people.queries import reads_of
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import PARTIES, Actor, Notice, Place, holder_title
from gongdao.procedures.engine.timing import read_clocks
from gongdao.procedures.legal_aid.eligibility import Row
from gongdao.web.beside import UNDECIDED, eligibility
from gongdao.web.carrying import may_become
from gongdao.web.citizen.session import current, enter, leave
from gongdao.web.handed import handed
from gongdao.web.instalments import open_instalments
from gongdao.web.sending import send
from gongdao.web.stepping import Stepping, run_step
from gongdao.web.threads import thread


def with_party(view):  # type: ignore[no-untyped-def]
    """Only for a browser that has opened a matter with its code."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        held = current(request)
        if held is None:
            messages.info(request, "请先输入编号和查询码。")
            return redirect("progress")
        return view(request, *held, *args, **kwargs)  # type: ignore[no-any-return]

    return guarded


@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest) -> HttpResponse:
    """Number and code open the matter."""
    if request.method == "GET":
        return render(request, "citizen/progress.html", {"number": request.GET.get("number", "")[:20]})
    number, code = request.POST.get("number", "")[:40], request.POST.get("code", "")[:40]
    if too_many_tries(number):
        return _not_opened(request, number, "试的次数太多了，请十分钟后再试，或者到办理机构查询。", 429)
    found = party_by_code(number, code)
    if found is None:
        count_try(number)
        return _not_opened(request, number, "编号或查询码不对，请对照回执再输一次。", 422)
    enter(request, *found)
    return redirect("mine")


def _not_opened(request: HttpRequest, number: str, error: str, status: int) -> HttpResponse:
    return render(request, "citizen/progress.html", {"number": number, "error": error}, status=status)


@require_GET
@with_party
def mine(request: HttpRequest, matter: Matter, party: str) -> HttpResponse:
    """The one page."""
    now = timezone.now()
    request.session.pop("receipt", None)
    case = case_of(matter, now)
    actors = capacities_of_party(party, case.parties)
    offers = offers_for_party(matter, party, now)
    children = [
        (child, case_of(child, now), offers_for_party(child, party, now))
        for child in children_for_party(matter, party)
    ]
    page = {
        "matter": matter,
        "held_as": holder_title(case.procedure),
        "state": case.procedure.state_by_code[case.state],
        "stop": next((o for o in offers if o.place is Place.ENDING and o.open), None),
        "offers": [o for o in offers if o.place is not Place.ENDING and o.open and not o.done],
        "children": [
            (
                child,
                its.procedure.title,
                its.procedure.state_by_code[its.state],
                [o for o in open_ones if o.open and not o.done],
                read_clocks(its),
                handed(child, its, Reader(party=party), now),
            )
            for child, its, open_ones in children
        ],
        "readings": [r for r in read_clocks(case) if r.running()],
        "notices": notices_for(matter, actors or set(PARTIES), now),
        "afraid": bool(case.fact("afraid")) and Actor.APPLICANT in actors,
        "papers": papers_for_party(matter, party, now),
        "timeline": timeline_for_party(matter, party),
        "reads": _reads_by_others(matter, party),
        "objections": _objections(matter, case, party, now),
        "instalments": open_instalments(case, party),
        "default_roads": _default_roads(case, party),
        "thread": thread(matter, Reader(party=party), now) if Actor.APPLICANT in actors else [],
        "become": may_become(case) if Actor.APPLICANT in actors else [],
        "rules": _rules(matter, case, party, now),
        "now": now,
    }
    return render(request, "citizen/mine.html", page)


def _default_roads(case: Case, party: str) -> Notice | None:
    """Where to turn, for who has not been given what was due."""
    late = any(one.late and one.is_mine_to_get for one in open_instalments(case, party))
    return case.procedure.notice_by_code.get("default_roads") if late else None


def _rules(matter: Matter, case: Case, party: str, now: datetime) -> list[Row]:
    """The rules one by one, as long as nobody has decided."""
    if case.procedure.code != "legal_aid" or case.state not in UNDECIDED:
        return []
    return eligibility(matter, Reader(party=party), now)


def _reads_by_others(matter: Matter, party: str) -> list[tuple[AccessLog, str]]:
    """Who else read the file, in words; one's own reading is left out."""
    own = f"{matter.number}/{party}"
    return [
        (read, read.account.display_name if read.account else ("另一方当事人" if read.citizen else "系统"))
        for read in reads_of(matter.number)
        if read.citizen != own
    ]


def _objections(matter: Matter, case: Case, party: str, now: datetime) -> list[tuple[str, str]]:
    """What this party objected to, each with the answer if there is one."""
    asked = list(case.times("object"))
    answers = list(case.times("answer_objection"))
    own = [
        (event, answers[n] if n < len(answers) else None)
        for n, event in enumerate(asked)
        if event.facts.get("objecting_party") == party
    ]
    if own:
        log_reading(matter, Reader(party=party), now, purpose="看自己的异议和答复", what="texts")
    return [
        (
            str(opened_facts(matter, event.facts)["objection"]),
            str(opened_facts(matter, answer.facts)["objection_answer"]) if answer else "",
        )
        for event, answer in own
    ]


@require_http_methods(["GET", "POST"])
@with_party
def my_step(request: HttpRequest, matter: Matter, party: str, number: str, code: str) -> HttpResponse:
    """One step by the party, in the matter or in a child of it."""
    now = timezone.now()
    one = next((m for m in (matter, *matter.children.all()) if m.number == number), None)
    step = declaration_of(one).step_by_code.get(code) if one else None
    if one is None or step is None:
        raise Http404
    actors = capacities_of_party(party, case_of(matter, now).parties) & set(step.by)
    if not actors:
        raise Http404
    doer = Doer(min(actors), party=party)
    fixed = {step.acts_for: party} if step.acts_for else {}
    return run_step(
        Stepping(
            request=request, matter=one, step=step, now=now, reader=Reader(party=party), doer_of=lambda _: doer,
            template="citizen/step.html", back=reverse("mine"), fixed=fixed,
        )
    )  # fmt: skip


@require_GET
@with_party
def my_paper(request: HttpRequest, matter: Matter, party: str, pk: int, form: str) -> FileResponse:
    """A paper that concerns the party."""
    paper = (
        Paper.objects.select_related("matter__parent", "matter__office", "pdf", "docx").filter(pk=pk).first()
    )
    if paper is None or matter.pk not in (paper.matter_id, paper.matter.parent_id):
        raise Http404
    if form not in list(Form) or not may_open(paper, party, timezone.now()):
        raise Http404
    return send(open_paper(paper, form=Form(form), reader=Reader(party=party), at=timezone.now()))


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Close the matter in this browser."""
    leave(request)
    messages.success(request, "已退出。这台设备上看不到您的事项了。")
    return redirect("home")
