"""What the mediations by authorities have in common: a sector names its body, its articles and its words, and adds what
only its law knows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from gongdao.law.citation import Citation
from gongdao.law.electronic import ONLY_INK
from gongdao.law.names import CIVIL_CODE, LIMITATION_RULES
from gongdao.procedures.administrative_mediation import facts as asked
from gongdao.procedures.administrative_mediation import states
from gongdao.procedures.administrative_mediation.rules import all_signed, no_bar
from gongdao.procedures.engine.declaration import (
    PARTIES,
    Actor,
    Clock,
    Notice,
    Paper,
    Place,
    Procedure,
    Setting,
    Step,
)
from gongdao.procedures.engine.deriving import citing, fitted, under
from gongdao.procedures.engine.everyday import ArchiveFacts
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.handing import handing_out, nothing_is_handed_out
from gongdao.procedures.mediating import (
    SAFETY,
    STAFF,
    Grounds,
    agreeing,
    everyday,
    following,
    lent,
    lent_notice,
)
from gongdao.procedures.people_mediation import guards as any_mediation
from gongdao.procedures.people_mediation.clocks import SCHEDULES as INSTALMENTS

A, M, C = Actor.APPLICANT, Actor.MEDIATOR, Actor.COMMITTEE
HERE = "administrative_mediation"
INTERRUPTED = LIMITATION_RULES.article(12, 1, phrase="诉讼时效从提出请求之日起中断")
ENDED = ("fail", "end_on_request", "end_elsewhere", "refuse", "withdraw")
AGREED = ("sign_agreement", "settle_orally")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """One sector's law: who mediates under which articles, and the words people read."""

    code: str
    title: str
    effective: date
    summary: str
    offices: tuple[str, ...]  # the bodies that the law lets mediate, by kind of office
    where: str
    kinds: tuple[str, ...]  # the kinds of dispute it is for
    roads: tuple[str, ...] = ()  # the roads of triage that lead here
    grounds: Grounds
    applied: Citation  # that people may turn to this body
    accepted: Citation  # what is looked at before it is taken in
    declined: Citation
    ended: Citation  # when it ends without an agreement
    takes_effect: Citation
    asks: type[Facts] = asked.AuthorityApplicationFacts
    accepts: type[Facts] = asked.AuthorityAcceptanceFacts
    declines: type[Facts] = asked.AuthorityDeclineFacts
    sealed: bool = False  # whether the law asks for the mediator's signature and a seal
    agreement_title: str
    end_title: str = "终止调解通知书"
    effect: str  # when the agreement takes effect and what it binds to, in plain words
    unkept: str  # where to turn if it is not kept
    other_roads: str  # where to turn if there is none


def intake(s: Sector) -> tuple[Step, ...]:
    """From the application to the decision to take it in."""
    return (
        lent("apply", s.applied, asks=s.asks, tells=("time_bar_interrupted", "rights"),
             title=f"申请{s.title}"),
        Step(
            code="accept", title="受理", source=("registered",), target="asking", by=(C,), asks=s.accepts, dated_by="accepted_on",
            cites=(s.accepted,), rules=(no_bar(s.accepted, s.declined),), produces=("acceptance_notice",), tells=("rights",),
            remark="下面各种情形逐条看过，一条都没有才能受理。",
        ),
        Step(
            code="decline", title="不予受理", place=Place.ENDING, source=("registered", "asking"), target="not_admissible", by=(C,),
            asks=s.declines, cites=(s.declined,), produces=("decline_notice",), tells=("other_roads",),
            remark="一定写明理由，并告知该走哪条路。",
        ),
        lent("withdraw", s.grounds.voluntary),
    )  # fmt: skip


def mediating(s: Sector) -> tuple[Step, ...]:
    """Will, mediator, sessions, experts."""
    g = s.grounds
    consent = citing(any_mediation.all_have_consented, g.voluntary)
    return (
        lent("consent", g.voluntary),
        lent("refuse", g.voluntary, produces=("end_notice",)),
        lent("assign_mediator", g.prompt, by=(C,), only_if=(consent,), title="确定谁来调解"),
        lent("declare_interest", g.fair),
        lent("reject_mediator", g.fair, title="申请换人调解（回避）", remark="由本机关决定换谁。"),
        lent("hold_session", g.heard, only_if=(consent, citing(any_mediation.mediator_has_no_conflict, g.fair), citing(any_mediation.nobody_rejects_mediator, g.fair))),
        lent("ask_expert", g.heard), lent("receive_expert", g.heard),
    )  # fmt: skip


def settling(s: Sector) -> tuple[Step, ...]:
    """The agreement and what becomes of it, or the end without one."""
    g = s.grounds
    signing = (
        {}
        if s.sealed
        else {"asks": asked.SignedPageFacts, "rules": (all_signed(s.takes_effect),), "title": "各方签字"}
    )
    return (
        *agreeing(g),
        lent("sign_agreement", s.takes_effect, tells=("binding", "ink_only"), remark="签好后拍照归到卷里。", **signing),
        lent("fail", s.ended, produces=("end_notice",), tells=("other_roads",)),
        lent("end_on_request", g.voluntary, produces=("end_notice",), tells=("other_roads",)),
        lent("end_elsewhere", s.ended, asks=asked.ElsewhereFacts, applies_if=None, produces=("end_notice",), tells=("other_roads",)),
        *following(g),
    )  # fmt: skip


