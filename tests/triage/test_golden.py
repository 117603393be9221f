"""Sentences as people say them lead to the right first-level kind."""

import json
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from gongdao.triage.understanding import understand
from tests.triage.golden import GOLDEN, UNCLEAR

LABELLED = Path(__file__).parents[3] / "shared" / "data" / "triage" / "lb24_dev.jsonl"
FLOOR = 0.51
"""A little under what was measured; the labels themselves are often arguable."""


@pytest.mark.parametrize(("said", "first"), GOLDEN)
def test_what_people_say_leads_to_its_kind(said, first, today):
    found = understand(said, today=today)
    assert found.kinds[0].first.code == first, [(g.kind.code, g.words) for g in found.kinds[:4]]
    assert found.articles
    assert found.roads


@pytest.mark.parametrize("said", UNCLEAR)
def test_what_says_nothing_gets_a_question_and_the_free_hotline(said, today):
    found = understand(said, today=today)
    assert found.kind.code == "unclear"
    assert found.questions
    assert "12348" in {road.phone for road in found.roads}
    assert found.people_mediation


@pytest.mark.reference
def test_fields_of_labelled_questions_do_not_get_worse(capsys):
    if not LABELLED.exists():
        pytest.skip("no labelled questions beside the checkout")
    rows = [json.loads(line) for line in LABELLED.read_text(encoding="utf-8").splitlines()]
    began = time.perf_counter()
    right = sum(understand(row["text"], today=date(2026, 3, 16)).field == row["field"] for row in rows)
    took = (time.perf_counter() - began) * 1000 / len(rows)
    with capsys.disabled():
        sys.stdout.write(f"\nfields right: {right} of {len(rows)}; {took:.1f} ms a text\n")
    assert right / len(rows) >= FLOOR
