"""Every scenario holds through the doorway, with permissions, on the database at hand."""

from typing import Any

import pytest

from gongdao.matters.audit import verify_chains, verify_projections
from gongdao.matters.errors import NotAllowed
from gongdao.people.actions import set_office_setting
from gongdao.people.models import Account
from gongdao.procedures.engine.facts import FactMark, Facts
from gongdao.procedures.engine.marks import marked_fields
from gongdao.procedures.engine.moves import Refused, refusals
from gongdao.services.roster.models import DutyDay
from tests.scenarios.facts import FILE
from tests.scenarios.reading import Scenario, scenarios
from tests.scenarios.running import play
from tests.world import AUTHORITY, BY, PEOPLE_IN, DoorwayTaker, World, a_photo, outside

ALL = list(scenarios())


class PointedTaker(DoorwayTaker):
    """Points to the staff, offices and files that exist here, where a scenario only says that there is one."""

    def take(self, step: Any, actor: Any, party: Any, facts: Facts, at: Any, child: Any) -> None:
        known: dict[str, Any] = {}
        for name, marks in marked_fields(type(facts)).items():
            if name == "more_mediators":
                first, second = (
                    str(self.world.people[who].pk) for who in (self.named_for("mediator"), "second_mediator")
                )
                known[name] = [first if one == "1" else second for one in facts.more_mediators]  # type: ignore[attr-defined]
            elif name == "lawyer":
                known[name] = str(self.on_duty("adviser", at).pk)
            elif FactMark.STAFF in marks:
                known[name] = str(self.world.people[self.named_for(name)].pk)
            elif FactMark.OFFICE in marks:
                home = self.world.other_committee if name == "handover_to" else outside(self.world)
                known[name] = home.code
            elif getattr(facts, name) == FILE:
                known[name] = a_photo(at)
        pointed = facts.model_copy(update=known)
        try:
            super().take(step, actor, party, pointed, at, child)
        except NotAllowed:
            # Whoever holds no capacity is told that first; a scenario asks what the law says of the step.
            against = refusals(self.child(child, at) if child else self.case(at), step, actor, pointed)
            if against:
                raise Refused(against) from None
            raise

    def on_duty(self, who: str, at: Any) -> Account:
        """Somebody who is on the roster of the day."""
        account = self.world.people[who]
        DutyDay.objects.get_or_create(office=self.office, account=account, day=at.date())
        return account

    def named_for(self, fact: str) -> str:
        """Who is meant by a fact that names somebody who works here."""
        if fact == "mediator" and PEOPLE_IN[self.procedure.code] is AUTHORITY:
            return "officer"
        if fact == "mediator":
            return "other_mediator" if self._is_taken_over() else "mediator"
        if fact in ("adviser", "answerer", "lawyer"):
            return "adviser"
        return "peer_reviewer" if fact == "evaluator" else "aid_lawyer"


@pytest.mark.parametrize("scenario", ALL, ids=[s.title for s in ALL])
def test_the_scenario_holds(scenario: Scenario, world: World) -> None:
    taker = PointedTaker(world, scenario.procedure)
    for name, value in scenario.settings.items():
        set_office_setting(taker.office, name, value, **BY)
    play(scenario, taker)
    assert list(verify_chains()) == []
    assert list(verify_projections()) == []
