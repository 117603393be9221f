"""What holds however people walk through a procedure: random walks over its steps."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongdao.law.calendar import SHANGHAI, Calendar, Unit
from gongdao.procedures.administrative_mediation.labour import LABOUR_MEDIATION
from gongdao.procedures.administrative_mediation.police import POLICE_MEDIATION
from gongdao.procedures.administrative_mediation.traffic import TRAFFIC_MEDIATION
from gongdao.procedures.consultation.declaration import CONSULTATION
from gongdao.procedures.counsel_settlement.declaration import COUNSEL_SETTLEMENT
from gongdao.procedures.court_mediation import states as court_states
from gongdao.procedures.court_mediation.declaration import COURT_MEDIATION
from gongdao.procedures.court_mediation.facts import ReferralMode
from gongdao.procedures.duty_lawyer.declaration import DUTY_LAWYER
from gongdao.procedures.engine.case import Case, Happened
from gongdao.procedures.engine.declaration import Actor, Clock, Procedure, Step
from gongdao.procedures.engine.facts import FactMark, Facts, PartyFacts
from gongdao.procedures.engine.marks import marked_fields
from gongdao.procedures.engine.moves import Refused, offers, refusals, take
from gongdao.procedures.engine.recording import canonical, record
from gongdao.procedures.engine.timing import read_clocks
from gongdao.procedures.handing import Body
from gongdao.procedures.handover_in.declaration import HANDOVER_IN
from gongdao.procedures.handover_out.declaration import HANDOVER_OUT
from gongdao.procedures.judicial_confirmation.declaration import JUDICIAL_CONFIRMATION
from gongdao.procedures.legal_aid import states as aid_states
from gongdao.procedures.legal_aid.declaration import LEGAL_AID
from gongdao.procedures.legal_aid_evaluation.declaration import LEGAL_AID_EVALUATION
from gongdao.procedures.legal_aid_objection.declaration import LEGAL_AID_OBJECTION
from gongdao.procedures.notary_booking.declaration import NOTARY_BOOKING
from gongdao.procedures.people_mediation import states
from gongdao.procedures.people_mediation.agreement import Obligation
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION
from gongdao.procedures.petition_reception.declaration import PETITION_RECEPTION
from gongdao.procedures.registry import PROCEDURES
from gongdao.procedures.village_counsel.declaration import VILLAGE_COUNSEL
from tests.scenarios.facts import ordinary
from tests.scenarios.ordinary.authority import KINDS as ADMINISTRATIVE

CALENDAR = Calendar()
OFFICE = {
    "general_target_days": 30, "visit_after_days": 10, "supplement_days": 15, "objection_days": 15, "report_days": 30,
    "handover_send_days": 2, "handover_receipt_days": 5, "handover_arrange_days": 3, "handover_tell_days": 3,
    "handover_reply_days": 5, "handover_result_days": 30, "court_reply_days": 5, "land_target_days": 30, "medical_expert_from": {"2020-01-01": 100_000}, "court_return_days": 1, "subsidy_out_of_court": {"2020-01-01": 1200}, "counsel_visit_fee": {"2020-01-01": 200}, "income_line": {"2020-01-01": 1800},
}  # fmt: skip
KINDS = ("neighbour", "medical", "other_labour", "traffic")
PARTY_OF = {Actor.APPLICANT: "p1", Actor.RESPONDENT: "p2"}
# a move: which of the steps at hand, how many days later, which party staff write about, forward or anything
Move = tuple[int, int, int, bool]
MOVES = st.lists(
    st.tuples(
        st.integers(0, 60), st.integers(0, 45), st.integers(1, 2), st.sampled_from((True, True, True, False))
    ),
    max_size=30,
)
STARTS = st.integers(0, 700).map(lambda n: datetime(2024, 11, 1, 10, tzinfo=SHANGHAI) + timedelta(n))
WALKS = settings(max_examples=60, deadline=None)


# Where a matter leaves the usual road, so that a walk that means to go on does not go there.
OFF_THE_ROAD = frozenset(
    {
        *states.OVER,
        *court_states.CAME_TO_NOTHING,
        "suspended",
        "declined",
        *aid_states.DECIDED_AGAINST,
        "withdrawn",
        "archived",
        "to_correct",
        "dropped",
        "kept",
        "recalled",
        "sent_back",
        "withdrawn_by_sender",
    }
)


def facts_for(step: Step, case: Case, actor: Actor, party: int, kind: str = "neighbour") -> Facts:
    given = ordinary(step, case, case.now, PARTY_OF.get(actor, f"p{party}"))
    given |= {"kind": kind} if "kind" in given else {}
    given |= {
        name: ["p1", "p2"]
        for name in ("signed_parties", "joint_parties", "told_whom")
        if given.get(name) == []
    }
    return step.asks.model_validate(given)


def open_steps(case: Case, forward: bool) -> list[tuple[Step, Actor]]:
    """The steps that somebody could take now; ``forward`` prefers those that bring the matter on, then those
    that leave it where it is."""
    found = [(offer.step, actor) for actor in Actor for offer in offers(case, [actor]) if offer.open]
    if not forward:
        return found
    order = [state.code for state in case.procedure.states if state.code not in OFF_THE_ROAD]
    later = order[order.index(case.state) + 1 :] if case.state in order else []
    onward = [(step, actor) for step, actor in found if step.target in later]
    return onward or [(step, actor) for step, actor in found if step.target is None] or found


def walk(case: Case, moves: Sequence[Move], kind: str = "neighbour") -> Iterator[tuple[Case, Facts]]:
    """Every case on the way, with the facts given last."""
    for which, days, party, forward in moves:
        case = case.at(case.now + timedelta(days=days))
        steps = open_steps(case, forward)
        if not steps:
            return
        step, actor = steps[which % len(steps)]
        facts = facts_for(step, case, actor, party, kind)
        if refusals(case, step, actor, facts):
            continue
        case = take(case, step.code, actor, facts)
        yield case, facts


def mediation(start: datetime) -> Case:
    return Case(PEOPLE_MEDIATION, start, CALENDAR, settings=OFFICE)


TO_AN_AGREEMENT = (
    ("apply", Actor.APPLICANT, 1), ("accept", Actor.COMMITTEE, 1), ("consent", Actor.RESPONDENT, 2),
    ("assign_mediator", Actor.HEAD, 1), ("declare_interest", Actor.MEDIATOR, 1),
    ("hold_session", Actor.MEDIATOR, 1), ("draft_agreement", Actor.MEDIATOR, 1),
    ("acknowledge_read_back", Actor.APPLICANT, 1), ("acknowledge_read_back", Actor.RESPONDENT, 2),
    ("sign_agreement", Actor.MEDIATOR, 1),
)  # fmt: skip


def agreed(start: datetime, until: int = len(TO_AN_AGREEMENT)) -> Case:
    """A mediation that has come to a written agreement, or the first steps on the way there."""
    case = mediation(start)
    for code, actor, party in TO_AN_AGREEMENT[:until]:
        case = take(case, code, actor, facts_for(case.procedure.step_by_code[code], case, actor, party))
    return case


def talking(start: datetime) -> Case:
    """A mediation of which one session was held."""
    return agreed(start, 6)


def kept(start: datetime) -> Case:
    """A mediation whose agreement has been kept, as the party says who was to be paid."""
    case = agreed(start)
    step = case.procedure.step_by_code["record_performance"]
    return take(case, step.code, Actor.APPLICANT, facts_for(step, case, Actor.APPLICANT, 1))


def confirmation(start: datetime) -> Case:
    parent, request = agreed(start), PEOPLE_MEDIATION.step_by_code["request_confirmation"]
    parent = take(parent, request.code, Actor.MEDIATOR, facts_for(request, parent, Actor.APPLICANT, 1))
    return Case(JUDICIAL_CONFIRMATION, start, CALENDAR, settings=OFFICE, parent=parent)


def child_of(procedure: Procedure, parent: Procedure, opening: str) -> Callable[[datetime], Case]:
    """A child as it begins, its parent having just taken the step that opens it."""

    def begin(start: datetime) -> Case:
        above = Case(parent, start, CALENDAR, settings=OFFICE)
        for code, actor in (("apply", Actor.APPLICANT), ("refuse", Actor.COMMITTEE)):
            above = take(above, code, actor, facts_for(parent.step_by_code[code], above, actor, 1))
        step = parent.step_by_code[opening]
        facts = step.asks.model_validate(ordinary(step, above, above.now, "p1"))
        recorded = record(facts, seq=3, next_party=9, seal=lambda _: "").facts
        above = above.after(Happened(opening, above.now, step.by[0], recorded))
        return Case(procedure, start, CALENDAR, settings=OFFICE, parent=above)

    return begin


def settlement(start: datetime) -> Case:
    """What a village's adviser is paid for a quarter, sent when the quarter was over."""
    above = Case(VILLAGE_COUNSEL, start, CALENDAR, settings=OFFICE)
    for code, actor in (
        ("register_contract", Actor.COMMITTEE), ("name_adviser", Actor.COMMITTEE), ("log_visit", Actor.MEDIATOR),
        ("confirm_visits", Actor.APPLICANT), ("send_quarter", Actor.COMMITTEE),
    ):  # fmt: skip
        step = VILLAGE_COUNSEL.step_by_code[code]
        above = above.at(above.now + timedelta(100 if code == "send_quarter" else 0))
        facts = facts_for(step, above, actor, 1)
        if code == "register_contract":
            first = start.date()
            facts = facts.model_copy(
                update={"contract_starts": first, "contract_ends": first + timedelta(700)}
            )
        above = take(above, code, step.by[0], facts)
    return Case(COUNSEL_SETTLEMENT, above.now, CALENDAR, settings=OFFICE, parent=above)


