"""A quarter of a village adviser's contract: what was confirmed is checked and paid by the office's dated table.

No statute fixes the rates or the periods: both are the office's figures. The same two-person rule as for subsidies of
legal aid holds here.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from pydantic import Field

from gongdao.law.calendar import Unit
from gongdao.procedures.engine.case import Case, figure_on
from gongdao.procedures.engine.declaration import (
    Actor,
    Clock,
    On,
    Paper,
    Place,
    Procedure,
    Setting,
    State,
    Step,
    guard,
    rule,
)
from gongdao.procedures.engine.facts import Facts, Money, SealedLine, Text
from gongdao.procedures.village_counsel.declaration import AS_AGREED, GUIDED
from gongdao.procedures.village_counsel.facts import CounselService, VisitWay
from gongdao.procedures.village_counsel.visits import Visit, confirmed_in, first_day

C, H = Actor.COMMITTEE, Actor.HEAD
VISIT_FEE = Setting("counsel_visit_fee", "法律顾问费：到村每次几元", dated=True)
REMOTE_FEE = Setting("counsel_remote_fee", "法律顾问费：电话、网上每次几元", dated=True)
LECTURE_FEE = Setting("counsel_lecture_fee", "法律顾问费：讲座每场另加几元", dated=True)
CHECK_DAYS = Setting("counsel_check_days", "季度核算几日内检查（各地自定）")
PAY_DAYS = Setting("counsel_pay_days", "批准后几日内支付（各地自定）")


class CheckFacts(Facts):
    """The office looked at the quarter's services."""

    check_note: SealedLine = Field(title="检查情况", min_length=2)


class ReturnFacts(Facts):
    """The quarter goes back to be put right."""

    return_reason: SealedLine = Field(title="为什么退回", min_length=2)


class FeeFacts(Facts):
    """What is to be paid."""

    fee_amount: Money = Field(title="费用（元）")
    fee_extra: Money = Field(Decimal(0), title="其中另加（元）", description="另加的要写理由")
    fee_note: SealedLine = Field("", title="另加的理由")


class FeeReturnFacts(Facts):
    """The head does not approve."""

    fee_return_reason: SealedLine = Field(title="为什么不批准", min_length=2)


class FeePaidFacts(Facts):
    """The money has gone to the firm, not to the lawyer."""

    fee_paid_on: date = Field(title="支付日期")
    fee_paid_to: Text = Field(title="付给哪个律师事务所、法律服务所", min_length=2)


def quarter_of(case: Case) -> str:
    """The quarter that the contract had sent when this began."""
    began = case.happened[0].at if case.happened else case.now
    found = [
        e.facts["quarter"]
        for e in (case.parent.times("send_quarter") if case.parent else ())
        if e.at <= began
    ]
    return str(found[-1]) if found else ""


def services_of(case: Case) -> list[Visit]:
    """What this quarter is paid for."""
    return confirmed_in(case.parent, quarter_of(case)) if case.parent else []


def fee_by_table(case: Case) -> int | None:
    """The sum by the figures in force on the quarter's first day; None where one that is needed is missing."""
    rates = {
        setting: figure_on(case.settings.get(setting.name), first_day(quarter_of(case)))
        for setting in (VISIT_FEE, REMOTE_FEE, LECTURE_FEE)
    }
    total = 0
    for visit in services_of(case):
        needed = [VISIT_FEE if visit.way is VisitWay.ON_SITE else REMOTE_FEE]
        needed += [LECTURE_FEE] if CounselService.LECTURE in visit.services else []
        for setting in needed:
            rate = rates[setting]
            if rate is None:
                return None
            total += rate
    return total


@rule(AS_AGREED)
def fee_follows_the_table(case: Case, facts: FeeFacts) -> Sequence[str]:
    """费用按那个季度的标准算，另加的要写理由"""
    standard = fee_by_table(case)
    if standard is None:
        return ("本机构没有填写那个季度的法律顾问费标准",)
    found = ["另加的要写理由"] if facts.fee_extra and not facts.fee_note else []
    if facts.fee_amount != standard + facts.fee_extra:
        found.append(
            f"按标准应是{standard}元"
            + (f"加另加的{facts.fee_extra}元" if facts.fee_extra else "")
            + "，请核对"
        )
    return found


