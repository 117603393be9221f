"""The objection to a decision not to give, or to end, legal aid: a child of that matter, at the bureau above.

Source: 法律援助法 art. 49.
"""

from datetime import date

from pydantic import Field

from gongdao.law.calendar import Unit
from gongdao.law.names import LEGAL_AID_LAW
from gongdao.procedures.engine.declaration import Actor, Clock, On, Paper, Place, Procedure, State, Step
from gongdao.procedures.engine.facts import Facts, Sealed

IN_FIVE_DAYS = LEGAL_AID_LAW.article(49, 2, phrase="自收到异议之日起五日内")
UPHOLD = LEGAL_AID_LAW.article(49, 2, phrase="维持法律援助机构决定")
CORRECT = LEGAL_AID_LAW.article(49, 2, phrase="责令法律援助机构改正")
C = Actor.COMMITTEE


class ObjectionDecisionFacts(Facts):
    """The bureau's decision with its reasons."""

    bureau_reason: Sealed = Field(title="审查认定的情况和理由", min_length=6)


class InquiryFacts(Facts):
    """What the bureau asked the centre or the person, and heard."""

    inquiry: Sealed = Field(title="向谁了解、了解到什么", min_length=2)


STATES = (
    State(code="received", title="司法局审查中", meaning="司法局已经收到异议，五日内审查并答复。"),
    State(code="upheld", title="维持原决定", meaning="司法局维持了原来的决定，可以依法申请行政复议或者起诉。", final=True),
    State(code="corrected", title="责令改正", meaning="司法局责令法律援助机构改正。", final=True),
    State(code="dropped", title="已撤回异议", meaning="提出的人撤回了异议。", final=True),
)  # fmt: skip

STEPS = (
    Step(
        code="inquire", title="登记了解到的情况", place=Place.ASIDE, source=("received",), target=None, by=(C,), private=True,
        asks=InquiryFacts, cites=(IN_FIVE_DAYS,),
    ),
    Step(
        code="uphold", title="维持法律援助机构的决定", source=("received",), target="upheld", by=(C,), asks=ObjectionDecisionFacts,
        cites=(UPHOLD,), reports="decision_upheld", produces=("objection_decision",),
    ),
    Step(
        code="order_correction", title="责令法律援助机构改正", source=("received",), target="corrected", by=(C,),
        asks=ObjectionDecisionFacts, cites=(CORRECT,), reports="correction_ordered", produces=("objection_decision",),
    ),
    Step(
        code="drop", title="撤回异议", place=Place.ENDING, source=("received",), target="dropped", by=(Actor.APPLICANT,),
        cites=(LEGAL_AID_LAW.article(49, 1, phrase="有异议的，可以向设立该法律援助机构"),), reports="objection_dropped",
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="bureau_period", title="司法局审查异议的期限", amount=5, unit=Unit.DAY,
        starts=(On("object_to_decision", of_parent=True),), stops=("uphold", "order_correction", "drop"), cites=(IN_FIVE_DAYS,),
        expiry="已经超过五日，马上作出决定并告知", who=(C,),
    ),
)  # fmt: skip

PAPERS = (
    Paper(
        code="objection_decision", title="法律援助异议审查决定书", slot=15, template="legal_aid_objection/objection_decision",
        cites=(IN_FIVE_DAYS,), open_to=(Actor.APPLICANT,),
    ),
)  # fmt: skip

LEGAL_AID_OBJECTION = Procedure(
    code="legal_aid_objection",
    title="法律援助异议",
    effective=date(2022, 1, 1),
    initial="received",
    summary="对不予援助、终止援助的决定不服，由设立法律援助机构的司法行政部门在五日内审查。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    papers=PAPERS,
    held_by=None,
    offices=("county_bureau", "city_bureau"),
)
