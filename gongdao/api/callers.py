"""Who calls: a signed-in member of staff (session), or a party with the matter's access code."""

from dataclasses import dataclass

from django.http import HttpRequest
from ninja.security import APIKeyHeader, SessionAuth

from gongdao.matters.access import party_by_code
from gongdao.matters.models import Matter
from gongdao.matters.tries import count_try, too_many_tries
from gongdao.people.models import Account


@dataclass(frozen=True, slots=True)
class Caller:
    """A member of staff, or a party of one matter."""

    account: Account | None = None
    matter: Matter | None = None
    party: str | None = None


class StaffSession(SessionAuth):
    """The session of somebody who works here; writes need the CSRF token."""

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        user = request.user
        return Caller(account=user) if isinstance(user, Account) and user.is_active else None


class PartyCode(APIKeyHeader):
    """``X-Access-Code: 2026-0000-0000 ABCDEFGH``: the receipt number and the code."""

    param_name = "X-Access-Code"

    def authenticate(self, request: HttpRequest, key: str | None) -> Caller | None:
        number, _, code = (key or "").strip().partition(" ")
        if not code or too_many_tries(number):
            return None
        found = party_by_code(number, code)
        if found is None:
            count_try(number)
            return None
        return Caller(matter=found[0], party=found[1])


STAFF = StaffSession()
ANYBODY_KNOWN = [PartyCode(), STAFF]
