"""What is wrong with a declaration, before anybody's matter depends on it."""

import inspect
from collections.abc import Collection, Iterator, Sequence

from gongdao.procedures.engine.declaration import (
    Clock,
    Effect,
    Guard,
    On,
    Paper,
    Procedure,
    Rule,
    Setting,
    Step,
)
from gongdao.procedures.engine.facts import FactMark, Facts
from gongdao.procedures.engine.marks import marked_fields

_MARK_OF_EFFECT = {Effect.ASSIGN: FactMark.STAFF, Effect.OFFER: FactMark.OFFICE}


def check(procedure: Procedure, *, templates: Collection[str], others: Sequence[Procedure] = ()) -> list[str]:
    """Every error in plain words; empty if the declaration is sound. ``templates`` are the paper templates that
    exist; ``others`` all declarations, among which children and parents are looked for."""
    known = {p.code: p for p in (*others, procedure)}
    return [
        *_names(procedure),
        *_states(procedure),
        *(error for step in procedure.steps for error in _step(procedure, step, known)),
        *_facts_asked_twice(procedure),
        *(error for clock in procedure.clocks for error in _clock(procedure, clock, known)),
        *_papers(procedure, templates),
        *_confidences(procedure),
        *_notices(procedure),
        *_conditions(procedure),
    ]


def _names(procedure: Procedure) -> Iterator[str]:
    for title, parts in (
        ("状态", procedure.states), ("步骤", procedure.steps), ("期限", procedure.clocks),
        ("告知", procedure.notices), ("文书", procedure.papers),
    ):  # fmt: skip
        codes = [part.code for part in parts]
        for code in sorted({code for code in codes if codes.count(code) > 1}):
            yield f"{title} {code} 声明了两次"
        for part in parts:
            if not part.title:
                yield f"{title} {part.code} 没有名称"


def reachable_states(procedure: Procedure) -> set[str]:
    """Every state that some sequence of steps leads to."""
    reached, frontier = {procedure.initial}, [procedure.initial]
    while frontier:
        here = frontier.pop()
        for step in procedure.steps:
            if here in step.source and step.target and step.target not in reached:
                reached.add(step.target)
                frontier.append(step.target)
    return reached


def _states(procedure: Procedure) -> Iterator[str]:
    codes = {state.code for state in procedure.states}
    if procedure.initial not in codes:
        yield f"起始状态 {procedure.initial} 没有声明"
    for code in sorted(codes - reachable_states(procedure)):
        yield f"状态 {code} 永远到不了"
    for state in procedure.states:
        exits = [step.code for step in procedure.steps if state.code in step.source]
        leaving = [
            step for step in procedure.steps if state.code in step.source and step.target not in (None, state.code)
        ]  # fmt: skip
        if state.final and exits:
            yield f"终结状态 {state.code} 还有步骤：{'、'.join(exits)}"
        if not state.final and not leaving:
            yield f"状态 {state.code} 进去就出不来，又不是终结状态"


def _step(procedure: Procedure, step: Step, known: dict[str, Procedure]) -> Iterator[str]:
    where = f"步骤 {step.code}"
    states = {state.code for state in procedure.states}
    for code in (*step.source, *([step.target] if step.target else [])):
        if code not in states:
            yield f"{where} 提到没有声明的状态 {code}"
    if not step.cites:
        yield f"{where} 没有法律依据"
    if not step.by:
        yield f"{where} 没有写谁可以办理"
    for name, field in step.asks.model_fields.items():
        if not field.title:
            yield f"{where} 的事实 {name} 没有中文名称"
    yield from _step_facts(where, step)
    for code in step.produces:
        if code not in procedure.paper_by_code:
            yield f"{where} 产生没有声明的文书 {code}"
    for code in step.tells:
        if code not in procedure.notice_by_code:
            yield f"{where} 告知没有声明的内容 {code}"
    if step.opens and step.opens not in known:
        yield f"{where} 启动不存在的程序 {step.opens}"
    if step.reports:
        parents = [p for p in known.values() if any(s.opens == procedure.code for s in p.steps)]
        if not any(step.reports in parent.step_by_code for parent in parents):
            yield f"{where} 要上报的步骤 {step.reports} 在上级程序里不存在"


def _step_facts(where: str, step: Step) -> Iterator[str]:
    marks = marked_fields(step.asks)
    if step.dated_by and step.dated_by not in marks:
        yield f"{where} 以不存在的事实 {step.dated_by} 作为日期"
    if step.says and step.says not in marks:
        yield f"{where} 要说的话 {step.says} 不是这一步的事实"
    if step.acts_for and FactMark.PARTY not in marks.get(step.acts_for, ()):
        yield f"{where} 的 {step.acts_for} 不是指向当事人的事实"
    if step.effect in _MARK_OF_EFFECT and _MARK_OF_EFFECT[step.effect] not in marks.get(
        step.effect_fact or "", ()
    ):
        yield f"{where} 的效果需要的事实 {step.effect_fact} 不存在或者类型不对"
    if step.effect is Effect.SCAN and not {"scan_of", "scan_file"} <= set(marks):
        yield f"{where} 归入签字页要有 scan_of 和 scan_file 两项"


