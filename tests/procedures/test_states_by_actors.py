"""Who may do what from where, as one committed table: a change of rights shows in review.

Rewrite the table with GONGDAO_WRITE_TABLES=1 pytest tests/procedures/test_states_by_actors.py
"""

import os
from collections.abc import Iterator
from pathlib import Path

from gongdao.procedures.engine.declaration import ACTOR_TITLES, Actor, Procedure
from gongdao.procedures.people_mediation import states
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION
from gongdao.procedures.registry import PROCEDURES

TABLE = Path(__file__).with_name("states_by_actors.txt")


def steps_of(procedure: Procedure, state: str, actor: Actor) -> list[str]:
    return [step.code for step in procedure.steps if state in step.source and actor in step.by]


def table() -> str:
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    for procedure in PROCEDURES:
        yield f"{procedure.code} {procedure.title} {procedure.effective}"
        for state in procedure.states:
            yield f"  {state.code} {state.title}"
            for actor in Actor:
                if steps := steps_of(procedure, state.code, actor):
                    yield f"    {ACTOR_TITLES[actor]}: {' '.join(steps)}"


def test_the_rights_of_every_actor_are_as_committed() -> None:
    if os.environ.get("GONGDAO_WRITE_TABLES"):
        TABLE.write_text(table(), encoding="utf-8")
    assert table() == TABLE.read_text(encoding="utf-8")


def test_either_party_may_stop_wherever_people_are_talking() -> None:
    for state in states.TALKING:
        for actor in (Actor.APPLICANT, Actor.RESPONDENT):
            assert "end_on_request" in steps_of(PEOPLE_MEDIATION, state, actor)


def test_the_applicant_may_withdraw_as_long_as_nothing_is_agreed() -> None:
    withdrawing = {s.code for s in PEOPLE_MEDIATION.states
                   if "withdraw" in steps_of(PEOPLE_MEDIATION, s.code, Actor.APPLICANT)}  # fmt: skip
    assert withdrawing == set(states.OPEN)


def test_nobody_may_do_anything_in_a_final_state() -> None:
    for procedure in PROCEDURES:
        for state in procedure.states:
            taken = [actor for actor in Actor if steps_of(procedure, state.code, actor)]
            assert not taken or not state.final


def test_only_a_court_rules_and_only_the_system_reports_it() -> None:
    for procedure in PROCEDURES:
        for step in procedure.steps:
            if step.code.startswith("court_"):
                assert step.by == (Actor.COURT,)
            if step.code.startswith("confirm") and step.source == ("confirming",):
                assert step.by == (Actor.SYSTEM,)


def test_the_mediator_never_answers_an_objection() -> None:
    assert PEOPLE_MEDIATION.step_by_code["answer_objection"].by == (Actor.HEAD,)


def test_no_party_decides_on_acceptance_or_appoints_a_mediator() -> None:
    for code in ("accept", "decline", "assign_mediator", "fail", "archive"):
        assert not {Actor.APPLICANT, Actor.RESPONDENT} & set(PEOPLE_MEDIATION.step_by_code[code].by)
