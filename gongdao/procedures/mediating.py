"""What is the same whoever mediates: the acts of people's mediation, lent to other mediations under their own law."""

from dataclasses import dataclass
from typing import Any

from gongdao.law.citation import Citation
from gongdao.law.names import CIVIL_PROCEDURE_INTERPRETATION, CIVIL_PROCEDURE_LAW, DOMESTIC_VIOLENCE_LAW
from gongdao.procedures.engine.declaration import PARTIES, Actor, Clock, Notice, On, Step
from gongdao.procedures.engine.deriving import under
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION

A, M, C = Actor.APPLICANT, Actor.MEDIATOR, Actor.COMMITTEE
STAFF = (M, C)
CPL, INTERPRETATION = CIVIL_PROCEDURE_LAW, CIVIL_PROCEDURE_INTERPRETATION
SAFETY = (
    DOMESTIC_VIOLENCE_LAW.article(23, 1, phrase="向人民法院申请人身安全保护令的"),
    DOMESTIC_VIOLENCE_LAW.article(5, 2, phrase="尊重受害人真实意愿，保护当事人隐私"),
)
_CLOCKS = {clock.code: clock for clock in PEOPLE_MEDIATION.clocks}


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """The articles of one law for what every mediation does."""

    voluntary: Citation  # nobody is mediated unwilling; whoever agreed may stop
    prompt: Citation  # how it is carried on
    heard: Citation  # people are heard
    kept: Citation  # what is written down and filed
    agreed: Citation  # the agreement is put in writing
    binding: Citation  # and must be kept
    unkept: Citation  # where to turn if it is not
    fair: Citation  # those who mediate are fair; who says otherwise is answered


def lent(code: str, /, *cites: Citation, **changes: Any) -> Step:
    """A step of people's mediation under these articles."""
    return under(PEOPLE_MEDIATION.step_by_code[code], *cites, **changes)


def lent_clock(code: str, /, *cites: Citation, **changes: Any) -> Clock:
    """A clock of people's mediation under these articles."""
    return under(_CLOCKS[code], *cites, **changes)


def lent_notice(code: str, /, *cites: Citation, **changes: Any) -> Notice:
    """A notice of people's mediation under these articles."""
    return under(PEOPLE_MEDIATION.notice_by_code[code], *cites, **changes)


def agreeing(g: Grounds) -> tuple[Step, ...]:
    """From the draft to everybody having understood it."""
    return (
        lent("draft_agreement", g.agreed),
        lent("acknowledge_read_back", g.voluntary),
        lent("reopen_talks", g.voluntary),
    )


def following(g: Grounds) -> tuple[Step, ...]:
    """Whether the agreement is kept."""
    return (
        lent("record_performance", g.binding),
        lent("close_performed", g.binding),
        lent("record_default", g.unkept),
    )


def confirming(*jointly: Citation) -> tuple[Step, ...]:
    """Asking a court together to confirm the agreement, and what its ruling leads to."""
    return (
        lent("agree_to_confirmation", *jointly),
        lent("request_confirmation", *jointly),
        lent("confirmed", CPL.article(206, 1, phrase="对方当事人可以向人民法院申请执行")),
        lent("confirmation_rejected", CPL.article(206, 1, phrase="可以通过调解方式变更原调解协议")),
        lent(
            "confirmation_withdrawn",
            INTERPRETATION.article(357, 1, phrase="当事人撤回申请的，人民法院可以裁定准许"),
        ),
        lent("remediate", CPL.article(206, 1, phrase="可以通过调解方式变更原调解协议")),
    )


def confirmation_clocks(
    *jointly: Citation, after: tuple[str, ...] = ("sign_agreement",)
) -> tuple[Clock, ...]:
    """Thirty days from the steps that put the agreement in effect to ask the court; two years to enforce its ruling."""
    return (
        lent_clock(
            "confirmation_period",
            CPL.article(205, 1, phrase="由双方当事人自调解协议生效之日起三十日内"),
            *jointly,
            starts=tuple(On(code) for code in after),
        ),
        lent_clock(
            "enforcement_period",
            CPL.article(250, 1, phrase="申请执行的期间为二年"),
            CPL.article(250, 2, phrase="从法律文书规定履行期间的最后一日"),
        ),
    )


def confirmation_notices(*jointly: Citation) -> tuple[Notice, ...]:
    """What people must be told of confirmation."""
    rejected = "可以再调解、改变原来的协议，也可以向人民法院起诉。"
    return (
        lent_notice("confirmation_possible", *jointly),
        lent_notice(
            "enforcement_possible",
            CPL.article(206, 1, phrase="对方当事人可以向人民法院申请执行"),
            CPL.article(250, 2, phrase="从法律文书规定履行期间的最后一日"),
        ),
        lent_notice(
            "confirmation_refused",
            CPL.article(206, 1, phrase="可以通过调解方式变更原调解协议"),
            text=rejected,
        ),
    )


def everyday(g: Grounds, *, open_in: tuple[str, ...], anywhere: tuple[str, ...]) -> tuple[Step, ...]:
    """What may be noted at any time while the matter is open, and until it is filed away."""
    return (
        lent("attempt_contact", g.prompt, source=open_in),
        lent("authorise_agent", *_own("authorise_agent"), source=open_in),
        lent("add_evidence", g.heard, source=open_in),
        lent("correct_kind", g.kept, source=open_in),
        lent("record_identity", g.kept, source=anywhere),
        lent("correct_party", *_own("correct_party"), source=anywhere),
        lent("set_safety", *_own("set_safety"), source=anywhere),
        lent("mind_other_side", *_own("mind_other_side"), source=anywhere),
        lent("scan_paper", g.kept, source=anywhere),
        lent("object", g.fair, source=anywhere, remark="由另外的人答复，不由承办人自己答复。"),
        lent("rate", g.fair, source=anywhere, by=(*PARTIES, *STAFF)),
    )


def _own(code: str) -> tuple[Citation, ...]:
    """Articles that hold in any procedure: the Civil Code, the laws on personal data and on domestic violence."""
    return PEOPLE_MEDIATION.step_by_code[code].cites