def _facts_asked_twice(procedure: Procedure) -> Iterator[str]:
    """The same name in two models asks twice, unless both take it from a shared base."""
    asked: dict[str, tuple[type[Facts], str]] = {}
    for step in procedure.steps:
        for name in step.asks.model_fields:
            home = _home_of(step.asks, name)
            first, where = asked.setdefault(name, (home, step.code))
            if first is not home:
                yield f"事实 {name} 问了两次：{where} 和 {step.code}"


def _home_of(model: type[Facts], name: str) -> type[Facts]:
    """The class in which the field was first written."""
    return next(base for base in reversed(model.__mro__) if name in inspect.get_annotations(base))


def _clock(procedure: Procedure, clock: Clock, known: dict[str, Procedure]) -> Iterator[str]:
    where = f"期限 {clock.code}"
    if not clock.cites:
        yield f"{where} 没有法律依据"
    if not clock.starts:
        yield f"{where} 没有起算的步骤"
    if isinstance(clock.amount, Setting) and clock.amount not in procedure.settings:
        yield f"{where} 用到没有声明的设定 {clock.amount.name}"
    if not isinstance(clock.amount, Setting) and clock.amount < 1:
        yield f"{where} 的长度小于一"
    steps = procedure.step_by_code
    for on in (*clock.starts, *([clock.extended_by] if clock.extended_by else [])):
        yield from _event(procedure, where, on, known)
    named = {
        *clock.stops,
        *clock.reopened_by,
        *clock.closes,
        *(code for pair in clock.pauses for code in pair),
    }
    for code in sorted(named - set(steps)):
        yield f"{where} 提到不存在的步骤 {code}"


def _event(procedure: Procedure, where: str, on: On, known: dict[str, Procedure]) -> Iterator[str]:
    homes = [procedure]
    if on.of_parent:
        homes = [p for p in known.values() if any(s.opens == procedure.code for s in p.steps)]
    found = [(home, home.step_by_code[on.step]) for home in homes if on.step in home.step_by_code]
    if not found:
        yield f"{where} 起算的步骤 {on.step} 不存在"
    for home, step in found:
        if not set(step.source) & reachable_states(home):
            yield f"{where} 起算的步骤 {on.step} 永远不会发生"
        if on.fact and on.fact not in step.asks.model_fields:
            yield f"{where} 起算的事实 {on.fact} 在步骤 {on.step} 里不存在"


def _papers(procedure: Procedure, templates: Collection[str]) -> Iterator[str]:
    produced = {code for step in procedure.steps for code in step.produces}
    for paper in procedure.papers:
        yield from _paper(paper, templates)
        if paper.code not in produced:
            yield f"文书 {paper.code} 没有任何步骤产生"


def _paper(paper: Paper, templates: Collection[str]) -> Iterator[str]:
    if paper.template not in templates:
        yield f"文书 {paper.code} 没有模板 {paper.template}"
    if not paper.cites:
        yield f"文书 {paper.code} 没有法律依据"
    if paper.signature_required and not paper.signed_by:
        yield f"文书 {paper.code} 要签字却没有写谁签"


def _confidences(procedure: Procedure) -> Iterator[str]:
    """What is said in confidence stands on no paper that anybody else may open or that another step makes."""
    kept = {code for step in procedure.steps if step.confidential for code in step.produces}
    told = {code for step in procedure.steps if not step.confidential for code in step.produces}
    for paper in procedure.papers:
        if paper.code in kept and (paper.open_to or paper.code in told):
            yield f"文书 {paper.code} 记着保密的内容，不能给当事人打开，也不能由不保密的步骤产生"


def _notices(procedure: Procedure) -> Iterator[str]:
    told = {code for step in procedure.steps for code in step.tells}
    for notice in procedure.notices:
        if notice.code not in told:
            yield f"告知 {notice.code} 没有任何步骤用到"
        if not notice.cites:
            yield f"告知 {notice.code} 没有法律依据"
        if not notice.to:
            yield f"告知 {notice.code} 没有写告知谁"


def _conditions(procedure: Procedure) -> Iterator[str]:
    for step in procedure.steps:
        conditions: tuple[Guard | Rule, ...] = (*step.only_if, *step.rules)
        for condition in conditions:
            if not condition.cites:
                yield f"步骤 {step.code} 的条件 {condition.name} 没有法律依据"
