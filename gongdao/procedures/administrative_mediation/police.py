"""Police mediation of a minor public-order case out of a private dispute.

Source: 治安管理处罚法 (2025) arts. 9, 108, 118; 公安机关办理行政案件程序规定 arts. 178–186 (2019, older than the act).
"""

from collections.abc import Sequence
from datetime import date, timedelta

from pydantic import Field

from gongdao.law.calendar import Unit
from gongdao.law.names import POLICE_ADMINISTRATIVE_PROCEDURE, PUBLIC_ORDER_LAW
from gongdao.procedures.administrative_mediation import states
from gongdao.procedures.administrative_mediation.facts import AuthorityAcceptanceFacts
from gongdao.procedures.administrative_mediation.frame import C, Sector, declare
from gongdao.procedures.administrative_mediation.rules import no_bar
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.declaration import PARTIES, Clock, On, Paper, Place, State, Step, guard, rule
from gongdao.procedures.engine.deriving import citing
from gongdao.procedures.engine.everyday import ArchiveFacts
from gongdao.procedures.engine.facts import Facts, Sealed, Text
from gongdao.procedures.engine.timing import read_clock
from gongdao.procedures.handing import nothing_is_handed_out
from gongdao.procedures.mediating import STAFF, Grounds, lent
from gongdao.procedures.people_mediation import guards as any_mediation
from gongdao.procedures.people_mediation.agreement import AgreementFacts
from gongdao.procedures.people_mediation.facts import AgentFacts, SessionFacts

POL, RULES = PUBLIC_ORDER_LAW, POLICE_ADMINISTRATIVE_PROCEDURE
MAY_MEDIATE = POL.article(9, 1, phrase="公安机关可以调解处理")
FAIRLY = POL.article(9, 2, phrase="合法、公正、自愿、及时的原则")
UNKEPT = POL.article(9, 3, phrase="达成协议后不履行的")
NOT_PUNISHED = POL.article(9, 3, phrase="当事人达成协议的，不予处罚")
BRIDGE = POL.article(9, 4, phrase="书面申请经公安机关认可的，不予处罚")
ALONE = POL.article(108, 3, phrase="应当全程同步录音录像")
GUARDIAN = RULES.article(181, 1, phrase="应当通知其父母或者其他监护人到场")
ONCE_MORE = RULES.article(183, 1, phrase="应当在第一次调解后的七个工作日内完成")
ON_THE_SPOT = RULES.article(178, 3, phrase="同意当场调解并当场履行的治安案件")
FROM_FAILURE = RULES.article(185, 2, phrase="达成协议不履行之日起开始计算")
MOST_EXTENSIONS, EXTENSION = 2, timedelta(days=30)


class Circumstance(Choice):
    """Why this case suits mediation (行政案件程序规定 art. 178)."""

    NEAR = "near", "亲友、邻里、同事、同学之间因琐事引起"
    PROVOKED = "provoked", "由被侵害人事前的过错引起"
    EASIER = "easier", "调解处理更容易化解矛盾"


class PoliceAcceptanceFacts(AuthorityAcceptanceFacts):
    """The case suits mediation, its facts are established, and none of the exclusions applies."""

    case_number: Text = Field("", title="治安案件编号")
    circumstance: Circumstance = Field(title="为什么适合调解")
    facts_established: bool = Field(title="已经查明事实、收集证据，情节较轻")
    bar_hired: bool = Field(False, title="雇凶伤害他人")
    bar_gang: bool = Field(False, title="结伙斗殴或者其他寻衅滋事")
    bar_repeated: bool = Field(False, title="多次实施违反治安管理行为")
    bar_refused: bool = Field(False, title="当事人明确表示不愿意调解")
    bar_again: bool = Field(False, title="调解过程中又针对对方实施违反治安管理行为")
    bar_fled: bool = Field(False, title="违法嫌疑人逃跑")
    bar_not_offence: bool = Field(
        False, title="不构成违反治安管理行为（要告知向法院或者人民调解组织申请处理）"
    )


