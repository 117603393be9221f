"""The clocks of legal aid. What the act leaves open is a setting: the ministry's rules are not on file."""

from collections.abc import Sequence

from gongdao.law.calendar import SHANGHAI, Unit
from gongdao.law.names import ADMINISTRATIVE_RECONSIDERATION_LAW
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Actor, Clock, Due, On, Schedule
from gongdao.procedures.legal_aid import settings
from gongdao.procedures.legal_aid.grounds import LAA
from gongdao.procedures.legal_aid.guards import time_bar

A, C, U = Actor.APPLICANT, Actor.COMMITTEE, Actor.UNDERTAKER
DECIDED = ("grant", "refuse", "withdraw", "deem_withdrawn")
GONE = ("terminate", "withdraw", "refuse")

CLOCKS: tuple[Clock, ...] = (
    Clock(
        code="forwarding_period", title="羁押场所转交申请的期限", amount=24, unit=Unit.HOUR,
        starts=(On("apply_from_detention"),), stops=("forward", "withdraw"),
        cites=(
            LAA.article(39, 1, phrase="监管场所应当在二十四小时内"),
            LAA.article(39, 2, phrase="值班律师应当在二十四小时内"),
        ),
        expiry="已经超过二十四小时，马上联系办案机关、监管场所或者值班律师转交", who=(C,),
    ),
    Clock(
        code="decision_period", title="作出是否援助决定的期限", amount=7, unit=Unit.DAY,
        starts=(On("apply"), On("forward")), stops=DECIDED, pauses=(("tell_missing", "complete"),),
        cites=(LAA.article(43, 1, phrase="自收到法律援助申请之日起七日内"),),
        expiry="已经超过七日，马上决定，并向申请人说明", who=(C,),
    ),
    Clock(
        code="supplement_period", title="补充材料的期限", amount=settings.SUPPLEMENT_DAYS, unit=Unit.DAY,
        starts=(On("tell_missing"),), stops=("complete", *DECIDED, "aid_first"),
        cites=(LAA.article(43, 2, phrase="视为撤回申请"),),
        expiry="没有补充也没有说明的，视为撤回申请；以后还可以再申请", who=(A,),
    ),
    Clock(
        code="papers_after", title="先行援助后补办手续的期限", amount=settings.PAPERS_AFTER_DAYS, unit=Unit.DAY,
        starts=(On("aid_first"),), stops=(*DECIDED, "complete", "terminate"),
        cites=(LAA.article(44, 2, phrase="应当及时补办有关手续"),),
        expiry="请受援人补办手续，并作出是否给予援助的决定", who=(A, C),
    ),
    Clock(
        code="appointment_period", title="决定援助后指派的期限", amount=3, unit=Unit.DAY,
        starts=(On("grant"),), stops=("assign", *GONE),
        cites=(LAA.article(43, 1, phrase="应当自作出决定之日起三日内指派"),),
        expiry="已经超过三日，马上指派", who=(C,),
    ),
    Clock(
        code="notice_period", title="收到办案机关通知后指派并告知的期限", amount=3, unit=Unit.DAY,
        starts=(On("receive_notice"),), stops=("inform_organ", *GONE),
        cites=(LAA.article(36, 1, phrase="应当在三日内指派律师并通知"),),
        expiry="已经超过三日，马上指派并通知办案机关", who=(C,),
    ),
    Clock(
        code="reappointment_period", title="另行指派的期限", amount=settings.REAPPOINT_DAYS, unit=Unit.DAY,
        starts=(On("report_unable"), On("change_undertaker"), On("resume")), stops=("assign", *GONE),
        cites=(LAA.article(55, 1, phrase="可以请求法律援助机构更换"),),
        expiry="请马上另行指派", who=(C,),
    ),
    Clock(
        code="progress_period", title="向受援人通报进展", amount=settings.PROGRESS_DAYS, unit=Unit.DAY,
        starts=(On("begin"), On("report_progress")), stops=("report_case", *GONE),
        cites=(LAA.article(46, 2, phrase="通报法律援助事项办理情况"),),
        expiry="请告诉受援人办到哪一步了", who=(U,),
    ),
    Clock(
        code="report_period", title="办结后提交结案材料的期限", amount=settings.REPORT_DAYS, unit=Unit.DAY,
        starts=(On("note_case_over"),), stops=("report_case", *GONE),
        cites=(LAA.article(50, 1, phrase="提交有关法律文书的副本"),),
        expiry="请提交法律文书副本和办理情况报告", who=(U,),
    ),
    Clock(
        code="file_check_period", title="检查案卷的期限", amount=settings.FILE_CHECK_DAYS, unit=Unit.DAY,
        starts=(On("report_case"),), stops=("check_file", "return_file"),
        cites=(LAA.article(59, 1, phrase="庭审旁听、案卷检查"),),
        expiry="请检查案卷", who=(C,),
    ),
    Clock(
        code="pay_period", title="支付补贴的期限", amount=settings.PAY_DAYS, unit=Unit.DAY,
        starts=(On("check_file"),), stops=("pay_subsidy",),
        cites=(LAA.article(52, 1, phrase="及时向法律援助人员支付"),),
        expiry="请尽快核定、审批并支付补贴", who=(C,),
    ),
    Clock(
        code="objection_period", title="提出异议的期限", amount=settings.OBJECTION_DAYS, unit=Unit.DAY,
        starts=(On("refuse"), On("terminate")), stops=("object_to_decision", "archive"),
        cites=(LAA.article(49, 1, phrase="可以向设立该法律援助机构的司法行政部门"),),
        expiry="不能再提出异议；仍可以依法申请行政复议或者起诉", closes=("object_to_decision",), who=(A,),
    ),
    Clock(
        code="reconsideration_period", title="对维持决定申请行政复议的期限", amount=60, unit=Unit.DAY,
        starts=(On("decision_upheld"),), stops=("archive",),
        cites=(
            LAA.article(49, 3, phrase="依法申请行政复议或者提起行政诉讼"),
            ADMINISTRATIVE_RECONSIDERATION_LAW.article(20, 1, phrase="知道该行政行为之日起六十日内"),
        ),
        expiry="不能再申请行政复议", who=(A,),
    ),
)  # fmt: skip


def _time_bar(case: Case) -> Sequence[Due]:
    """The day on which the matter itself is lost, until it has been filed or is no longer ours."""
    bar, filed = time_bar(case), case.last("note_filing")
    if bar is None or case.state in ("refused", "terminated", "withdrawn", "archived", "paid"):
        return ()
    return (Due("时效或者期限届满", bar, case.moment(filed).astimezone(SHANGHAI).date() if filed else None),)


SCHEDULES = (
    Schedule(
        code="time_bar", title="时效或者期限届满", dues=_time_bar,
        cites=(LAA.article(44, 1, "一", phrase="期限届满不足七日"),),
        expiry="赶在这一天以前起诉、申请仲裁或者复议；不足七日的，可以先行援助、后补手续", who=(C, U),
    ),
)  # fmt: skip
