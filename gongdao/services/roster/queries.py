"""Reads: who is on duty; and what the doorway asks before a lawyer receives a petitioner.

The second is named in the settings (GONGDAO_HOLDER_CHECKS), because the doorway stands a floor below.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.models import Matter
from gongdao.people.models import Account, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import postings
from gongdao.procedures.engine.moves import Reason
from gongdao.procedures.petition_reception.declaration import OWN_INTEREST, RECUSED
from gongdao.services.legal_aid.conflicts import conflicts_with
from gongdao.services.roster.models import DutyDay


def on_duty(office: Office, day: date) -> QuerySet[Account]:
    """The lawyers on the roster of a day, by name."""
    return Account.objects.filter(duty_days__office=office, duty_days__day=day).order_by("display_name")


def roster(office: Office, since: date, until: date) -> QuerySet[DutyDay]:
    """The days between, both included."""
    rows = DutyDay.objects.filter(office=office, day__gte=since, day__lte=until)
    return rows.select_related("account").order_by("day", "account__display_name")


def kept_by(account: Account, on: date) -> list[Office]:
    """The offices whose roster this person keeps."""
    held = [p.office_id for p in postings(account, on) if Permission.ROSTER_MANAGE in p.role.permissions]
    return list(Office.objects.filter(pk__in=held).order_by("code"))


def against_lawyer(matter: Matter, facts: Mapping[str, Any], at: datetime) -> list[Reason]:
    """Why this lawyer must not receive this petitioner: not on duty today, or bound to one side."""
    lawyer = int(facts["lawyer"])
    reasons = [
        Reason(f"利害冲突：这位律师{why}，要回避。请另选一位。", (RECUSED, OWN_INTEREST))
        for why in sorted(conflicts_with(matter).get(lawyer, ()))
    ]
    today = at.astimezone(SHANGHAI).date()
    if not on_duty(matter.office, today).filter(pk=lawyer).exists():
        reasons.append(Reason(f"{today:%-m月%-d日}的值班表里没有这位律师，请从当天值班的律师里选"))
    return reasons
