"""What is said in confidence stays with the mediator: no page, no interface, no paper tells anybody else."""

from collections.abc import Iterator

import pytest
from django.test import Client

from gongdao.matters.access import issue_code
from gongdao.matters.models import Matter, Paper
from gongdao.matters.papers import Form, open_paper
from gongdao.matters.revealing import Reader
from gongdao.procedures.court_mediation.declaration import COURT_MEDIATION
from gongdao.procedures.registry import PROCEDURES
from tests.documents.extracting import docx_text
from tests.documents.stories import COURT_AGREED, COURT_RETURNED
from tests.matters.playing import play_steps
from tests.scenarios.test_scenarios_through_the_doorway import PointedTaker
from tests.web.test_pages import signed_in
from tests.world import World, now_on

SAID, CONCEDED, OFFERED = "谈的时候说的秘密甲", "单独告诉调解员的秘密乙", "调解员提的秘密方案丙"
SECRETS = (SAID, CONCEDED, OFFERED)
FACTS = {
    "记录一次调解": {"session_statements": SAID, "session_proposal": OFFERED, "session_result": SAID},
    "记一方单独说的话（保密）": {"confided_by": "p1", "confidence": CONCEDED},
}
OTHERS = ("committee_clerk", "committee_head", "station_officer", "bureau_chief", "second_mediator")


@pytest.fixture(params=[COURT_AGREED, COURT_RETURNED], ids=["agreed", "returned"])
def matter(request: pytest.FixtureRequest, world: World) -> Matter:
    taker = PointedTaker(world, COURT_MEDIATION)
    matter = play_steps(world, *request.param, facts=FACTS, taker=taker).matter
    assert matter
    return Matter.objects.get(pk=matter.pk)


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


def papers_of(matter: Matter) -> list[Paper]:
    return list(
        Paper.objects.filter(matter__in=(matter, *matter.children.all())).select_related("matter__parent")
    )


def test_the_mediator_alone_reads_it_on_the_page(matter: Matter, world: World) -> None:
    page = signed_in("mediator").get(f"/desk/matter/{matter.number}/").content.decode()
    assert leaks(page) == list(SECRETS)
    for name in OTHERS:
        shown = signed_in(name).get(f"/desk/matter/{matter.number}/").content.decode()
        assert leaks(shown) == [], name
    clerk = signed_in("committee_clerk").get(f"/desk/matter/{matter.number}/").content.decode()
    assert clerk.count("保密，只有承办人能看") >= 3


def test_it_stands_on_its_own_paper_alone(matter: Matter, world: World) -> None:
    holding = set()
    for paper in papers_of(matter):
        opened = open_paper(paper, form=Form.DOCX, reader=Reader(), at=now_on("2025-06-01"))
        if leaks(docx_text(opened.data)):
            holding.add(paper.code)
    assert holding == {"session_record"}
    assert {"result_letter", "undisputed_record"} <= {paper.code for paper in papers_of(matter)}


def test_that_paper_opens_to_the_mediator_alone(matter: Matter, world: World) -> None:
    paper = next(paper for paper in papers_of(matter) if paper.code == "session_record")
    for name in ("mediator", *OTHERS):
        for address in (f"/desk/paper/{paper.pk}.pdf", f"/api/papers/{paper.pk}.pdf"):
            status = signed_in(name).get(address).status_code
            assert status == (200 if name == "mediator" else 404), (name, address)


def everything_a_party_can_read(matter: Matter, party: str) -> Iterator[tuple[str, str]]:
    code = issue_code(matter, party, f"test-{party}", now_on("2025-03-20"))
    client = Client()
    assert client.post("/progress/", {"number": matter.number, "code": code}).status_code == 302
    pages = ["/mine/", *(f"/mine/{matter.number}/{step.code}/" for step in COURT_MEDIATION.steps)]
    for child in matter.children.all():
        pages += [
            f"/mine/{child.number}/{step.code}/"
            for p in PROCEDURES
            if p.code == child.procedure
            for step in p.steps
        ]
    for path in pages:
        yield path, client.get(path).content.decode()
    known = {"X-Access-Code": f"{matter.number} {code}"}
    for path in ("", "/timeline", "/notices", "/papers", "/readers"):
        answer = Client().get(f"/api/matters/{matter.number}{path}", headers=known)
        assert answer.status_code == 200, path
        yield path, answer.content.decode()
    for paper in papers_of(matter):
        answer = Client().get(f"/api/papers/{paper.pk}.docx", headers=known)
        assert paper.code not in ("session_record",) or answer.status_code == 404
        if answer.status_code == 200:
            yield paper.code, docx_text(b"".join(answer.streaming_content))


@pytest.mark.parametrize("party", ["p1", "p2"])
def test_no_party_finds_it_anywhere(matter: Matter, world: World, party: str) -> None:
    read = dict(everything_a_party_can_read(matter, party))
    assert len(read) > 40
    assert [(where, leaks(text)) for where, text in read.items() if leaks(text)] == []
    assert "单独说的话" not in read["/mine/"], "对方连有没有单独说过都不知道"
    assert "单独说的话" not in read["/timeline"]


def test_undisputed_facts_reach_the_court_only_once_everybody_confirmed(matter: Matter, world: World) -> None:
    letter = next(paper for paper in papers_of(matter) if paper.code == "result_letter")
    text = docx_text(open_paper(letter, form=Form.DOCX, reader=Reader(), at=now_on("2025-06-01")).data)
    confirmed = matter.events.filter(step="confirm_undisputed").count() == 2
    assert ("无争议事实记载附后" in text) == confirmed
