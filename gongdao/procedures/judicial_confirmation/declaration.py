"""Judicial confirmation of a mediation agreement, carried as a child of the mediation.

Source: 人民调解法 art. 33, 民事诉讼法 arts. 187, 205, 206, 民诉解释 arts. 351–358, 372. The 2011 rules that these
overtook are not used.
"""

from datetime import date

from gongdao.law.calendar import Unit
from gongdao.law.names import (
    CIVIL_PROCEDURE_INTERPRETATION,
    CIVIL_PROCEDURE_LAW,
    COURT_FEE_RULES,
    PEOPLES_MEDIATION_LAW,
)
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import (
    PARTIES,
    Actor,
    Clock,
    Effect,
    Notice,
    On,
    Paper,
    Place,
    Procedure,
    State,
    Step,
    guard,
)
from gongdao.procedures.engine.scanning import ScanFacts, paper_exists
from gongdao.procedures.engine.timing import read_clock
from gongdao.procedures.judicial_confirmation import facts as asked

CPL, INTERPRETATION = CIVIL_PROCEDURE_LAW, CIVIL_PROCEDURE_INTERPRETATION
WITHIN_30_DAYS = CPL.article(205, 1, phrase="由双方当事人自调解协议生效之日起三十日内")
PAPERS_NEEDED = INTERPRETATION.article(354, 1, phrase="调解组织主持调解的证明")
NOT_ACCEPTED = INTERPRETATION.article(355, 1, "三", phrase="婚姻关系、亲子关系、收养关系")
OBJECT_15_DAYS = INTERPRETATION.article(372, 2, phrase="应当自收到裁定之日起十五日内提出")
STAFF = (Actor.MEDIATOR, Actor.COMMITTEE)


@guard(WITHIN_30_DAYS)
def submission_period_is_over(case: Case) -> bool:
    """申请司法确认的三十日还没有过去"""
    clock = next(c for c in case.procedure.clocks if c.code == "submission_period")
    reading = read_clock(clock, case)
    return bool(reading and reading.overdue(case.now))


@guard(OBJECT_15_DAYS)
def objection_period_is_over(case: Case) -> bool:
    """当事人对裁定提出异议的十五日还没有过去"""
    clock = next(c for c in case.procedure.clocks if c.code == "objection_period")
    reading = read_clock(clock, case)
    return bool(reading and reading.overdue(case.now))


def _printed(case: Case, party: str | None) -> bool:
    """The application and the proof have been printed since the court was last named."""
    last = case.last("print_package", "wrong_court")
    return last is not None and last.step == "print_package"


STATES = (
    State(code="prepared", title="材料已备", meaning="共同申请书和证明已经生成，签字后递交法院。"),
    State(code="submitted", title="已递交法院", meaning="已经递交，等法院决定是否受理。"),
    State(code="under_review", title="法院审查中", meaning="法院会通知各方一起到场核实情况。"),
    State(code="valid", title="裁定有效", meaning="法院裁定协议有效，可以申请强制执行。"),
    State(code="rejected", title="裁定驳回", meaning="法院驳回了申请，可以再调解，也可以起诉。", final=True),
    State(
        code="not_accepted", title="法院不受理", meaning="法院没有受理，可以再调解，也可以起诉。", final=True
    ),
    State(code="withdrawn", title="已撤回", meaning="撤回了申请；协议仍有约束力。", final=True),
    State(
        code="lapsed",
        title="逾期未递交",
        meaning="三十日内没有递交，不能再申请；协议仍有约束力。",
        final=True,
    ),
    State(code="closed", title="已办结", meaning="异议期已过或者异议已经处理。", final=True),
)

