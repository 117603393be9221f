"""The doorway: all or nothing, once per key, never over what somebody else has just done."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.db import models
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongdao.matters import access, actions, keeping, projecting
from gongdao.matters.access import issue_code, party_by_code
from gongdao.matters.actions import open_matter, take_step
from gongdao.matters.audit import verify_chains, verify_projections
from gongdao.matters.doer import Doer
from gongdao.matters.errors import KeyReused, NotAllowed, Stale, UnknownFile
from gongdao.matters.models import AccessCode, Event, Matter, Paper, Party, SealedText
from gongdao.matters.queries import case_of, offers_for_account, offers_for_party
from gongdao.matters.replaying import replayed_row, stored_row
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.engine.everyday import EvidenceFacts
from gongdao.procedures.engine.facts import NoFacts
from gongdao.procedures.engine.moves import Refused
from gongdao.procedures.judicial_confirmation.facts import (
    FilingFacts,
    PropertyProofFacts,
    RulingFacts,
    SubmissionFacts,
)
from gongdao.procedures.people_mediation.facts import (
    AdmissibilityFacts,
    ConsentFacts,
    HandoverFacts,
    HandoverReturnFacts,
)
from tests.matters.playing import (
    TO_APPLY,
    TO_CONFIRMING,
    TO_SIGNED,
    application,
    clerk,
    contact,
    fresh,
    matter_after,
    note_contact,
    play_steps,
)
from tests.scenarios.facts import ordinary
from tests.world import World, a_photo, next_key, now_on

AT = now_on("2025-03-10")
CITIZEN = Doer(Actor.APPLICANT)
KEPT: tuple[type[models.Model], ...] = (Matter, Event, Party, SealedText, Paper, AccessCode)


def everything() -> dict[str, list[Any]]:
    """Every row that the doorway may write."""
    return {model.__name__: list(model.objects.order_by("pk").values()) for model in KEPT}  # type: ignore[attr-defined]


def opened(world: World, **changes: Any) -> actions.Opened:
    """A matter that a citizen has just brought."""
    given: dict[str, Any] = {
        "procedure": "people_mediation", "office": world.committee, "step": "apply", "doer": CITIZEN, "at": AT,
        "facts": application(), "key": next_key(),
    }  # fmt: skip
    return open_matter(**given | changes)


# -- all or nothing ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (keeping, "keep_event"), (keeping, "keep_sealed"), (projecting, "project"), (keeping, "keep_papers"),
        (actions, "_open_child"), (actions, "_report_to_parent"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("when", ["before", "after"])
def test_a_failure_at_any_point_of_a_step_leaves_nothing(
    world: World, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, when: str
) -> None:
    taker = play_steps(world, *TO_SIGNED)
    matter = taker.matter
    assert matter
    before = everything()
    working = getattr(module, name)

    def failing(*args: Any, **kwargs: Any) -> None:
        if when == "after":
            working(*args, **kwargs)
        raise OSError("断电了")

    monkeypatch.setattr(module, name, failing)
    with pytest.raises(OSError, match="断电了"):
        play_steps(world, ("2025-03-10", "调解员", "共同申请司法确认"), taker=taker)
    assert everything() == before
    monkeypatch.undo()
    play_steps(world, ("2025-03-10", "调解员", "共同申请司法确认"), taker=taker)
    assert Matter.objects.filter(parent=matter).count() == 1


def test_a_failure_while_opening_leaves_no_matter(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything()

    def failing(*args: Any, **kwargs: Any) -> None:
        raise OSError("断电了")

    monkeypatch.setattr(access, "codes_for_applicants", failing)
    with pytest.raises(OSError, match="断电了"):
        opened(world)
    assert everything() == before


def test_a_refused_step_leaves_nothing(world: World) -> None:
    matter = matter_after(world, *TO_APPLY)
    before = everything()
    facts = ConsentFacts(consent_party="p2", consent_told_rights=False)
    with pytest.raises(Refused):
        take_step(matter, "consent", doer=clerk(world), at=AT, facts=facts, key=next_key())
    assert everything() == before


# -- once per key, and never over somebody else's step ---------------------------------------------------------------


def test_a_step_on_an_outdated_page_is_stale_and_changes_nothing(world: World) -> None:
    matter = matter_after(world, *TO_APPLY)
    note_contact(matter, world, at=AT, expected_seq=1)
    before = everything()
    with pytest.raises(Stale):
        note_contact(matter, world, at=AT, expected_seq=1)
    assert everything() == before
    assert note_contact(matter, world, at=AT, expected_seq=2).seq == 3


def test_the_same_key_again_gives_the_same_event_even_on_an_outdated_page(world: World) -> None:
    matter = matter_after(world, *TO_APPLY)
    key = next_key()
    first = note_contact(matter, world, at=AT, key=key, expected_seq=1)
    note_contact(matter, world, at=AT)
    before = everything()
    again = note_contact(matter, world, at=AT + timedelta(hours=2), key=key, expected_seq=1)
    assert again == first
    assert again.at == first.at
    assert everything() == before


@pytest.mark.parametrize("other", ["facts", "step", "person"])
def test_the_same_key_for_something_else_is_refused(world: World, other: str) -> None:
    matter = matter_after(world, *TO_APPLY)
    key = next_key()
    note_contact(matter, world, at=AT, key=key)
    before = everything()
    head = Doer(Actor.COMMITTEE, account=world.people["committee_head"])
    step, doer, facts = {
        "facts": ("attempt_contact", clerk(world), contact("打通了")),
        "step": ("accept", clerk(world), AdmissibilityFacts()),
        "person": ("attempt_contact", head, contact()),
    }[other]
    with pytest.raises(KeyReused):
        take_step(matter, step, doer=doer, at=AT, facts=facts, key=key)
    assert everything() == before


def test_the_key_of_another_matter_is_refused(world: World) -> None:
    one, other = matter_after(world, *TO_APPLY), matter_after(world, *TO_APPLY)
    key = next_key()
    note_contact(one, world, at=AT, key=key)
    with pytest.raises(KeyReused):
        note_contact(other, world, at=AT, key=key)
    assert fresh(other).seq == 1


def test_opening_twice_with_one_key_opens_one_matter_with_the_same_codes(world: World) -> None:
    key = next_key()
    first = opened(world, key=key)
    again = opened(world, key=key, at=AT + timedelta(days=3))
    assert (again.matter, again.event, again.access_codes) == (first.matter, first.event, first.access_codes)
    assert Matter.objects.count() == 1
    assert AccessCode.objects.count() == 1
    with pytest.raises(KeyReused):
        opened(world, key=key, facts=application(story="完全是另一件事。"))
    assert Matter.objects.count() == 1


def test_a_key_as_long_as_the_column_still_lets_a_child_report(world: World) -> None:
    matter = matter_after(world, *TO_CONFIRMING)
    child = Matter.objects.get(parent=matter)
    take_step(child, "withdraw", doer=clerk(world), at=AT, key="k" * 80)
    assert fresh(matter).state == "in_effect"


def test_the_doorway_takes_its_arguments_by_name_only(world: World) -> None:
    matter = matter_after(world, *TO_APPLY)
    with pytest.raises(TypeError):
        take_step(matter, "attempt_contact", clerk(world), AT, contact(), next_key())  # type: ignore[misc]
    with pytest.raises(TypeError):
        open_matter("people_mediation", world.committee, "apply", CITIZEN, AT, application(), next_key())  # type: ignore[misc]
    assert Event.objects.count() == 1


# -- who ---------------------------------------------------------------------------------------------------------


def test_an_unknown_file_is_refused_and_a_known_one_is_taken(world: World) -> None:
    matter = matter_after(world, *TO_APPLY)
    before = everything()
    facts = EvidenceFacts(evidence="照片", evidence_from="p1", evidence_file="0" * 64)
    with pytest.raises(UnknownFile):
        take_step(matter, "add_evidence", doer=clerk(world), at=AT, facts=facts, key=next_key())
    assert everything() == before
    facts = EvidenceFacts(evidence="照片", evidence_from="p1", evidence_file=a_photo(AT))
    assert take_step(matter, "add_evidence", doer=clerk(world), at=AT, facts=facts, key=next_key()).seq == 2


def test_a_party_speaks_only_for_themself(world: World) -> None:
    facts = {"申请调解": {"applicants": [{"name": "甲示例"}, {"name": "丙示例"}]}}
    matter = matter_after(world, *TO_APPLY, facts=facts)
    doer = Doer(Actor.APPLICANT, party="p1")
    evidence_of = {ref: EvidenceFacts(evidence="照片", evidence_from=ref) for ref in ("p1", "p2", "p3")}
    for other in ("p2", "p3"):
        with pytest.raises(NotAllowed):
            take_step(matter, "add_evidence", doer=doer, at=AT, facts=evidence_of[other], key=next_key())
    impostor = Doer(Actor.APPLICANT, party="p3")  # the other side, in the applicant's capacity
    with pytest.raises(NotAllowed):
        take_step(matter, "add_evidence", doer=impostor, at=AT, facts=evidence_of["p3"], key=next_key())
    with pytest.raises(NotAllowed):  # nobody at all
        take_step(matter, "withdraw", doer=CITIZEN, at=AT, key=next_key())
    own = evidence_of["p1"]
    assert take_step(matter, "add_evidence", doer=doer, at=AT, facts=own, key=next_key()).party == "p1"


def test_a_step_that_does_not_exist_and_facts_of_another_step_are_refused(world: World) -> None:
    matter = matter_after(world, *TO_APPLY)
    with pytest.raises(NotAllowed):
        take_step(matter, "no_such_step", doer=clerk(world), at=AT, key=next_key())
    with pytest.raises(TypeError):
        take_step(matter, "attempt_contact", doer=clerk(world), at=AT, facts=NoFacts(), key=next_key())
    assert fresh(matter).seq == 1


@pytest.mark.parametrize(
    "person", ["auditor", "administrator", "station_officer", "bureau_chief", "other_clerk"]
)
def test_only_who_may_file_here_opens_a_matter_here(world: World, person: str) -> None:
    with pytest.raises(NotAllowed):
        opened(world, doer=Doer(Actor.COMMITTEE, account=world.people[person]))
    assert not Matter.objects.exists()


def test_nobody_opens_a_matter_in_a_capacity_they_do_not_hold(world: World) -> None:
    with pytest.raises(NotAllowed):
        opened(world, doer=Doer(Actor.MEDIATOR, account=world.people["committee_clerk"]))
    with pytest.raises(NotAllowed):
        opened(world, doer=Doer(Actor.COMMITTEE))
    assert not Matter.objects.exists()
    assert (
        opened(world, doer=Doer(Actor.MEDIATOR, account=world.people["mediator"])).event.actor == "mediator"
    )


def test_a_child_procedure_cannot_be_opened_without_its_parent(world: World) -> None:
    for doer, step, facts in (
        (clerk(world), "prepare", PropertyProofFacts(property_proof="不动产权证书")),
        (CITIZEN, "print_package", NoFacts()),
    ):
        with pytest.raises(NotAllowed):
            opened(world, procedure="judicial_confirmation", step=step, doer=doer, facts=facts)
    assert not Matter.objects.exists()


# -- a child opens and reports back --------------------------------------------------------------------------------


def test_a_child_opens_and_its_outcome_is_a_step_of_its_parent(world: World) -> None:
    parent = matter_after(world, *TO_CONFIRMING)
    child = Matter.objects.get(parent=parent)
    assert (parent.state, child.state, child.seq) == ("confirming", "prepared", 0)
    assert (child.office_id, child.owner_id, child.kind) == (parent.office_id, parent.owner_id, parent.kind)
    day = AT.date()
    court = clerk(world, Actor.COURT)
    for step, doer, facts in (
        ("submit", clerk(world), SubmissionFacts(submitted_on=day)),
        ("court_files", court, FilingFacts(filed_on=day, court_case_number="（2025）示例民特1号")),
        ("court_confirms", court, RulingFacts(ruling_on=day, ruling_number="（2025）示例民特1号")),
    ):
        last = take_step(child, step, doer=doer, at=AT, facts=facts, key=f"child-{step}")
    parent, child = fresh(parent), fresh(child)
    assert (parent.state, child.state) == ("confirmed", "valid")
    reported = parent.events.order_by("seq").last()
    assert reported
    assert (reported.step, reported.actor, reported.account) == ("confirmed", "system", None)
    take_step(child, "court_confirms", doer=court, at=AT, facts=facts, key="child-court_confirms")
    assert fresh(parent).seq == parent.seq
    assert last.seq == fresh(child).seq == 3
    assert list(verify_chains()) == []
    assert list(verify_projections()) == []


def test_nobody_takes_the_systems_step_by_hand(world: World) -> None:
    parent = matter_after(world, *TO_CONFIRMING)
    for doer in (clerk(world), Doer(Actor.SYSTEM), clerk(world, Actor.SYSTEM)):
        with pytest.raises((Refused, NotAllowed)):
            take_step(parent, "confirmed", doer=doer, at=AT, key=next_key())
    assert fresh(parent).state == "confirming"


# -- hand-over ---------------------------------------------------------------------------------------------------


def offer(matter: Matter, world: World, to: str) -> Event:
    facts = HandoverFacts(handover_to=to, handover_reason="属于那边。")
    return take_step(matter, "offer_handover", doer=clerk(world), at=AT, facts=facts, key=next_key())


def test_a_hand_over_waits_until_it_is_taken_over_or_returned(world: World) -> None:
    matter = matter_after(world, *TO_APPLY)
    receiver = Doer(Actor.RECEIVER, account=world.people["other_clerk"])
    offer(matter, world, world.other_committee.code)
    held = fresh(matter)
    assert (held.office, held.offered_to) == (world.committee, world.other_committee)
    with pytest.raises(Refused):  # nothing is decided while the other office has not answered
        take_step(matter, "accept", doer=clerk(world), at=AT, facts=AdmissibilityFacts(), key=next_key())
    with pytest.raises(NotAllowed):  # the office that offers cannot answer for the other
        take_step(matter, "take_over", doer=clerk(world, Actor.RECEIVER), at=AT, key=next_key())
    returned = HandoverReturnFacts(handover_return_reason="不在本辖区。")
    take_step(matter, "return_handover", doer=receiver, at=AT, facts=returned, key=next_key())
    held = fresh(matter)
    assert (held.office, held.offered_to) == (world.committee, None)
    with pytest.raises(NotAllowed):
        take_step(matter, "take_over", doer=receiver, at=AT, key=next_key())
    offer(matter, world, world.other_committee.code)
    take_step(matter, "take_over", doer=receiver, at=AT, key=next_key())
    held = fresh(matter)
    assert (held.office, held.offered_to, held.owner) == (world.other_committee, None, None)
    with pytest.raises(NotAllowed):
        note_contact(matter, world, at=AT)
    assert stored_row(held) == replayed_row(held)


@pytest.mark.parametrize("target", ["own", "unknown", "closed"])
def test_a_matter_is_offered_only_to_another_office_that_is_open(world: World, target: str) -> None:
    matter = matter_after(world, *TO_APPLY)
    world.other_committee.is_active = False
    world.other_committee.save()
    code = {"own": world.committee.code, "unknown": "没有", "closed": world.other_committee.code}[target]
    with pytest.raises(NotAllowed):
        offer(matter, world, code)
    assert fresh(matter).offered_to is None


# -- codes and numbers -------------------------------------------------------------------------------------------


def test_an_access_code_opens_only_its_own_matter(world: World) -> None:
    one, other = opened(world), opened(world)
    code = one.access_codes["p1"]
    assert party_by_code(one.matter.number, code) == (one.matter, "p1")
    assert party_by_code(one.matter.number, f" {code[:4].lower()}-{code[4:]} ") == (one.matter, "p1")
    assert party_by_code(one.matter.number.replace("-", ""), code) == (one.matter, "p1")
    assert party_by_code(other.matter.number, code) is None
    assert party_by_code(one.matter.number, other.access_codes["p1"]) is None
    assert party_by_code(one.matter.number, "") is None
    assert party_by_code("2025-0000-0000", code) is None


def test_a_new_code_revokes_the_old_one_for_good(world: World) -> None:
    key = next_key()
    first = opened(world, key=key)
    matter, old = first.matter, first.access_codes["p1"]
    new = issue_code(matter, "p1", "lost-it", AT)
    assert new != old
    assert party_by_code(matter.number, old) is None
    assert party_by_code(matter.number, new) == (matter, "p1")
    opened(world, key=key)  # the form is sent once more: the old code does not come back to life
    assert party_by_code(matter.number, old) is None
    assert party_by_code(matter.number, new) == (matter, "p1")


def test_a_code_is_never_stored(world: World) -> None:
    code = opened(world).access_codes["p1"]
    assert code not in str(everything())


def test_numbers_are_the_year_and_eight_random_digits(world: World) -> None:
    late = now_on("2024-12-31", "23:59")
    numbers = [opened(world, at=late + timedelta(minutes=minutes)).matter.number for minutes in (0, 2)]
    assert [number[:5] for number in numbers] == ["2024-", "2025-"]
    assert all(re.fullmatch(r"\d{4}-\d{4}-\d{4}", number) for number in numbers)
    assert numbers[0][5:] != numbers[1][5:]


# -- the row equals the fold ---------------------------------------------------------------------------------------


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    choices=st.lists(st.integers(0, 10_000), min_size=10, max_size=25),
    kind=st.sampled_from(["neighbour", "medical", "migrant_wages"]),
)
def test_whatever_is_done_the_row_equals_the_fold_of_its_events(
    world: World, choices: list[int], kind: str
) -> None:
    """A walk: at every turn somebody takes one of the steps the doorway offers, with ordinary facts."""
    matter = opened(world, facts=application(kind=kind)).matter
    at = AT
    people = ("committee_clerk", "committee_head", "mediator", "other_clerk", "other_head")
    for turn, choice in enumerate(choices):
        at += timedelta(hours=choice % 50)
        children = list(matter.children.all())
        one = fresh(children[-1] if children and choice % 3 == 0 else matter)
        case = case_of(one, at)
        ways = [
            (Doer(actor, account=world.people[name]), found.step)
            for name in people
            for found in offers_for_account(one, world.people[name], at)
            for actor in sorted(set(found.step.by) & access.capacities(world.people[name], one, at.date()))
            if found.open
        ]
        ways += [
            (Doer(Actor(side), party=party), found.step)
            for party, side in case.parties.items()
            if side != "other"
            for found in offers_for_party(one, party, at)
            if found.open
        ]
        if not ways:
            break
        doer, step = ways[choice % len(ways)]
        facts = {
            **ordinary(step, case, at, doer.party),
            **({"mediator": str(world.people["mediator"].pk)} if step.code == "assign_mediator" else {}),
            **({"handover_to": world.other_committee.code} if step.code == "offer_handover" else {}),
            **({"scan_file": a_photo(at)} if step.code == "scan_paper" else {}),
        }
        before = everything()
        try:
            take_step(
                one,
                step.code,
                doer=doer,
                at=at,
                facts=step.asks.model_validate(facts),
                key=f"walk-{matter.pk}-{turn}",
            )
        except (Refused, NotAllowed):
            assert everything() == before
    for one in (matter, *matter.children.all()):
        assert stored_row(fresh(one)) == replayed_row(fresh(one))
    assert list(verify_chains()) == []
