"""The checker finds nothing in the shipped declarations and every planted error."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import Field

from gongdao.law.calendar import Unit
from gongdao.law.names import PEOPLES_MEDIATION_LAW
from gongdao.procedures.engine.checker import check, reachable_states
from gongdao.procedures.engine.declaration import (
    Actor,
    Clock,
    Effect,
    Guard,
    Notice,
    On,
    Paper,
    Procedure,
    Rule,
    Setting,
    State,
    Step,
)
from gongdao.procedures.engine.facts import Facts, FileRef, PartyRef, StaffRef, Text
from gongdao.procedures.registry import PROCEDURES

CITES = (PEOPLES_MEDIATION_LAW.article(17, 1, phrase="也可以主动调解"),)
TEMPLATES = {paper.template for procedure in PROCEDURES for paper in procedure.papers}


class OpeningFacts(Facts):
    """What the first step of the toy asks."""

    opened_on: date = Field(title="哪一天")
    whom: PartyRef = Field(title="谁")
    staff: StaffRef = Field(title="经办人")
    page: FileRef | None = Field(None, title="照片")


class OtherFacts(Facts):
    """Asks a fact of the same name a second time."""

    opened_on: date = Field(title="哪一天")


class UntitledFacts(Facts):
    """A field that no form could label."""

    nameless: Text = ""


OPEN = Step(
    code="open", title="开始", source=("new",), target="running", by=(Actor.COMMITTEE,), cites=CITES,
    asks=OpeningFacts, produces=("letter",), tells=("word",), dated_by="opened_on", acts_for="whom",
)  # fmt: skip
CLOSE = Step(
    code="close", title="结束", source=("running",), target="over", by=(Actor.COMMITTEE,), cites=CITES
)
CLOCK = Clock(
    code="term", title="期限", amount=3, unit=Unit.DAY, starts=(On("open", "opened_on"),), stops=("close",),
    cites=CITES, expiry="过了",
)  # fmt: skip
TOY = Procedure(
    code="toy",
    title="示例程序",
    effective=date(2021, 1, 1),
    initial="new",
    states=(
        State(code="new", title="新", meaning="新。"),
        State(code="running", title="办理中", meaning="办理中。"),
        State(code="over", title="办完", meaning="办完。", final=True),
    ),
    steps=(OPEN, CLOSE),
    clocks=(CLOCK,),
    notices=(Notice(code="word", title="告知", to=(Actor.APPLICANT,), text="话。", cites=CITES),),
    papers=(Paper(code="letter", title="函", slot=1, template="toy/letter", cites=CITES),),
    settings=(Setting("days", "几日"),),
)


def errors(procedure: Procedure, *, templates: Any = ("toy/letter",)) -> list[str]:
    return check(procedure, templates=templates, others=(TOY,))


def with_open(**changes: Any) -> Procedure:
    return replace(TOY, steps=(replace(OPEN, **changes), CLOSE))


def with_close(**changes: Any) -> Procedure:
    return replace(TOY, steps=(OPEN, replace(CLOSE, **changes)))


def with_clock(**changes: Any) -> Procedure:
    return replace(TOY, clocks=(replace(CLOCK, **changes),))


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda p: p.code)
def test_the_shipped_declaration_is_sound(procedure: Procedure) -> None:
    assert check(procedure, templates=TEMPLATES, others=PROCEDURES) == []


def test_the_toy_is_sound_so_that_each_planted_error_is_the_only_one() -> None:
    assert errors(TOY) == []


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda p: p.code)
def test_every_declared_state_of_a_shipped_declaration_can_be_reached(procedure: Procedure) -> None:
    assert reachable_states(procedure) == {state.code for state in procedure.states}


LOST = State(code="lost", title="孤岛", meaning="到不了。")
NOBODY = Guard("nobody", "没有人", (), lambda case: True)
NOTHING = Rule("nothing", "没有", (), lambda case, facts: ())

PLANTED: dict[str, tuple[Callable[[], Procedure], str]] = {
    "a state that no step leads to": (
        lambda: replace(
            TOY, states=(*TOY.states, LOST), steps=(*TOY.steps, replace(CLOSE, code="leave", source=("lost",)))
        ),
        "状态 lost 永远到不了",
    ),
    "a state that can be entered and never left": (
        lambda: replace(
            TOY, states=tuple(replace(s, final=False) if s.code == "over" else s for s in TOY.states)
        ),
        "状态 over 进去就出不来，又不是终结状态",
    ),
    "a state whose only step leads back to itself": (
        lambda: replace(
            TOY,
            states=tuple(replace(s, final=False) if s.code == "over" else s for s in TOY.states),
            steps=(*TOY.steps, replace(CLOSE, code="again", source=("over",), target="over")),
        ),
        "状态 over 进去就出不来，又不是终结状态",
    ),
    "a final state with a step": (
        lambda: replace(TOY, steps=(*TOY.steps, replace(CLOSE, code="again", source=("over",), target="running"))),
        "终结状态 over 还有步骤：again",
    ),
    "an initial state that is not declared": (
        lambda: replace(TOY, initial="nowhere", steps=(replace(OPEN, source=("new", "nowhere")), CLOSE)),
        "起始状态 nowhere 没有声明",
    ),
    "a step without a citation": (lambda: with_close(cites=()), "步骤 close 没有法律依据"),
    "a step that nobody may take": (lambda: with_close(by=()), "步骤 close 没有写谁可以办理"),
    "a source that is not declared": (
        lambda: with_close(source=("running", "elsewhere")), "步骤 close 提到没有声明的状态 elsewhere"
    ),
    "a target that is not declared": (
        lambda: replace(TOY, steps=(*TOY.steps, replace(CLOSE, code="stray", target="elsewhere"))),
        "步骤 stray 提到没有声明的状态 elsewhere",
    ),
    "a paper that is not declared": (lambda: with_close(produces=("bill",)), "步骤 close 产生没有声明的文书 bill"),
    "a notice that is not declared": (lambda: with_close(tells=("tale",)), "步骤 close 告知没有声明的内容 tale"),
    "a paper that no step produces": (
        lambda: replace(TOY, papers=(*TOY.papers, replace(TOY.papers[0], code="bill"))), "文书 bill 没有任何步骤产生"
    ),
    "a paper without a citation": (
        lambda: replace(TOY, papers=(replace(TOY.papers[0], cites=()),)), "文书 letter 没有法律依据"
    ),
    "a paper that must be signed by nobody": (
        lambda: replace(TOY, papers=(replace(TOY.papers[0], signature_required=True),)), "文书 letter 要签字却没有写谁签"
    ),
    "a notice that no step gives": (
        lambda: replace(TOY, notices=(*TOY.notices, replace(TOY.notices[0], code="tale"))), "告知 tale 没有任何步骤用到"
    ),
    "a notice without a citation": (
        lambda: replace(TOY, notices=(replace(TOY.notices[0], cites=()),)), "告知 word 没有法律依据"
    ),
    "a notice to nobody": (lambda: replace(TOY, notices=(replace(TOY.notices[0], to=()),)), "告知 word 没有写告知谁"),
    "a clock whose starting step does not exist": (
        lambda: with_clock(starts=(On("begin"),)), "期限 term 起算的步骤 begin 不存在"
    ),
    "a clock whose starting step can never happen": (
        lambda: replace(
            TOY,
            steps=(*TOY.steps, replace(CLOSE, code="never", source=("lost",))),
            states=(*TOY.states, LOST),
            clocks=(replace(CLOCK, starts=(On("never"),)),),
        ),
        "期限 term 起算的步骤 never 永远不会发生",
    ),
    "a clock that starts from a fact that the step does not ask": (
        lambda: with_clock(starts=(On("open", "shut_on"),)), "期限 term 起算的事实 shut_on 在步骤 open 里不存在"
    ),
    "a clock that starts with nothing": (lambda: with_clock(starts=()), "期限 term 没有起算的步骤"),
    "a clock that stops with a step that does not exist": (
        lambda: with_clock(stops=("finish",)), "期限 term 提到不存在的步骤 finish"
    ),
    "a clock reopened by a step that does not exist": (
        lambda: with_clock(reopened_by=("reopen",)), "期限 term 提到不存在的步骤 reopen"
    ),
    "a clock that closes a step that does not exist": (
        lambda: with_clock(closes=("sue",)), "期限 term 提到不存在的步骤 sue"
    ),
    "a clock that pauses between steps that do not exist": (
        lambda: with_clock(pauses=(("open", "wake"),)), "期限 term 提到不存在的步骤 wake"
    ),
    "a clock lengthened by a fact that the step does not ask": (
        lambda: with_clock(extended_by=On("open", "longer")), "期限 term 起算的事实 longer 在步骤 open 里不存在"
    ),
    "a clock of no length": (lambda: with_clock(amount=0), "期限 term 的长度小于一"),
    "a clock without a citation": (lambda: with_clock(cites=()), "期限 term 没有法律依据"),
    "a setting that is not declared": (
        lambda: with_clock(amount=Setting("weeks", "几周")), "期限 term 用到没有声明的设定 weeks"
    ),
    "a confidence on a paper that a party may open": (
        lambda: replace(
            TOY, steps=(replace(OPEN, confidential=True), *TOY.steps[1:]),
            papers=(replace(TOY.papers[0], open_to=(Actor.APPLICANT,)), *TOY.papers[1:]),
        ),
        "文书 letter 记着保密的内容，不能给当事人打开，也不能由不保密的步骤产生",
    ),
    "a fact that two steps ask": (
        lambda: with_close(asks=OtherFacts), "事实 opened_on 问了两次：open 和 close"
    ),
    "a fact without a title": (lambda: with_close(asks=UntitledFacts), "步骤 close 的事实 nameless 没有中文名称"),
    "a date that the step does not ask": (
        lambda: with_open(dated_by="shut_on"), "步骤 open 以不存在的事实 shut_on 作为日期"
    ),
    "a party fact that points to no party": (
        lambda: with_open(acts_for="opened_on"), "步骤 open 的 opened_on 不是指向当事人的事实"
    ),
    "an effect whose fact does not exist": (
        lambda: with_open(effect=Effect.ASSIGN, effect_fact="boss"), "步骤 open 的效果需要的事实 boss 不存在或者类型不对"
    ),
    "an effect whose fact is of another kind": (
        lambda: with_open(effect=Effect.OFFER, effect_fact="staff"), "步骤 open 的效果需要的事实 staff 不存在或者类型不对"
    ),
    "a scan without the fact that says of what": (
        lambda: with_open(effect=Effect.SCAN), "步骤 open 归入签字页要有 scan_of 和 scan_file 两项"
    ),
    "two states of one code": (lambda: replace(TOY, states=(*TOY.states, TOY.states[0])), "状态 new 声明了两次"),
    "two steps of one code": (lambda: replace(TOY, steps=(*TOY.steps, CLOSE)), "步骤 close 声明了两次"),
    "two clocks of one code": (lambda: replace(TOY, clocks=(CLOCK, CLOCK)), "期限 term 声明了两次"),
    "a step without a title": (lambda: with_close(title=""), "步骤 close 没有名称"),
    "a child procedure that does not exist": (
        lambda: with_close(opens="nothing_at_all"), "步骤 close 启动不存在的程序 nothing_at_all"
    ),
    "a report to a step that no parent has": (
        lambda: with_close(reports="told"), "步骤 close 要上报的步骤 told 在上级程序里不存在"
    ),
    "a guard without a citation": (
        lambda: with_close(only_if=(NOBODY,)), "步骤 close 的条件 nobody 没有法律依据"
    ),
    "a rule without a citation": (
        lambda: with_close(rules=(NOTHING,)), "步骤 close 的条件 nothing 没有法律依据"
    ),
}  # fmt: skip


@pytest.mark.parametrize("planted", PLANTED)
def test_the_checker_finds(planted: str) -> None:
    plant, message = PLANTED[planted]
    assert message in errors(plant())


def test_the_checker_finds_a_paper_without_a_template() -> None:
    assert errors(TOY, templates=()) == ["文书 letter 没有模板 toy/letter"]


@pytest.mark.parametrize(
    "name", sorted(set(PLANTED) - {"an initial state that is not declared", "two states of one code"})
)
def test_the_checker_blames_nothing_else_for(name: str) -> None:
    """One planted error gives few messages, so that whoever reads them is not led astray."""
    assert len(errors(PLANTED[name][0]())) <= 2


def test_a_child_may_report_to_a_step_of_its_parent() -> None:
    child = replace(TOY, code="child", steps=(OPEN, replace(CLOSE, reports="close")))
    parent = replace(TOY, code="parent", steps=(replace(OPEN, opens="child"), CLOSE))
    assert check(child, templates=("toy/letter",), others=(parent,)) == []
    assert check(parent, templates=("toy/letter",), others=(child,)) == []


def test_a_clock_may_start_with_a_step_of_the_parent_only_if_the_parent_has_it() -> None:
    parent = replace(TOY, code="parent", steps=(replace(OPEN, opens="child"), CLOSE))
    child = replace(TOY, code="child", clocks=(replace(CLOCK, starts=(On("close", of_parent=True),)),))
    assert check(child, templates=("toy/letter",), others=(parent,)) == []
    stray = replace(child, clocks=(replace(CLOCK, starts=(On("sign", of_parent=True),)),))
    assert check(stray, templates=("toy/letter",), others=(parent,)) == ["期限 term 起算的步骤 sign 不存在"]


def test_two_steps_may_share_the_facts_of_one_model() -> None:
    assert errors(with_close(asks=OpeningFacts)) == []
