"""Scenarios as a lawyer writes them: who did what on which day, and what must then hold.

Each line of 经过 is one of
    2025-03-03 [10:30] 申请人 申请调解            a step (with facts after a colon, if they matter)
    2025-03-03 不能 对方 签字盖章: 为什么          a step that must be refused, with words of the reason
    2025-03-03 状态: 调解中                        where the matter stands
    2025-03-03 期限 医疗纠纷调解期限: 2025-04-16    the last day of a clock; 无, 暂停, 已停 or 已过 are words too
    2025-03-03 已告知 还可以走别的路                what somebody has been told
    2025-03-03 没告知 这份协议要在纸上签字         what somebody has not been told, since it does not apply
    2025-03-03 卷内有 人民调解协议书                a paper that has been produced
    2025-03-03 没告知 还可以走别的路                what somebody need not have been told yet
A line about a child begins its step with the child's word: 2025-03-03 法院 确认/法院立案. A file is about people's
mediation unless its stories say 程序: 法律援助.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.declaration import Procedure
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION
from gongdao.procedures.registry import PROCEDURES

CASES = Path(__file__).parent / "cases"
_LINE = re.compile(r"^(?P<day>\d{4}-\d{2}-\d{2})(?: (?P<time>\d{1,2}:\d{2}))? +(?P<rest>.+)$")
_EXPECTATIONS = ("不能", "状态", "期限", "已告知", "没告知", "卷内有")


@dataclass(frozen=True)
class Line:
    """One line: when, what kind of line, its words, and what stands after the colon."""

    at: datetime
    kind: str
    words: tuple[str, ...]
    value: Any = None
    written: str = ""


@dataclass(frozen=True)
class Scenario:
    """A story with its expectations."""

    title: str
    basis: str
    settings: dict[str, Any] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    procedure: Procedure = PEOPLE_MEDIATION


def scenarios() -> Iterator[Scenario]:
    """Every scenario of every file, in order."""
    for path in sorted(CASES.glob("*.yaml")):
        for story in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield Scenario(
                title=f"{path.stem}：{story['标题']}",
                basis=story["依据"],
                settings=_figures(story.get("设定", {})),
                procedure=_procedure(story.get("程序", PEOPLE_MEDIATION.title)),
                lines=tuple(_line(entry, path) for entry in story["经过"]),
            )


def _procedure(title: str) -> Procedure:
    return next(procedure for procedure in PROCEDURES if procedure.title == title)


def _figures(given: dict[str, Any]) -> dict[str, Any]:
    """Figures as an office keeps them: a dated one by the day from which it holds."""
    return {
        name: {str(day): figure for day, figure in value.items()} if isinstance(value, dict) else value
        for name, value in given.items()
    }


def _line(entry: Any, path: Path) -> Line:
    written, value = next(iter(entry.items())) if isinstance(entry, dict) else (entry, None)
    found = _LINE.match(written)
    if not found:
        raise ValueError(f"{path.name}：看不懂这一行：{written}")
    at = datetime.fromisoformat(f"{found['day']}T{(found['time'] or '10:00').zfill(5)}").replace(
        tzinfo=SHANGHAI
    )
    first, *rest = found["rest"].split()
    if first in _EXPECTATIONS:
        return Line(at, first, tuple(rest), value, written)
    return Line(at, "步骤", (first, *rest), value, written)
