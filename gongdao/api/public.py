"""What anybody may ask: what is this, and what does the law say."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Header, Router, Status

from gongdao.api.books import book
from gongdao.api.schemas import (
    AlertOut,
    ArticleOut,
    CitationOut,
    OpenedOut,
    OptionOut,
    Problem,
    QuestionOut,
    RoadOut,
    StoryIn,
    UnderstoodOut,
)
from gongdao.law.book import Article
from gongdao.law.lookup import resolve
from gongdao.law.search import search
from gongdao.matters.actions import open_matter
from gongdao.matters.doer import Doer
from gongdao.matters.folding import calendar
from gongdao.people.models import Office
from gongdao.people.models.office import OfficeKind
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.people_mediation.facts import ApplicationFacts
from gongdao.triage.alerts import Alert
from gongdao.triage.limits import Limit
from gongdao.triage.understanding import understand

router = Router(tags=["公开"])


@router.post("/understand", response=UnderstoodOut, summary="听懂一段话")
def understood(request: HttpRequest, story: StoryIn) -> UnderstoodOut:
    """Kind of dispute, articles, roads, alerts and what to ask back for a person's own words. Nothing is kept."""
    found = understand(story.story, today=timezone.localdate(), answers=story.answers, calendar=calendar())
    roads = [
        RoadOut(
            code=r.code, title=r.title, office=r.office, phone=r.phone, cost=r.cost, limit=r.limit,
            cites=[CitationOut.of(c) for c in r.cites],
        )
        for r in found.roads
    ]  # fmt: skip
    return UnderstoodOut(
        kind=found.kind.code, title=found.kind.title, first_level=found.kind.first, why=found.why, roads=roads,
        alerts=[_alert(alert.level, alert) for alert in found.alerts],
        limits=[_alert(limit.state, limit) for limit in found.limits],
        questions=[
            QuestionOut(code=q.code, text=q.text, options=[OptionOut(code=o.code, label=o.label) for o in q.options])
            for q in found.questions
        ],
        articles=[CitationOut.of(c) for c in found.articles],
    )  # fmt: skip


def _alert(level: str, told: Alert | Limit) -> AlertOut:
    cites = [CitationOut.of(citation) for citation in told.cites]
    return AlertOut(level=level, title=told.title, text=told.text, today=told.today, cites=cites)


def _article(article: Article) -> ArticleOut:
    today = timezone.localdate()
    return ArticleOut(
        law=article.law.name, number=article.number, status=article.status_on(today), text=article.text
    )


@router.get("/law/articles", response=list[ArticleOut], summary="按写法找条文")
def articles(request: HttpRequest, cite: str) -> list[ArticleOut]:
    """The articles that a text cites, in any way people write it: 民法典675."""
    cited = resolve(cite[:400], book())
    found = [book().article(c.law.name, c.article, timezone.localdate()) for c in cited[:20]]
    return [_article(article) for article in found if article]


@router.get("/law/search", response=list[ArticleOut], summary="按意思找条文")
def find(request: HttpRequest, q: str, limit: int = 10) -> list[ArticleOut]:
    """Articles for everyday words."""
    hits = search(q[:400], book(), on=timezone.localdate(), limit=max(1, min(limit, 50)))
    return [_article(hit.article) for hit in hits]


@router.post("/applications", response={201: OpenedOut, 409: Problem, 422: Problem}, summary="申请人民调解")
def apply(  # type: ignore[no-untyped-def]
    request: HttpRequest,
    office: str,
    facts: ApplicationFacts,
    idempotency_key: str = Header(..., alias="Idempotency-Key", min_length=8, max_length=80),
):
    """File for people's mediation. The same key again gives the same answer, codes included."""
    kinds = (OfficeKind.COMMITTEE, OfficeKind.SECTOR_COMMITTEE)
    chosen = Office.objects.filter(code=office, kind__in=kinds, is_active=True).first()
    if chosen is None:
        return Status(422, Problem(problem="没有这个调解委员会。"))
    opened = open_matter(
        procedure="people_mediation", office=chosen, step="apply", doer=Doer(Actor.APPLICANT), at=timezone.now(),
        facts=facts, key=f"api-{idempotency_key}",
    )  # fmt: skip
    matter = opened.matter
    return Status(201, OpenedOut(number=matter.number, state=matter.state, access_codes=opened.access_codes))
