"""The adviser of a village or community (村、社区法律顾问).

No statute lays this work down step by step: it rests on the contract (律师法 art. 29), on what the law encourages
villages to set up (乡村振兴促进法 art. 48) and on the bureau's guidance (律师法 art. 4). Every period is the office's.
"""

from collections.abc import Sequence
from datetime import date

from gongdao.law.calendar import SHANGHAI, Unit
from gongdao.law.names import LAWYERS_LAW, RURAL_REVITALISATION_LAW
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import (
    Actor,
    Clock,
    Effect,
    On,
    Paper,
    Place,
    Procedure,
    Schedule,
    Setting,
    State,
    Step,
    guard,
    rule,
)
from gongdao.procedures.village_counsel import facts as asked
from gongdao.procedures.village_counsel.visits import (
    AWAITED,
    awaited,
    confirmed_in,
    duty_days,
    last_day,
    not_settled,
    quarters,
    sent,
    visits,
)

AS_AGREED = LAWYERS_LAW.article(29, 1, phrase="应当按照约定为委托人就有关法律问题提供意见")
SET_UP = RURAL_REVITALISATION_LAW.article(48, 1, phrase="在村民委员会建立公共法律服务工作室")
GUIDED = LAWYERS_LAW.article(4, 1, phrase="进行监督、指导")
SECRET = LAWYERS_LAW.article(38, 1, phrase="不得泄露当事人的隐私")
A, C, L = Actor.APPLICANT, Actor.COMMITTEE, Actor.COUNSEL
CONFIRM_DAYS = Setting("counsel_confirm_days", "法律顾问服务后几日内请村（社区）确认（各地自定）")


@rule(AS_AGREED)
def term_is_in_order(case: Case, facts: asked.ContractFacts) -> Sequence[str]:
    """聘期的结束不能早于开始，两次值班不能是同一天"""
    found = []
    if facts.contract_ends < facts.contract_starts:
        found.append("聘期的结束不能早于开始")
    if facts.second_duty_day == facts.duty_day:
        found.append("两次值班写成了同一天，一月一次的第二项不填")
    return found


@rule(AS_AGREED)
def visit_is_within_the_term(case: Case, facts: asked.VisitFacts) -> Sequence[str]:
    """服务要在聘期里，已经送去核算的季度不再添"""
    starts, ends = (
        date.fromisoformat(case.fact("contract_starts")), date.fromisoformat(case.fact("contract_ends")),
    )  # fmt: skip
    if not starts <= facts.visited_on <= ends:
        return (f"这一天不在聘期里（{starts}到{ends}）",)
    quarter = f"{facts.visited_on.year}Q{(facts.visited_on.month + 2) // 3}"
    return ("这个季度已经送去核算，不能再添；退回以后可以",) if quarter in sent(case) else ()


def _among(answers: Sequence[tuple[str, str]], chosen: Sequence[str]) -> Sequence[str]:
    known = {value for value, _ in answers}
    return () if set(chosen) <= known else ("请从列出的里面选；有的已经确认过、划去或者送去核算了",)


@rule(AS_AGREED)
def confirmed_are_awaited(case: Case, facts: asked.VisitsConfirmedFacts) -> Sequence[str]:
    """只确认还没有确认的"""
    return _among(awaited(case), facts.visits_confirmed)


@rule(AS_AGREED)
def disputed_is_not_settled(case: Case, facts: asked.VisitDisputedFacts) -> Sequence[str]:
    """送去核算的季度，退回以后再说"""
    return _among(not_settled(case), [facts.visit_disputed])


@rule(AS_AGREED)
def struck_is_not_settled(case: Case, facts: asked.VisitStruckFacts) -> Sequence[str]:
    """送去核算的季度，退回以后再划"""
    return _among(not_settled(case), [facts.visit_struck])


@rule(GUIDED)
def quarter_is_ready(case: Case, facts: asked.QuarterFacts) -> Sequence[str]:
    """季度过完、村（社区）都表过态，才送去核算"""
    if not (asked_for := _among(quarters(case), [facts.quarter])):
        found = []
        if case.now.astimezone(SHANGHAI).date() <= last_day(facts.quarter):
            found.append("这个季度还没有过完")
        open_ones = [v for v in visits(case) if v.quarter == facts.quarter and v.standing == AWAITED]
        if open_ones:
            found.append(f"还有{len(open_ones)}次服务，村（社区）没有确认，也没有提出异议")
        if not open_ones and not confirmed_in(case, facts.quarter):
            found.append("这个季度没有确认过的服务")
        return found
    return asked_for


@guard(AS_AGREED)
def something_is_awaited(case: Case) -> bool:
    """没有等着确认的服务"""
    return bool(awaited(case))


@guard(AS_AGREED)
def something_can_be_changed(case: Case) -> bool:
    """没有可以更正的服务"""
    return bool(not_settled(case))


@guard(GUIDED)
def a_quarter_is_open(case: Case) -> bool:
    """没有要核算的季度"""
    return bool(quarters(case))


@guard(AS_AGREED)
def nothing_is_being_settled(case: Case) -> bool:
    """还有季度在核算"""
    last = case.last("send_quarter", "quarter_settled", "quarter_returned")
    return last is None or last.step != "send_quarter"