COURT_TO_TALKS = (
    ("receive_referral", Actor.COMMITTEE, 1), ("accept", Actor.COMMITTEE, 1), ("consent", Actor.RESPONDENT, 2),
    ("assign_mediator", Actor.HEAD, 1), ("declare_interest", Actor.MEDIATOR, 1), ("tell_rules", Actor.MEDIATOR, 1),
    *TO_AN_AGREEMENT[5:-1],
)  # fmt: skip


def for_court(
    *last: tuple[str, Actor, int], mode: ReferralMode = ReferralMode.DISPATCHED, until: int | None = None
) -> Callable[[datetime], Case]:
    """A mediation for a court on the way to a draft, and what comes then."""

    def begin(start: datetime) -> Case:
        case = Case(COURT_MEDIATION, start, CALENDAR, settings=OFFICE)
        for code, actor, party in (*COURT_TO_TALKS[:until], *last):
            facts = facts_for(case.procedure.step_by_code[code], case, actor, party)
            if code == "receive_referral":
                facts = facts.model_copy(update={"referral_mode": mode})
            case = take(case, code, actor, facts)
        return case

    return begin


def beginning_of(procedure: Procedure) -> Callable[[datetime], Case]:
    """A case of which nothing has happened yet."""
    return lambda start: Case(procedure, start, CALENDAR, settings=OFFICE)


