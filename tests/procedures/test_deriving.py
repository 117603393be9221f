"""An act lent to another law stands on that law's articles and on nothing it left behind."""

import pytest

from gongdao.law.names import INVITED_MEDIATION_RULES, PEOPLES_MEDIATION_LAW
from gongdao.procedures.court_mediation.declaration import COURT_MEDIATION
from gongdao.procedures.engine.deriving import fitted, under
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION
from gongdao.procedures.registry import PROCEDURES
from tests.scenarios.ordinary.authority import KINDS as ADMINISTRATIVE

BORROWERS = [COURT_MEDIATION, *(p for p in PROCEDURES if p.code in ADMINISTRATIVE)]
HEARD = INVITED_MEDIATION_RULES.article(17, 1, phrase="可以提出解决争议的方案建议")


def test_what_is_lent_keeps_what_it_asks_and_changes_its_articles() -> None:
    session = PEOPLE_MEDIATION.step_by_code["hold_session"]
    lent = under(session, HEARD, title="另一个名字")
    assert (lent.asks, lent.dated_by, lent.by, lent.title) == (
        session.asks,
        session.dated_by,
        session.by,
        "另一个名字",
    )
    assert lent.cites == (HEARD,)
    assert {cite.law for one in lent.only_if for cite in one.cites} == {INVITED_MEDIATION_RULES}


def test_a_condition_of_a_third_law_keeps_its_own_article() -> None:
    correcting = PEOPLE_MEDIATION.step_by_code["correct_party"]
    (guardian,) = under(correcting, HEARD).rules
    assert [cite.law.short for cite in guardian.cites] == ["民法典"]


def test_nothing_is_lent_without_an_article() -> None:
    with pytest.raises(ValueError, match="hold_session"):
        under(PEOPLE_MEDIATION.step_by_code["hold_session"])


def test_states_that_the_borrower_lacks_are_dropped() -> None:
    (step,) = fitted((PEOPLE_MEDIATION.step_by_code["close_performed"],), frozenset({"in_effect"}))
    assert step.source == ("in_effect",)


@pytest.mark.parametrize("borrower", BORROWERS, ids=lambda p: p.code)
def test_no_borrower_rests_on_the_law_on_peoples_mediation(borrower) -> None:  # type: ignore[no-untyped-def]
    """What that law says of committees holds for them alone; a schedule's own findings are the exception."""
    parts = (*borrower.steps, *borrower.clocks, *borrower.schedules, *borrower.notices, *borrower.papers)
    conditions = [one for step in borrower.steps for one in (*step.only_if, *step.rules)]
    resting = [
        getattr(part, "code", getattr(part, "name", ""))
        for part in (*parts, *conditions)
        if PEOPLES_MEDIATION_LAW in {cite.law for cite in part.cites}
    ]
    assert resting == []
