"""What anybody may ask: what is this, and what does the law say."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Header, Router, Status

from gongdao.api.books import book
from gongdao.api.schemas import (
    AlertOut,
    ArticleOut,
    CitationOut,
    FoundOut,
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
from gongdao.procedures.engine.declaration import Actor, Procedure, Step
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION
from gongdao.procedures.registry import citizens_may_begin
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
            code=r.code, title=r.title, office=r.office, phone=r.phone, note=r.note, cost=r.cost, limit=r.limit,
            gate=r.gate, bar=r.bar, bring=list(r.bring), because=r.because, cites=[CitationOut.of(c) for c in r.cites],
        )
        for r in found.roads
    ]  # fmt: skip
    return UnderstoodOut(
        kind=found.kind.code, title=found.kind.title, first_level=found.kind.first, why=found.why, roads=roads,
        share=found.kinds[0].share, field=found.field, field_top3=[guess.field for guess in found.fields],
        with_meaning=found.with_meaning, facts=[fact.title for fact in found.facts],
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


@router.get("/law/search", response=list[FoundOut], summary="按意思找条文")
def find(request: HttpRequest, q: str, limit: int = 10) -> list[FoundOut]:
    """Articles for everyday words, best first."""
    hits = search(q[:400], book(), on=timezone.localdate(), limit=max(1, min(limit, 50)))
    return [FoundOut(**_article(hit.article).dict(), why=str(hit.why)) for hit in hits]


def _application(procedure: Procedure, step: Step, address: str) -> None:
    asks: Any = step.asks

    def apply(  # type: ignore[no-untyped-def]
        request: HttpRequest,
        office: str,
        facts: asks,
        idempotency_key: str = Header(..., alias="Idempotency-Key", min_length=8, max_length=80),
    ):
        chosen = Office.objects.filter(code=office, kind__in=procedure.offices, is_active=True).first()
        if chosen is None:
            return Status(422, Problem(problem=f"没有办理{procedure.title}的这个机构。"))
        opened = open_matter(
            procedure=procedure.code, office=chosen, step=step.code, doer=Doer(Actor.APPLICANT), at=timezone.now(),
            facts=facts, key=f"api-{idempotency_key}",
        )  # fmt: skip
        matter = opened.matter
        return Status(
            201, OpenedOut(number=matter.number, state=matter.state, access_codes=opened.access_codes)
        )

    router.post(
        address,
        response={201: OpenedOut, 409: Problem, 422: Problem},
        summary=f"{step.title}（本人）",
        description="同一个编号再提交一次，得到同样的回答，查询码也一样。",
        operation_id=f"file_{procedure.code}_{step.code}",
    )(apply)


for _procedure, _step in citizens_may_begin():
    # People's mediation came first and keeps its short address.
    _application(
        _procedure,
        _step,
        "/applications" if _procedure is PEOPLE_MEDIATION else f"/applications/{_procedure.code}",
    )
