"""Booking and doing a notarisation (公证). Source: 公证法 arts. 11, 23, 25-27, 30, 31, 34, 35, 39, 40.

The certificate itself is made in the ministry's form and is not printed here. The periods for asking for a review and for
answering it stand in the ministry's rules, which are not on file: the office fills the second in.
"""

from collections.abc import Sequence
from datetime import date

from gongdao.law.calendar import Unit
from gongdao.law.names import NOTARY_LAW, PEOPLES_MEDIATION_LAW
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import (
    Actor,
    Clock,
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
from gongdao.procedures.notary_booking import facts as asked

N = NOTARY_LAW
APPLIED = N.article(11, 1, phrase="根据自然人、法人或者其他组织的申请")
VENUE = N.article(25, 1, phrase="可以向住所地、经常居住地、行为地或者事实发生地")
IMMOVABLE = N.article(25, 2, phrase="应当向不动产所在地的公证机构提出")
IN_PERSON = N.article(26, 1, phrase="应当由本人办理公证的除外")
PAPERS_LAW = N.article(27, 1, phrase="公证机构可以要求补充")
MEANING = N.article(27, 2, phrase="应当告知当事人申请公证事项的法律意义")
IN_15 = N.article(30, 1, phrase="十五个工作日内向当事人出具公证书")
NOT_COUNTED = N.article(30, 1, phrase="所需时间不计算在期限内")
NINE = N.article(31, 1, phrase="有下列情形之一的，公证机构不予办理公证")
DISPUTED = N.article(31, 1, "四", phrase="对申请公证的事项有争议的")
REDUCED = N.article(34, 2, phrase="公证机构应当按照规定减免公证费")
REVIEW = N.article(39, 1, phrase="可以向出具该公证书的公证机构提出复查")
REVOKED = N.article(39, 1, phrase="公证机构应当撤销该公证书并予以公告")
SUIT = N.article(40, 1, phrase="可以就该争议向人民法院提起民事诉讼")
FILED = N.article(35, 1, phrase="应当将公证文书分类立卷，归档保存")
MEDIATED = PEOPLES_MEDIATION_LAW.article(17, 1, phrase="可以向人民调解委员会申请调解")
A, C = Actor.APPLICANT, Actor.COMMITTEE
REVIEW_DAYS = Setting("notary_review_days", "公证书复查几日内答复（按公证程序规则填写）")


@rule(VENUE, IMMOVABLE)
def venue_is_right(case: Case, facts: asked.NotaryBookingFacts) -> Sequence[str]:
    """涉及房屋、土地的，到所在地的公证机构；委托、声明、赠与、遗嘱除外"""
    if (
        facts.immovable
        and facts.notary_matter not in asked.ANYWHERE
        and facts.venue is not asked.Venue.IMMOVABLE
    ):
        return ("涉及房屋、土地的，要到房屋、土地所在地的公证机构办",)
    return ()


@rule(IN_PERSON)
def comes_in_person(case: Case, facts: asked.NotaryBookingFacts) -> Sequence[str]:
    """遗嘱、生存、收养关系要本人办理"""
    if facts.by_agent and facts.notary_matter in asked.IN_PERSON:
        return (f"{facts.notary_matter.label}公证要本人来办，不能代办",)
    return ()


@rule(DISPUTED, MEDIATED)
def nothing_is_disputed(case: Case, facts: asked.NotaryBookingFacts) -> Sequence[str]:
    """有争议的先解决争议"""
    return ("有争议的不能办公证，可以先申请人民调解，谈好了再来",) if facts.disputed else ()


@rule(REDUCED)
def fee_is_reduced(case: Case, facts: asked.AcceptedFacts) -> Sequence[str]:
    """符合法律援助条件的应当减免公证费"""
    if case.fact("fits_legal_aid") and not facts.fee_reduced and not facts.fee_reason:
        return ("申请人说符合法律援助条件：减免公证费，或者写明为什么不减免",)
    return ()


@rule(MEANING)
def meaning_was_understood(case: Case, facts: asked.MeaningFacts) -> Sequence[str]:
    """告知到听懂为止"""
    return () if facts.meaning_understood else ("申请人还没有听懂，请再讲一遍",)


@rule(REVOKED)
def revocation_is_published(case: Case, facts: asked.RevocationFacts) -> Sequence[str]:
    """撤销公证书要公告"""
    return () if facts.revocation_published else ("撤销公证书的，要公告",)


@guard(MEANING)
def meaning_was_told(case: Case) -> bool:
    """还没有告知法律意义和后果"""
    return case.has("tell_meaning")


def _is_open(case: Case, begin: str, end: str) -> bool:
    last = case.last(begin, end)
    return last is not None and last.step == begin


@guard(NOT_COUNTED)
def nothing_is_awaited(case: Case) -> bool:
    """还在等材料、核实或者不可抗力结束"""
    return not any(_is_open(case, begin, end) for begin, end in PAUSES)


@guard(PAPERS_LAW)
def papers_are_awaited(case: Case) -> bool:
    """没有要补的材料"""
    return _is_open(case, "ask_papers", "papers_came")


@guard(NOT_COUNTED)
def is_verifying(case: Case) -> bool:
    """没有在核实的情况"""
    return _is_open(case, "begin_verifying", "end_verifying")


@guard(NOT_COUNTED)
def is_hindered(case: Case) -> bool:
    """没有登记不可抗力"""
    return _is_open(case, "hindrance_begins", "hindrance_ends")


@guard(REVIEW)
def was_issued(case: Case) -> bool:
    """还没有出具公证书"""
    return case.has("issue")


PAUSES = (
    ("ask_papers", "papers_came"),
    ("begin_verifying", "end_verifying"),
    ("hindrance_begins", "hindrance_ends"),
)

STATES = (
    State(code="new", title="填写中", meaning="还没有提交。"),
    State(code="booked", title="等待约定时间", meaning="预约已经收到，公证机构会约定时间、告诉要带什么。"),
    State(code="appointed", title="已约定", meaning="请按约定的时间带上材料来。"),
    State(
        code="accepted",
        title="已受理",
        meaning="已经受理，十五个工作日内出具公证书；补材料、核实的时间不算。",
    ),
    State(code="issued", title="已出具", meaning="公证书已经出具。认为有错误的，可以申请复查。"),
    State(code="under_review", title="复查中", meaning="公证机构正在复查。"),
    State(code="refused", title="不予办理", meaning="公证机构说明了不予办理的理由。", final=True),
    State(code="revoked", title="已撤销", meaning="公证书已经撤销并公告，自始无效。", final=True),
    State(code="cancelled", title="已取消", meaning="预约已经取消，随时可以再约。", final=True),
    State(code="filed", title="已归档", meaning="公证卷宗已经归档。", final=True),
)

STEPS = (
    Step(
        code="book", title="预约公证", source=("new",), target="booked", by=(A, C), asks=asked.NotaryBookingFacts, cites=(APPLIED, VENUE),
        rules=(told_how_data_is_used, venue_is_right, comes_in_person, nothing_is_disputed), tells=("bring_truth",),
    ),
    Step(
        code="set_appointment", title="约定时间", source=("booked", "appointed"), target="appointed", by=(C,), asks=asked.AppointmentFacts,
        cites=(PAPERS_LAW,), produces=("appointment_note",), remark="改时间也用这一步。",
    ),
    Step(
        code="cancel", title="取消预约", own_words="不办了", place=Place.ENDING, source=("booked", "appointed"), target="cancelled", by=(A, C),
        cites=(APPLIED,), remark="随时可以再约。",
    ),
    Step(
        code="accept", title="受理", source=("booked", "appointed"), target="accepted", by=(C,), asks=asked.AcceptedFacts,
        dated_by="notary_accepted_on", cites=(IN_15, REDUCED), rules=(fee_is_reduced,), produces=("acceptance_note",),
    ),
    Step(
        code="tell_meaning", title="告知法律意义和后果", source=("accepted",), target=None, by=(C,), asks=asked.MeaningFacts, cites=(MEANING,),
        rules=(meaning_was_understood,), produces=("meaning_record",), settled=lambda case, party: meaning_was_told(case),
        remark="记录签字后存档。",
    ),
    Step(
        code="ask_papers", title="要求补充材料", place=Place.ASIDE, source=("accepted",), target=None, by=(C,), asks=asked.MissingPapersFacts,
        dated_by="papers_asked_on", cites=(PAPERS_LAW, NOT_COUNTED), only_if=(nothing_is_awaited,), remark="补充材料的时间不算在期限里。",
    ),
    Step(
        code="papers_came", title="材料补齐", source=("accepted",), target=None, by=(C,), asks=asked.PapersCameFacts, dated_by="papers_came_on",
        cites=(PAPERS_LAW,), only_if=(papers_are_awaited,),
    ),
    Step(
        code="begin_verifying", title="开始核实", place=Place.ASIDE, source=("accepted",), target=None, by=(C,), asks=asked.VerifyFacts,
        dated_by="verifying_since", cites=(NOT_COUNTED,), only_if=(nothing_is_awaited,),
    ),
    Step(
        code="end_verifying", title="核实完了", source=("accepted",), target=None, by=(C,), asks=asked.VerifiedFacts, dated_by="verified_on",
        cites=(NOT_COUNTED,), only_if=(is_verifying,),
    ),
    Step(
        code="hindrance_begins", title="登记不可抗力", place=Place.ASIDE, source=("accepted",), target=None, by=(C,), asks=asked.HinderedFacts,
        dated_by="hindered_since", cites=(NOT_COUNTED,), only_if=(nothing_is_awaited,),
    ),
    Step(
        code="hindrance_ends", title="不可抗力结束", source=("accepted",), target=None, by=(C,), asks=asked.HindranceOverFacts,
        dated_by="hindrance_over_on", cites=(NOT_COUNTED,), only_if=(is_hindered,),
    ),
    Step(
        code="issue", title="出具公证书", source=("accepted",), target="issued", by=(C,), asks=asked.IssuedFacts, dated_by="issued_on",
        cites=(IN_15,), only_if=(meaning_was_told, nothing_is_awaited), tells=("if_wrong",), produces=("issue_record",),
    ),
    Step(
        code="refuse_notary", title="不予办理", place=Place.ENDING, source=("booked", "appointed", "accepted"), target="refused", by=(C,),
        asks=asked.NotaryRefusalFacts, cites=(NINE,), produces=("refusal_notice",), tells=("other_roads",), remark="只有法律列的九种情形，要写明理由。",
    ),
    Step(
        code="request_review", title="申请复查", own_words="公证书有错，请复查", place=Place.ASIDE, source=("issued",), target="under_review",
        by=(A, C), asks=asked.ReviewRequestFacts, cites=(REVIEW,), only_if=(was_issued,),
    ),
    Step(
        code="answer_review", title="答复复查：没有错误或者更正", source=("under_review",), target="issued", by=(C,), asks=asked.ReviewAnswerFacts,
        cites=(REVIEW,), produces=("review_answer_paper",), tells=("suit_possible",),
    ),
    Step(
        code="revoke", title="撤销公证书", place=Place.ENDING, source=("under_review",), target="revoked", by=(C,), asks=asked.RevocationFacts,
        cites=(REVOKED,), rules=(revocation_is_published,), produces=("review_answer_paper",), tells=("suit_possible",),
    ),
    Step(
        code="file_away", title="立卷归档", place=Place.ENDING, source=("issued",), target="filed", by=(C,), asks=asked.NotaryFiledFacts,
        cites=(FILED,),
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="issue_period", title="出具公证书的期限", amount=15, unit=Unit.WORKING_DAY, starts=(On("accept"),),
        stops=("issue", "refuse_notary"), pauses=PAUSES, cites=(IN_15, NOT_COUNTED), expiry="已经超过十五个工作日，请马上出具或者说明", who=(C,),
    ),
    Clock(
        code="review_period", title="答复复查的期限", amount=REVIEW_DAYS, unit=Unit.DAY, starts=(On("request_review"),),
        stops=("answer_review", "revoke"), cites=(REVIEW,), expiry="请尽快答复复查", who=(C,),
    ),
)  # fmt: skip

NOTICES = (
    Notice(
        code="bring_truth", title="办公证要知道的", to=(A,), cites=(N.article(27, 1, phrase="提供真实、合法、充分的证明材料"), REDUCED),
        text="要如实说明情况，材料要真实、合法、充分。符合法律援助条件的，应当减免公证费。公证机构为您保密。",
    ),
    Notice(
        code="if_wrong", title="认为公证书有错误", to=(A,), cites=(REVIEW, SUIT),
        text="可以向出具公证书的公证机构申请复查；对内容有争议的，可以向人民法院起诉。",
    ),
    Notice(
        code="other_roads", title="不予办理以后", to=(A,), cites=(DISPUTED, MEDIATED),
        text="因为有争议不能办的，可以先申请人民调解，谈好了再来办；材料不够的，补齐了再约。",
    ),
    Notice(
        code="suit_possible", title="对公证书的内容有争议", to=(A,), cites=(SUIT,), text="可以就争议向人民法院提起民事诉讼。",
    ),
)  # fmt: skip

PAPERS = (
    Paper(code="appointment_note", title="公证预约单", slot=1, template="notary_booking/appointment_note", cites=(PAPERS_LAW,), open_to=(A,)),
    Paper(code="acceptance_note", title="公证受理通知", slot=2, template="notary_booking/acceptance_note", cites=(IN_15, NOT_COUNTED), open_to=(A,)),
    Paper(code="meaning_record", title="公证告知记录", slot=3, template="notary_booking/meaning_record", cites=(MEANING,), open_to=(A,), must=True,
          signed_by=("申请人", "公证员")),
    Paper(code="issue_record", title="公证书出具登记", slot=4, template="notary_booking/issue_record", cites=(IN_15,), open_to=(A,)),
    Paper(code="refusal_notice", title="不予办理公证告知书", slot=5, template="notary_booking/refusal_notice", cites=(NINE,), open_to=(A,)),
    Paper(code="review_answer_paper", title="公证书复查答复", slot=6, template="notary_booking/review_answer_paper", cites=(REVIEW, REVOKED),
          open_to=(A,)),
)  # fmt: skip

NOTARY_BOOKING = Procedure(
    code="notary_booking",
    title="公证预约",
    effective=date(2017, 9, 1),
    initial="new",
    summary="约好时间、说清带什么；受理后告知法律意义和后果，十五个工作日内出具，补材料和核实的时间不算；九种情形以外不能不办；有错可以复查。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    notices=NOTICES,
    papers=PAPERS,
    settings=(REVIEW_DAYS,),
    held_by=None,
    free=False,
    offices=("notary_office",),
    roads=("notary",),
    where="选住的地方、常住的地方，或者事情发生地的公证机构；涉及房屋、土地的，选房屋、土地所在地的。",
)
