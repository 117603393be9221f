"""What is planned for the full city: every kind, every ending, seasons and places that differ."""

from collections import Counter
from datetime import date
from random import Random

from gongdao.site.demo.places import COUNTIES, TOWNSHIPS
from gongdao.site.demo.plans import Outcome, Sequel, plans
from gongdao.site.demo.rises import RISES, SMALLEST_CITY, planted
from gongdao.site.demo.stories import STORIES
from gongdao.triage.kinds import FIRST_LEVEL, KINDS
from gongdao.triage.understanding import understand

TODAY = date(2026, 11, 24)
ALL = plans(600, TODAY)


def test_the_same_day_gives_the_same_plans():
    assert plans(600, TODAY) == ALL


def test_all_kinds_and_endings_come():
    assert {plan.story.kind for plan in ALL} == {kind.code for kind in FIRST_LEVEL}
    assert {plan.sequel for plan in ALL} == set(Sequel)
    assert {plan.outcome for plan in ALL} >= set(Outcome) - {Outcome.DEEMED_FAILED}


def test_wages_come_before_the_spring_festival():
    months = Counter(plan.day.month for plan in ALL if plan.story.kind == "migrant_wages")
    assert months[12] + months[1] > sum(months.values()) / 4  # a sixth, if all months were alike


def test_town_and_country_differ():
    by_nature = {"urban": Counter(), "rural": Counter(), "industrial": Counter()}
    for plan in ALL:
        by_nature[plan.township.nature][plan.story.kind] += 1
    assert by_nature["rural"]["forest_land"] > by_nature["urban"]["forest_land"]
    assert by_nature["urban"]["property_management"] > by_nature["rural"]["property_management"]


def test_every_code_is_one_no_real_place_has():
    assert all(county.code.startswith("99") for county in COUNTIES)
    assert all(t.code.startswith(county.code) for county in COUNTIES for t in county.townships)


def test_every_story_is_a_known_kind_and_most_are_understood():
    assert all(KINDS[story.finer].first == story.kind for story in STORIES)
    understood = [understand(s.text, today=TODAY).kind.first == s.kind for s in STORIES]
    assert sum(understood) >= len(STORIES) * 3 // 4


def test_some_kinds_really_rise_somewhere_for_some_weeks():
    for rise in RISES:
        places = {township.code for township in TOWNSHIPS if township.short in rise.townships}
        weeks = [
            (TODAY - plan.day).days / 7
            for plan in ALL
            if plan.story == rise.story and plan.township.code in places
        ]
        during = [age for age in weeks if rise.weeks_ago - rise.weeks <= age <= rise.weeks_ago]
        assert len(during) >= 0.8 * rise.matters
        assert len(during) / rise.weeks > 8 * (len(weeks) - len(during)) / (104 - rise.weeks)


def test_nothing_rises_in_a_small_city():
    assert planted(SMALLEST_CITY - 1, TODAY, Random(1)) == []
