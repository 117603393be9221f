"""What every hand-over shares: which bodies there are, on which articles it rests, and the steps it adds to a matter.

Only the petition regulation says how one organ passes a matter to another; its periods bind what a petition office
passes on. For every other body it only shows the way, and the periods are the office's own figures.
"""

from collections.abc import Sequence

from gongdao.law.names import DOMESTIC_VIOLENCE_LAW, PERSONAL_INFORMATION_LAW, PETITION_REGULATION
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.declaration import Actor, Place, Step, guard, rule
from gongdao.procedures.engine.everyday import ContactFacts, contact_keeps_the_wish

TOGETHER = PETITION_REGULATION.article(37, 1, phrase="人民调解、行政调解、司法调解联动")
PASSED_ON = PETITION_REGULATION.article(22, 1, "三", phrase="可以交由有权处理的机关、单位办理")
RESULT_ASKED = PETITION_REGULATION.article(22, 1, "三", phrase="要求其在指定办理期限内反馈结果")
TOLD_RECEIVED = PETITION_REGULATION.article(23, 3, phrase="书面告知信访人接收情况以及处理途径和程序")
WITH_REASONS = PETITION_REGULATION.article(23, 3, phrase="并详细说明理由")
NOT_OURS = PETITION_REGULATION.article(23, 1, phrase="应当告知信访人向有权处理的机关、单位提出")
FOLLOWED = PETITION_REGULATION.article(21, 2, phrase="方便信访人查询、评价信访事项办理情况")
CONSENTED = PERSONAL_INFORMATION_LAW.article(23, 1, phrase="并取得个人的单独同意")
BY_DUTY = PERSONAL_INFORMATION_LAW.article(13, 1, "三", phrase="为履行法定职责或者法定义务所必需")

# The kinds of office to which a matter may go, or from which it may come.
BODIES = (
    "governance_centre", "petition_office", "hotline", "court", "procuratorate", "police_station", "traffic_police",
    "health", "market_supervision", "labour_mediation", "township", "county_bureau", "city_bureau", "service_centre",
    "legal_aid", "other",
)  # fmt: skip


class Body(Choice):
    """What sort of body stands at the other end."""

    GOVERNANCE = "governance", "综治中心（矛盾调处中心）"
    POLICE = "police", "公安机关"
    PETITION = "petition", "信访部门"
    COURT = "court", "人民法院"
    PROCURATORATE = "procuratorate", "人民检察院"
    HOTLINE = "hotline", "12348、12345等热线"
    OTHER = "other", "其他部门和单位"


@guard(TOGETHER)
def nothing_is_handed_out(case: Case) -> bool:
    """还有转请外单位办理的没有结果，或者结果还没有告诉当事人"""
    return len(case.times("handover_over")) >= len(case.times("hand_out"))


@rule(DOMESTIC_VIOLENCE_LAW.article(5, 2, phrase="尊重受害人真实意愿，保护当事人隐私"))
def told_as_wished(case: Case, facts: ContactFacts) -> Sequence[str]:
    """不按本人要求的方式联系的，要写明为什么"""
    return contact_keeps_the_wish(case.parent or case, facts)


def handing_out(anywhere: tuple[str, ...], *by: Actor) -> tuple[Step, ...]:
    """The two steps that let a matter be handed out to another body, and that close the hand-over again."""
    return (
        Step(
            code="hand_out", title="转请外单位办理", place=Place.ASIDE, source=anywhere, target=None, by=by, private=True,
            cites=(TOGETHER,), opens="handover_out",
            remark="本机构仍然负责，编号不变。先写转办函，发出去才算转办。",
        ),
        Step(
            code="handover_over", title="转办已了结", source=anywhere, target=None, by=(Actor.SYSTEM,), private=True,
            cites=(TOGETHER,),
        ),
    )  # fmt: skip
