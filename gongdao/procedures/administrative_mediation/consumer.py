"""A consumer's complaint handled by the market authority through mediation.

Source: 市场监督管理投诉举报处理暂行办法 arts. 9, 14–23; 消费者权益保护法 arts. 39, 46.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import ClassVar

from pydantic import Field

from gongdao.law.calendar import SHANGHAI, Unit
from gongdao.law.names import CONSUMER_LAW, MARKET_COMPLAINT_RULES
from gongdao.procedures.administrative_mediation import states
from gongdao.procedures.administrative_mediation.facts import (
    AuthorityAcceptanceFacts,
    AuthorityApplicationFacts,
    KnownFacts,
)
from gongdao.procedures.administrative_mediation.frame import ENDED, C, Sector, declare
from gongdao.procedures.administrative_mediation.rules import no_bar, period_is_over
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Clock, On, Place, Step, guard, rule
from gongdao.procedures.engine.deriving import citing
from gongdao.procedures.engine.facts import Facts, Sealed, SealedLine, Text
from gongdao.procedures.mediating import STAFF, Grounds, lent
from gongdao.procedures.people_mediation import guards as any_mediation
from gongdao.procedures.people_mediation.facts import ExpertFacts

MCR = MARKET_COMPLAINT_RULES
IN_SEVEN_DAYS = MCR.article(14, 1, phrase="自收到投诉之日起七个工作日内")
CONSENT = MCR.article(16, 1, phrase="经投诉人和被投诉人同意")
THREE_YEARS = MCR.article(15, 1, "四", phrase="侵害之日起超过三年的")
DELEGATE = MCR.article(17, 1, phrase="可以委托消费者协会")
RECUSAL = MCR.article(19, 2, phrase="并作出是否回避的决定")
TESTING = MCR.article(20, 3, phrase="检测、鉴定所需时间不计算在调解期限内")
NO_LAB = MCR.article(21, 1, "二", phrase="技术机构或者费用承担无法协商一致的")
IN_45_DAYS = MCR.article(21, 1, "五", phrase="自投诉受理之日起四十五个工作日内")
TELL_END = MCR.article(21, 2, phrase="七个工作日内告知")
NO_DOCUMENT = MCR.article(22, 1, phrase="双方同意不制作调解书的除外")
CLUE = MCR.article(23, 1, phrase="应当自发现之日起十五个工作日内予以核查")
CLUE_DAYS = 15


class ComplaintFacts(AuthorityApplicationFacts, KnownFacts):
    """A consumer's complaint: who, against whom, what is wanted."""

    asked_first: ClassVar[tuple[str, ...]] = (
        *AuthorityApplicationFacts.asked_first[:3],
        "bought",
        "known_on",
        *AuthorityApplicationFacts.asked_first[3:],
    )

    bought: SealedLine = Field("", title="买了什么东西、什么服务，在哪里买的")


class ComplaintAcceptanceFacts(AuthorityAcceptanceFacts):
    """The six cases of art. 15."""

    bar_not_ours: bool = Field(False, title="不属于市场监督管理部门的职责，或者本机关没有处理权限")
    bar_handled: bool = Field(
        False, title="法院、仲裁、别的行政机关、消费者协会或者调解组织已经受理或者处理过"
    )
    bar_not_consumer: bool = Field(False, title="不是为生活消费，或者不能证明有消费争议")
    bar_incomplete: bool = Field(False, title="没有提供规定的材料（姓名电话地址、被投诉人、请求和事实）")
    bar_other: bool = Field(False, title="法律、法规、规章规定不予受理的其他情形")


class DelegationFacts(Facts):
    """Mediation by another body in the authority's name."""

    delegated_to: Text = Field(title="委托哪个消费者协会或者调解组织", min_length=1)
    delegation_scope: Sealed = Field(title="委托的范围", min_length=2)


class TestingFacts(ExpertFacts):
    """A test that both sides agreed to commission and to pay for."""

    test_agreed: bool = Field(title="双方商定了技术机构和费用由谁承担")


class ToldEndFacts(Facts):
    """Both sides have been told that mediation is over."""

    end_told_on: date = Field(title="告知双方的日期")


class ClueFacts(Facts):
    """Signs that market law was broken, found on the way."""

    clue_found_on: date = Field(title="发现的日期")
    clue: Sealed = Field(title="发现了什么线索", min_length=2)


class ClueExtensionFacts(Facts):
    """The check takes longer."""

    clue_extended_until: date = Field(title="核查延长到哪一天")