def handed(procedure: Procedure, *codes: str, sender: str = "police") -> Callable[[datetime], Case]:
    """A hand-over as it begins, its matter having just been refused by the other side."""

    def begin(start: datetime) -> Case:
        above = mediation(start)
        for code in (*codes, "refuse"):
            step = PEOPLE_MEDIATION.step_by_code[code]
            facts = facts_for(step, above, Actor.RESPONDENT, 2)
            if code == "refer_in":
                facts = facts.model_copy(update={"sender_kind": Body(sender)})
            above = take(above, code, Actor.COMMITTEE, facts)
        return Case(procedure, start, CALENDAR, settings=OFFICE, parent=above)

    return begin


BEGINNINGS = {
    "application": mediation,
    "session": talking,
    "agreement": agreed,
    "confirmation": confirmation,
    "court": beginning_of(COURT_MEDIATION),
    "court agreed": for_court(("sign_agreement", Actor.MEDIATOR, 1)),
    "police": beginning_of(POLICE_MEDIATION),
    "traffic": beginning_of(TRAFFIC_MEDIATION),
    "aid": beginning_of(LEGAL_AID),
    "duty": beginning_of(DUTY_LAWYER),
    "handed out": handed(HANDOVER_OUT, "apply", "hand_out"),
    "handed in": handed(HANDOVER_IN, "refer_in"),
    "handed in by petition office": handed(HANDOVER_IN, "refer_in", sender="petition"),
    "objection": child_of(LEGAL_AID_OBJECTION, LEGAL_AID, "object_to_decision"),
    "evaluation": child_of(LEGAL_AID_EVALUATION, LEGAL_AID, "ask_evaluation"),
}
BEGINNINGS |= {
    procedure.code: beginning_of(procedure)
    for procedure in (VILLAGE_COUNSEL, CONSULTATION, PETITION_RECEPTION, NOTARY_BOOKING)
} | {"settlement": settlement}
AUTHORITIES = tuple(procedure for procedure in PROCEDURES if procedure.code in ADMINISTRATIVE)


