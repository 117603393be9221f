"""A declaration as a page people read: summary, diagram, steps, clocks, notices, papers."""

from collections.abc import Callable, Iterable, Iterator

from gongdao.law.calendar import UNIT_TITLES
from gongdao.law.citation import Citation
from gongdao.procedures.engine.declaration import (
    ACTOR_TITLES,
    Actor,
    Clock,
    Guard,
    Paper,
    Procedure,
    Rule,
    Setting,
    Step,
)

_CHINESE_ITEM = "（{}）"


def render(procedure: Procedure) -> str:
    """The whole page in Markdown; the same declaration always gives the same text."""
    sections: tuple[Callable[[Procedure], Iterator[str]], ...] = (
        _diagram, _states, _steps, _conditions, _clocks, _notices, _papers, _settings,
    )  # fmt: skip
    lines = [f"# {procedure.title}", "", "由 `gongdao procedures render` 生成，请勿手改。", ""]
    lines += [procedure.summary, "", f"适用于 {procedure.effective:%Y-%m-%d} 起开始的事项。", ""]
    for section in sections:
        lines += section(procedure)
    return "\n".join(lines).rstrip() + "\n"


def written(citation: Citation) -> str:
    """《人民调解法》第29条第2款第（三）项."""
    number, _, insert = citation.article.partition("-")
    text = f"《{citation.law.short}》第{number}条" + (f"之{insert}" if insert else "")
    if citation.paragraph and (citation.paragraph > 1 or not citation.item):
        text += f"第{citation.paragraph}款"
    return text + (f"第{_CHINESE_ITEM.format(citation.item)}项" if citation.item else "")


def _cites(cites: Iterable[Citation]) -> str:
    return "；".join(dict.fromkeys(written(c) + (f"“{c.phrase}”" if c.phrase else "") for c in cites))


def _who(actors: Iterable[Actor]) -> str:
    return "、".join(ACTOR_TITLES[actor] for actor in actors)


def _table(heading: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    body = [f"| {' | '.join(cell.replace('|', '／') for cell in row)} |" for row in rows]
    if body:
        yield from (f"## {heading}", "", f"| {' | '.join(columns)} |", "|" + "---|" * len(columns), *body, "")


def _diagram(procedure: Procedure) -> Iterator[str]:
    yield from ("## 图", "", "```mermaid", "stateDiagram-v2")
    yield from (f'    state "{state.title}" as {state.code}' for state in procedure.states)
    yield f"    [*] --> {procedure.initial}"
    for step in procedure.steps:
        if step.target:
            yield from (
                f"    {source} --> {step.target} : {step.title}" for source in step.source if source != step.target
            )  # fmt: skip
    yield from (f"    {state.code} --> [*]" for state in procedure.states if state.final)
    yield from ("```", "")


def _states(procedure: Procedure) -> Iterator[str]:
    rows = ((state.title, state.meaning, "是" if state.final else "") for state in procedure.states)
    return _table("状态", ("状态", "意思", "终结"), rows)


def _steps(procedure: Procedure) -> Iterator[str]:
    return _table(
        "步骤",
        ("步骤", "谁", "从", "到", "要写什么", "产生文书", "依据"),
        (_step_row(procedure, step) for step in procedure.steps),
    )


def _step_row(procedure: Procedure, step: Step) -> tuple[str, ...]:
    titles = procedure.state_by_code
    asks = "、".join(field.title or name for name, field in step.asks.model_fields.items())
    papers = "、".join(procedure.paper_by_code[code].title for code in step.produces)
    return (
        step.title,
        _who(step.by) + (f"（{step.applies_if.text}）" if step.applies_if else ""),
        "、".join(titles[code].title for code in step.source),
        titles[step.target].title if step.target else "不变",
        asks or "—",
        papers or "—",
        _cites(step.cites),
    )


def _conditions(procedure: Procedure) -> Iterator[str]:
    stated: list[tuple[Step, Guard | Rule]] = []
    for step in procedure.steps:
        stated += [(step, guard) for guard in step.only_if]
        stated += [(step, rule) for rule in step.rules]
    rows = [(step.title, condition.text, _cites(condition.cites)) for step, condition in stated]
    return _table("条件", ("步骤", "不符合时说什么", "依据"), rows)


def _clocks(procedure: Procedure) -> Iterator[str]:
    rows = [_clock_row(procedure, clock) for clock in procedure.clocks]
    rows += [(s.title, "约定的日期", "—", "—", "—", s.expiry, _cites(s.cites)) for s in procedure.schedules]
    return _table("期限", ("期限", "多长", "从", "到", "暂停", "到期以后", "依据"), rows)


def _clock_row(procedure: Procedure, clock: Clock) -> tuple[str, ...]:
    def title(code: str) -> str:
        step = procedure.step_by_code.get(code)
        return step.title if step else code

    amount = (
        clock.amount.title
        if isinstance(clock.amount, Setting)
        else f"{clock.amount}{UNIT_TITLES[clock.unit]}"
    )
    pauses = "、".join(f"{title(a)}至{title(b)}" for a, b in clock.pauses)
    return (
        clock.title + (f"（{clock.applies_if.text}）" if clock.applies_if else ""),
        amount,
        "、".join(("上级事项：" if on.of_parent else "") + title(on.step) for on in clock.starts),
        "、".join(title(code) for code in clock.stops),
        pauses or "—",
        clock.expiry,
        _cites(clock.cites),
    )


def _notices(procedure: Procedure) -> Iterator[str]:
    rows = ((n.title, _who(n.to), n.text, _cites(n.cites)) for n in procedure.notices)
    return _table("告知", ("内容", "告诉谁", "原话", "依据"), rows)


def _papers(procedure: Procedure) -> Iterator[str]:
    rows = (
        (
            str(p.slot),
            p.title + _stands_for(p),
            "必有" if p.must else "有则放",
            "、".join(p.signed_by) or "—",
            _cites(p.cites),
        )
        for p in sorted(procedure.papers, key=lambda p: p.slot)
    )
    return _table("文书", ("卷内位置", "文书", "需要", "签字", "依据"), rows)


def _stands_for(paper: Paper) -> str:
    return f"（代替{paper.stands_for}，官方文本未入库）" if paper.stands_for else ""


def _settings(procedure: Procedure) -> Iterator[str]:
    return _table("由各机构填写的设定", ("名称", "说明"), ((s.name, s.title) for s in procedure.settings))
