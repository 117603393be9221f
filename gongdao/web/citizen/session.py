"""A party in this browser: which matter and which party the receipt code opened."""

from django.http import HttpRequest

from gongdao.matters.models import Matter

SESSION_KEY = "party"
MINUTES_IDLE = 60


def enter(request: HttpRequest, matter: Matter, party: str) -> None:
    """Remember the party; a new session key, so that an old one opens nothing."""
    request.session.cycle_key()
    request.session[SESSION_KEY] = [matter.pk, party]
    request.session.set_expiry(MINUTES_IDLE * 60)


def leave(request: HttpRequest) -> None:
    """Forget the party."""
    request.session.pop(SESSION_KEY, None)


def current(request: HttpRequest) -> tuple[Matter, str] | None:
    """The matter and party this browser has opened, if any."""
    held = request.session.get(SESSION_KEY)
    if not held:
        return None
    matter = Matter.objects.select_related("office", "owner").filter(pk=held[0]).first()
    return (matter, held[1]) if matter else None
