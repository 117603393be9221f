"""Every hand-over is in exactly one lawful state, and none is late without standing on somebody's list."""

from collections import Counter
from datetime import datetime

from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of, work_list
from gongdao.people.models import Account
from gongdao.services.exchange.standing import PROCEDURES, standings

LONG = 100_000


def check_all(now: datetime) -> tuple[Counter[str], int, list[str]]:
    """How many stand in each state, how many are late, and what is wrong with any of them."""
    counted: Counter[str] = Counter()
    wrong: list[str] = []
    found = Matter.objects.filter(procedure__in=PROCEDURES).select_related("office", "parent__office")
    listed = _listed(now)
    late = 0
    for child, standing in zip(found, standings(found, now), strict=True):
        declared = declaration_of(child)
        if child.state not in declared.state_by_code or case_of(child, now).state != child.state:
            wrong.append(f"{child.number}：状态“{child.state}”与记录不符")
            continue
        counted[f"{declared.title}：{standing.state_title}"] += 1
        if standing.overdue:
            late += 1
            if child.pk not in listed:
                wrong.append(f"{child.number}：已经超期，却不在任何人的待办里")
    return counted, late, wrong


def _listed(now: datetime) -> set[int]:
    """The matters that stand as late on the list of somebody who may act."""
    return {
        item.matter.pk
        for account in Account.objects.filter(is_active=True)
        for item in work_list(account, now, limit=LONG)
        if item.overdue
    }
