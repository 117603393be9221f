"""Writes: entering a body or a person, or bringing an entry up to date. What changed stays in the chain of StaffEvents."""

from datetime import date, datetime
from typing import Any

from django.db import models, transaction

from gongdao.people.actions import StaffError, note_change
from gongdao.people.models import Account, Area
from gongdao.services.register.entries import PracticeEntry, PractitionerEntry
from gongdao.services.register.fields import (
    PRACTISES_IN,
    PracticeKind,
    PractitionerKind,
    ServiceField,
    fields_of,
)
from gongdao.services.register.models import Practice, Practitioner

PRACTICE_EVENT, PRACTITIONER_EVENT = "register_practice", "register_practitioner"
MOST_LANGUAGES = 20


@transaction.atomic
def enter_practice(
    entry: PracticeEntry, *, by: Account | None, at: datetime, within: Area | None = None
) -> tuple[Practice, bool]:
    """Enter a body, or bring it up to date by its code; returns it and whether anything changed.

    ``within`` is where the person who enters it has a say. Raises StaffError.
    """
    known = Practice.objects.select_for_update().filter(code=entry.code).first()
    if known and known.kind != entry.kind.value:
        raise StaffError(
            f"{entry.code}登记的是{PracticeKind(known.kind).label}，类别不能改；另用一个代码登记"
        )
    _no_other_fields(entry.kind, entry.fields)
    values: dict[str, Any] = {
        "kind": entry.kind.value, "name": entry.name, "area": area_within(entry.area, within), "address": entry.address,
        "phone": entry.phone, "fields": [field.value for field in entry.fields], "ended_on": entry.ended_on,
    }  # fmt: skip
    if known:
        area_within(known.area.code, within)
    row = known or Practice(code=entry.code)
    return row, _keep(row, values, PRACTICE_EVENT, by=by, at=at)


@transaction.atomic
def enter_practitioner(
    entry: PractitionerEntry, *, by: Account | None, at: datetime, within: Area | None = None
) -> tuple[Practitioner, bool]:
    """Enter a person, or bring the entry up to date by kind and licence. Raises StaffError."""
    known = (
        Practitioner.objects.select_for_update(of=("self",))
        .select_related("area", "practice")
        .filter(kind=entry.kind.value, licence_number=entry.licence_number)
        .first()
    )
    if known:
        area_within(known.area.code, within)
    languages = [one.strip() for one in entry.languages.replace(",", "、").replace("，", "、").split("、")]
    return keep_practitioner(
        known or Practitioner(licence_number=entry.licence_number), kind=entry.kind, name=entry.name,
        practice=_practice(entry), area=area_within(entry.area, within), licensed_since=entry.licensed_since,
        fields=[field.value for field in entry.fields], languages=[one for one in languages if one],
        ended_on=entry.ended_on, by=by, at=at,
    )  # fmt: skip


def keep_practitioner(
    row: Practitioner, *, kind: PractitionerKind, by: Account | None, at: datetime, **values: Any
) -> tuple[Practitioner, bool]:
    """Write a person's entry with these values; returns it and whether anything changed."""
    _no_other_fields(kind, values["fields"])
    practice: Practice | None = values["practice"]
    if practice and PRACTISES_IN.get(kind) != practice.kind:
        raise StaffError(f"{kind.label}不在{PracticeKind(practice.kind).label}执业：{practice.name}")
    if len(values["languages"]) > MOST_LANGUAGES:
        raise StaffError(f"语言最多写{MOST_LANGUAGES}种")
    since, ended = values["licensed_since"], values["ended_on"]
    if since and ended and ended < since:
        raise StaffError("不再执业的日期不能早于开始执业的日期")
    return row, _keep(row, values | {"kind": kind.value}, PRACTITIONER_EVENT, by=by, at=at)


def _practice(entry: PractitionerEntry) -> Practice | None:
    if not entry.practice:
        if entry.kind in PRACTISES_IN:
            raise StaffError(f"{entry.kind.label}要写执业机构代码")
        return None
    practice = Practice.objects.filter(code=entry.practice).first()
    if practice is None:
        raise StaffError(f"没有登记这个执业机构：{entry.practice}。请先登记机构")
    return practice


def area_within(code: str, within: Area | None) -> Area:
    """The area with this code, if the person has a say there."""
    area = Area.objects.filter(code=code).first()
    if area is None:
        raise StaffError(f"没有这个地区：{code}")
    if within and not area.path.startswith(within.path):
        raise StaffError(f"{area.name}不在您管理的地区（{within.name}）里")
    return area


def _no_other_fields(kind: PracticeKind | PractitionerKind, fields: Any) -> None:
    allowed, known = fields_of(kind), {field.value: field for field in ServiceField}
    if wrong := [
        str(known[field].label if field in known else field)
        for field in fields
        if known.get(field) not in allowed
    ]:
        raise StaffError(f"{kind.label}没有这些业务：{'、'.join(wrong)}")


def _keep(
    row: Practice | Practitioner, values: dict[str, Any], what: str, *, by: Account | None, at: datetime
) -> bool:
    """Save what differs, and note it: {"name": [before, after]}."""
    before = {name: _said(getattr(row, name)) if row.pk else None for name in values}
    changed = {name: [before[name], _said(value)] for name, value in values.items()}
    changed = {name: pair for name, pair in changed.items() if pair[0] != pair[1] and any(pair)}
    if row.pk and not changed:
        return False
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    note_change(what, {"entry": row.pk, "changed": changed}, by=by, at=at)
    return True


def _said(value: Any) -> Any:
    """A value as the history keeps it: what people read, no row numbers."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Account):
        return value.username
    return getattr(value, "code", None) if isinstance(value, models.Model) else value