def settled(
    procedure: Procedure, *last: tuple[str, Actor, int], until: int | None = None
) -> Callable[[datetime], Case]:
    """A mediation by an authority on the way to a signed agreement, and what comes then."""

    def begin(start: datetime) -> Case:
        case = Case(procedure, start, CALENDAR, settings=OFFICE)
        for code, actor, party in (*TO_AN_AGREEMENT[:until], *last):
            actor = Actor.COMMITTEE if actor is Actor.HEAD else actor
            case = take(case, code, actor, facts_for(procedure.step_by_code[code], case, actor, party))
        return case

    return begin


def advised(start: datetime) -> Case:
    """A petitioner has heard which road a lawyer advises."""
    case = Case(PETITION_RECEPTION, start, CALENDAR, settings=OFFICE)
    for code in ("register_visit", "name_lawyer", "declare_no_interest", "tell_receipt", "give_opinion"):
        step = case.procedure.step_by_code[code]
        case = take(case, code, step.by[0], facts_for(step, case, step.by[0], 1))
    return case


# Places that a walk from the beginning seldom comes to.
RARELY_REACHED = (
    advised,
    kept,
    settled(POLICE_MEDIATION, until=4),
    for_court(("attempt_contact", Actor.COMMITTEE, 2), until=2),
    for_court(),
    for_court(("report_sham", Actor.MEDIATOR, 1)),
    for_court(("sign_for_court", Actor.MEDIATOR, 1), mode=ReferralMode.ENTRUSTED_SIMPLE),
    *(beginning_of(procedure) for procedure in AUTHORITIES),
    *(settled(procedure, until=until) for procedure in AUTHORITIES for until in (6, None)),
    settled(POLICE_MEDIATION, ("record_default", Actor.MEDIATOR, 1)),
    settled(LABOUR_MEDIATION, ("request_confirmation", Actor.MEDIATOR, 1)),
)
from_each_talk = pytest.mark.parametrize("beginning", ["application", "session"])
from_each_beginning = pytest.mark.parametrize("beginning", sorted(BEGINNINGS))


@from_each_beginning
@WALKS
@given(start=STARTS, moves=MOVES, kind=st.sampled_from(KINDS))
def test_no_walk_crashes_or_leaves_the_declared_states(
    beginning: str, start: datetime, moves: list[Move], kind: str
) -> None:
    case = BEGINNINGS[beginning](start)
    for after, _ in walk(case, moves, kind):
        assert after.state in after.procedure.state_by_code
        read_clocks(after)


@from_each_beginning
@WALKS
@given(start=STARTS, moves=MOVES, kind=st.sampled_from(KINDS))
def test_a_step_moves_the_matter_to_its_target_and_adds_one_event(
    beginning: str, start: datetime, moves: list[Move], kind: str
) -> None:
    before = BEGINNINGS[beginning](start)
    for after, _ in walk(before, moves, kind):
        step = after.procedure.step_by_code[after.happened[-1].step]
        assert after.state == (step.target or before.state)
        assert after.happened[:-1] == before.happened
        before = after


@from_each_beginning
@WALKS
@given(start=STARTS, moves=MOVES, kind=st.sampled_from(KINDS))
def test_what_is_offered_and_what_is_refused_agree(
    beginning: str, start: datetime, moves: list[Move], kind: str
) -> None:
    case = BEGINNINGS[beginning](start)
    for after, _ in walk(case, moves, kind):
        case = after
    for actor in Actor:
        offered = {offer.step.code: offer for offer in offers(case, [actor])}
        for step in case.procedure.steps:
            facts = facts_for(step, case, actor, 1, kind)
            against = refusals(case, step, actor, facts)
            if step.code not in offered:
                assert against
            elif step.dated_by is None:
                assert set(offered[step.code].against) <= set(against)
            if against:
                with pytest.raises(Refused) as refused:
                    take(case, step.code, actor, facts)
                assert list(refused.value.reasons) == against
            else:
                assert take(case, step.code, actor, facts).happened[-1].step == step.code


@from_each_beginning
@WALKS
@given(start=STARTS, moves=MOVES, kind=st.sampled_from(KINDS))
def test_folding_the_events_again_gives_the_same_matter(
    beginning: str, start: datetime, moves: list[Move], kind: str
) -> None:
    case = BEGINNINGS[beginning](start)
    for after, _ in walk(case, moves, kind):
        case = after
    again = Case(case.procedure, case.now, CALENDAR, case.happened, settings=OFFICE, parent=case.parent)
    assert (again.state, again.facts, again.parties) == (case.state, case.facts, case.parties)
    assert read_clocks(again) == read_clocks(case)
    assert [(o.step.code, o.against) for o in offers(again, Actor)] == [
        (o.step.code, o.against) for o in offers(case, Actor)
    ]