STATES = (
    State(code="new", title="填写中", meaning="还没有登记。"),
    State(code="to_name", title="等待确定顾问", meaning="聘用合同已经登记，等待确定法律顾问。"),
    State(code="in_force", title="聘期中", meaning="法律顾问按合同值班、服务，每次服务都记下来，由村（社区）确认。"),
    State(code="ended", title="已结束", meaning="聘用已经结束，全部记录留在一村一卷里。", final=True),
)  # fmt: skip

STEPS = (
    Step(
        code="register_contract", title="登记聘用合同", source=("new",), target="to_name", by=(C,), asks=asked.ContractFacts,
        cites=(AS_AGREED, SET_UP), rules=(term_is_in_order,), produces=("contract_card",),
        remark="村（居）民委员会得到一个查询码，凭它在手机上确认服务。",
    ),
    Step(
        code="name_adviser", title="确定法律顾问", source=("to_name", "in_force"), target="in_force", by=(C,), asks=asked.AdviserFacts,
        cites=(AS_AGREED,), effect=Effect.ASSIGN, effect_fact="adviser", remark="换人也用这一步。",
    ),
    Step(
        code="log_visit", title="记一次服务", source=("in_force",), target=None, by=(L, C), asks=asked.VisitFacts, dated_by="visited_on",
        cites=(AS_AGREED, SECRET), rules=(visit_is_within_the_term,), produces=("visit_log",),
        remark="只记服务，不记人名。",
    ),
    Step(
        code="confirm_visits", title="确认服务", own_words="确认律师来过", source=("in_force",), target=None, by=(A, C), cites=(AS_AGREED,),
        asks=asked.VisitsConfirmedFacts, acts_for="confirmed_by", only_if=(something_is_awaited,), rules=(confirmed_are_awaited,),
    ),
    Step(
        code="dispute_visit", title="提出服务不实", own_words="没来过，或者不是这样", place=Place.ASIDE, source=("in_force",), target=None,
        by=(A, C), cites=(AS_AGREED,), asks=asked.VisitDisputedFacts, acts_for="disputed_by", only_if=(something_can_be_changed,),
        rules=(disputed_is_not_settled,), remark="不付这一次的费用；顾问可以划去，重新记。",
    ),
    Step(
        code="strike_visit", title="划去记错的", place=Place.ASIDE, source=("in_force",), target=None, by=(L, C), cites=(AS_AGREED,),
        asks=asked.VisitStruckFacts, only_if=(something_can_be_changed,), rules=(struck_is_not_settled,), remark="原来的记录还在，只是不再算数。",
    ),
    Step(
        code="send_quarter", title="送季度核算", source=("in_force",), target=None, by=(C,), asks=asked.QuarterFacts, cites=(GUIDED, AS_AGREED),
        only_if=(a_quarter_is_open, nothing_is_being_settled), rules=(quarter_is_ready,), opens="counsel_settlement", private=True,
        produces=("quarter_list",),
    ),
    Step(
        code="quarter_settled", title="季度费用已付", source=("in_force",), target=None, by=(Actor.SYSTEM,), cites=(AS_AGREED,), private=True,
    ),
    Step(
        code="quarter_returned", title="季度核算退回", source=("in_force",), target=None, by=(Actor.SYSTEM,), cites=(GUIDED,), private=True,
    ),
    Step(
        code="end_contract", title="结束聘用", place=Place.ENDING, source=("to_name", "in_force"), target="ended", by=(C,),
        asks=asked.ContractEndFacts, dated_by="contract_ended_on", cites=(AS_AGREED,), only_if=(nothing_is_being_settled,),
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="confirm_period", title="请村（社区）确认服务的期限", amount=CONFIRM_DAYS, unit=Unit.DAY, starts=(On("log_visit"),),
        stops=("confirm_visits", "dispute_visit", "strike_visit", "end_contract"), cites=(AS_AGREED,),
        expiry="请打电话请村（社区）确认，或者提出不同意见", who=(C,),
    ),
)  # fmt: skip

SCHEDULES = (
    Schedule(
        code="duty_days", title="到村值班", dues=duty_days, cites=(AS_AGREED,), expiry="这一天没有到村，请补上并记下来", who=(L, C),
    ),
)  # fmt: skip


def _reads_quarter(case: Case, facts: object) -> list[str]:
    quarter = case.fact("quarter")
    return [visit.words for visit in confirmed_in(case, quarter)]


PAPERS = (
    Paper(code="contract_card", title="村（社区）法律顾问聘用登记表", slot=1, template="village_counsel/contract_card", cites=(AS_AGREED, SET_UP),
          must=True, open_to=(A,)),
    Paper(code="visit_log", title="法律顾问工作日志", slot=2, template="village_counsel/visit_log", cites=(AS_AGREED,), open_to=(A,)),
    Paper(code="quarter_list", title="法律顾问季度服务清单", slot=3, template="village_counsel/quarter_list", cites=(GUIDED,),
          open_to=(A,), reads=_reads_quarter),
)  # fmt: skip

VILLAGE_COUNSEL = Procedure(
    code="village_counsel",
    title="村（社区）法律顾问",
    effective=date(2021, 6, 1),
    initial="new",
    summary="一村一卷：聘用合同、每月值班、每次服务一分钟记完，村（社区）凭查询码在手机上确认，按季度核算付费。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    schedules=SCHEDULES,
    papers=PAPERS,
    settings=(CONFIRM_DAYS,),
    held_by=L,
    offices=("service_centre",),
    answers=(
        ("visits_confirmed", awaited),
        ("visit_disputed", not_settled),
        ("visit_struck", not_settled),
        ("quarter", quarters),
    ),
)  # fmt: skip