STEPS = (
    Step(
        code="prepare", place=Place.ASIDE, title="备齐申请材料", source=("prepared",), target=None, by=STAFF,
        asks=asked.PropertyProofFacts, cites=(PAPERS_NEEDED,), remark="协议涉及财产权利的，附上权利证明。",
    ),
    Step(
        code="print_package", title="生成共同申请书和调解证明", source=("prepared",), target=None, by=(*PARTIES, *STAFF),
        cites=(PAPERS_NEEDED, INTERPRETATION.article(353, 1, phrase="可以采用书面形式或者口头形式")),
        produces=("confirmation_application", "mediation_proof"), settled=_printed, remark="打印后各方签字，一起带到法院。",
    ),
    Step(
        code="scan_paper", place=Place.ASIDE, title="上传签字页", source=("prepared", "submitted", "under_review", "valid"), target=None,
        by=STAFF, asks=ScanFacts, rules=(paper_exists,), cites=(PAPERS_NEEDED,), effect=Effect.SCAN,
    ),
    Step(
        code="submit", title="递交法院", source=("prepared",), target="submitted", by=(*PARTIES, *STAFF),
        asks=asked.SubmissionFacts, dated_by="submitted_on",
        cites=(WITHIN_30_DAYS, COURT_FEE_RULES.article(8, 1, "一", phrase="特别程序审理的案件")),
    ),
    Step(
        code="lapse", place=Place.ENDING, title="逾期没有递交", source=("prepared",), target="lapsed", by=STAFF,
        only_if=(submission_period_is_over,), cites=(WITHIN_30_DAYS,), reports="confirmation_withdrawn",
    ),
    Step(
        code="withdraw", place=Place.ENDING, title="撤回司法确认申请", source=("prepared", "submitted", "under_review"), target="withdrawn",
        by=(*PARTIES, *STAFF), cites=(INTERPRETATION.article(357, 1, phrase="当事人撤回申请的，人民法院可以裁定准许"),),
        reports="confirmation_withdrawn",
    ),
    Step(
        code="court_files", title="法院立案", source=("submitted",), target="under_review", by=(Actor.COURT,),
        asks=asked.FilingFacts, dated_by="filed_on", cites=(CPL.article(187, 1, phrase="应当在立案之日起三十日内"),),
        tells=("come_together",),
    ),
    Step(
        code="court_extends", title="法院延长审查期限", place=Place.ASIDE, source=("under_review",), target=None, by=(Actor.COURT,),
        asks=asked.CourtExtensionFacts, cites=(CPL.article(187, 1, phrase="由本院院长批准"),),
    ),
    Step(
        code="court_deems_withdrawn", title="法院按撤回申请处理", place=Place.ENDING, source=("under_review",), target="withdrawn",
        by=(Actor.COURT,), asks=asked.DeemedWithdrawnFacts, dated_by="deemed_withdrawn_on",
        cites=(INTERPRETATION.article(357, 2, phrase="可以按撤回申请处理"),), reports="confirmation_withdrawn",
    ),
    Step(
        code="court_does_not_accept", title="法院不受理", source=("submitted",), target="not_accepted",
        by=(Actor.COURT,), asks=asked.NotAcceptedFacts, dated_by="not_accepted_on", cites=(NOT_ACCEPTED,),
        reports="confirmation_rejected",
    ),
    Step(
        code="wrong_court", title="法院告知不归它管辖", place=Place.ASIDE, source=("submitted",), target="prepared",
        by=(Actor.COURT,), asks=asked.WrongCourtFacts, dated_by="wrong_court_on",
        cites=(INTERPRETATION.article(355, 1, "二", phrase="不属于收到申请的人民法院管辖的"),),
        remark="三十日还没过的，改向有管辖权的法院递交。",
    ),
    Step(
        code="court_confirms", title="法院裁定协议有效", source=("under_review",), target="valid", by=(Actor.COURT,),
        asks=asked.RulingFacts, dated_by="ruling_on",
        cites=(CPL.article(206, 1, phrase="裁定调解协议有效"),), tells=("third_person_objection",), reports="confirmed",
        produces=("ruling_note",),
    ),
    Step(
        code="court_rejects", title="法院裁定驳回", source=("under_review",), target="rejected", by=(Actor.COURT,),
        asks=asked.RejectionFacts, dated_by="ruling_on",
        cites=(CPL.article(206, 1, phrase="裁定驳回申请"), INTERPRETATION.article(358, 1, "五", phrase="内容不明确的")),
        reports="confirmation_rejected", produces=("ruling_note",),
    ),
    Step(
        code="object_to_ruling", title="登记对裁定的异议", own_words="我对裁定提出了异议", source=("valid",), target=None, by=(*PARTIES, *STAFF),
        asks=asked.CourtObjectionFacts, acts_for="ruling_objector", dated_by="ruling_objected_on",
        cites=(OBJECT_15_DAYS,),
    ),
    Step(
        code="close", title="办结", source=("valid",), target="closed", by=STAFF,
        only_if=(objection_period_is_over,), cites=(CPL.article(185, 1, phrase="实行一审终审"),),
    ),
)  # fmt: skip

