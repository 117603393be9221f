"""Mediation of damages after a road accident by the traffic police, at the joint request of all parties.

Source: 道路交通事故处理程序规定 arts. 84–94, 112; 道路交通安全法实施条例 arts. 94–96; 道路交通安全法 art. 74. The finding
itself, its review and expert opinions on the accident belong to the accident case, not to this mediation.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import ClassVar

from pydantic import Field

from gongdao.law.calendar import SHANGHAI, Unit
from gongdao.law.names import ROAD_ACCIDENT_PROCEDURE, ROAD_TRAFFIC_LAW, ROAD_TRAFFIC_REGULATION
from gongdao.procedures.administrative_mediation.facts import (
    AuthorityAcceptanceFacts,
    AuthorityApplicationFacts,
    ElsewhereFacts,
)
from gongdao.procedures.administrative_mediation.frame import Sector, declare
from gongdao.procedures.administrative_mediation.rules import period_is_over
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.declaration import Clock, On, Place, Step, rule
from gongdao.procedures.engine.facts import Facts, PartyRef
from gongdao.procedures.mediating import STAFF, Grounds, lent
from gongdao.procedures.people_mediation.states import TALKING

RULES, REGULATION, LAW = ROAD_ACCIDENT_PROCEDURE, ROAD_TRAFFIC_REGULATION, ROAD_TRAFFIC_LAW
WORKING_DAYS = RULES.article(112, 1, "五", phrase="是指工作日，不包括节假日")
JOINTLY = RULES.article(86, 1, phrase="十日内一致书面申请")
AFTER_COMMITTEE = RULES.article(85, 2, phrase="终止调解之日起三日内")
IN_TEN_DAYS = RULES.article(90, 3, phrase="应当自调解开始之日起十日内")
STOPS = RULES.article(94, 1, "三", phrase="一方当事人调解过程中退出调解的")
FAIRLY = RULES.article(87, 1, phrase="合法、公正、自愿、及时的原则")
ASK_WITHIN, AFTER_COMMITTEE_WITHIN = 10, 3


class Finding(Choice):
    """The paper from whose receipt the ten days for the request run."""

    FINDING = "finding", "道路交通事故认定书"
    PROOF = "proof", "道路交通事故证明"
    REVIEW = "review", "上一级维持原认定的复核结论"


class Harm(Choice):
    """What was done, which decides when mediation begins (art. 90)."""

    DEATH = "death", "有人死亡（从规定的办理丧葬事宜时间结束之日开始）"
    INJURY = "injury", "有人受伤（从治疗终结之日开始）"
    DISABILITY = "disability", "因伤致残（从定残之日开始）"
    PROPERTY = "property", "只有财产损失（从确定损失之日开始）"


class BeginFacts(Facts):
    """The day from which mediation may begin, once it has come."""

    begins_from: date | None = Field(
        None, title="丧葬事宜结束、治疗终结、定残或者确定损失的日期", description="还没到的先空着，到了再登记"
    )


class TrafficApplicationFacts(AuthorityApplicationFacts, BeginFacts):
    """A joint request in writing."""

    asked_first: ClassVar[tuple[str, ...]] = (
        *AuthorityApplicationFacts.asked_first[:3], "finding", "finding_received_on", "harm", "begins_from", "after_committee_on",
        *AuthorityApplicationFacts.asked_first[3:],
    )  # fmt: skip

    finding: Finding = Field(title="收到的是哪一种文书")
    finding_received_on: date | None = Field(
        None, title="收到文书的日期（必须写）", description="从这一天起十个工作日内可以请交警调解"
    )
    after_committee_on: date | None = Field(None, title="先经人民调解的，人民调解委员会终止调解的日期")
    harm: Harm = Field(title="造成了什么损害")


class TrafficAcceptanceFacts(AuthorityAcceptanceFacts):
    """Taken in unless somebody has gone to court."""

    bar_suit: bool = Field(False, title="一方已经向人民法院起诉")


class AbsenceFacts(Facts):
    """Somebody stays away without reason."""

    absent_party: PartyRef = Field(title="谁没有正当理由不来")


@rule(JOINTLY, REGULATION.article(94, 1, phrase="各方当事人一致请求公安机关交通管理部门调解的"))
def all_ask(case: Case, facts: TrafficApplicationFacts) -> Sequence[str]:
    """要各方一致书面申请"""
    return () if facts.respondent_consented else ("请交警调解，要各方当事人一致书面申请",)


@rule(JOINTLY, AFTER_COMMITTEE, WORKING_DAYS)
def asked_in_time(case: Case, facts: TrafficApplicationFacts) -> Sequence[str]:
    """收到认定书十日内，或者人民调解终止三日内申请"""
    if facts.finding_received_on is None:
        return ("请写收到认定书（证明、复核结论）的日期",)
    last = _last_day(case, facts.finding_received_on, ASK_WITHIN)
    if facts.after_committee_on:
        last = max(last, _last_day(case, facts.after_committee_on, AFTER_COMMITTEE_WITHIN))
    if case.now.astimezone(SHANGHAI).date() <= last:
        return ()
    return (f"申请交警调解的期限已于{last:%Y年%-m月%-d日}届满；还可以申请人民调解，或者向法院起诉",)


def _last_day(case: Case, since: date, amount: int) -> date:
    deadline = case.calendar.deadline(datetime.combine(since, time(), SHANGHAI), amount, Unit.WORKING_DAY)
    assert deadline
    return deadline.last_day


def begins(case: Case) -> date | None:
    """The day mediation begins: that of the harm, or of acceptance if that came later; None while it is open."""
    since, accepted = case.fact("begins_from"), case.fact("accepted_on")
    return date.fromisoformat(max(since, accepted)) if since and accepted else None


SECTOR = Sector(
    code="traffic_mediation", title="交通事故损害赔偿调解", effective=date(2021, 1, 1), offices=("traffic_police",),
    summary="各方当事人一致书面申请，由公安机关交通管理部门调解交通事故的赔偿。也可以申请人民调解，或者直接起诉。",
    where="选处理这起事故的交警大队、中队。", kinds=("traffic",), roads=("police_mediation",),
    grounds=Grounds(
        voluntary=FAIRLY, prompt=RULES.article(88, 1, phrase="于调解时间三日前通知当事人"), heard=RULES.article(91, 1, "二", phrase="听取各方当事人的请求及理由"),
        kept=RULES.article(88, 1, phrase="应当记入调解记录"), agreed=RULES.article(93, 2, "三", phrase="损害赔偿的项目和数额"),
        binding=RULES.article(93, 2, "五", phrase="赔偿履行方式和期限"), unkept=LAW.article(74, 2, phrase="调解书生效后不履行的"), fair=FAIRLY,
    ),
    applied=JOINTLY, accepted=RULES.article(84, 1, "二", phrase="申请公安机关交通管理部门调解"),
    declined=REGULATION.article(96, 1, phrase="公安机关交通管理部门不再受理调解申请"),
    ended=RULES.article(93, 3, phrase="应当终止调解"), takes_effect=REGULATION.article(95, 1, phrase="经各方当事人共同签字后生效"),
    asks=TrafficApplicationFacts, accepts=TrafficAcceptanceFacts,
    agreement_title="道路交通事故损害赔偿调解书", end_title="道路交通事故损害赔偿调解终结书",
    effect="调解书经各方当事人共同签字后生效，应当按上面的方式和期限赔偿。",
    unkept="调解书生效后对方不履行的，可以向人民法院起诉。",
    other_roads="没有调成的，可以向人民法院起诉，也可以申请人民调解委员会调解。",
)  # fmt: skip

_APPLY = lent("apply", JOINTLY)
OWN = (
    lent("apply", JOINTLY, title="一致申请交警调解", asks=TrafficApplicationFacts, rules=(*_APPLY.rules, all_ask, asked_in_time),
         tells=("time_bar_interrupted", "rights")),
    Step(
        code="note_begin", title="登记治疗终结（定残、定损、丧葬结束）的日期", place=Place.ASIDE, source=TALKING, target=None, by=STAFF, asks=BeginFacts,
        cites=(RULES.article(90, 1, "二", phrase="从治疗终结之日起"), RULES.article(90, 1, "三", phrase="从定残之日起")),
    ),
    lent("end_on_request", STOPS, produces=("end_notice",), tells=("other_roads",)),
    Step(
        code="end_absent", title="一方无正当理由不参加，终止", place=Place.ENDING, source=TALKING, target="failed", by=STAFF, asks=AbsenceFacts,
        cites=(RULES.article(94, 1, "二", phrase="无正当理由不参加调解"),), produces=("end_notice",), tells=("other_roads",),
    ),
    lent("end_elsewhere", RULES.article(94, 1, "一", phrase="一方当事人向人民法院提起民事诉讼"), REGULATION.article(96, 2, phrase="调解终止"),
         title="一方已起诉，终止调解", applies_if=None, asks=ElsewhereFacts, produces=("end_notice",), tells=("other_roads",)),
    lent("deem_failed", IN_TEN_DAYS, title="期满，制作调解终结书", applies_if=None, only_if=(period_is_over("mediation_period", "调解期限", IN_TEN_DAYS),),
         produces=("end_notice",), tells=("other_roads",)),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="mediation_period", title="交警调解期限", amount=10, unit=Unit.WORKING_DAY,
        starts=(On("accept", day=begins), On("note_begin", day=begins)),
        stops=("sign_agreement", "fail", "end_on_request", "end_absent", "end_elsewhere", "deem_failed", "refuse", "withdraw"),
        cites=(IN_TEN_DAYS, WORKING_DAYS, RULES.article(90, 2, phrase="调解自受理调解申请之日起开始"),
               RULES.article(90, 1, "一", phrase="从规定的办理丧葬事宜时间结束之日起"), RULES.article(90, 1, "四", phrase="从确定损失之日起")),
        expiry="制作调解终结书，告知可以起诉或者申请人民调解", closes=("draft_agreement",), who=STAFF,
    ),
)  # fmt: skip

TRAFFIC_MEDIATION = declare(SECTOR, own=OWN, clocks=CLOCKS)
