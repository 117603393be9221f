"""Every paper of every procedure, from matters that were really played, as Word and as PDF."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import UndefinedError

from gongdao.documents.blocks import Heading, Paragraph, Run, Signatures, Table
from gongdao.documents.docx import write_docx
from gongdao.documents.markdown import read_blocks
from gongdao.documents.pdf import write_pdf
from gongdao.documents.queries import read_file
from gongdao.documents.templates import _environment, fill, known_templates
from gongdao.matters.models import Matter, Paper
from gongdao.matters.papers import Form, Opened, _render, open_paper, render_all
from gongdao.matters.papers import declaration_of as declared
from gongdao.matters.revealing import Reader
from gongdao.people.actions import set_office_setting
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION
from gongdao.procedures.registry import PROCEDURES
from gongdao.trends.briefings.writing import TEMPLATE
from tests.documents.extracting import as_pdf_shows, docx_text, pdf_text, squeezed
from tests.documents.stories import BEGUN_AS, KIND, STORIES, WHOLE
from tests.matters.playing import TO_ACCEPT, TO_APPLY, TO_ASSIGNED, TO_SIGNED, play_steps
from tests.scenarios.running import child_of
from tests.scenarios.test_scenarios_through_the_doorway import PointedTaker
from tests.world import BY, World, now_on

AT = now_on("2025-06-01")
READER = Reader()


def papers_of(world: World, story: str, facts: dict[str, Any] | None = None) -> list[Paper]:
    """The papers that a story produced, the child's included."""
    taker = PointedTaker(world, BEGUN_AS.get(story, PEOPLE_MEDIATION))
    set_office_setting(world.aid_centre, "subsidy_out_of_court", {"2025-01-01": 1200}, **BY)
    set_office_setting(world.aid_centre, "income_line", {"2025-01-01": 1800}, **BY)
    set_office_setting(world.centre, "counsel_visit_fee", {"2025-01-01": 200}, **BY)
    matter = play_steps(world, *STORIES[story], facts=facts or KIND.get(story), taker=taker).matter
    assert matter
    matters = [matter, *matter.children.all()]
    return list(Paper.objects.filter(matter__in=matters).select_related("matter__office", "matter__parent"))


def shown(paper: Paper, form: Form) -> Opened:
    return open_paper(Paper.objects.get(pk=paper.pk), form=form, reader=READER, at=AT)


def text_of(paper: Paper, form: Form) -> str:
    data = shown(paper, form).data
    if form is Form.DOCX:
        return docx_text(data)
    root = paper.matter.parent or paper.matter
    title = declared(paper.matter).paper_by_code[paper.code].title
    return pdf_text(data, footer=f"{root.number}　{title}　{paper.code}-{paper.seq}")


@pytest.mark.parametrize("story", STORIES)
def test_every_paper_of_the_story_can_be_read_as_word_and_as_pdf(world: World, story: str) -> None:
    for paper in papers_of(world, story):
        title = declared(paper.matter).paper_by_code[paper.code].title
        number = (paper.matter.parent or paper.matter).number
        for form in Form:
            data = shown(paper, form).data
            text = docx_text(data) if form is Form.DOCX else pdf_text(data)
            assert squeezed(title) in text
            assert number in text
            assert "None" not in text
            assert "{{" not in text


def test_the_stories_produce_every_paper_there_is() -> None:
    """So that the test above renders each of them."""
    produced = set()
    for name, story in STORIES.items():
        for _, _, words in story:
            about, title = child_of(words)
            procedure = about or BEGUN_AS.get(name, PEOPLE_MEDIATION)
            step = next(step for step in procedure.steps if step.title == title)
            produced |= {(procedure.code, code) for code in step.produces}
    assert produced == {
        (procedure.code, paper.code) for procedure in PROCEDURES for paper in procedure.papers
    }


def test_every_paper_has_a_template_and_every_template_a_paper() -> None:
    declared_templates = {paper.template for procedure in PROCEDURES for paper in procedure.papers}
    assert declared_templates | {TEMPLATE} == known_templates()


@pytest.mark.parametrize("form", Form)
def test_the_same_paper_has_the_same_bytes_twice(world: World, form: Form) -> None:
    for paper in papers_of(world, "confirmed"):
        kept = shown(paper, form)
        assert shown(paper, form) == kept
        declaration = declared(paper.matter).paper_by_code[paper.code]
        again = _render(Paper.objects.get(pk=paper.pk), declaration, form, now_on("2027-01-01"))
        assert read_file(again) == kept.data, paper.code


def test_a_whole_dossier_is_rendered_once(world: World) -> None:
    papers = papers_of(world, "declined")
    assert render_all(papers, at=AT) == len(papers) == 3
    assert render_all(Paper.objects.filter(matter=papers[0].matter), at=AT) == 0


# -- a paper shows what was known when it was produced ---------------------------------------------------------------


