"""Facts and times in words, for pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.people.models import Account, Office
from gongdao.procedures.engine.case import as_moment
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import FactMark, Facts
from gongdao.procedures.engine.marks import marked_fields
from gongdao.triage.kinds import KINDS
from gongdao.web.forms.building import inner_type


@dataclass(frozen=True, slots=True)
class Said:
    """One fact in words; ``file`` is the fingerprint of an uploaded file."""

    title: str
    text: str
    file: str = ""


def chinese_day(value: date | datetime | None) -> str:
    """2026年3月5日 (Shanghai); empty for none."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = value.astimezone(SHANGHAI).date()
    return f"{value.year}年{value.month}月{value.day}日"


def chinese_moment(value: datetime | None) -> str:
    """3月5日9:05, with the year."""
    if value is None:
        return ""
    local = value.astimezone(SHANGHAI)
    return f"{chinese_day(local)} {local.hour}:{local:%M}"


def say(model: type[Facts], facts: Mapping[str, Any], parties: Mapping[str, str]) -> Iterator[Said]:
    """What the facts of a step say, blanks left out; parties by name."""
    marks = marked_fields(model)
    for name, info in model.model_fields.items():
        value = facts.get(name)
        if value in (None, "", [], False):
            continue
        title = info.title or name
        if FactMark.FILE in marks[name]:
            yield Said(title, "已上传", str(value))
            continue
        if FactMark.STAFF in marks[name]:
            named = value if isinstance(value, list) else [value]
            accounts = Account.objects.in_bulk([int(one) for one in named])
            yield Said(title, "、".join(accounts[int(one)].display_name for one in named))
            continue
        if FactMark.OFFICE in marks[name]:
            yield Said(title, Office.objects.get(code=value).name)
            continue
        inner = inner_type(info.annotation)
        if isinstance(inner, type) and issubclass(inner, Facts):
            yield Said(title, _nested(inner, value, parties))
        else:
            yield Said(title, _plain(inner, value, name, FactMark.PARTY in marks[name], parties))


def _nested(inner: type[Facts], value: Any, parties: Mapping[str, str]) -> str:
    rows = value if isinstance(value, list) else [value]
    lines = []
    for number, row in enumerate(rows, 1):
        if isinstance(row, str):
            lines.append(parties.get(row, row))
        else:
            said = "；".join(f"{s.title}：{s.text}" for s in say(inner, row, parties))
            lines.append(f"{number}. {said}" if len(rows) > 1 else said)
    return "\n".join(lines)


def _plain(inner: Any, value: Any, name: str, is_party: bool, parties: Mapping[str, str]) -> str:
    values = value if isinstance(value, list) else [value]
    if is_party:
        return "、".join(parties.get(one, one) for one in values)
    if name in ("kind", "finer_kind"):
        return KINDS[value].title if value in KINDS else str(value)
    if isinstance(inner, type) and issubclass(inner, Choice):
        # A choice that is no longer offered is shown as it was kept.
        labels = {choice.value: choice.label for choice in inner}
        return "、".join(labels.get(one, str(one)) for one in values)
    if inner is bool:
        return "是"
    if inner is datetime:
        return chinese_moment(as_moment(value))
    if inner is date:
        return chinese_day(date.fromisoformat(value)) if isinstance(value, str) else chinese_day(value)
    if inner is Decimal:
        return f"{Decimal(str(value)):,.2f}元"
    return "、".join(str(one) for one in values)
