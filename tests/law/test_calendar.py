from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdao.law.calendar import SHANGHAI, Calendar, Pause, Unit, load_calendar

CALENDAR = Calendar()


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


def last(start, amount, unit, *pauses, calendar=CALENDAR):
    return calendar.deadline(at(start), amount, unit, pauses).last_day.isoformat()


def why(start, amount, unit, *pauses):
    return "；".join(CALENDAR.deadline(at(start), amount, unit, pauses).reasons)


def test_t1_the_first_day_is_not_counted():
    assert last("2025-03-03", 1, Unit.DAY) == "2025-03-04"
    assert "当日不计入" in why("2025-03-03", 1, Unit.DAY)


def test_t1_the_last_day_lasts_until_midnight_in_shanghai():
    deadline = CALENDAR.deadline(at("2025-03-03T08:00"), 1, Unit.DAY)
    assert deadline.due_at == at("2025-03-04T23:59:59")


def test_t1_the_starting_day_is_the_day_in_shanghai():
    late_in_utc = datetime(2025, 3, 3, 17, tzinfo=UTC)  # already the 4th in Shanghai
    assert CALENDAR.deadline(late_in_utc, 1, Unit.DAY).last_day == date(2025, 3, 5)


def test_t1_hours_start_at_the_moment_and_do_not_roll_over_holidays():
    deadline = CALENDAR.deadline(at("2025-01-27T22:30"), 24, Unit.HOUR)
    assert deadline.due_at == at("2025-01-28T22:30")
    assert CALENDAR.deadline(at("2025-01-31T23:00"), 2, Unit.HOUR).due_at == at("2025-02-01T01:00")


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-03-31", 1, "2025-04-30"),
        ("2025-08-31", 6, "2026-02-28"),
        ("2025-04-30", 1, "2025-05-30"),
        ("2025-11-28", 3, "2026-02-28"),
        ("2025-12-15", 1, "2026-01-15"),
    ],
)
def test_t2_months_end_on_the_corresponding_day_or_the_last_of_the_month(start, months, end):
    assert last(start, months, Unit.MONTH) == end  # 2026-02-28 is a Saturday that is worked


def test_t2_a_missing_corresponding_day_is_explained():
    assert "没有对应日" in why("2025-03-31", 1, Unit.MONTH)
    assert "没有对应日" not in why("2025-04-30", 1, Unit.MONTH)


def test_t2_years_end_on_the_corresponding_day():
    assert last("2022-05-10", 3, Unit.YEAR) == "2025-05-12"  # the 10th is a Saturday
    assert last("2024-02-29", 1, Unit.YEAR) == "2025-02-28"


def test_t3_a_last_day_in_the_spring_festival_moves_behind_it():
    assert (
        last("2025-01-14", 15, Unit.DAY) == "2025-02-05"
    )  # 29 January, in the holidays 28 January–4 February
    assert "休假日结束的次日2025年2月5日" in why("2025-01-14", 15, Unit.DAY)


def test_t3_a_last_day_on_a_weekend_moves_to_monday():
    assert last("2025-03-05", 3, Unit.DAY) == "2025-03-10"


def test_t3_a_last_day_on_a_worked_weekend_stays():
    assert last("2025-02-05", 3, Unit.DAY) == "2025-02-08"  # a Saturday worked for the Spring Festival


def test_t3_holidays_in_the_middle_of_a_period_count():
    assert last("2025-09-25", 15, Unit.DAY) == "2025-10-10"


def test_t7_working_days_skip_holidays_and_count_swapped_days():
    # 27 January is a Monday, then holidays to 4 February; 5, 6, 7 February and Saturday the 8th are worked
    assert last("2025-01-26", 5, Unit.WORKING_DAY) == "2025-02-08"
    assert "2025年2月8日是调休上班日，计入" in why("2025-01-26", 5, Unit.WORKING_DAY)


def test_t7_working_days_over_the_national_holiday():
    assert last("2025-09-30", 3, Unit.WORKING_DAY) == "2025-10-11"  # 9, 10 and Saturday the 11th


def test_t12_holidays_of_2026_are_known():
    assert CALENDAR.is_published(date(2026, 2, 17))
    assert not CALENDAR.is_working_day(date(2026, 2, 16))
    assert CALENDAR.is_working_day(date(2026, 2, 14))


def test_t12_a_year_without_an_arrangement_is_assumed_and_said():
    reasons = why("2035-03-05", 2, Unit.DAY)
    assert "2035年放假安排尚未公布" in reasons
    assert not CALENDAR.is_working_day(date(2035, 10, 1))
    assert CALENDAR.is_working_day(date(2035, 10, 4))