class PoliceSessionFacts(SessionFacts):
    """A session, with what the law asks of who holds it and of who must be there."""

    one_officer: bool = Field(False, title="由一名人民警察在规范的执法办案场所调解")
    recorded_whole: bool = Field(False, title="全程同步录音录像")
    minor_takes_part: bool = Field(False, title="当事人里有未成年人")
    guardian_notified: bool = Field(False, title="已通知父母或者其他监护人到场（依法可以不通知的也勾选）")


class FirstRoundFacts(Facts):
    """The first mediation came to nothing, and a second seems worth while."""

    first_round_on: date = Field(title="第一次调解的日期")


class SettledBy(Choice):
    """Who brought the agreement about."""

    THEMSELVES = "themselves", "当事人自行和解"
    COMMITTEE = "committee", "人民调解委员会调解"


class SettlementFacts(Facts):
    """An agreement reached elsewhere and performed, which the police recognise (治安管理处罚法 art. 9)."""

    settled_by: SettledBy = Field(title="怎么达成的协议")
    settled_on: date = Field(title="认可的日期")
    settlement_performed: bool = Field(title="协议已经履行，有凭证")
    settlement_asked: bool = Field(title="双方书面申请")


class PoliceDecisionFacts(Facts):
    """What the police decided, and that the people were told of the civil suit."""

    decided_on: date = Field(title="作出处理的日期")
    decision_number: Text = Field("", title="决定书文号")
    decision: Sealed = Field(title="处理结果", min_length=2)
    told_suit: bool = Field(title="已告知可以就民事争议向法院起诉")


class CaseExtensionFacts(Facts):
    """The authority above approved a longer period (治安管理处罚法 art. 118)."""

    case_extended_until: date = Field(title="批准延长到哪一天")
    extension_by: Text = Field(title="哪个上一级公安机关批准", min_length=1)


@rule(POL.article(9, 2, phrase="应当查明事实"))
def facts_come_first(case: Case, facts: PoliceAcceptanceFacts) -> Sequence[str]:
    """先查明事实，才能调解"""
    return () if facts.facts_established else ("还没有查明事实、收集证据，先不能调解",)


@rule(ALONE, POL.article(108, 2, phrase="可以由一名人民警察进行"))
def one_officer_records(case: Case, facts: PoliceSessionFacts) -> Sequence[str]:
    """一名民警调解的，要全程同步录音录像"""
    return ("一名民警调解的，必须全程同步录音录像",) if facts.one_officer and not facts.recorded_whole else ()


@rule(GUARDIAN)
def guardians_were_notified(case: Case, facts: PoliceSessionFacts) -> Sequence[str]:
    """有未成年人的，要通知监护人到场"""
    return (
        ("有未成年人的，要先通知父母或者其他监护人到场",)
        if facts.minor_takes_part and not facts.guardian_notified
        else ()
    )


@rule(RULES.article(181, 2, phrase="违法嫌疑人不得委托他人参加调解"))
def suspect_comes_in_person(case: Case, facts: AgentFacts) -> Sequence[str]:
    """违法嫌疑人不得委托他人参加调解"""
    return ("违法嫌疑人要自己来，不能委托别人",) if case.parties.get(facts.agent_of) == "respondent" else ()


@rule(ON_THE_SPOT)
def all_done_on_the_spot(case: Case, facts: AgreementFacts) -> Sequence[str]:
    """当场调解的，要当场履行"""
    return (
        ()
        if all(owed.done_already for owed in facts.obligations)
        else ("当场调解的要当场履行完；要以后履行的，请写协议书",)
    )


@rule(BRIDGE, RULES.article(186, 1, phrase="双方当事人书面申请并经公安机关认可的"))
def settlement_is_complete(case: Case, facts: SettlementFacts) -> Sequence[str]:
    """协议已经履行，双方书面申请，才能认可"""
    wanting = [] if facts.settlement_performed else ["协议还没有履行"]
    return wanting if facts.settlement_asked else [*wanting, "还没有双方的书面申请"]


@rule(POL.article(9, 3, phrase="依法向人民法院提起民事诉讼"))
def suit_was_told(case: Case, facts: PoliceDecisionFacts) -> Sequence[str]:
    """作出处理的，要告知可以提起民事诉讼"""
    return () if facts.told_suit else ("还没有告知可以就民事争议向法院起诉",)


