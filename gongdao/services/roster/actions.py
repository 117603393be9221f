"""Writes: putting somebody on the roster of a day, and taking them off."""

from datetime import date, datetime, timedelta

from django.db import transaction

from gongdao.law.calendar import SHANGHAI
from gongdao.people.actions import StaffError, note_change
from gongdao.people.models import Account, Office
from gongdao.people.queries import holders_of
from gongdao.procedures.engine.declaration import Actor
from gongdao.services.roster.models import DutyDay

FURTHEST = timedelta(days=366)


@transaction.atomic
def put_on_duty(office: Office, account: Account, day: date, *, by: Account | None, at: datetime) -> DutyDay:
    """Put a lawyer of the office on the roster of a day. Twice is once. Raises StaffError."""
    today = at.astimezone(SHANGHAI).date()
    if not today <= day <= today + FURTHEST:
        raise StaffError("只能排今天起一年以内的班")
    if not holders_of(office, Actor.COUNSEL, day).filter(pk=account.pk).exists():
        raise StaffError(f"{account.display_name}那天不是{office.name}的在任律师")
    row, is_new = DutyDay.objects.get_or_create(office=office, account=account, day=day)
    if is_new:
        _note("put_on_duty", row, by=by, at=at)
    return row


@transaction.atomic
def take_off_duty(office: Office, account: Account, day: date, *, by: Account | None, at: datetime) -> None:
    """Take a lawyer off the roster of a day that has not passed. Raises StaffError."""
    if day < at.astimezone(SHANGHAI).date():
        raise StaffError("过去的值班不能改")
    row = DutyDay.objects.filter(office=office, account=account, day=day).first()
    if row is None:
        raise StaffError("这一天本来就没有排这位律师")
    _note("taken_off_duty", row, by=by, at=at)
    row.delete()


def _note(what: str, row: DutyDay, *, by: Account | None, at: datetime) -> None:
    facts = {"office": row.office.code, "account": row.account_id, "day": row.day.isoformat()}
    note_change(what, facts, by=by, at=at)