def test_a_later_correction_does_not_change_a_paper(world: World) -> None:
    corrected = {"更正当事人情况": {"amended_particulars": {"name": "后来改的名字"}}}
    steps = (*WHOLE, ("2025-03-13", "申请人", "更正当事人情况"))
    matter = play_steps(world, *steps, facts=corrected).matter
    assert matter
    for one in (matter, matter.children.get()):
        for paper in one.papers.exclude(code__in=("performance_record",)).select_related("matter__parent"):
            assert "后来改的名字" not in text_of(paper, Form.DOCX), paper.code
    assert "甲示例" in text_of(matter.children.get().papers.get(code="confirmation_application"), Form.DOCX)


def test_a_paper_of_the_first_office_names_it_even_after_a_hand_over(world: World) -> None:
    papers = {paper.code: paper for paper in papers_of(world, "handed over")}
    assert Matter.objects.get().office == world.other_committee
    for code in ("receipt", "handover_letter"):
        assert f"{world.committee.name}" in text_of(papers[code], Form.DOCX), code
    assert squeezed(f"{world.other_committee.name}：") in text_of(papers["handover_letter"], Form.DOCX)


# -- whatever a person typed stays text ------------------------------------------------------------------------------

NASTY = (
    '# 一级 *斜* **粗** __x__ `码` | 竖线 || \\ 反斜 \\| \\\\ "引号" \'单\' $美元$ [方](http://a.b) ![图](x) <b>标签</b> &amp; &#35; '
    "#let x = 1 #eval(\"1\") @ref <lbl> {{ c.number }} {% if x %} ~~删~~ ^ _ = + - . ! : ; % / 😀 ½ é"
)  # fmt: skip
LINES = "第一行\n# 第二行\n\n- 第三行\n1. 第四行\n> 第五行\n```\n第六行\n```\n| 七 | 行 |\n|---|---|\n    第八行\n---\n第九行\\\n\t第十行"


def nasty_facts() -> dict[str, Any]:
    party = {
        "name": NASTY, "gender": "女", "ethnic_group": "汉|族", "id_number": "1*2_3#4$5", "occupation": NASTY[:150],
        "phone": "139|0000#*", "address": NASTY, "representative": "监*护*人",
    }  # fmt: skip
    application = {
        "applicants": [party], "respondents": [{"name": "<script>"}, {"name": "a\\|b", "is_organisation": True, "address": "`x`"}],
        "story": LINES + NASTY, "request": NASTY + LINES, "happened_at": NASTY, "amount_claimed": "1234567.89",
    }  # fmt: skip
    return {"申请调解": application}


def every_line_in(value: str, text: str, form: Form) -> bool:
    shown_as = as_pdf_shows(value) if form is Form.PDF else value
    return all(squeezed(line) in text for line in shown_as.splitlines())


@pytest.mark.parametrize("form", Form)
def test_special_characters_stay_text_in_the_application(world: World, form: Form) -> None:
    matter = play_steps(world, *TO_ACCEPT, facts=nasty_facts()).matter
    assert matter
    for code in ("application", "acceptance_register", "rights_notice"):
        text = text_of(matter.papers.select_related("matter__parent").get(code=code), form)
        assert every_line_in(NASTY, text, form), code
        assert "<script>" in text
        assert "a\\|b" in text
        if code != "rights_notice":
            assert every_line_in(LINES, text, form), code
    text = text_of(matter.papers.select_related("matter__parent").get(code="application"), form)
    for value in ("汉|族", "1*2_3#4$5", "139|0000#*", "监*护*人", "1,234,567.89元"):
        assert value in text


@pytest.mark.parametrize("form", Form)
def test_nothing_typed_is_lost_in_the_agreement(world: World, form: Form) -> None:
    """Every name, the story and every obligation stand in the agreement, whatever characters they hold."""
    obligations = [
        {"payer": "p2", "payee": "p1", "deed": "pay", "amount": "3000.50", "due_on": date(2025, 4, 1), "manner": "现金|当面#*"},
        {"payer": "p1", "payee": "p2", "deed": "do", "what": NASTY + LINES, "due_on": date(2025, 5, 2), "place": "`老槐树`下"},
        {"payer": "p3", "payee": "p1", "deed": "hand_over", "what": "还*锄头*", "manner": "送#到家", "place": "示例村", "done_already": True},
        {"payer": "p1", "payee": "p3", "deed": "apologise", "what": "$当众$", "due_on": date(2025, 6, 3)},
    ]  # fmt: skip
    agreement = {
        "main_facts": LINES + NASTY, "in_dispute": NASTY, "responsibility": LINES, "obligations": obligations,
        "breach_term": NASTY, "other_terms": LINES,
    }  # fmt: skip
    facts = nasty_facts() | {"写协议书": agreement}
    steps = (*TO_ACCEPT, ("2025-03-05", "另一对方", "同意调解"), *TO_ASSIGNED[2:], *TO_SIGNED[5:7])
    matter = play_steps(world, *steps, facts=facts).matter
    assert matter
    text = text_of(matter.papers.select_related("matter__parent").get(code="agreement"), form)
    for value in (NASTY, LINES, "<script>", "a\\|b", "3,000.50元", "叁仟元伍角", "2025年4月1日", "2025年5月2日", "2025年6月3日",
                  "现金|当面#*", "`老槐树`下", "还*锄头*", "送#到家", "示例村", "$当众$", "已当场履行完毕", "赔礼道歉"):  # fmt: skip
        assert every_line_in(value, text, form), value
    name = squeezed(as_pdf_shows(NASTY) if form is Form.PDF else NASTY)
    assert text.count(f"{name}（签名、盖章或按指印）") == 1
    for heading in ("纠纷的主要事实", "争议的事项", "各方当事人的责任"):
        assert heading in text