class ClueCheckedFacts(Facts):
    """What the check came to."""

    clue_checked_on: date = Field(title="核查完的日期")
    clue_result: Sealed = Field(title="核查结果和处理", min_length=2)


@rule(THREE_YEARS)
def not_after_three_years(case: Case, facts: ComplaintAcceptanceFacts) -> Sequence[str]:
    """知道权益受侵害超过三年的，不予受理"""
    known = case.fact("known_on")
    if not known:
        return ()
    end = case.calendar.deadline(datetime.combine(date.fromisoformat(known), time(), SHANGHAI), 3, Unit.YEAR)
    return (
        ("知道权益受到侵害已经超过三年：不能受理，请告知可以起诉等别的路",)
        if end and facts.accepted_on > end.last_day
        else ()
    )


@rule(MCR.article(20, 1, phrase="由投诉人和被投诉人协商一致"))
def testing_is_agreed(case: Case, facts: TestingFacts) -> Sequence[str]:
    """检测要双方商定机构和费用"""
    return () if facts.test_agreed else ("双方还没有商定技术机构和费用；谈不拢的，请用“检测谈不拢，终止”",)


@rule(MCR.article(23, 1, phrase="核查时限可以延长十五个工作日"))
def clue_extension_is_lawful(case: Case, facts: ClueExtensionFacts) -> Sequence[str]:
    """核查最多延长十五个工作日"""
    found = case.last("note_clue")
    limit = case.calendar.deadline(case.moment(found), 2 * CLUE_DAYS, Unit.WORKING_DAY) if found else None
    return () if limit and facts.clue_extended_until <= limit.last_day else ("最多延长十五个工作日",)


@guard(MCR.article(17, 2, phrase="不得再委托其他组织或者个人"))
def not_delegated_yet(case: Case) -> bool:
    """已经委托出去了，不得再委托"""
    return not case.has("delegate")


@guard(CLUE)
def a_clue_is_open(case: Case) -> bool:
    """没有等待核查的线索"""
    last = case.last("note_clue", "close_clue")
    return last is not None and last.step == "note_clue"


@guard(TELL_END)
def end_is_not_told(case: Case) -> bool:
    """已经告知双方了"""
    return not case.has("tell_end")


SECTOR = Sector(
    code="consumer_mediation", title="消费投诉调解", effective=date(2022, 3, 24), offices=("market_supervision",),
    summary="消费者向市场监督管理部门投诉，双方同意的，由它调解，或者由它委托消费者协会等代为调解。不影响起诉。",
    where="选商家实际经营地或者住所地的市场监督管理部门；网店选它的经营地或者平台所在地的。", kinds=("ecommerce", "other_consumer"), roads=("complaint",),
    grounds=Grounds(
        voluntary=CONSENT, prompt=MCR.article(18, 2, phrase="应当提前告知投诉人和被投诉人调解的时间、地点"), heard=MCR.article(19, 1, phrase="可以根据需要邀请有关人员协助"),
        kept=MCR.article(22, 2, phrase="应当做好调解记录备查"), agreed=MCR.article(22, 1, phrase="市场监督管理部门应当制作调解书"),
        binding=MCR.article(22, 1, phrase="双方签字或者盖章"), unkept=CONSUMER_LAW.article(39, 1, "五", phrase="向人民法院提起诉讼"), fair=RECUSAL,
    ),
    applied=CONSUMER_LAW.article(39, 1, "三", phrase="向有关行政部门投诉"), accepted=IN_SEVEN_DAYS,
    declined=MCR.article(15, 1, phrase="市场监督管理部门不予受理"), ended=MCR.article(21, 1, "四", phrase="明确表示无法达成调解协议的"),
    takes_effect=MCR.article(22, 1, phrase="并加盖市场监督管理部门印章"), asks=ComplaintFacts, accepts=ComplaintAcceptanceFacts, sealed=True,
    agreement_title="消费者权益争议调解书", effect="双方签字或者盖章，加盖市场监督管理部门印章，双方各执一份，应当按约定履行。",
    unkept="对方不履行的，可以向人民法院起诉；事先约定了仲裁的，可以申请仲裁。",
    other_roads="没有调成的，可以请消费者协会调解，事先约定了仲裁的可以申请仲裁，也可以向人民法院起诉。",
)  # fmt: skip