def beside(s: Sector) -> tuple[Step, ...]:
    """What may be noted at any time; somebody else than who mediates answers an objection."""
    g = s.grounds
    return (
        *everyday(g, open_in=states.OPEN, anywhere=states.NOT_ARCHIVED),
        lent("answer_objection", g.fair, source=states.NOT_ARCHIVED, by=(C,), apart_from=("hold_session", "sign_agreement"),
             remark="由没有承办这件事的人答复。"),
        Step(
            code="archive", title="立卷归档", source=(*states.BOUND, *states.OVER), target="archived", by=STAFF, asks=ArchiveFacts,
            cites=(g.kept,), produces=("cover",),
            only_if=(
                citing(any_mediation.no_open_objection, g.fair), citing(any_mediation.nothing_is_owed, g.binding), nothing_is_handed_out,
            ),
        ),
    )  # fmt: skip


def notices_of(s: Sector) -> tuple[Notice, ...]:
    """What people must be told, in the sector's words."""
    g = s.grounds
    return (
        Notice(
            code="time_bar_interrupted", title="提出请求的时间已经记下", to=(A,), cites=(INTERRUPTED,),
            text="向依法有权解决纠纷的机关、组织提出请求，诉讼时效从提出那一天起中断；已经过了时效的，不会因此恢复。",
        ),
        Notice(
            code="rights", title="您的权利", to=PARTIES, cites=(g.voluntary, g.fair, g.heard),
            text="调解要双方自愿：您可以同意，也可以不同意，随时可以要求停止，不用说理由。调解的人和对方有关系的，可以申请换人。"
            "自己拿主意，愿意才签。调解不耽误您走别的路。",
        ),
        Notice(code="other_roads", title="还可以走别的路", to=PARTIES, text=s.other_roads, cites=(s.ended, g.unkept)),
        Notice(code="binding", title="协议怎么生效", to=PARTIES, text=s.effect, cites=(s.takes_effect, g.binding)),
        lent_notice("default_roads", g.unkept, text=s.unkept),
        lent_notice("protection_first", *SAFETY),
        lent_notice("ink_only", ONLY_INK),
    )  # fmt: skip


def papers_of(s: Sector) -> tuple[Paper, ...]:
    """The file of a sector; what differs in words is read from the sector."""
    g, lender = s.grounds, "people_mediation"

    def paper(code: str, title: str, slot: int, *cites: Citation, home: str = HERE, **more: Any) -> Paper:
        return Paper(
            code=code,
            title=title,
            slot=slot,
            template=f"{home}/{code}",
            cites=cites,
            reads=lambda *_: s,
            **more,
        )

    return (
        paper("cover", "卷宗封面", 0, g.kept, home=lender),
        paper("application", f"{s.title}申请书", 1, s.applied, must=True, signed_by=("申请人",), open_to=(A,)),
        paper("receipt", "收件回执", 1, INTERRUPTED, open_to=(A,)),
        paper("acceptance_notice", "受理调解通知书", 2, s.accepted, open_to=PARTIES),
        paper("decline_notice", "不予受理告知书", 2, s.declined, open_to=(A,)),
        paper("identity", "身份证明", 3, g.kept, home=lender),
        paper("authorisation", "授权委托书", 4, CIVIL_CODE.article(165, 1, phrase="代理事项、权限和期限"), home=lender,
              signed_by=("委托人", "代理人"), signature_required=True),
        paper("evidence_list", "证据材料清单", 5, g.heard, home=lender, signed_by=("提供人",)),
        paper("session_record", "调解记录", 6, g.kept, home=lender, signed_by=("各方当事人", "调解员")),
        paper("agreement", s.agreement_title, 7, g.agreed, s.takes_effect, must=True, signed_by=("各方当事人",),
              signature_required=True, open_to=PARTIES),
        paper("end_notice", s.end_title, 7, s.ended, must=True, open_to=PARTIES),
        paper("performance_record", "履行情况登记", 8, g.binding, home=lender, open_to=PARTIES),
    )  # fmt: skip


def declare(
    s: Sector,
    *,
    own: tuple[Step, ...] = (),
    without: tuple[str, ...] = (),
    clocks: tuple[Clock, ...] = (),
    notices: tuple[Notice, ...] = (),
    papers: tuple[Paper, ...] = (),
    more_states: tuple[Any, ...] = (),
    settings: tuple[Setting, ...] = (),
    also_tells: Mapping[str, tuple[str, ...]] | None = None,
) -> Procedure:
    """The whole declaration: the frame, with the sector's own steps in place of those of the same code."""
    declared = (*intake(s), *mediating(s), *settling(s), *beside(s))
    replaced = {step.code for step in own} | set(without)
    steps = tuple(_telling(step, also_tells or {}) for step in declared if step.code not in replaced) + own
    all_states = _with(states.STATES, more_states)
    steps += handing_out(tuple(one.code for one in all_states[1:] if not one.final), C)
    return Procedure(
        code=s.code, title=s.title, effective=s.effective, initial="new", summary=s.summary, states=all_states,
        steps=fitted(steps, frozenset(state.code for state in all_states)), clocks=clocks,
        schedules=tuple(under(one, s.grounds.binding) for one in INSTALMENTS), notices=(*notices_of(s), *notices),
        papers=(*papers_of(s), *papers), settings=settings, offices=s.offices, where=s.where, kinds=s.kinds, roads=s.roads,
    )  # fmt: skip


def _telling(step: Step, more: Mapping[str, tuple[str, ...]]) -> Step:
    return replace(step, tells=(*step.tells, *more.get(step.code, ())))


def _with(known: tuple[Any, ...], more: tuple[Any, ...]) -> tuple[Any, ...]:
    """The states in their order, the sector's own before the last one."""
    return (*known[:-1], *more, known[-1])
