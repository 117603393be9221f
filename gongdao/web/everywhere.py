"""What every page knows: how it is shown, who looks, and what their menu holds."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from gongdao.people.models import Account
from gongdao.people.queries import postings


def rights(account: Account) -> set[str]:
    """What this person's posts allow, for the menu. The doorway and the reads check for themselves."""
    return {p.name for held in postings(account, timezone.localdate()) for p in held.role.permissions}


def everywhere(request: HttpRequest) -> dict[str, Any]:
    """Larger letters, if this browser asked for them (a cookie, no account); the menu of whoever is signed in."""
    known: dict[str, Any] = {"elder": request.COOKIES.get("display") == "elder"}
    account = getattr(request, "user", None)
    if isinstance(account, Account):
        known |= {"account": account, "rights": rights(account)}
    return known
