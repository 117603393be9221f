from datetime import UTC, date, datetime

import pytest

from gongdao.law import names
from gongdao.law.calendar import SHANGHAI, Calendar, Unit
from gongdao.law.counting import (
    COUNTING_RULES,
    SILENCE,
    SILENT_LAWS,
    counting_citation,
    posted_in_time,
    restoration_deadline,
    unit_for,
    within,
)
from gongdao.law.electronic import may_be_signed_electronically, served_on

RECONSIDERATION = names.ADMINISTRATIVE_RECONSIDERATION_LAW


@pytest.mark.parametrize("days", [3, 5, 7, 10])
def test_t7_short_terms_of_reconsideration_are_working_days(days):
    assert unit_for(RECONSIDERATION, days, Unit.DAY) is Unit.WORKING_DAY


@pytest.mark.parametrize("days", [1, 2, 15, 20, 30, 60, 90])
def test_t7_other_terms_of_reconsideration_are_calendar_days(days):
    assert unit_for(RECONSIDERATION, days, Unit.DAY) is Unit.DAY


@pytest.mark.parametrize(("days", "unit"), [(2, "working_day"), (7, "working_day"), (10, "day"), (15, "day")])
def test_t8_short_terms_of_administrative_penalty_are_working_days(days, unit):
    assert unit_for(names.ADMINISTRATIVE_PENALTY_LAW, days, Unit.DAY) == unit


@pytest.mark.parametrize(
    ("days", "unit"),
    [
        (1, "working_day"),
        (2, "working_day"),
        (3, "working_day"),
        (10, "working_day"),
        (7, "day"),
        (30, "day"),
    ],
)
def test_t9_the_review_period_of_a_road_accident_is_three_working_days(days, unit):
    assert unit_for(names.ROAD_ACCIDENT_PROCEDURE, days, Unit.DAY) == unit


def test_t10_a_term_that_says_working_days_stays_so_in_every_law():
    assert unit_for(names.MEDICAL_DISPUTE_REGULATION, 30, Unit.WORKING_DAY) is Unit.WORKING_DAY
    assert unit_for(RECONSIDERATION, 15, Unit.WORKING_DAY) is Unit.WORKING_DAY


def test_months_hours_and_years_are_left_alone():
    for unit in (Unit.HOUR, Unit.MONTH, Unit.YEAR):
        assert unit_for(RECONSIDERATION, 3, unit) is unit


@pytest.mark.parametrize("law", SILENT_LAWS, ids=lambda law: law.short)
def test_t11_silent_laws_count_calendar_days_unless_the_office_decides_otherwise(law):
    assert unit_for(law, 3, Unit.DAY) is Unit.DAY
    assert unit_for(law, 3, Unit.DAY, working_day_laws={law}) is Unit.WORKING_DAY


def test_an_office_cannot_override_a_law_that_speaks():
    assert unit_for(RECONSIDERATION, 60, Unit.DAY, working_day_laws={RECONSIDERATION}) is Unit.DAY


def test_every_answer_has_its_citation():
    assert counting_citation(RECONSIDERATION, 5, Unit.DAY).article == "88"
    assert counting_citation(RECONSIDERATION, 60, Unit.DAY) == SILENCE
    assert [rule.id for rule in COUNTING_RULES] == ["T-7", "T-8", "T-9"]


@pytest.mark.parametrize(
    ("word", "below", "at", "above"),
    [
        ("以上", False, True, True),
        ("届满", False, True, True),
        ("以下", True, True, False),
        ("以内", True, True, False),
        ("不满", True, False, False),
        ("超过", False, False, True),
        ("以外", False, False, True),
    ],
)
def test_t13_which_words_include_the_number_itself(word, below, at, above):
    assert (within(17, word, 18), within(18, word, 18), within(19, word, 18)) == (below, at, above)


def test_an_unknown_word_of_measure_is_refused():
    with pytest.raises(ValueError, match="左右"):
        within(1, "左右", 1)


def test_t14_an_electronic_message_is_served_on_the_day_it_arrives_if_the_person_agreed():
    arrived = datetime(2025, 3, 3, 17, tzinfo=UTC)  # already the fourth in Shanghai
    assert served_on(arrived, consented=True) == date(2025, 3, 4)
    assert served_on(arrived, consented=False) is None


def test_t15_marriage_adoption_and_succession_are_signed_in_ink():
    assert may_be_signed_electronically(about_personal_status=False)
    assert not may_be_signed_electronically(about_personal_status=True)


def test_t4_papers_posted_on_the_last_day_are_in_time():
    deadline = Calendar().deadline(datetime(2025, 3, 3, 9, tzinfo=SHANGHAI), 15, Unit.DAY)
    assert posted_in_time(datetime(2025, 3, 18, 23, 59, 59, tzinfo=SHANGHAI), deadline)
    assert not posted_in_time(datetime(2025, 3, 19, 0, 0, tzinfo=SHANGHAI), deadline)


def test_t5_more_time_is_asked_for_within_ten_days_after_the_obstacle():
    deadline = restoration_deadline(datetime(2025, 3, 3, 9, tzinfo=SHANGHAI), Calendar())
    assert deadline.last_day.isoformat() == "2025-03-13"
    # ten days from 2025-09-22 end on 2025-10-02, a holiday; the first working day after it is the 9th
    assert restoration_deadline(datetime(2025, 9, 22, tzinfo=SHANGHAI), Calendar()).last_day.day == 9
