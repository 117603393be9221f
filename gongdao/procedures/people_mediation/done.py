"""What has been done already, by one party or by everybody who has to: such a step stands aside and is not asked again."""

from collections.abc import Collection

from gongdao.procedures.engine.case import Case
from gongdao.procedures.people_mediation import guards


def _whole(case: Case, party: str | None, said: Collection[str]) -> bool:
    """This party, or else all principals, are among those who said so."""
    wanted = {party} if party else guards.principals(case)
    return bool(wanted) and wanted <= set(said)


def consented(case: Case, party: str | None) -> bool:
    """Agreed to be mediated."""
    return _whole(case, party, guards.consented(case))


def interest_declared(case: Case, party: str | None) -> bool:
    """The mediator of now has declared to have no interest in the matter."""
    return guards.mediator_has_no_conflict(case)


def heard_it_read(case: Case, party: str | None) -> bool:
    """Heard the draft read back and understood it."""
    return _whole(case, party, guards.heard(case))


def asked_for_confirmation(case: Case, party: str | None) -> bool:
    """Agreed to ask the court together."""
    return _whole(
        case, party, {event.facts["confirming_party"] for event in case.times("agree_to_confirmation")}
    )
