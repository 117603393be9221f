"""The clocks of people's mediation. The general period is a setting: no text at hand states one."""

from collections.abc import Sequence
from datetime import datetime

from gongdao.law.calendar import Unit
from gongdao.law.names import (
    CIVIL_PROCEDURE_LAW,
    LABOUR_MEDIATION_ARBITRATION_LAW,
    MEDICAL_DISPUTE_REGULATION,
    PEOPLES_MEDIATION_LAW,
    ROAD_ACCIDENT_PROCEDURE,
)
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import PARTIES, Actor, Clock, Due, On, Schedule, Setting
from gongdao.procedures.people_mediation.agreement import Deed, enforceable_from, obligations_of
from gongdao.procedures.people_mediation.guards import performed
from gongdao.procedures.people_mediation.sectors import IS_GENERAL, IS_LABOUR, IS_MEDICAL, IS_TRAFFIC

GENERAL_TARGET = Setting("general_target_days", "一般纠纷希望几日内办结（各地自定）")
VISIT_AFTER = Setting("visit_after_days", "协议生效后几日内回访（各地自定）")
SETTINGS = (GENERAL_TARGET, VISIT_AFTER)

STAFF = (Actor.MEDIATOR, Actor.COMMITTEE)
AGREED = ("sign_agreement", "settle_orally")
ENDED = ("fail", "end_on_request", "end_elsewhere", "deem_failed", "refuse", "withdraw", "decline", "archive")

CLOCKS: tuple[Clock, ...] = (
    Clock(
        code="confirmation_period",
        title="共同申请司法确认的期限",
        amount=30,
        unit=Unit.DAY,
        starts=(On("sign_agreement"), On("settle_orally")),
        stops=("request_confirmation", "archive"),
        reopened_by=("confirmation_withdrawn",),
        cites=(
            PEOPLES_MEDIATION_LAW.article(33, 1, phrase="自调解协议生效之日起三十日内共同"),
            CIVIL_PROCEDURE_LAW.article(205, 1, phrase="自调解协议生效之日起三十日内"),
        ),
        expiry="不能再申请司法确认；协议仍有约束力，有争议可以起诉",
        closes=("request_confirmation",),
        who=PARTIES,
    ),
    Clock(
        code="general_target",
        title="一般纠纷办结目标",
        amount=GENERAL_TARGET,
        unit=Unit.DAY,
        starts=(On("accept"),),
        stops=(*AGREED, *ENDED),
        cites=(PEOPLES_MEDIATION_LAW.article(21, 2, phrase="应当及时、就地进行，防止矛盾激化"),),
        expiry="法律没有规定期限；超过本机构定的目标，请尽快安排调解或者终止",
        applies_if=IS_GENERAL,
        who=STAFF,
    ),
    Clock(
        code="medical_period",
        title="医疗纠纷调解期限",
        amount=30,
        unit=Unit.WORKING_DAY,
        starts=(On("accept"),),
        stops=(*AGREED, *ENDED),
        cites=(
            MEDICAL_DISPUTE_REGULATION.article(38, 1, phrase="自受理之日起30个工作日内完成调解"),
            MEDICAL_DISPUTE_REGULATION.article(38, 1, phrase="鉴定时间不计入调解期限"),
            MEDICAL_DISPUTE_REGULATION.article(38, 1, phrase="可以约定延长调解期限"),
        ),
        expiry="没有约定延长又未达成协议的，视为调解不成",
        applies_if=IS_MEDICAL,
        pauses=(("ask_expert", "receive_expert"),),
        extended_by=On("extend_period", "extended_until"),
        closes=("draft_agreement", "extend_period"),
        who=STAFF,
    ),
    Clock(
        code="labour_period",
        title="劳动争议调解期限",
        amount=15,
        unit=Unit.DAY,
        starts=(On("apply"), On("refer_in"), On("start_own")),
        stops=(*AGREED, *ENDED),
        cites=(LABOUR_MEDIATION_ARBITRATION_LAW.article(14, 3, phrase="收到调解申请之日起十五日内未达成"),),
        expiry="当事人可以申请劳动仲裁；愿意的可以继续调解",
        applies_if=IS_LABOUR,
        who=STAFF,
    ),
    Clock(
        code="traffic_police_period",
        title="交通事故转请交警调解的期限",
        amount=3,
        unit=Unit.WORKING_DAY,
        starts=(On("fail"), On("end_on_request"), On("refuse")),
        stops=("archive",),
        cites=(
            ROAD_ACCIDENT_PROCEDURE.article(85, 2, phrase="终止调解之日起三日内"),
            ROAD_ACCIDENT_PROCEDURE.article(112, 1, "五", phrase="是指工作日，不包括节假日"),
        ),
        expiry="不能再请公安机关交通管理部门调解，可以起诉",
        applies_if=IS_TRAFFIC,
        who=PARTIES,
    ),
    Clock(
        code="visit_target",
        title="协议生效后回访",
        amount=VISIT_AFTER,
        unit=Unit.DAY,
        starts=(On("sign_agreement"), On("settle_orally")),
        stops=("visit", "archive"),
        cites=(PEOPLES_MEDIATION_LAW.article(31, 2, phrase="对调解协议的履行情况进行监督"),),
        expiry="请回访一次，看看履行得怎么样",
        who=STAFF,
    ),
    Clock(
        code="enforcement_period",
        title="申请强制执行的期间",
        amount=2,
        unit=Unit.YEAR,
        starts=(On("confirmed", day=enforceable_from),),
        stops=("close_performed", "archive"),
        cites=(
            CIVIL_PROCEDURE_LAW.article(250, 1, phrase="申请执行的期间为二年"),
            CIVIL_PROCEDURE_LAW.article(250, 2, phrase="从法律文书规定履行期间的最后一日"),
            CIVIL_PROCEDURE_LAW.article(250, 2, phrase="未规定履行期间的，从法律文书生效之日起计算"),
        ),
        expiry="对方提出异议的，法院可能不予执行",
        who=PARTIES,
    ),
)


def _instalments(case: Case) -> Sequence[Due]:
    """What is still owed or was done, from the signing on until the matter has taken another road."""
    if not case.has(*AGREED) or case.state in ("defaulted", "in_court", "archived"):
        return ()
    done = performed(case)
    dues = []
    for number, owed in enumerate(obligations_of(case), 1):
        if owed.get("due_on"):
            what = f"付{owed['amount']}元" if owed.get("amount") else Deed(owed["deed"]).label
            day = datetime.fromisoformat(owed["due_on"]).date()
            done_on = datetime.fromisoformat(done[number]).date() if done.get(number) else None  # type: ignore[arg-type]
            dues.append(Due(f"协议第{number}项：{what}", day, done_on))
    return dues


SCHEDULES = (
    Schedule(
        code="performance",
        title="按协议履行",
        dues=_instalments,
        cites=(
            PEOPLES_MEDIATION_LAW.article(31, 1, phrase="具有法律约束力，当事人应当按照约定履行"),
            PEOPLES_MEDIATION_LAW.article(31, 2, phrase="督促当事人履行约定的义务"),
        ),
        expiry="请问一问履行了没有，登记履行情况；催促仍不履行的，告知可以走的路",
        who=(Actor.RESPONDENT, Actor.MEDIATOR),
    ),
)
