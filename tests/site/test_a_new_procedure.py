"""Somebody adds a small procedure: a declaration, a template and a scenario are all it takes.

A return visit asked for by a party, as a procedure of its own: it reaches the doorway, the desk, the paper and the
checker without any other line of code.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pydantic import Field

from gongdao.documents import templates
from gongdao.law.calendar import Unit
from gongdao.law.names import PEOPLES_MEDIATION_LAW
from gongdao.matters.audit import verify
from gongdao.matters.models import Matter
from gongdao.procedures import registry
from gongdao.procedures.engine.checker import check
from gongdao.procedures.engine.declaration import Actor, Clock, On, Paper, Procedure, State, Step
from gongdao.procedures.engine.facts import Facts, PartyFacts, Sealed
from gongdao.procedures.engine.render import render
from tests.web.test_pages import signed_in
from tests.world import World

SUPERVISE = PEOPLES_MEDIATION_LAW.article(31, 2, phrase="对调解协议的履行情况进行监督")


class RequestFacts(Facts):
    """What the visit should look at."""

    visit_requested_by: PartyFacts = Field(title="谁要求回访")
    visit_wish: Sealed = Field(title="想请我们看什么", min_length=2)


class VisitedFacts(Facts):
    """What was found."""

    visit_day: date = Field(title="哪天去的")
    visit_result: Sealed = Field(title="看到什么", min_length=2)


RETURN_VISIT = Procedure(
    code="return_visit",
    title="要求回访",
    effective=date(2021, 1, 1),
    initial="new",
    states=(
        State(code="new", title="填写中", meaning="还没有提交。"),
        State(code="asked", title="等待回访", meaning="已经登记，等人去看。"),
        State(code="visited", title="已回访", meaning="看过了。", final=True),
    ),
    steps=(
        Step(code="ask", title="登记回访要求", source=("new",), target="asked", by=(Actor.COMMITTEE,), cites=(SUPERVISE,), asks=RequestFacts),
        Step(code="go", title="去回访", source=("asked",), target="visited", by=(Actor.COMMITTEE,), cites=(SUPERVISE,), asks=VisitedFacts, dated_by="visit_day", produces=("visit_paper",)),
    ),
    clocks=(
        Clock(code="visit_soon", title="回访期限", amount=10, unit=Unit.WORKING_DAY, starts=(On("ask"),), stops=("go",), cites=(SUPERVISE,), expiry="请尽快去", who=(Actor.COMMITTEE,)),
    ),
    papers=(Paper(code="visit_paper", title="回访情况", slot=1, template="return_visit/visit_paper", cites=(SUPERVISE,)),),
)  # fmt: skip
TEMPLATE = "# 回访情况\n\n编号：{{ c.number }}\n\n{{ f.visit_result }}\n"


@pytest.fixture
def with_return_visits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """The declaration in the registry and its template among the papers."""
    folder = tmp_path / "papers"
    (folder / "return_visit").mkdir(parents=True)
    (folder / "return_visit" / "visit_paper.md").write_text(TEMPLATE, encoding="utf-8")
    (folder / "_parts.md").write_text("", encoding="utf-8")
    monkeypatch.setattr(registry, "PROCEDURES", (*registry.PROCEDURES, RETURN_VISIT))
    monkeypatch.setattr(templates, "PAPERS", folder)
    for cached in (templates.known_templates, templates.template_version, templates._environment):
        cached.cache_clear()
    yield
    for cached in (templates.known_templates, templates.template_version, templates._environment):
        cached.cache_clear()


def test_the_checker_and_the_page_take_it(with_return_visits: None) -> None:
    assert check(RETURN_VISIT, templates=templates.known_templates(), others=registry.PROCEDURES) == []
    assert "回访期限" in render(RETURN_VISIT)


def test_it_is_registered_handled_printed_and_verified(world: World, with_return_visits: None) -> None:
    clerk = signed_in("committee_clerk")
    assert "登记回访要求" in clerk.get("/desk/new/").content.decode()
    answer = clerk.post(
        "/desk/new/return_visit/ask/",
        {"visit_requested_by-name": "甲示例", "visit_wish": "看看墙修好没有", "office": "TWH"},
    )
    assert answer.status_code == 302, answer.content.decode()
    matter = Matter.objects.get()
    page = clerk.get(f"/desk/matter/{matter.number}/").content.decode()
    assert "等待回访" in page
    assert "回访期限" in page
    answer = clerk.post(
        f"/desk/matter/{matter.number}/go/", {"visit_day": "2025-01-02", "visit_result": "修好了"}
    )
    assert answer.status_code == 302, answer.content.decode()
    paper = matter.papers.get()
    pdf = clerk.get(f"/desk/paper/{paper.pk}.pdf")
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")
    assert list(verify()) == []