@pytest.mark.parametrize("form", Form)
def test_twenty_thousand_characters_are_all_there(world: World, form: Form) -> None:
    story = "".join(f"{number}号楼漏水，" for number in range(10_000))[:19_990] + "#*完。"
    matter = play_steps(world, *TO_APPLY, facts={"申请调解": {"story": story}}).matter
    assert matter
    assert story in text_of(matter.papers.select_related("matter__parent").get(code="application"), form)


TYPED = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('#*_`|\\"$[]()<>~^=+-.!&:\n\t 　1'),
    max_size=80,
)


def typed_lines(value: str) -> str:
    return squeezed(value.replace("\ue000", "").replace("\ufffe", "").replace("\uffff", ""))


@settings(deadline=None, max_examples=300)
@given(TYPED)
def test_any_text_comes_through_a_paragraph_a_cell_a_heading_and_a_signature(value: str) -> None:
    template = "{{ v }}文\n\n文{{ v }}\n\n| 项目 | 内容 |\n|---|---|\n| {{ v }} | 文 |\n\n## 文{{ v }}\n\n```签字\n人{{ v }}\n```\n"
    blocks = read_blocks(_environment().from_string(template).render(v=value))
    first, second, table, heading, signatures = blocks
    wanted = typed_lines(value)
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert isinstance(table, Table)
    assert isinstance(heading, Heading)
    assert isinstance(signatures, Signatures)
    assert squeezed("".join(run.text for run in first.runs)) == wanted + "文"
    assert squeezed("".join(run.text for run in second.runs)) == "文" + wanted
    assert not any(run.bold for run in (*first.runs, *second.runs))
    assert (squeezed(table.rows[0][0]), table.rows[0][1]) == (wanted, "文")
    assert squeezed(heading.text) == "文" + wanted
    assert squeezed("".join(signatures.who)) == "人" + wanted


@settings(deadline=None, max_examples=40)
@given(TYPED)
def test_any_text_can_be_written_as_word_and_as_pdf(value: str) -> None:
    template = (
        "# 题\n\n{{ v }}文\n\n| 项目 | 内容 |\n|---|---|\n| {{ v }} | 文 |\n\n```签字\n人{{ v }}\n```\n"
    )
    blocks = read_blocks(_environment().from_string(template).render(v=value))
    assert typed_lines(value) in docx_text(write_docx(blocks, title="题", footer="脚"))
    assert write_pdf(blocks, title="题", footer="脚").startswith(b"%PDF-")


def test_a_name_that_the_context_lacks_is_an_error_not_an_empty_place() -> None:
    with pytest.raises(UndefinedError):
        fill("people_mediation/receipt", {"c": {}, "f": {}})


def test_markdown_that_no_paper_uses_is_an_error() -> None:
    for text in ("> 引用", "![图](x.png)", "*斜*", "```python\nx\n```", "---"):
        with pytest.raises(ValueError, match="templates cannot use"):
            read_blocks(text)


def test_equal_blocks_give_equal_bytes() -> None:
    blocks = [
        Heading(1, "题"),
        Paragraph((Run("文", True), Run("字"))),
        Table(("甲",), (("乙",),)),
        Signatures(("人",)),
    ]
    for write in (write_docx, write_pdf):
        assert write(blocks, title="题", footer="脚") == write(blocks, title="题", footer="脚")
        assert write(blocks, title="题", footer="脚") != write(blocks[:3], title="题", footer="脚")


def test_papers_name_every_mediator_who_was_appointed(world: World) -> None:
    second = world.people["second_mediator"]
    facts = {"确定调解员": {"more_mediators": [str(second.pk)]}}
    matter = play_steps(world, *TO_SIGNED, facts=facts).matter
    paper = Paper.objects.select_related("matter__office", "matter__parent").get(
        matter=matter, code="agreement"
    )
    names = f"{world.people['mediator'].display_name}、{second.display_name}"
    assert f"调解员{names}" in text_of(paper, Form.DOCX)
