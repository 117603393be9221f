"""What the doorway asks before somebody becomes a matter's undertaker, duty lawyer or evaluator.

It is named in the settings (GONGDAO_HOLDER_CHECKS), because the doorway stands a floor below.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.law.names import LEGAL_AID_LAW
from gongdao.matters.models import Matter
from gongdao.procedures.engine.moves import Reason
from gongdao.services.legal_aid.conflicts import (
    BOTH_SIDES,
    OWN_INTEREST,
    SAME_NAME,
    conflicts_with,
    same_names,
)
from gongdao.services.legal_aid.models import Undertaker
from gongdao.services.register.fields import PractitionerKind

A_LAWYER = LEGAL_AID_LAW.article(25, 1, phrase="应当通知法律援助机构指派律师担任辩护人")
THREE_YEARS = LEGAL_AID_LAW.article(26, 1, phrase="三年以上相关执业经历的律师")
NOT_THEIR_OWN = LEGAL_AID_LAW.article(59, 1, phrase="庭审旁听、案卷检查")


def against_undertaker(matter: Matter, facts: Mapping[str, Any], at: datetime) -> list[Reason]:
    """Why this person must not give the aid in this matter; empty if nothing is known against it."""
    account_id = int(facts.get("undertaker") or facts["duty_lawyer"])
    reasons = [
        Reason(f"利害冲突：这位法律援助人员{why}，不能指派。请另选一位。", (BOTH_SIDES, OWN_INTEREST))
        for why in sorted(conflicts_with(matter).get(account_id, ()))
    ]
    if not reasons and not facts.get("same_name_checked") and same_names(matter, [account_id]):
        reasons.append(
            Reason(
                f"利害冲突提示：{SAME_NAME}。请核对是不是同一个人，不是的，勾选“已核对”再指派。",
                (OWN_INTEREST,),
            )
        )
    undertaker = Undertaker.objects.filter(entry__account_id=account_id).select_related("entry").first()
    return reasons + (
        _qualification(undertaker, matter, facts, at.astimezone(SHANGHAI).date()) if undertaker else []
    )


def _qualification(
    undertaker: Undertaker, matter: Matter, facts: Mapping[str, Any], on: date
) -> list[Reason]:
    """What the register says against it."""
    found = []
    came_by_notice = matter.events.filter(step="receive_notice").exists()
    if came_by_notice and undertaker.entry.kind != PractitionerKind.LAWYER:
        found.append(Reason("刑事辩护、强制医疗案件要指派律师", (A_LAWYER,)))
    since = undertaker.entry.licensed_since
    if (
        facts.get("three_years")
        and since
        and (on.year - since.year - ((on.month, on.day) < (since.month, since.day))) < 3
    ):
        found.append(Reason(f"登记的开始执业日期是{since}，还不满三年", (THREE_YEARS,)))
    if undertaker.away_until and undertaker.away_until >= on:
        found.append(Reason(f"这位法律援助人员到{undertaker.away_until}为止不接指派"))
    return found


def against_evaluator(matter: Matter, facts: Mapping[str, Any], at: datetime) -> list[Reason]:
    """Nobody evaluates their own work, or that of a matter they must not have to do with."""
    account_id, parent = int(facts["evaluator"]), matter.parent
    own = parent and parent.events.filter(account_id=account_id).exists()
    if own or (parent and parent.owner_id == account_id):
        return [Reason("评估人办理过这件事，请另请一位没有参与的同行", (NOT_THEIR_OWN,))]
    if account_id in conflicts_with(matter):
        return [Reason("利害冲突：这位评估人与本案一方有关系，请另请一位", (OWN_INTEREST,))]
    return []
