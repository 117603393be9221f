"""Every scenario holds through the doorway, with permissions, on the database at hand."""

from typing import Any

import pytest

from gongdao.matters.audit import verify_chains, verify_projections
from gongdao.matters.errors import NotAllowed
from gongdao.people.actions import set_office_setting
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.engine.moves import Refused, refusals
from tests.scenarios.facts import FILE
from tests.scenarios.reading import Scenario, scenarios
from tests.scenarios.running import play
from tests.world import BY, DoorwayTaker, World, a_photo

ALL = list(scenarios())


class PointedTaker(DoorwayTaker):
    """Points to the staff, offices and files that exist here, where a scenario only says that there is one."""

    def take(self, step: Any, actor: Any, party: Any, facts: Facts, at: Any, child: bool) -> None:
        known: dict[str, Any] = {}
        if "mediator" in type(facts).model_fields:
            known["mediator"] = str(self.world.people[self.mediator_role].pk)
        if "more_mediators" in type(facts).model_fields:
            second = str(self.world.people["second_mediator"].pk)
            named = facts.more_mediators  # type: ignore[attr-defined]
            known["more_mediators"] = [known["mediator"] if one == "1" else second for one in named]
        if "handover_to" in type(facts).model_fields:
            known["handover_to"] = self.world.other_committee.code
        for name in type(facts).model_fields:
            if getattr(facts, name) == FILE:
                known[name] = a_photo(at)
        pointed = facts.model_copy(update=known)
        try:
            super().take(step, actor, party, pointed, at, child)
        except NotAllowed:
            # Whoever holds no capacity is told that first; a scenario asks what the law says of the step.
            against = refusals(self.child(at) if child else self.case(at), step, actor, pointed)
            if against:
                raise Refused(against) from None
            raise

    @property
    def mediator_role(self) -> str:
        taken_over = self._fresh().office_id == self.world.other_committee.pk
        return "other_mediator" if taken_over else "mediator"


@pytest.mark.parametrize("scenario", ALL, ids=[s.title for s in ALL])
def test_the_scenario_holds(scenario: Scenario, world: World) -> None:
    for name, value in scenario.settings.items():
        set_office_setting(world.committee, name, value, **BY)
    taker = PointedTaker(world)
    play(scenario, taker)
    assert list(verify_chains()) == []
    assert list(verify_projections()) == []