@rule(POL.article(118, 1, phrase="期限延长以二次为限"), POL.article(118, 1, phrase="可以延长三十日"))
def extension_is_lawful(case: Case, facts: CaseExtensionFacts) -> Sequence[str]:
    """每次延长不超过三十日，最多两次"""
    if len(case.times("extend_case")) >= MOST_EXTENSIONS:
        return ("已经延长过两次，不能再延长",)
    reading = read_clock(next(c for c in CLOCKS if c.code == "case_period"), case)
    if reading is None or reading.deadline is None:
        return ("办案期限还没有开始计算",)
    longest = reading.deadline.last_day + EXTENSION
    return (
        ()
        if facts.case_extended_until <= longest
        else (f"一次最多延长三十日，到{longest:%Y年%-m月%-d日}为止",)
    )


@guard(RULES.article(183, 1, phrase="调解一般为一次"))
def first_round_only(case: Case) -> bool:
    """已经调解过两次，不再调解"""
    return not case.has("try_again")


BETWEEN = State(
    code="between_rounds", title="一次没调成", meaning="第一次没有调成，七个工作日内可以再调一次。"
)
SPARED = State(
    code="not_punished",
    title="不予处罚",
    meaning="双方已经和解或者经人民调解并履行，公安机关认可，不予处罚。",
)
HANDLED = State(code="handled", title="已依法处理", meaning="公安机关已经依法处理；赔偿的事可以向法院起诉。")
UNDECIDED = ("failed", "ended", "refused", "defaulted")

SECTOR = Sector(
    code="police_mediation", title="治安调解", effective=date(2026, 1, 1), offices=("police_station",),
    summary="因民间纠纷引起的打架、损坏财物等治安案件，情节较轻的，公安机关可以调解；达成协议并履行的，不予处罚。",
    where="选事情发生地的派出所。正在发生的、有危险的，马上打110。", kinds=("fight_injury", "property_damage", "insult_reputation", "neighbour_quarrel"),
    roads=("police_mediation",),
    grounds=Grounds(
        voluntary=FAIRLY, prompt=RULES.article(180, 1, phrase="注重教育和疏导，化解矛盾"), heard=RULES.article(180, 1, phrase="应当查明事实，收集证据"),
        kept=RULES.article(184, 3, phrase="一并归入案卷"), agreed=RULES.article(184, 2, phrase="协议内容、履行期限和方式等内容"),
        binding=RULES.article(184, 1, phrase="并履行调解协议"), unkept=UNKEPT, fair=FAIRLY,
    ),
    applied=MAY_MEDIATE, accepted=RULES.article(178, 1, phrase="情节较轻，且具有下列情形之一的"),
    declined=RULES.article(178, 2, phrase="人民调解组织申请处理"), ended=POL.article(9, 3, phrase="经调解未达成协议"),
    takes_effect=RULES.article(184, 1, phrase="双方当事人应当在调解协议书上签名"), accepts=PoliceAcceptanceFacts,
    agreement_title="治安调解协议书",
    effect="双方在协议书上签名后，应当履行。履行了的，公安机关不予处罚；不履行的，公安机关依法处罚，赔偿的事可以向法院起诉。",
    unkept="对方不履行协议的，公安机关依法作出处理；赔偿的事可以向人民法院起诉。",
    other_roads="没有调成的，公安机关依法处理。赔偿的事可以向人民法院起诉，也可以到人民调解委员会申请调解；"
    "在公安机关作出决定之前和解或者经人民调解达成协议并履行的，双方可以书面申请公安机关认可。",
)  # fmt: skip

