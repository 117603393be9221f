"""Legal consultation (法律咨询). Source: 法律援助法 arts. 21, 22, 23. The act gives no period: how soon an answer must come
is the centre's own figure, and so is the period after which nobody waits for an answer to a question."""

from collections.abc import Sequence
from datetime import date

from gongdao.law.calendar import Unit
from gongdao.law.names import LAWYERS_LAW, LEGAL_AID_LAW
from gongdao.procedures.consultation import facts as asked
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
from gongdao.procedures.engine.everyday import (
    ContactFacts,
    KindFacts,
    PartyCorrectionFacts,
    RatingFacts,
    contact_keeps_the_wish,
    guardian_is_named,
    told_how_data_is_used,
)

MANY_WAYS = LEGAL_AID_LAW.article(23, 1, phrase="多种方式提供法律咨询服务")
TOLD_OF_AID = LEGAL_AID_LAW.article(23, 1, phrase="提示当事人享有依法申请法律援助的权利")
SECRET = LEGAL_AID_LAW.article(21, 1, phrase="个人隐私应当予以保密")
ANSWERING = LAWYERS_LAW.article(28, 1, "七", phrase="解答有关法律的询问")
A, C, L = Actor.APPLICANT, Actor.COMMITTEE, Actor.COUNSEL
OPEN = ("waiting", "asked_back", "answered")
ANSWER_DAYS = Setting("consultation_answer_days", "咨询几个工作日内答复（各地自定）")
REPLY_DAYS = Setting("consultation_reply_days", "向本人问清情况后等几日（各地自定）")


@rule(TOLD_OF_AID)
def aid_was_mentioned(case: Case, facts: asked.AnswerFacts) -> Sequence[str]:
    """答复时要提示可以申请法律援助"""
    return () if facts.told_of_aid else ("请先提示可以申请法律援助、告知条件和程序，再勾选",)


@guard(MANY_WAYS)
def was_answered(case: Case) -> bool:
    """还没有答复过"""
    return case.has("answer")


STATES = (
    State(code="new", title="填写中", meaning="还没有提交。"),
    State(code="waiting", title="等待答复", meaning="问题已经收到，等待律师或者工作人员答复。"),
    State(code="asked_back", title="等您补充", meaning="有一点要先问清楚，您补充以后再答复。打电话、到窗口、在网上补充都行，不用从头说。"),
    State(code="answered", title="已答复", meaning="已经答复。还不明白，可以接着问，不用从头说。"),
    State(code="closed", title="已结束", meaning="这次咨询已经结束。", final=True),
)  # fmt: skip

STEPS = (
    Step(
        code="ask", title="提出咨询", source=("new",), target="waiting", by=(A, C), asks=asked.QuestionFacts, cites=(MANY_WAYS,),
        rules=(told_how_data_is_used,), produces=("consultation_record",), tells=("aid_possible",), says="story",
        remark="打电话来的、到窗口来的，由工作人员代为记下。",
    ),
    Step(
        code="name_answerer", title="分给律师", source=OPEN, target=None, by=(C,), asks=asked.AnswererFacts, cites=(ANSWERING,),
        effect=Effect.ASSIGN, effect_fact="answerer", place=Place.ASIDE, remark="工作人员自己能答的，不用分。",
    ),
    Step(
        code="ask_back", title="问清一点情况", source=("waiting",), target="asked_back", by=(L, C), asks=asked.AskBackFacts,
        cites=(MANY_WAYS,), place=Place.ASIDE, says="asked_back",
    ),
    Step(
        code="add_words", title="补充，接着问", own_words="补充，或者接着问", source=OPEN, target="waiting", by=(A, C), asks=asked.MoreFacts,
        cites=(MANY_WAYS,), says="more_said", remark="前面说过的都在，不用再说一遍。",
    ),
    Step(
        code="answer", title="答复", source=("waiting", "asked_back"), target="answered", by=(L, C), asks=asked.AnswerFacts,
        cites=(TOLD_OF_AID, ANSWERING), rules=(aid_was_mentioned,), produces=("answer_record",), says="answer",
    ),
    Step(
        code="carry_over", title="已经转为办理事项", place=Place.ASIDE, source=OPEN, target=None, by=(A, C), asks=asked.CarriedFacts,
        cites=(TOLD_OF_AID,), private=True,
    ),
    Step(
        code="finish", title="结束咨询", own_words="问清楚了", place=Place.ENDING, source=OPEN, target="closed", by=(A, C, L),
        asks=asked.ConsultationEndFacts, cites=(MANY_WAYS,), remark="以后有事还可以再问。",
    ),
    Step(
        code="attempt_contact", title="记录联系本人", place=Place.ASIDE, source=OPEN, target=None, private=True, by=(L, C), asks=ContactFacts,
        cites=(SECRET,), rules=(contact_keeps_the_wish,), remark="打没打通都记一笔。先看清楚联系时要注意什么。",
    ),
    Step(
        code="correct_kind", title="更正事情种类", place=Place.ASIDE, source=OPEN, target=None, by=(L, C), asks=KindFacts, cites=(MANY_WAYS,),
    ),
    Step(
        code="correct_party", title="更正本人情况", place=Place.ASIDE, source=OPEN, target=None, by=(A, C), asks=PartyCorrectionFacts,
        acts_for="amended_party", cites=(SECRET,), rules=(guardian_is_named,),
    ),
    Step(
        code="rate", title="评价", place=Place.ASIDE, source=("answered",), target=None, private=True, by=(A, C), asks=RatingFacts,
        acts_for="rating_party", cites=(MANY_WAYS,), only_if=(was_answered,),
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="answer_period", title="答复咨询的期限", amount=ANSWER_DAYS, unit=Unit.WORKING_DAY, starts=(On("ask"), On("add_words")),
        stops=("answer", "ask_back", "finish"), cites=(MANY_WAYS,), expiry="请马上答复，或者先打电话说明", who=(L, C),
    ),
    Clock(
        code="reply_period", title="等本人补充的期限", amount=REPLY_DAYS, unit=Unit.DAY, starts=(On("ask_back"),),
        stops=("add_words", "answer", "finish"), cites=(MANY_WAYS,), expiry="再联系一次；联系不上的，按已知情况答复或者结束", who=(L, C),
    ),
)  # fmt: skip

NOTICES = (
    Notice(
        code="aid_possible", title="可以申请法律援助", to=(A,), cites=(TOLD_OF_AID,),
        text="请不起律师的，可以申请法律援助，不收费。经济困难的条件由省里规定；讨要工资、赡养费、工伤赔偿等在范围里；遭受家庭暴力的不看经济条件。",
    ),
)  # fmt: skip

PAPERS = (
    Paper(code="consultation_record", title="法律咨询登记表", slot=1, template="consultation/consultation_record", cites=(MANY_WAYS,),
          open_to=(A,)),
    Paper(code="answer_record", title="法律咨询答复", slot=2, template="consultation/answer_record", cites=(MANY_WAYS, TOLD_OF_AID), open_to=(A,)),
)  # fmt: skip

CONSULTATION = Procedure(
    code="consultation",
    title="法律咨询",
    effective=date(2022, 1, 1),
    initial="new",
    summary="电话、窗口、短信、网上问的，都记在一条线上，谁接着办都看得到前面说过什么；由律师或者工作人员答复；要办的，带着说过的话转成事项。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    notices=NOTICES,
    papers=PAPERS,
    settings=(ANSWER_DAYS, REPLY_DAYS),
    held_by=L,
    offices=("service_centre",),
    roads=("legal_advice",),
    where="公共法律服务中心的律师和工作人员答复，不收钱。急的先打12348。",
)
