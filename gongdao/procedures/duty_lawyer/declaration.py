"""Help by the duty lawyer for a suspect or defendant without a defender; an application heard on the way is passed
on within 24 hours.

Source: 法律援助法 arts. 14, 30, 37, 39; 刑事诉讼法 art. 36.
"""

from datetime import date, datetime
from typing import Annotated

from pydantic import Field

from gongdao.law.calendar import Unit
from gongdao.law.names import CRIMINAL_PROCEDURE_LAW, LEGAL_AID_LAW
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.declaration import (
    Actor,
    Clock,
    Effect,
    On,
    Paper,
    Place,
    Procedure,
    State,
    Step,
    guard,
)
from gongdao.procedures.engine.facts import Facts, PartyFacts, PartySide, Sealed, SealedLine, StaffRef, Text

HELP = LEGAL_AID_LAW.article(30, 1, phrase="程序选择建议、申请变更强制措施")
POSTED = LEGAL_AID_LAW.article(14, 1, phrase="派驻值班律师")
TOLD = LEGAL_AID_LAW.article(37, 1, phrase="有权约见值班律师")
IN_24_HOURS = LEGAL_AID_LAW.article(39, 2, phrase="值班律师应当在二十四小时内")
ARRANGED = CRIMINAL_PROCEDURE_LAW.article(36, 2, phrase="有权约见值班律师")
C, U = Actor.COMMITTEE, Actor.UNDERTAKER


class DutyHelp(Choice):
    """What a duty lawyer may do (art. 30)."""

    ADVICE = "advice", "法律咨询"
    PROCEDURE = "procedure", "程序选择建议"
    MEASURES = "measures", "申请变更强制措施"
    OPINION = "opinion", "对案件处理提出意见"


class HelpRequestFacts(Facts):
    """Somebody without a defender asks to see the duty lawyer."""

    helped: Annotated[list[PartyFacts], PartySide.APPLICANT, Field(min_length=1, max_length=1)] = Field(
        title="犯罪嫌疑人、被告人"
    )
    help_place: Text = Field(title="在哪里", description="看守所、法院、检察院", min_length=1)
    help_organ: Text = Field("", title="办案机关")
    help_asked_on: date = Field(title="约见的日期")


class DutyLawyerFacts(Facts):
    """Who is on duty."""

    duty_lawyer: StaffRef = Field(title="值班律师")


class HelpGivenFacts(Facts):
    """What the duty lawyer did."""

    help_kinds: list[DutyHelp] = Field(title="提供了哪些法律帮助", min_length=1, max_length=4)
    help_given: Sealed = Field(title="情况和意见", min_length=2)
    helped_on: date = Field(title="日期")


class AidAskedFacts(Facts):
    """The person asks for a defender or an agent through the duty lawyer (art. 39)."""

    aid_asked_at: datetime = Field(title="本人提出法律援助申请的时间")
    aid_asked: Sealed = Field(title="申请什么", min_length=2)


class HandedInFacts(Facts):
    """The application has been passed on."""

    handed_in_at: datetime = Field(title="转交的时间")
    handed_in_to: SealedLine = Field(title="交给谁", min_length=1)


@guard(IN_24_HOURS)
def nothing_is_to_be_passed_on(case: Case) -> bool:
    """还有听到的法律援助申请没有转交"""
    last = case.last("hear_application", "hand_in")
    return last is None or last.step == "hand_in"


@guard(IN_24_HOURS)
def an_application_was_heard(case: Case) -> bool:
    """没有等待转交的申请"""
    return not nothing_is_to_be_passed_on(case)


@guard(HELP)
def help_was_given(case: Case) -> bool:
    """还没有登记提供了什么帮助"""
    return case.has("give_help")


STATES = (
    State(code="new", title="填写中", meaning="还没有登记。"),
    State(code="asked", title="等待值班律师", meaning="已经提出约见，等待安排值班律师。"),
    State(code="met", title="值班律师帮助中", meaning="值班律师正在提供法律帮助。"),
    State(code="closed", title="已办结", meaning="法律帮助已经登记完毕。", final=True),
)

STEPS = (
    Step(
        code="request_help", title="登记约见值班律师", source=("new",), target="asked", by=(C,), asks=HelpRequestFacts,
        dated_by="help_asked_on", cites=(TOLD, ARRANGED),
    ),
    Step(
        code="name_duty_lawyer", title="安排值班律师", source=("asked", "met"), target="met", by=(C,), asks=DutyLawyerFacts, cites=(POSTED,),
        effect=Effect.ASSIGN, effect_fact="duty_lawyer",
    ),
    Step(
        code="give_help", title="登记法律帮助", source=("met",), target=None, by=(U,), asks=HelpGivenFacts, dated_by="helped_on",
        cites=(HELP, CRIMINAL_PROCEDURE_LAW.article(36, 1, phrase="由值班律师为犯罪嫌疑人")), produces=("duty_register",),
    ),
    Step(
        code="hear_application", title="听到法律援助申请", place=Place.ASIDE, source=("met",), target=None, by=(U,), asks=AidAskedFacts,
        dated_by="aid_asked_at", cites=(IN_24_HOURS,), only_if=(nothing_is_to_be_passed_on,), remark="二十四小时内转交法律援助机构。",
    ),
    Step(
        code="hand_in", title="转交法律援助申请", source=("met",), target=None, by=(U, C), asks=HandedInFacts, dated_by="handed_in_at",
        cites=(IN_24_HOURS,), only_if=(an_application_was_heard,), produces=("transfer_letter",),
    ),
    Step(
        code="close", title="办结", source=("met",), target="closed", by=(C, U), only_if=(help_was_given, nothing_is_to_be_passed_on),
        cites=(HELP,),
    ),
    Step(
        code="call_off", title="不再约见", place=Place.ENDING, source=("asked", "met"), target="closed", by=(C,), cites=(TOLD,),
        only_if=(nothing_is_to_be_passed_on,),
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="hand_in_period", title="值班律师转交申请的期限", amount=24, unit=Unit.HOUR, starts=(On("hear_application"),),
        stops=("hand_in",), cites=(IN_24_HOURS,), expiry="已经超过二十四小时，马上转交", who=(U, C),
    ),
)  # fmt: skip


def _paper(code: str, title: str, slot: int) -> Paper:
    return Paper(code=code, title=title, slot=slot, template=f"duty_lawyer/{code}", cites=(HELP,))


PAPERS = (
    _paper("duty_register", "值班律师法律帮助登记表", 1),
    _paper("transfer_letter", "转交法律援助申请函", 2),
)

DUTY_LAWYER = Procedure(
    code="duty_lawyer",
    title="值班律师法律帮助",
    effective=date(2022, 1, 1),
    initial="new",
    summary="没有辩护人的犯罪嫌疑人、被告人约见值班律师，得到法律帮助；当面提出的法律援助申请，二十四小时内转交。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    papers=PAPERS,
    held_by=Actor.UNDERTAKER,
    offices=("legal_aid",),
)
