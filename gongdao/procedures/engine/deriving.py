"""The same act under another law: what was declared once stands again, on articles of its own."""

from dataclasses import replace
from typing import Any, TypeVar

from gongdao.law.citation import Citation
from gongdao.procedures.engine.declaration import Clock, Guard, Notice, Rule, Schedule, Step

Part = TypeVar("Part", Step, Clock, Schedule, Notice)
Condition = TypeVar("Condition", Guard, Rule)


def citing(condition: Condition, *cites: Citation) -> Condition:
    """The same condition, resting on these articles."""
    return replace(condition, cites=cites)


def under(part: Part, *cites: Citation, **changes: Any) -> Part:
    """The same part resting on ``cites``; what is asked, what follows and how it is said stay, but for ``changes``.

    Guards and rules that rested on the law left behind rest on the new articles; those of a third law (on minors,
    on domestic violence) keep theirs.
    """
    if not cites:
        raise ValueError(f"{part.code} needs an article of its own")
    if isinstance(part, Step):
        left = {cite.law for cite in part.cites}
        changes = {
            "only_if": _moved(part.only_if, left, cites),
            "rules": _moved(part.rules, left, cites),
        } | changes
    return replace(part, cites=cites, **changes)


def _moved(
    conditions: tuple[Condition, ...], left: set[Any], cites: tuple[Citation, ...]
) -> tuple[Condition, ...]:
    return tuple(
        citing(one, *cites) if left & {cite.law for cite in one.cites} else one for one in conditions
    )


def fitted(steps: tuple[Step, ...], states: frozenset[str]) -> tuple[Step, ...]:
    """The steps with only those states to start from that the procedure has."""
    return tuple(
        replace(step, source=tuple(code for code in step.source if code in states)) for step in steps
    )