@guard(AS_AGREED)
def table_is_filled_in(case: Case) -> bool:
    """本机构没有填写那个季度的法律顾问费标准"""
    return fee_by_table(case) is not None


STATES = (
    State(code="sent", title="等待检查", meaning="村（社区）确认过的服务已经汇总，等待检查。"),
    State(code="checked", title="等待提出费用", meaning="检查过，等待按标准提出费用。"),
    State(code="proposed", title="等待批准", meaning="费用已经提出，等待另一个人批准。"),
    State(code="approved", title="等待支付", meaning="费用已经批准，等待支付。"),
    State(code="paid", title="已支付", meaning="这个季度的费用已经付给律师事务所。", final=True),
    State(code="returned", title="已退回", meaning="退回更正，更正以后再送一次。", final=True),
)

STEPS = (
    Step(
        code="check_quarter", title="检查季度服务", source=("sent",), target="checked", by=(C,), asks=CheckFacts, cites=(GUIDED,), private=True,
    ),
    Step(
        code="return_quarter", title="退回更正", place=Place.ENDING, source=("sent", "checked"), target="returned", by=(C,), asks=ReturnFacts,
        cites=(GUIDED,), private=True, reports="quarter_returned",
    ),
    Step(
        code="propose_fee", title="提出费用", source=("checked",), target="proposed", by=(C,), asks=FeeFacts, cites=(AS_AGREED,), private=True,
        only_if=(table_is_filled_in,), rules=(fee_follows_the_table,), remark="按那个季度的标准算，由另一个人批准。",
    ),
    Step(
        code="return_fee", title="不批准，退回重算", place=Place.ASIDE, source=("proposed",), target="checked", by=(H,), asks=FeeReturnFacts,
        cites=(GUIDED,), private=True,
    ),
    Step(
        code="approve_fee", title="批准费用", source=("proposed",), target="approved", by=(H,), cites=(GUIDED,), private=True,
        apart_from=("propose_fee",), produces=("fee_form",), remark="提出的人不能自己批准。",
    ),
    Step(
        code="pay_fee", title="登记已经支付", source=("approved",), target="paid", by=(C,), asks=FeePaidFacts, dated_by="fee_paid_on",
        cites=(AS_AGREED,), private=True, reports="quarter_settled", remark="付给律师事务所或者法律服务所，不付给个人。",
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="check_period", title="检查季度服务的期限", amount=CHECK_DAYS, unit=Unit.DAY, starts=(On("send_quarter", of_parent=True),),
        stops=("check_quarter", "return_quarter"), cites=(GUIDED,), expiry="请检查，或者退回更正", who=(C,),
    ),
    Clock(
        code="fee_pay_period", title="支付法律顾问费的期限", amount=PAY_DAYS, unit=Unit.DAY, starts=(On("approve_fee"),), stops=("pay_fee",),
        cites=(AS_AGREED,), expiry="请尽快支付", who=(C,),
    ),
)  # fmt: skip


def _reads(case: Case, facts: object) -> dict[str, object]:
    quarter = quarter_of(case)
    return {
        "quarter": f"{quarter[:4]}年第{quarter[5:]}季度",
        "services": [v.words for v in services_of(case)],
    }


PAPERS = (
    Paper(code="fee_form", title="法律顾问费审批表", slot=4, template="counsel_settlement/fee_form", cites=(AS_AGREED,), reads=_reads),
)  # fmt: skip

COUNSEL_SETTLEMENT = Procedure(
    code="counsel_settlement",
    title="法律顾问费季度核算",
    effective=date(2021, 6, 1),
    initial="sent",
    summary="村（社区）确认过的服务，先检查，再按那个季度的标准提出费用，由另一个人批准，付给律师事务所。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    papers=PAPERS,
    settings=(VISIT_FEE, REMOTE_FEE, LECTURE_FEE, CHECK_DAYS, PAY_DAYS),
    held_by=None,
    offices=("service_centre",),
)