@from_each_beginning
@WALKS
@given(start=STARTS, moves=MOVES, kind=st.sampled_from(KINDS))
def test_a_period_never_ends_before_it_starts_nor_on_a_day_off(
    beginning: str, start: datetime, moves: list[Move], kind: str
) -> None:
    case = BEGINNINGS[beginning](start)
    for after, _ in walk(case, moves, kind):
        for reading in read_clocks(after):
            if not isinstance(reading.clock, Clock) or reading.deadline is None:
                continue
            last = reading.deadline.last_day
            assert last > reading.started.astimezone(SHANGHAI).date()
            if not reading.deadline.reasons[-1].startswith("各方约定"):
                assert reading.clock.unit is Unit.HOUR or CALENDAR.is_working_day(last)


@from_each_talk
@WALKS
@given(start=STARTS, moves=MOVES, kind=st.sampled_from(KINDS))
def test_a_party_may_always_stop_while_people_are_talking(
    beginning: str, start: datetime, moves: list[Move], kind: str
) -> None:
    for case, _ in walk(BEGINNINGS[beginning](start), moves, kind):
        for actor, party in PARTY_OF.items():
            can = {offer.step.code for offer in offers(case, [actor]) if offer.open}
            if case.state in states.TALKING:
                assert "end_on_request" in can
                step = case.procedure.step_by_code["end_on_request"]
                ended = take(case, step.code, actor, facts_for(step, case, actor, int(party[1])))
                assert ended.state == "ended"
            if case.state == "registered":
                assert "refuse" in can
            if case.state in states.OPEN and actor is Actor.APPLICANT:
                assert "withdraw" in can


@WALKS
@given(start=STARTS, moves=MOVES)
def test_a_confirmation_can_be_withdrawn_until_the_court_has_ruled(
    start: datetime, moves: list[Move]
) -> None:
    for case, _ in walk(confirmation(start), moves):
        for actor in PARTY_OF:
            can = {offer.step.code for offer in offers(case, [actor]) if offer.open}
            assert ("withdraw" in can) == (case.state in ("prepared", "submitted", "under_review"))


def raw_texts(facts: Facts) -> Iterator[str]:
    """Every sealed text and every word about a person in what was given."""
    if isinstance(facts, PartyFacts):
        yield from (v for v in facts.model_dump(mode="json").values() if isinstance(v, str) and v)
        return
    for name, marks in marked_fields(type(facts)).items():
        value = getattr(facts, name)
        for one in value if isinstance(value, (list, tuple)) else [value]:
            if isinstance(one, Facts):
                yield from raw_texts(one)
            elif FactMark.SEALED in marks and one:
                yield f"{one:.2f}" if isinstance(one, Decimal) else one


@from_each_beginning
@WALKS
@given(start=STARTS, moves=MOVES, kind=st.sampled_from(KINDS))
def test_no_event_holds_a_name_or_a_story(
    beginning: str, start: datetime, moves: list[Move], kind: str
) -> None:
    for case, facts in walk(BEGINNINGS[beginning](start), moves, kind):
        written = canonical(case.happened[-1].facts)
        assert [text for text in raw_texts(facts) if text in written] == []


def every_step() -> list[tuple[Procedure, Step]]:
    return [(procedure, step) for procedure in PROCEDURES for step in procedure.steps]


@pytest.mark.parametrize(("procedure", "step"), every_step(), ids=lambda part: part.code)
def test_everything_sealed_is_a_pointer_and_can_be_put_back(procedure: Procedure, step: Step) -> None:
    case = agreed(datetime(2025, 3, 3, 10, tzinfo=SHANGHAI))
    facts = facts_for(step, case, Actor.MEDIATOR, 1)
    recorded = record(facts, seq=7, next_party=4, seal=lambda text: f"seal of {len(text)}")
    texts = [text for text in raw_texts(facts) if len(text) > 1]
    kept = "".join(recorded.sealed.values()) + "".join(
        canonical(party.particulars.model_dump(mode="json")) for party in recorded.parties
    )
    assert [text for text in texts if text not in kept] == []
    for pointer in pointers(recorded.facts):
        assert set(pointer) <= {"sealed", "seal", "party", "side"}
        assert "sealed" not in pointer or pointer["sealed"] in recorded.sealed


