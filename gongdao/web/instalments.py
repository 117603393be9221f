"""What is owed under an agreement: for the parties one tap each, for the office a reminder that says nothing of it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of, visible_to
from gongdao.people.models import Account
from gongdao.people.permissions import Permission
from gongdao.procedures.engine.case import Case, as_moment
from gongdao.procedures.people_mediation.guards import obligations_of, performed
from gongdao.procedures.safety import SafeContact, wish_of

SOON = timedelta(days=7)
MOST = 100


@dataclass(frozen=True, slots=True)
class Instalment:
    """One thing owed by a day and not done: by this party, or to it."""

    number: int
    day: date
    amount: str
    is_mine_to_get: bool
    late: bool


def open_instalments(case: Case, party: str) -> list[Instalment]:
    """What this party still owes or is owed by a day, the soonest first; empty where nothing was agreed."""
    step = case.procedure.step_by_code.get("record_performance")
    if step is None or case.state not in step.source:
        return []
    today, done = case.now.astimezone(SHANGHAI).date(), performed(case)
    found = []
    for number, owed in enumerate(obligations_of(case), 1):
        due = as_moment(owed.get("due_on"))
        if due and not done.get(number) and party in (owed["payer"], owed["payee"]):
            found.append(
                Instalment(
                    number, due.date(), owed.get("amount") or "", owed["payee"] == party, due.date() < today
                )
            )
    return sorted(found, key=lambda one: (one.day, one.number))


@dataclass(frozen=True, slots=True)
class Reminder:
    """A matter in which something is due soon, and what may be sent: nothing about what or with whom."""

    matter: Matter
    day: date
    text: str  # empty where the person does not want to be reached


def reminders(account: Account, now: datetime) -> list[Reminder]:
    """The matters of this account in which something agreed on is due within a week, or is late."""
    found = []
    soon = (
        visible_to(account, now.date(), Permission.MATTER_ACT)
        .filter(closed_at=None, next_due__lte=now + SOON, parent=None)
        .select_related("office", "parent")
        .order_by("next_due")[:MOST]
    )
    for matter in soon:
        case = case_of(matter, now)
        days = [one.day for party in case.parties for one in open_instalments(case, party)]
        if days and min(days) <= (now + SOON).date():
            found.append(Reminder(matter, min(days), neutral(matter, min(days), wish_of(case))))
    return found


def neutral(matter: Matter, day: date, wish: SafeContact) -> str:
    """A message that anybody may read over somebody's shoulder."""
    if wish is SafeContact.NO:
        return ""
    phone = f"，有疑问请打{matter.office.phone}" if matter.office.phone else ""
    return (
        f"您好，请在{day:%-m月%-d日}以前看一下您办理的事，编号尾号{matter.number[-4:]}，凭查询码打开{phone}。"
    )
