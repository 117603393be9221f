"""What is owed under an agreement: for the parties one tap each, for the office a reminder that says nothing of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of, visible_to
from gongdao.people.models import Account
from gongdao.people.permissions import Permission
from gongdao.procedures.engine.case import Case, as_moment
from gongdao.procedures.engine.declaration import ACTOR_TITLES, PARTIES, Actor
from gongdao.procedures.people_mediation.guards import obligations_of, performed
from gongdao.procedures.registry import PROCEDURES
from gongdao.procedures.safety import HOW_TO, SafeContact, is_minded, wish_of

SOON = timedelta(days=7)
MOST = 100
_PERFORMED = "record_performance"


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
    step = case.procedure.step_by_code.get(_PERFORMED)
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
    """One party who has something to do soon, and what may be sent to them: nothing about what or with whom."""

    matter: Matter
    day: date
    to: str  # in which role; the name is in the file
    text: str  # empty where nothing may be sent
    mind: str  # what to mind before sending, or why nothing is sent


def reminders(account: Account, now: datetime) -> list[Reminder]:
    """Who owes something within a week, or is late, in the matters of this account; one for each who owes."""
    soon = (
        visible_to(account, now.date(), Permission.MATTER_ACT)
        .filter(_performing(), closed_at=None, next_due__lte=now + SOON, parent=None)
        .select_related("office", "parent")
        .order_by("next_due")
    )
    found: list[Reminder] = []
    for matter in soon.iterator():
        found += _of_matter(matter, case_of(matter, now))
        if len(found) >= MOST:
            break
    return found[:MOST]


def _performing() -> Q:
    """Matters in a state in which it can be noted that something was done."""
    found = Q()
    for procedure in PROCEDURES:
        if step := procedure.step_by_code.get(_PERFORMED):
            found |= Q(procedure=procedure.code, state__in=step.source)
    return found


def _of_matter(matter: Matter, case: Case) -> Iterator[Reminder]:
    last = (case.now + SOON).date()
    for party, side in case.parties.items():
        days = [one.day for one in open_instalments(case, party) if not one.is_mine_to_get]
        if days and min(days) <= last:
            text, mind = may_be_sent(matter, min(days), case, side)
            yield Reminder(matter, min(days), _role(case, party), text, mind)


def _role(case: Case, party: str) -> str:
    """The party's side, and which of it where there are several."""
    side = case.parties[party]
    title = ACTOR_TITLES[Actor(side)] if side in PARTIES else "其他参加人"
    same = [ref for ref, other in case.parties.items() if other == side]
    return title if len(same) == 1 else f"{title}（第{same.index(party) + 1}位）"


def may_be_sent(matter: Matter, day: date, case: Case, side: str) -> tuple[str, str]:
    """What may be sent to this side, and what to mind. Nothing, where it has told us of something to mind and has not
    said how it wants to be reached: only the applicant is asked that."""
    wish = wish_of(case) if side == Actor.APPLICANT else SafeContact.YES
    prefix = "" if side == Actor.APPLICANT else "respondent_"
    minds = any(case.fact(prefix + name) for name in ("afraid", "safety_note"))
    if wish is SafeContact.NO or (wish is SafeContact.YES and minds):
        return "", HOW_TO.get(wish, "这一方有要注意的，不发短信。先看办理页上“联系之前先看”，再定怎么说。")
    mind = HOW_TO.get(wish, "")
    if is_minded(case):
        mind += "发之前先看办理页上“联系之前先看”。"
    return neutral(matter, day, wish), mind


def neutral(matter: Matter, day: date, wish: SafeContact) -> str:
    """A message that anybody may read over somebody's shoulder: less the more somebody asked for."""
    phone = matter.office.phone
    if wish is SafeContact.MASKED:
        return f"您好，请方便时回个电话{phone}。" if phone else "您好，请方便时回个电话。"
    until, number = f"{day:%-m月%-d日}以前", f"编号尾号{matter.number[-4:]}，凭查询码打开"
    if wish is SafeContact.ONLY_MESSAGE:
        return f"您好，请在{until}查一下进度，{number}。不用回电话。"
    return f"您好，请在{until}看一下您办理的事，{number}{f'，有疑问请打{phone}' if phone else ''}。"
