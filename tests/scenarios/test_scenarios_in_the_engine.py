"""Every scenario holds in the pure engine."""

import pytest

from tests.scenarios.reading import Scenario, scenarios
from tests.scenarios.running import EngineTaker, play

ALL = list(scenarios())


@pytest.mark.parametrize("scenario", ALL, ids=[s.title for s in ALL])
def test_the_scenario_holds(scenario: Scenario) -> None:
    play(scenario, EngineTaker(scenario.procedure, scenario.settings))