ALL_TELL = ("other_roads",)
OWN = (
    Step(
        code="accept", title="受理投诉", source=("registered",), target="asking", by=(C,), asks=ComplaintAcceptanceFacts, dated_by="accepted_on",
        cites=(IN_SEVEN_DAYS, CONSUMER_LAW.article(46, 1, phrase="七个工作日内，予以处理并告知消费者")), produces=("acceptance_notice",), tells=("rights",),
        rules=(no_bar(MCR.article(15, 1, "二", phrase="已经受理或者处理过同一消费者权益争议"), SECTOR.declined), not_after_three_years),
    ),
    Step(
        code="delegate", title="委托消费者协会等代为调解", place=Place.ASIDE, source=("asking", "assigned", "in_session"), target=None, by=(C,),
        asks=DelegationFacts, only_if=(not_delegated_yet,), cites=(DELEGATE, MCR.article(17, 2, phrase="以委托的市场监督管理部门名义进行调解")),
    ),
    lent("ask_expert", MCR.article(20, 1, phrase="共同委托具备相应条件的技术机构承担"), title="委托检测、鉴定", asks=TestingFacts, rules=(testing_is_agreed,)),
    lent("receive_expert", TESTING, title="收到检测、鉴定结果"),
    Step(
        code="end_no_lab", title="检测谈不拢，终止", place=Place.ENDING, source=("assigned", "in_session"), target="failed", by=STAFF, cites=(NO_LAB,),
        produces=("end_notice",), tells=ALL_TELL,
    ),
    lent("settle_orally", NO_DOCUMENT, title="即时履行或者都同意不做调解书", only_if=(citing(any_mediation.all_have_consented, CONSENT),),
         produces=("session_record",), tells=("binding",)),
    lent("deem_failed", IN_45_DAYS, title="期满没有调成，终止", applies_if=None, only_if=(period_is_over("mediation_period", "调解期限", IN_45_DAYS),),
         produces=("end_notice",), tells=ALL_TELL),
    Step(
        code="tell_end", title="告知双方调解终止", source=states.OVER, target=None, by=STAFF, asks=ToldEndFacts, dated_by="end_told_on",
        only_if=(end_is_not_told,), cites=(TELL_END,), settled=lambda case, party: case.has("tell_end"),
    ),
    Step(
        code="note_clue", title="发现违法线索", place=Place.ASIDE, source=states.NOT_ARCHIVED, target=None, private=True, by=STAFF, asks=ClueFacts,
        dated_by="clue_found_on", cites=(CLUE, MCR.article(23, 2, phrase="不免除经营者依法应当承担的其他法律责任")),
    ),
    Step(
        code="extend_clue", title="延长核查", place=Place.ASIDE, source=states.NOT_ARCHIVED, target=None, private=True, by=(C,), asks=ClueExtensionFacts,
        only_if=(a_clue_is_open,), rules=(clue_extension_is_lawful,), cites=(MCR.article(23, 1, phrase="核查时限可以延长十五个工作日"),),
    ),
    Step(
        code="close_clue", title="线索核查完毕", source=states.NOT_ARCHIVED, target=None, private=True, by=(C,), asks=ClueCheckedFacts,
        dated_by="clue_checked_on", only_if=(a_clue_is_open,), cites=(CLUE,),
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="acceptance_period", title="决定是否受理投诉的期限", amount=7, unit=Unit.WORKING_DAY, starts=(On("apply"),),
        stops=("accept", "decline", "refuse", "withdraw"), cites=(IN_SEVEN_DAYS,), expiry="马上决定是否受理，并告知投诉人", who=(C,),
    ),
    Clock(
        code="mediation_period", title="消费投诉调解期限", amount=45, unit=Unit.WORKING_DAY, starts=(On("accept"),),
        stops=("sign_agreement", "settle_orally", "end_no_lab", "deem_failed", *ENDED), cites=(IN_45_DAYS, TESTING), pauses=(("ask_expert", "receive_expert"),),
        expiry="终止调解，七个工作日内告知双方", closes=("draft_agreement", "settle_orally"), who=STAFF,
    ),
    Clock(
        code="tell_end_period", title="告知终止调解的期限", amount=7, unit=Unit.WORKING_DAY,
        starts=tuple(On(code) for code in (*ENDED, "end_no_lab", "deem_failed")), stops=("tell_end",), cites=(TELL_END,), expiry="马上告知双方", who=STAFF,
    ),
    Clock(
        code="clue_period", title="核查违法线索的期限", amount=CLUE_DAYS, unit=Unit.WORKING_DAY, starts=(On("note_clue"),), stops=("close_clue",),
        extended_by=On("extend_clue", "clue_extended_until"), cites=(CLUE,), expiry="马上核查", who=(C,),
    ),
)  # fmt: skip

CONSUMER_MEDIATION = declare(SECTOR, own=OWN, clocks=CLOCKS)
