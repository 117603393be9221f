"""Eligibility rule by rule: arts. 31, 32, 41 and 42 stay four questions, and a machine decides none of them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongdao.procedures.engine.case import figure_on
from gongdao.procedures.legal_aid.eligibility import Answer, Means, explain
from gongdao.procedures.legal_aid.grounds import (
    MATTER_LAW,
    NO_CHECK_LAW,
    NO_MEANS_LAW,
    AidMatter,
    NoCheckGround,
    NoMeansGround,
)
from tests.procedures.test_citations import package_article, problem, title_of

POOR = Means(Decimal(1500), None, 1800, None)
RICH = Means(Decimal(9000), None, 1800, None)


def answers(told: dict[str, Any], means: Means = POOR) -> list[Answer]:
    return [row.answer for row in explain({"aid_matter": "labour"} | told, means)]


def test_an_ordinary_applicant_is_asked_all_five() -> None:
    told = {"pledge_made": True}
    assert answers(told) == [Answer.YES] * 5
    assert answers(told, RICH) == [Answer.YES] * 4 + [Answer.NO]


def test_without_a_condition_of_means_nothing_about_means_is_asked() -> None:
    """Art. 32: the condition itself falls away, whatever the income."""
    expected = [Answer.YES, Answer.NO, Answer.NOT_ASKED, Answer.NOT_ASKED, Answer.NOT_ASKED]
    assert answers({"no_means_ground": "abused"}, RICH) == expected


def test_without_a_check_the_condition_still_stands() -> None:
    """Art. 42: the condition stays; the check falls away once the paper is there."""
    shown = {"no_check_ground": "migrant", "status_paper": "f"}
    assert answers(shown, RICH) == [Answer.YES, Answer.YES, Answer.NO, Answer.NOT_ASKED, Answer.NOT_ASKED]
    promised = answers({"no_check_ground": "migrant", "pledge_made": True}, RICH)
    assert promised == [Answer.YES, Answer.YES, Answer.OPEN, Answer.YES, Answer.NO]


def test_a_pledge_is_as_good_as_a_query_and_no_certificate_is_wanted() -> None:
    for told in ({"pledge_made": True}, {"means_shown": "data"}):
        row = explain({"aid_matter": "labour"} | told, POOR)[3]
        assert row.answer is Answer.YES
        assert "不得要求另开证明" in row.follows
    assert explain({"aid_matter": "labour"}, POOR)[3].answer is Answer.OPEN


@pytest.mark.parametrize(
    ("means", "within"),
    [
        (Means(Decimal("1800.00"), None, 1800, None), True),
        (Means(Decimal("1800.01"), None, 1800, None), False),
        (Means(Decimal(1000), Decimal(50_000), 1800, 40_000), False),
        (Means(Decimal(1000), Decimal(40_000), 1800, 40_000), True),
        (Means(Decimal(1000), None, 1800, 40_000), True),
        (Means(None, None, 1800, None), None),
        (Means(Decimal(1000), None, None, None), None),
    ],
)
def test_the_line_itself_is_still_within(means: Means, within: bool | None) -> None:
    assert means.within() is within


def test_a_line_nobody_filled_in_is_never_made_up() -> None:
    row = explain({"aid_matter": "labour", "pledge_made": True}, Means(Decimal(1)))[4]
    assert row.answer is Answer.OPEN
    assert "没有填写标准" in row.told


def test_a_matter_that_nobody_can_place_is_asked_about_not_refused() -> None:
    assert explain({"aid_matter": "not_listed"}, POOR)[0].answer is Answer.OPEN


GROUNDS = [*MATTER_LAW.items(), *NO_MEANS_LAW.items(), *NO_CHECK_LAW.items()]


@pytest.mark.parametrize(("ground", "citation"), GROUNDS, ids=lambda one: getattr(one, "key", one))
def test_every_ground_stands_in_the_act(ground: str, citation: Any) -> None:
    assert problem(citation, package_article(citation.law.name, title_of(citation.article))) is None


def test_every_ground_has_its_article() -> None:
    assert set(MATTER_LAW) == set(AidMatter) - {AidMatter.NOT_LISTED}
    assert set(NO_MEANS_LAW) == set(NoMeansGround) - {NoMeansGround.NONE}
    assert set(NO_CHECK_LAW) == set(NoCheckGround) - {NoCheckGround.NONE}


@given(
    matter=st.sampled_from(AidMatter), ground=st.sampled_from(NoMeansGround), status=st.sampled_from(NoCheckGround),
    paper=st.booleans(), pledge=st.booleans(), income=st.none() | st.decimals(0, 99999, places=2),
    line=st.none() | st.integers(1, 9999),
)  # fmt: skip
def test_every_row_cites_an_article_and_says_what_follows(
    matter, ground, status, paper, pledge, income, line
) -> None:  # type: ignore[no-untyped-def]
    told = {"aid_matter": matter, "no_means_ground": ground, "no_check_ground": status,
            "status_paper": "f" if paper else None, "pledge_made": pledge}  # fmt: skip
    rows = explain(told, Means(income, None, line, None))
    assert len(rows) == 5
    assert all(row.cites and row.rule and row.told and row.follows for row in rows)
    if ground is not NoMeansGround.NONE:
        assert [row.answer for row in rows[2:]] == [Answer.NOT_ASKED] * 3


def test_a_dated_figure_is_the_one_in_force_on_the_day() -> None:

    dated = {"2025-01-01": 1800, "2026-01-01": 2000}
    assert figure_on(dated, date(2024, 12, 31)) is None
    assert figure_on(dated, date(2025, 1, 1)) == 1800
    assert figure_on(dated, date(2025, 12, 31)) == 1800
    assert figure_on(dated, date(2026, 1, 1)) == 2000
    assert figure_on(None, date(2026, 1, 1)) is None
