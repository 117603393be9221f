"""Tell what happened in your own words; read what it is, which law applies, and which roads are open."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gongdao.law.book import Article
from gongdao.law.citation import Citation
from gongdao.matters.folding import calendar
from gongdao.procedures.registry import citizens_may_begin
from gongdao.triage.understanding import understand
from gongdao.web.statutes import article_of

MOST = 20_000


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article in its own words, with the phrase that matters."""

    citation: Citation
    article: Article | None


def quoted(citations: tuple[Citation, ...]) -> list[Quoted]:
    """The articles as the book has them."""
    return [Quoted(citation, article_of(citation)) for citation in citations]


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The front door: one question."""
    return render(request, "citizen/home.html", {"most": MOST})


@require_http_methods(["GET", "POST"])
def tell(request: HttpRequest) -> HttpResponse:
    """What it is. The story travels in the form and is kept nowhere until somebody files."""
    if request.method == "GET":
        return redirect("home")
    story = request.POST.get("story", "").strip()
    if not story:
        page = {"most": MOST, "error": "还没有写。一句话就行，比如“邻居漏水泡坏了我家”。"}
        return render(request, "citizen/home.html", page, status=422)
    today: date = timezone.localdate()
    answers = {
        k.removeprefix("answer-"): str(v) for k, v in request.POST.items() if k.startswith("answer-") and v
    }
    found = understand(story, today=today, answers=answers, calendar=calendar())
    page = {
        "story": story[:MOST],
        "found": found,
        "answers": answers,
        "articles": quoted(found.articles),
        "others": found.kinds[1:3],
        "filable": {procedure.code: f"申请{procedure.title}" for procedure, _ in citizens_may_begin()},
    }
    return render(request, "citizen/understood.html", page)


@require_GET
def how(request: HttpRequest) -> HttpResponse:
    """How it works, and what becomes of what people write here."""
    return render(request, "citizen/how.html")


@require_http_methods(["POST"])
def display(request: HttpRequest) -> HttpResponse:
    """Larger letters and fewer things on the page, or back."""
    response = redirect(_local(request.POST.get("next", "/")))
    if request.COOKIES.get("display") == "elder":
        response.delete_cookie("display")
    else:
        response.set_cookie("display", "elder", max_age=365 * 24 * 3600, samesite="Lax", httponly=True)
    return response


def _local(path: str) -> str:
    return path if path.startswith("/") and not path.startswith("//") and "\\" not in path else "/"