CLOCKS = (
    Clock(
        code="submission_period",
        title="递交法院的期限",
        amount=30,
        unit=Unit.DAY,
        starts=(On("sign_agreement", of_parent=True),),
        stops=("submit", "withdraw", "lapse"),
        reopened_by=("wrong_court",),
        cites=(
            WITHIN_30_DAYS,
            PEOPLES_MEDIATION_LAW.article(33, 1, phrase="自调解协议生效之日起三十日内共同"),
        ),
        expiry="不能再申请司法确认；协议仍有约束力，有争议可以起诉",
        closes=("submit",),
        who=(*PARTIES, *STAFF),
    ),
    Clock(
        code="court_period",
        title="法院审查的期限",
        amount=30,
        unit=Unit.DAY,
        starts=(On("court_files"),),
        stops=("court_confirms", "court_rejects", "withdraw", "court_deems_withdrawn"),
        extended_by=On("court_extends", "court_extended_until"),
        cites=(CPL.article(187, 1, phrase="应当在立案之日起三十日内"),),
        expiry="向法院问一问进度；院长可以批准延长",
        who=(Actor.COURT,),
    ),
    Clock(
        code="objection_period",
        title="当事人对裁定提出异议的期限",
        amount=15,
        unit=Unit.DAY,
        starts=(On("court_confirms"),),
        stops=("close",),  # each party has the whole period, whoever objected before
        cites=(OBJECT_15_DAYS,),
        expiry="当事人不能再对裁定提出异议",
        closes=("object_to_ruling",),
        who=PARTIES,
    ),
)

NOTICES = (
    Notice(
        code="come_together",
        title="法院会通知各方一起到场核实",
        to=PARTIES,
        text="法院审查时会通知各方一起到场；要求补充说明或者材料的，请在限期内补上。没有正当理由不补、不答的，法院可以按撤回申请处理。",
        cites=(
            INTERPRETATION.article(356, 1, phrase="应当通知双方当事人共同到场"),
            INTERPRETATION.article(357, 2, phrase="可以按撤回申请处理"),
        ),
    ),
    Notice(
        code="third_person_objection",
        title="权利受影响的其他人可以提出异议",
        to=PARTIES,
        text="利害关系人认为裁定侵害了自己的权利，可以自知道或者应当知道之日起六个月内向作出裁定的法院提出异议。",
        cites=(INTERPRETATION.article(372, 2, phrase="权益受到侵害之日起六个月内提出"),),
    ),
)

_SLOT = 11


def _paper(code: str, title: str, signed_by: tuple[str, ...], signature_required: bool) -> Paper:
    return Paper(
        code=code, title=title, slot=_SLOT, template=f"judicial_confirmation/{code}", cites=(PAPERS_NEEDED,),
        signed_by=signed_by, signature_required=signature_required, open_to=PARTIES,
    )  # fmt: skip


PAPERS = (
    _paper("confirmation_application", "司法确认申请书", ("各方申请人",), True),
    _paper("mediation_proof", "调解组织主持调解的证明", ("调解员",), True),
    _paper("ruling_note", "法院裁定登记", (), False),
)

JUDICIAL_CONFIRMATION = Procedure(
    code="judicial_confirmation",
    title="司法确认",
    effective=date(2024, 1, 1),
    initial="prepared",
    summary="各方当事人共同请求人民法院确认调解协议有效。不收费，确认后可以强制执行。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    notices=NOTICES,
    papers=PAPERS,
)
