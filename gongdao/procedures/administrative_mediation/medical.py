"""Mediation of a medical dispute by the county health department.

Source: 医疗纠纷预防和处理条例 arts. 22, 31, 34, 37, 40–43.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pydantic import Field

from gongdao.law.calendar import Unit
from gongdao.law.names import MEDICAL_DISPUTE_REGULATION
from gongdao.procedures.administrative_mediation.facts import AuthorityAcceptanceFacts, ElsewhereFacts
from gongdao.procedures.administrative_mediation.frame import ENDED, C, Sector, declare
from gongdao.procedures.administrative_mediation.rules import period_is_over
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Clock, On, Setting, guard, rule
from gongdao.procedures.engine.deriving import citing
from gongdao.procedures.mediating import STAFF, Grounds, lent
from gongdao.procedures.people_mediation import guards as any_mediation
from gongdao.procedures.people_mediation.facts import ExpertFacts

MED = MEDICAL_DISPUTE_REGULATION
IN_THIRTY_DAYS = MED.article(40, 3, phrase="自受理之日起30个工作日内完成调解")
PAUSED = MED.article(40, 3, phrase="鉴定时间不计入调解期限")
DEEMED = MED.article(40, 3, phrase="未达成调解协议的，视为调解不成")
ELSEWHERE = MED.article(40, 2, phrase="卫生主管部门不予受理")
ENDS = MED.article(40, 2, phrase="已经受理的，终止调解")
EXPERTS = MED.article(41, 1, phrase="需要进行医疗损害鉴定以明确责任的")
LIMIT = Setting("medical_expert_from", "索赔多少元起要先做医疗损害鉴定（各地自定）", dated=True)


class MedicalAcceptanceFacts(AuthorityAcceptanceFacts):
    """One channel closes the other (art. 40)."""

    bar_court: bool = Field(False, title="已经向人民法院起诉并且已被受理")
    bar_committee: bool = Field(False, title="已经申请医疗纠纷人民调解委员会调解并且已被受理")


class MedicalExpertFacts(ExpertFacts):
    """An appraisal that both sides ask for, by experts who are tied to neither (arts. 34, 37)."""

    expert_asked_jointly: bool = Field(title="医患双方共同委托，或者双方都同意委托")
    expert_is_free: bool = Field(title="鉴定人、专家与双方没有亲属或者利害关系（有的已经回避）")


@rule(MED.article(34, 1, phrase="由医患双方共同委托"), MED.article(37, 1, phrase="应当回避"))
def experts_are_chosen_well(case: Case, facts: MedicalExpertFacts) -> Sequence[str]:
    """鉴定要双方共同委托或者都同意，有关系的专家要回避"""
    found = [] if facts.expert_asked_jointly else ["鉴定要医患双方共同委托，或者双方都同意"]
    return found if facts.expert_is_free else [*found, "与一方有关系的专家、鉴定人要回避"]


@guard(EXPERTS)
def large_claims_are_appraised(case: Case) -> bool:
    """索赔超过当地规定的数额，要先有鉴定或者专家意见，再写协议"""
    limit, claimed = case.setting(LIMIT), case.fact("amount_claimed")
    return not limit or not claimed or Decimal(claimed) < limit or case.has("receive_expert")


SECTOR = Sector(
    code="medical_mediation", title="医疗纠纷行政调解", effective=date(2021, 1, 1), offices=("health",),
    summary="医患双方申请，由发生地的县级卫生主管部门调解。已经起诉或者已经申请人民调解并被受理的，这里不再受理。",
    where="选医院所在地的县（区）卫生健康部门。", kinds=("medical",), roads=("administrative_mediation",),
    grounds=Grounds(
        voluntary=MED.article(31, 1, phrase="在征得另一方同意后进行调解"), prompt=MED.article(4, 1, phrase="公平、公正、及时的原则"),
        heard=MED.article(4, 1, phrase="实事求是，依法处理"), kept=MED.article(42, 1, phrase="应当对医患双方的个人隐私"),
        agreed=MED.article(41, 2, phrase="应当签署调解协议书"), binding=MED.article(41, 2, phrase="经卫生主管部门调解达成一致的"),
        unkept=MED.article(43, 1, phrase="可以依法向人民法院提起诉讼"), fair=MED.article(4, 1, phrase="公平、公正、及时的原则"),
    ),
    applied=MED.article(40, 1, phrase="医疗纠纷发生地县级人民政府卫生主管部门"), accepted=MED.article(40, 2, phrase="5个工作日内作出是否受理的决定"),
    declined=ELSEWHERE, ended=MED.article(43, 1, phrase="当事人协商、调解不成的"), takes_effect=MED.article(41, 2, phrase="应当签署调解协议书"),
    accepts=MedicalAcceptanceFacts, agreement_title="医疗纠纷调解协议书",
    effect="医患双方签署后应当按约定履行。未经双方同意，协议内容不公开。",
    unkept="对方不履行协议的，可以向人民法院起诉。", other_roads="没有调成的，可以向人民法院起诉，也可以到医疗纠纷人民调解委员会申请调解。",
)  # fmt: skip

OWN = (
    lent("ask_expert", EXPERTS, MED.article(34, 1, phrase="由医患双方共同委托"), asks=MedicalExpertFacts, rules=(experts_are_chosen_well,)),
    lent("receive_expert", PAUSED),
    lent("draft_agreement", SECTOR.grounds.agreed, only_if=(citing(any_mediation.a_session_was_held, SECTOR.grounds.agreed), large_claims_are_appraised)),
    lent("end_elsewhere", ENDS, applies_if=None, asks=ElsewhereFacts, produces=("end_notice",), tells=("other_roads",)),
    lent("deem_failed", DEEMED, applies_if=None, only_if=(period_is_over("mediation_period", "调解期限", DEEMED),), produces=("end_notice",), tells=("other_roads",)),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="acceptance_period", title="决定是否受理的期限", amount=5, unit=Unit.WORKING_DAY, starts=(On("apply"),),
        stops=("accept", "decline", "refuse", "withdraw"), cites=(SECTOR.accepted,), expiry="马上决定是否受理，并告知申请人", who=(C,),
    ),
    Clock(
        code="mediation_period", title="卫生部门调解期限", amount=30, unit=Unit.WORKING_DAY, starts=(On("accept"),), stops=("sign_agreement", "deem_failed", *ENDED),
        cites=(IN_THIRTY_DAYS, PAUSED), pauses=(("ask_expert", "receive_expert"),), expiry="视为调解不成，告知可以起诉",
        closes=("draft_agreement",), who=STAFF,
    ),
)  # fmt: skip

MEDICAL_MEDIATION = declare(SECTOR, own=OWN, clocks=CLOCKS, settings=(LIMIT,))
