"""Lawyers in petition reception (律师参与信访接待).

Source: 信访工作条例 (2022) arts. 15, 19, 20, 22, 23, 28, 30, 31, 33; 律师法 art. 39. How long the body to which something was
passed may take before one asks again is the office's figure.
"""

from collections.abc import Sequence
from datetime import date

from gongdao.law.calendar import Unit
from gongdao.law.names import LAWYERS_LAW, PERSONAL_INFORMATION_LAW, PETITION_REGULATION
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import (
    Actor,
    Clock,
    Effect,
    Notice,
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
from gongdao.procedures.engine.everyday import told_how_data_is_used
from gongdao.procedures.petition_reception import facts as asked

REG = PETITION_REGULATION
SOCIETY = REG.article(15, 2, phrase="拓宽社会力量参与信访工作的制度化渠道")
WRITTEN_DOWN = REG.article(19, 1, phrase="有关机关、单位应当如实记录")
FIVE = REG.article(20, 3, phrase="代表人数不得超过5人")
IN_15_DAYS = REG.article(23, 2, phrase="15日内书面告知信访人")
ON_THE_SPOT = REG.article(23, 2, phrase="应当当场书面告知")
WHERE = REG.article(23, 1, phrase="应当告知信访人向有权处理的机关")
RECUSED = REG.article(28, 3, phrase="有直接利害关系的，应当回避")
SEPARATED = REG.article(28, 2, phrase="按照诉讼与信访分离制度要求")
SORTED = REG.article(31, 1, phrase="应当区分情况，分别按照下列方式办理")
RATED = REG.article(21, 2, phrase="方便信访人查询、评价信访事项办理情况")
CONSENTED = PERSONAL_INFORMATION_LAW.article(23, 1, phrase="并取得个人的单独同意")
OWN_INTEREST = LAWYERS_LAW.article(39, 1, phrase="不得代理与本人或者其近亲属有利益冲突")
A, C, L = Actor.APPLICANT, Actor.COMMITTEE, Actor.COUNSEL
OPEN = ("received", "with_lawyer", "advised")
REPLY_DAYS = Setting("petition_reply_days", "转交后几日没有回音要去问（各地自定）")


@rule(FIVE)
def at_most_five(case: Case, facts: asked.VisitorFacts) -> Sequence[str]:
    """多人来访的，代表不超过5人"""
    return ("来访代表不得超过5人，请推选代表",) if len(facts.visitors) > 5 else ()


@rule(RECUSED, OWN_INTEREST)
def lawyer_has_no_interest(case: Case, facts: asked.NoInterestFacts) -> Sequence[str]:
    """有利害关系的要回避"""
    return () if facts.lawyer_no_conflict else ("有利害关系的，请用“回避”，另请一位律师",)


@rule(CONSENTED)
def passing_on_is_consented(case: Case, facts: asked.PassOnFacts) -> Sequence[str]:
    """转给别的单位，要本人单独同意"""
    return () if facts.pass_on_consented else ("本人没有同意的，不转；把该去哪里告诉本人就行",)


@guard(RECUSED, OWN_INTEREST)
def lawyer_declared(case: Case) -> bool:
    """律师还没有声明有没有利害关系"""
    last = case.last("name_lawyer", "declare_no_interest")
    return last is not None and last.step == "declare_no_interest"


@guard(IN_15_DAYS)
def address_is_known(case: Case) -> bool:
    """姓名（名称）、住址清楚的来访"""
    return not case.fact("address_unclear")


@guard(IN_15_DAYS)
def was_told(case: Case) -> bool:
    """还没有书面告知本人"""
    return not address_is_known(case) or case.has("tell_receipt", "give_opinion")


STATES = (
    State(code="new", title="填写中", meaning="还没有登记。"),
    State(code="received", title="等待律师", meaning="来访已经登记，等待值班律师。"),
    State(code="with_lawyer", title="律师接待中", meaning="值班律师正在听取情况、提出法律意见。"),
    State(
        code="advised", title="已提出法律意见", meaning="律师已经提出意见，说明该走哪条路。走不走由本人定。"
    ),
    State(code="passed_on", title="已转交，等回音", meaning="经本人同意，已经转给有权处理的单位，等待回音。"),
    State(code="replied", title="有了回音", meaning="受转的单位有了回音，还要告诉本人。"),
    State(code="closed", title="已办结", meaning="接待已经办结。", final=True),
)

STEPS = (
    Step(
        code="register_visit", title="登记来访", source=("new",), target="received", by=(C,), asks=asked.VisitorFacts, dated_by="received_on",
        cites=(WRITTEN_DOWN, SOCIETY), rules=(told_how_data_is_used, at_most_five), produces=("reception_record",), tells=("your_rights",),
        remark="照本人说的记，不问来过几次。",
    ),
    Step(
        code="name_lawyer", title="请值班律师接待", source=("received", "with_lawyer"), target="with_lawyer", by=(C,), asks=asked.LawyerFacts,
        cites=(SOCIETY,), effect=Effect.ASSIGN, effect_fact="lawyer", remark="从当天的值班表里选。",
    ),
    Step(
        code="declare_no_interest", title="声明没有利害关系", source=("with_lawyer",), target=None, by=(L,), asks=asked.NoInterestFacts,
        cites=(RECUSED, OWN_INTEREST), rules=(lawyer_has_no_interest,), settled=lambda case, party: lawyer_declared(case),
    ),
    Step(
        code="recuse", title="回避", place=Place.ASIDE, source=("with_lawyer",), target="received", by=(L,), asks=asked.RecusalFacts,
        cites=(RECUSED,), private=True,
    ),
    Step(
        code="tell_receipt", title="书面告知接收情况和途径", source=(*OPEN, "passed_on"), target=None, by=(C,), asks=asked.ReceiptFacts,
        dated_by="receipt_told_on", cites=(ON_THE_SPOT, IN_15_DAYS), produces=("receipt_notice",), place=Place.ASIDE,
        remark="能当场的当场告知，不能的十五日内。",
    ),
    Step(
        code="give_opinion", title="提出法律意见", source=("with_lawyer",), target="advised", by=(L,), asks=asked.OpinionFacts,
        cites=(SORTED, SEPARATED), only_if=(lawyer_declared,), produces=("opinion_paper",), tells=("roads",),
    ),
    Step(
        code="pass_on", title="转给有权处理的单位", place=Place.ASIDE, source=("advised",), target="passed_on", by=(C,), asks=asked.PassOnFacts,
        dated_by="passed_on", cites=(WHERE, CONSENTED), rules=(passing_on_is_consented,), produces=("pass_on_letter",),
        remark="要本人单独同意；不同意的，告诉本人去哪里就行。",
    ),
    Step(
        code="record_reply", title="登记回音", source=("passed_on",), target="replied", by=(C,), asks=asked.ReplyFacts, dated_by="replied_on",
        cites=(WHERE,),
    ),
    Step(
        code="tell_reply", title="把回音告诉本人", source=("replied",), target="closed", by=(C, L), asks=asked.ReplyToldFacts,
        dated_by="reply_told_on", cites=(RATED,),
    ),
    Step(
        code="close", title="办结", place=Place.ENDING, source=("advised",), target="closed", by=(C,), cites=(WHERE,), only_if=(was_told,),
    ),
    Step(
        code="withdraw", title="不再反映", place=Place.ENDING, source=("received", "with_lawyer", "advised"), target="closed", by=(A, C),
        cites=(RATED,), remark="以后还可以再来，不影响走任何一条路。",
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="receipt_period", title="书面告知来访人的期限", amount=15, unit=Unit.DAY, starts=(On("register_visit"),),
        stops=("tell_receipt", "give_opinion", "withdraw"), applies_if=address_is_known, cites=(IN_15_DAYS,),
        expiry="请马上书面告知接收情况、处理途径和程序", who=(C, L),
    ),
    Clock(
        code="reply_period", title="转交后等回音的期限", amount=REPLY_DAYS, unit=Unit.DAY, starts=(On("pass_on"),), stops=("record_reply",),
        cites=(WHERE,), expiry="请去问受转的单位，并告诉本人问到的情况", who=(C,),
    ),
)  # fmt: skip

NOTICES = (
    Notice(
        code="your_rights", title="来访的权利", to=(A,), cites=(REG.article(18, 4, phrase="不得打击报复信访人"), RATED),
        text="任何组织和个人不得打击报复。可以凭编号和查询码随时查看办到哪里。多人反映同一件事的，推选不超过五名代表。",
    ),
    Notice(
        code="roads", title="该走的法律途径", to=(A,), cites=(SORTED, SEPARATED),
        text="应当由法院、检察、公安程序处理的，按法律程序走；能仲裁、复议的走仲裁、复议；都不是的，由有权的机关调查核实后出具处理意见书。走哪条由您自己定。",
    ),
)  # fmt: skip

PAPERS = (
    Paper(code="reception_record", title="律师参与信访接待登记表", slot=1, template="petition_reception/reception_record", cites=(WRITTEN_DOWN,),
          open_to=(A,)),
    Paper(code="receipt_notice", title="来访事项告知书", slot=2, template="petition_reception/receipt_notice", cites=(ON_THE_SPOT, IN_15_DAYS),
          open_to=(A,)),
    Paper(code="opinion_paper", title="律师法律意见", slot=3, template="petition_reception/opinion_paper", cites=(SORTED,), open_to=(A,)),
    Paper(code="pass_on_letter", title="来访事项转交函", slot=4, template="petition_reception/pass_on_letter", cites=(WHERE, CONSENTED),
          open_to=(A,)),
)  # fmt: skip

PETITION_RECEPTION = Procedure(
    code="petition_reception",
    title="律师参与信访接待",
    effective=date(2022, 5, 1),
    initial="new",
    summary="值班律师听取来访、没有利害关系才提意见，说明该走哪条法律途径；经本人同意才转给别的单位，有回音告诉本人。只记事，不评人。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    notices=NOTICES,
    papers=PAPERS,
    settings=(REPLY_DAYS,),
    held_by=L,
    offices=("service_centre",),
)