def pointers(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if "seal" in value:
            yield value
        else:
            for inner in value.values():
                yield from pointers(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from pointers(inner)


# Plain text that an event may hold: places, offices, numbers and roles, but never a person's name or words.
KNOWN_PLAIN = {
    "kind", "finer_kind", "language", "referred_by", "referral_number",
    "mediator", "expert_body", "reported_to",
    "amount_words", "confirmation_court", "right_court", "handover_to", "scan_of", "scan_file",
    "archivist", "retention", "property_proof", "court_case_number", "ruling_number",
    "sham_reported_to", "handed_to", "duty_article", "their_number", "better_body", "sender_office", "road_instead", "competent_body", "case_number", "decision_number", "extension_by", "delegated_to", "signed_file", "return_papers", "suit_number", "document_number", "held_at", "case_organ", "notice_organ", "notice_number", "brought_at", "help_place", "help_organ", "undertaker", "evaluator",
    "village", "adviser", "visit_topic", "visit_disputed", "visit_struck", "fee_paid_to", "answerer", "carried_to",
    "reception_place", "lawyer", "passed_to", "certificate_number", "filed_by",
    "duty_lawyer", "status_paper", "supplement_file", "judgment_file",
    "identity_file", "evidence_file", "expert_file", "performance_file", "property_file", "ruling_file",
}  # fmt: skip


def plain_texts(model: type[Facts]) -> Iterator[str]:
    marks = marked_fields(model)
    for name, schema in model.model_json_schema(mode="validation")["properties"].items():
        options = [schema, *schema.get("anyOf", ())]
        is_text = any(o.get("type") == "string" and "format" not in o and "pattern" not in o for o in options)
        if (is_text or FactMark.FILE in marks[name]) and not marks[name] & {FactMark.SEALED, FactMark.PARTY}:
            yield name


def test_every_fact_that_is_kept_in_plain_words_is_known_to_name_nobody() -> None:
    models = {step.asks for _, step in every_step()} | {Obligation}
    found = {name for model in models for name in plain_texts(model)} - {
        "amount",
        "amount_claimed",
        "performance_amount",
        "benefit",
        "subsidy_amount",
        "subsidy_extra",
        "fee_amount",
        "fee_extra",
    }
    assert found == KNOWN_PLAIN


def test_random_walks_come_to_every_state() -> None:
    """Else the properties above would say nothing about the states that no walk finds."""
    start = datetime(2025, 3, 3, 10, tzinfo=SHANGHAI)
    seen: dict[str, set[str]] = {}
    for begin in (*BEGINNINGS.values(), *RARELY_REACHED):
        # its own dice: another beginning in front changes nothing here
        dice, case = random.Random(20250303), begin(start)
        found = seen.setdefault(case.procedure.code, {case.procedure.initial})
        for _ in range(200):
            if found == set(case.procedure.state_by_code):
                break
            moves = [
                (
                    dice.randrange(61),
                    dice.choice((0, 0, 1, 20, 45)),
                    dice.randrange(1, 3),
                    dice.random() < 0.8,
                )
                for _ in range(30)
            ]
            found |= {after.state for after, _ in walk(case, moves, dice.choice(KINDS))}
    for procedure in PROCEDURES:
        assert set(procedure.state_by_code) - seen[procedure.code] == set()


@given(
    start=STARTS, amount=st.integers(1, 400), unit=st.sampled_from([Unit.DAY, Unit.WORKING_DAY, Unit.MONTH])
)
def test_a_longer_period_never_ends_earlier(start: datetime, amount: int, unit: Unit) -> None:
    shorter, longer = (CALENDAR.deadline(start, n, unit) for n in (amount, amount + 1))
    assert shorter
    assert longer
    assert shorter.last_day <= longer.last_day


@WALKS
@given(start=STARTS, moves=MOVES, kind=st.sampled_from(KINDS), later=st.integers(1, 800))
def test_time_alone_changes_no_state_and_moves_no_running_deadline(
    start: datetime, moves: list[Move], kind: str, later: int
) -> None:
    case = mediation(start)
    for after, _ in walk(case, moves, kind):
        case = after
    afterwards = replace(case, now=case.now + timedelta(days=later))
    assert afterwards.state == case.state
    assert read_clocks(afterwards) == read_clocks(case)
