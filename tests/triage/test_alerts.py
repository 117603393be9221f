"""Which alerts a sentence must raise and which it must not (alerts.csv): a lawyer adds a line, no code."""

import csv
from pathlib import Path

import pytest

from gongdao.triage.alerts import alerts_for
from gongdao.triage.patterns import Pattern, read_patterns
from gongdao.triage.tables import read_rows
from gongdao.triage.understanding import understand

_FILE = Path(__file__).with_name("alerts.csv")
_LINES = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
SENTENCES = list(csv.DictReader(_LINES))
DANGER = frozenset(row["flag"] for row in read_rows("alerts.csv") if row["level"] == "danger")


def test_every_alert_that_words_raise_is_tested():
    said = {code for row in SENTENCES for code in row["must"].split()}
    by_words = {row["flag"] for row in read_rows("alerts.csv") if row["words"] and row["flag"] != "-"}
    # F-18 (violence in hospitals) is held by a story
    assert by_words - {"F-18"} <= said


@pytest.mark.parametrize("with_meaning", [True, False], ids=["meaning", "words"])
@pytest.mark.parametrize("row", SENTENCES, ids=lambda row: row["said"])
def test_a_sentence_raises_what_it_must_and_nothing_that_it_must_not(row, with_meaning, today):
    found = understand(row["said"], today=today, with_meaning=with_meaning)
    raised = {alert.code for alert in found.alerts}
    never = set(row["never"].split())
    if "DANGER" in never:
        never |= DANGER
    assert set(row["must"].split()) <= raised
    assert not raised & never


def test_a_harmless_saying_hides_no_danger_told_beside_it():
    raised = {alert.code for alert in alerts_for("老公打麻将输了回来就打我", [])}
    assert {"F-01", "F-02"} <= raised


def test_what_holds_a_harmless_saying_still_counts_whole():
    assert {alert.code for alert in alerts_for("我没钱打官司", [])} == {"F-21"}


@pytest.mark.parametrize("said", ["老公掐我", "丈夫昨天踹了我"])
def test_braces_stand_for_one_of_several_words(said):
    pattern = Pattern("{老公/丈夫}…{掐/踹了}我")
    assert pattern.stands_in(said)
    assert not pattern.is_plain
    assert pattern.quote(said) == (said,)


@pytest.mark.parametrize("cell", ["{老公/}打", "{老公", "老公}打", "{老公+我/他}打", "{}打"])
def test_braces_that_are_not_closed_or_hold_nothing_are_named(cell):
    with pytest.raises(ValueError, match="某表：说法"):
        read_patterns(cell, "某表")