_SESSION = lent("hold_session", SECTOR.grounds.heard)
OWN = (
    lent("hold_session", SECTOR.grounds.heard, asks=PoliceSessionFacts,
         rules=(*_SESSION.rules, one_officer_records, guardians_were_notified)),
    lent("authorise_agent", RULES.article(181, 2, phrase="应当向公安机关提交委托书"), source=states.OPEN, rules=(suspect_comes_in_person,)),
    Step(
        code="accept", title="决定调解处理", source=("registered",), target="asking", by=(C,), asks=PoliceAcceptanceFacts, dated_by="accepted_on",
        cites=(SECTOR.accepted, MAY_MEDIATE), produces=("acceptance_notice",), tells=("rights",),
        rules=(no_bar(RULES.article(179, 1, "一", phrase="雇凶伤害他人的"), RULES.article(179, 1, "三", phrase="多次实施违反治安管理行为的")), facts_come_first),
    ),
    lent("settle_orally", ON_THE_SPOT, title="当场调解、当场履行", target="in_effect", produces=("on_the_spot",),
         only_if=(citing(any_mediation.all_have_consented, FAIRLY),), rules=(all_done_on_the_spot,), tells=("binding",),
         remark="情节轻微、事实清楚、没有争议，当场履行完的。"),
    Step(
        code="note_first_round", title="第一次没有调成", place=Place.ASIDE, source=("in_session",), target="between_rounds", by=STAFF,
        asks=FirstRoundFacts, dated_by="first_round_on", only_if=(first_round_only,), cites=(ONCE_MORE,),
    ),
    Step(code="try_again", title="再次调解", source=("between_rounds",), target="in_session", by=(*PARTIES, *STAFF), cites=(ONCE_MORE,)),
    lent("fail", SECTOR.ended, source=("asking", "assigned", "in_session", "drafted", "between_rounds"), produces=("end_notice",), tells=("other_roads",)),
    lent("close_performed", NOT_PUNISHED, title="履行完毕，不予处罚"),
    Step(
        code="recognise_settlement", title="认可和解（人民调解）协议，不予处罚", place=Place.ASIDE,
        source=(*states.OPEN, "between_rounds", *UNDECIDED), target="not_punished", by=(C,), asks=SettlementFacts, dated_by="settled_on",
        rules=(settlement_is_complete,), cites=(BRIDGE, RULES.article(186, 1, phrase="双方当事人书面申请并经公安机关认可的")),
    ),
    Step(
        code="decide_case", title="依法作出处理", source=UNDECIDED, target="handled", by=(C,), asks=PoliceDecisionFacts, dated_by="decided_on",
        rules=(suit_was_told,), cites=(UNKEPT, POL.article(9, 3, phrase="应当依照本法的规定对违反治安管理行为作出处理")), tells=("other_roads",),
    ),
    Step(
        code="extend_case", title="批准延长办案期限", place=Place.ASIDE, source=UNDECIDED, target=None, by=(C,), asks=CaseExtensionFacts,
        rules=(extension_is_lawful,), cites=(POL.article(118, 1, phrase="经上一级公安机关批准，可以延长三十日"),),
    ),
    Step(
        code="archive", title="立卷归档", source=("performed", "not_punished", "handled", "withdrawn", "not_admissible"), target="archived",
        by=STAFF, asks=ArchiveFacts, cites=(SECTOR.grounds.kept,), produces=("cover",),
        only_if=(citing(any_mediation.no_open_objection, FAIRLY), nothing_is_handed_out),
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="second_round", title="再次调解的期限", amount=7, unit=Unit.WORKING_DAY, starts=(On("note_first_round"),),
        stops=("sign_agreement", "fail", "end_on_request", "recognise_settlement"), cites=(ONCE_MORE,), closes=("try_again", "draft_agreement"),
        expiry="不能再调解，依法处理", who=STAFF,
    ),
    Clock(
        code="case_period", title="办案期限", amount=30, unit=Unit.DAY,
        starts=tuple(On(code) for code in ("fail", "end_on_request", "refuse", "record_default")),
        stops=("decide_case", "recognise_settlement"), extended_by=On("extend_case", "case_extended_until"),
        cites=(FROM_FAILURE, POL.article(118, 1, phrase="自立案之日起不得超过三十日")), expiry="马上依法作出处理", who=(C,),
    ),
)  # fmt: skip

PAPERS = (
    Paper(
        code="on_the_spot", title="当场调解记录", slot=7, template="administrative_mediation/on_the_spot", cites=(ON_THE_SPOT,), must=True, reads=lambda *_: SECTOR,
        signed_by=("各方当事人",), open_to=PARTIES,
    ),
)  # fmt: skip

POLICE_MEDIATION = declare(
    SECTOR, own=OWN, clocks=CLOCKS, papers=PAPERS, more_states=(BETWEEN, SPARED, HANDLED)
)
