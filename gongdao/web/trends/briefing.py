"""The monthly briefing: look at a draft, issue it with one press, open what was issued."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods
from pydantic import Field

from gongdao.documents.queries import read_file
from gongdao.matters.papers import PDF_TYPE, Form, Opened
from gongdao.people.models import Account
from gongdao.procedures.engine.facts import Facts, Text
from gongdao.trends.briefings.actions import draft, issue
from gongdao.trends.briefings.cells import month_of, months_before
from gongdao.trends.briefings.models import Briefing
from gongdao.trends.briefings.queries import BriefingRefused, briefings_for, desk_of
from gongdao.trends.briefings.writing import Heading
from gongdao.trends.overview.reach import Reach
from gongdao.web.everywhere import rights
from gongdao.web.forms.building import build
from gongdao.web.forms.fields import FormContext
from gongdao.web.forms.reading import Read, read
from gongdao.web.sending import send
from gongdao.web.stepping import form_key
from gongdao.web.trends.reaching import trends_only

_MONTHS = 12


class IssueAsked(Facts):
    """What the office fills in; everything else comes from the lake."""

    month: str = Field(title="哪个月的", max_length=7)
    number: Text = Field("", title="文号", description="例如：明司研〔2026〕10号；没有就空着", max_length=40)
    to: Text = Field("", title="报给谁（主送机关）", description="例如：市委政法委")
    copies: Text = Field("", title="抄送")
    because: Text = Field("", title="重新印发的原因", description="这个月印发过的才要写；原来的仍然保留")


@require_http_methods(["GET", "POST"])
@trends_only
def briefings(request: HttpRequest, reach: Reach) -> HttpResponseBase:
    """What was issued, and the form."""
    if request.method == "GET":
        return _show(request, reach, Read({}))
    if "TREND_ISSUE" not in rights(reach.account):
        raise Http404
    taken = read(IssueAsked, request.POST, {}, at=timezone.now())
    if taken.facts is None:
        return _show(request, reach, taken, status=422)
    try:
        if "draft" in request.POST:
            return _draft(reach.account, taken.facts)
        asked = taken.facts
        issued = issue(
            asked.month, by=reach.account, at=timezone.now(), number=asked.number, to=asked.to, copies=asked.copies,
            because=asked.because, key=form_key(request.POST.get("key", "")),
        )  # fmt: skip
    except BriefingRefused as refused:
        return _show(request, reach, taken, refused=str(refused), status=409)
    messages.success(request, f"{issued.month:%Y年%-m月}的研判报告已经印发，可以下载。")
    return redirect("briefings")


@require_GET
@trends_only
def briefing(request: HttpRequest, reach: Reach, pk: int, form: str) -> HttpResponseBase:
    """The paper as it was issued."""
    found = briefings_for(reach.account, reach.on).filter(pk=pk).first()
    if found is None or form not in list(Form):
        raise Http404
    file = found.pdf if form == Form.PDF else found.docx
    return send(Opened(read_file(file), file.media_type, f"{_name(found)}.{form}"))


def _draft(account: Account, asked: IssueAsked) -> HttpResponseBase:
    area, office = desk_of(account, timezone.localdate())
    written = draft(
        asked.month, area=area, office=office, heading=Heading(asked.number, asked.to, asked.copies), on=timezone.localdate()
    )  # fmt: skip
    return send(Opened(written.pdf, PDF_TYPE, f"样稿_{asked.month}.pdf"))


def _name(found: Briefing) -> str:
    return f"{found.area.name}矛盾纠纷分析研判报告_{found.month:%Y-%m}_第{found.edition}版"


def _show(
    request: HttpRequest, reach: Reach, taken: Read[IssueAsked], *, refused: str = "", status: int = 200
) -> HttpResponse:
    current = month_of(reach.on)
    months = [months_before(current, count) for count in range(1, _MONTHS + 1)]
    options = {"month": [(month, f"{month[:4]}年{int(month[5:])}月") for month in months]}
    page = {
        "here": "briefings", "reach": reach, "issued": briefings_for(reach.account, reach.on), "refused": refused,
        "may_issue": "TREND_ISSUE" in rights(reach.account), "errors": taken.errors, "key": form_key(request.POST.get("key", "")),
        "fields": build(IssueAsked, FormContext(today=reach.on, options=options), taken.given, taken.errors),
    }  # fmt: skip
    return render(request, "trends/briefings.html", page, status=status)
