"""A hundred invented stories (stories.csv): each finds its kind, its roads and its alerts."""

import csv
from pathlib import Path

import pytest

from gongdao.triage.kinds import FIRST_LEVEL
from gongdao.triage.understanding import understand

_FILE = Path(__file__).with_name("stories.csv")


def _read() -> list[dict[str, str]]:
    lines = [line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines))


STORIES = _read()


def test_there_are_a_hundred_stories_of_all_sorts_of_people():
    assert len(STORIES) >= 100
    assert len({row["teller"] for row in STORIES}) >= 15
    known = {kind.code for kind in FIRST_LEVEL} | {""}
    assert {code for row in STORIES for code in row["kind"].split("/")} <= known


@pytest.mark.parametrize("with_meaning", [True, False], ids=["meaning", "words"])
@pytest.mark.parametrize("row", STORIES, ids=lambda row: f"{row['teller']}：{row['story'][:12]}")
def test_a_story_finds_its_roads_and_alerts(row, with_meaning, today):
    found = understand(row["story"], today=today, with_meaning=with_meaning)
    told = {alert.code for alert in found.alerts} | {limit.code for limit in found.limits}
    missing = {
        "roads": set(row["roads"].split()) - {road.channel for road in found.roads},
        "alerts": set(row["alerts"].split()) - told,
    }
    assert missing == {"roads": set(), "alerts": set()}, (found.kind.code, sorted(told))
    assert not row["kind"] or found.kinds[0].first.code in row["kind"].split("/"), found.kinds[:3]


@pytest.mark.parametrize("row", STORIES, ids=lambda row: f"{row['teller']}：{row['story'][:12]}")
def test_nothing_said_of_a_period_gives_a_right_up(row, today):
    found = understand(row["story"], today=today)
    said = "".join(f"{limit.title}{limit.text}{limit.today}" for limit in found.limits)
    said += "".join(f"{alert.title}{alert.text}{alert.today}" for alert in found.alerts)
    for never in ("已经丧失", "权利没有了", "不能再要", "没办法了", "肯定过期"):
        assert never not in said