def test_a_pause_without_end_leaves_the_deadline_open():
    assert CALENDAR.deadline(at("2025-03-03"), 5, Unit.DAY, [Pause(date(2025, 3, 4), None)]) is None


def test_paused_days_are_added_at_the_end():
    pause = Pause(date(2025, 3, 5), date(2025, 3, 7))
    assert last("2025-03-03", 10, Unit.DAY) == "2025-03-13"
    assert last("2025-03-03", 10, Unit.DAY, pause) == "2025-03-17"  # 16 March is a Sunday
    assert "中止的3日不计入" in why("2025-03-03", 10, Unit.DAY, pause)


def test_paused_working_days_are_not_counted():
    pause = Pause(date(2025, 3, 5), date(2025, 3, 7))
    assert last("2025-03-03", 3, Unit.WORKING_DAY, pause) == "2025-03-11"


def test_overlapping_pauses_count_once():
    pauses = [Pause(date(2025, 3, 5), date(2025, 3, 7)), Pause(date(2025, 3, 6), date(2025, 3, 8))]
    assert last("2025-03-03", 10, Unit.DAY, *pauses) == "2025-03-17"


def test_a_pause_at_the_end_moves_the_end_on():
    assert last("2025-03-03", 3, Unit.DAY, Pause(date(2025, 3, 6), date(2025, 3, 10))) == "2025-03-11"


def test_a_pause_before_the_start_or_after_the_end_changes_nothing():
    before, after = Pause(date(2025, 2, 1), date(2025, 3, 3)), Pause(date(2025, 4, 1), date(2025, 4, 9))
    assert last("2025-03-03", 10, Unit.DAY, before, after) == "2025-03-13"


@pytest.mark.parametrize("amount", [0, -1])
def test_a_period_has_at_least_one_unit(amount):
    with pytest.raises(ValueError, match="at least one"):
        CALENDAR.deadline(at("2025-03-03"), amount, Unit.DAY)


@given(
    st.datetimes(datetime(2005, 1, 1), datetime(2026, 6, 30)),
    st.integers(1, 90),
    st.sampled_from([Unit.DAY, Unit.WORKING_DAY, Unit.MONTH]),
)
def test_every_deadline_is_later_than_its_start_and_on_a_working_day(start, amount, unit):
    deadline = CALENDAR.deadline(start.replace(tzinfo=SHANGHAI), amount, unit)
    assert deadline.last_day > start.date()
    assert CALENDAR.is_working_day(deadline.last_day)
    assert deadline.due_at.date() == deadline.last_day
    assert len(deadline.reasons) >= 2


@given(st.datetimes(datetime(2005, 1, 1), datetime(2026, 6, 30)), st.integers(1, 60))
def test_working_days_are_never_sooner_than_calendar_days(start, amount):
    start = start.replace(tzinfo=SHANGHAI)
    working = CALENDAR.deadline(start, amount, Unit.WORKING_DAY).last_day
    assert working >= start.date() + timedelta(days=amount)


def test_an_override_stands_above_the_published_calendar():
    calendar = Calendar({date(2025, 3, 4): False, date(2025, 3, 8): True})
    assert last("2025-03-03", 1, Unit.DAY, calendar=calendar) == "2025-03-05"
    assert last("2025-03-05", 3, Unit.DAY, calendar=calendar) == "2025-03-08"


def test_overrides_are_read_from_a_file(tmp_path):
    file = tmp_path / "放假.yaml"
    file.write_text("2035:\n  休: [2035-01-01, 2035-10-04]\n  班: [2035-10-13]\n", encoding="utf-8")
    calendar = load_calendar(file)
    assert not calendar.is_working_day(date(2035, 10, 4))
    assert calendar.is_working_day(date(2035, 10, 13))
    assert calendar.is_published(date(2035, 10, 13))
    assert load_calendar(None) == Calendar()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2035: {休: [2036-01-01]}", "不是该年日期"),
        ("2035: {休: [元旦]}", "不是该年日期"),
        ("2035: {休: [2035-01-01], 班: [2035-01-01]}", "既写了休又写了班"),
    ],
)
def test_a_wrong_override_is_named(tmp_path, text, said):
    file = tmp_path / "放假.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        load_calendar(file)


def test_an_empty_override_file_changes_nothing(tmp_path):
    file = tmp_path / "放假.yaml"
    file.write_text("", encoding="utf-8")
    assert load_calendar(file) == Calendar()
