"""Sentences as people say them lead to the right first-level kind."""

import pytest

from gongdao.triage.understanding import understand
from tests.triage.golden import GOLDEN, UNCLEAR


@pytest.mark.parametrize(("said", "first"), GOLDEN)
def test_what_people_say_leads_to_its_kind(said, first, today):
    found = understand(said, today=today)
    assert found.kinds[0].first.code == first, [(g.kind.code, g.words) for g in found.kinds[:4]]
    assert found.articles
    assert found.roads


@pytest.mark.parametrize("said", UNCLEAR, ids=ascii)
def test_what_says_nothing_gets_a_question_and_the_free_hotline(said, today):
    found = understand(said, today=today)
    assert found.kind.code == "unclear"
    assert found.questions
    assert "12348" in {road.phone for road in found.roads}
    assert found.people_mediation
