"""Tell what happened in your own words; read what it is, which law applies, and which roads are open."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from gongdao.law.book import Article
from gongdao.law.citation import Citation
from gongdao.law.numerals import article_title
from gongdao.law.paragraphs import Paragraph
from gongdao.law.search import search
from gongdao.matters.folding import calendar
from gongdao.people.models import Area, Office
from gongdao.people.models.office import AreaLevel
from gongdao.people.queries import nearest_office
from gongdao.procedures.engine.declaration import Procedure
from gongdao.procedures.registry import led_to
from gongdao.triage.kinds import Kind
from gongdao.triage.merging import merged
from gongdao.triage.roads import Road
from gongdao.triage.understanding import Understanding, understand
from gongdao.web.statutes import article_of, statute_book

MOST = 20_000
_WORTH_NAMING = 0.05
_SEARCHED, _SHOWN = 5, 5
_LEVELS = (AreaLevel.COUNTY, AreaLevel.TOWNSHIP)


@dataclass(frozen=True, slots=True)
class Quoted:
    """An article in its own words, with the phrase that matters; ``searched``: found by the person's own words."""

    citation: Citation
    article: Article | None
    searched: bool = False

    @property
    def here(self) -> tuple[Paragraph, ...]:
        """The paragraph that is cited; of an article found by search its beginning."""
        whole = self.article.paragraphs if self.article else ()
        one = tuple(p for p in whole if p.number == self.citation.paragraph)
        return one or (whole[:1] if self.searched else whole)

    @property
    def rest(self) -> bool:
        """Whether the article says more than what is shown first."""
        return bool(self.article) and len(self.here) < len(self.article.paragraphs)  # type: ignore[union-attr]


def quoted(found: Understanding, day: date) -> list[Quoted]:
    """The articles to read, as the book has them: those of the kind and those that the person's own words find."""
    book = statute_book()
    hits = search(found.text, book, day, _SEARCHED) if book and found.text else ()
    named = {(c.law.name, article_title(c.article)): Quoted(c, article_of(c)) for c in found.articles}
    searched = {
        (hit.article.law.name, hit.article.title): Quoted(
            hit.article.law.article(hit.article.number), hit.article, searched=True
        )
        for hit in hits
    }
    best = merged(found, list(searched), _SHOWN)
    return [named.get(article) or searched[article] for article, _ in best]


def area_options() -> list[tuple[str, str]]:
    """The counties and townships to choose from, by place."""
    areas = Area.objects.filter(level__in=_LEVELS).select_related("parent").order_by("code")
    return [(a.code, f"{a.parent.name if a.parent else ''}{a.name}") for a in areas]


def area_chosen(code: str) -> Area | None:
    """The area with this code, None for none or one that does not exist."""
    return Area.objects.filter(code=code, level__in=_LEVELS).first() if code.isascii() and code else None


def nearest(road: Road, area: Area | None) -> Office | None:
    """The office of a road that serves the area; None where no area was chosen or this platform knows no such office."""
    return nearest_office(road.local, area) if area and road.local else None


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
    area = area_chosen(request.POST.get("area", ""))
    page = {
        "story": story[:MOST],
        "found": found,
        "answers": answers,
        "articles": quoted(found, today),
        "others": [guess for guess in found.kinds[1:3] if guess.share >= _WORTH_NAMING],
        "first": found.roads[0],
        "urgent": next((a for a in found.alerts if a.level in ("danger", "urgent")), None),
        "roads": [(road, nearest(road, area)) for road in found.roads],
        "areas": area_options(),
        "area": area,
        "filable": _filable(found.kind),
    }
    return render(request, "citizen/understood.html", page)


def _filable(kind: Kind) -> dict[str, Procedure]:
    """The roads on which one can file here: of this kind of dispute, and with an office on the register."""
    known = set(Office.objects.filter(is_active=True).values_list("kind", flat=True).distinct())
    led = led_to(kind.code, kind.first)
    return {road: procedure for road, procedure in led.items() if known & set(procedure.offices)}


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
