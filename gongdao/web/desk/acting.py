"""In which capacity a member of staff takes a step."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from gongdao.matters.access import capacities
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.models import Matter
from gongdao.matters.queries import can
from gongdao.people.models import Account
from gongdao.people.permissions import Permission
from gongdao.procedures.engine.declaration import PARTIES, Actor, Step
from gongdao.procedures.engine.facts import Facts


def matter_of(
    number: str, account: Account, now: datetime, permission: Permission = Permission.MATTER_READ
) -> Matter:
    """The matter with this number if this account may do that with it; else it does not exist."""
    matter = (
        Matter.objects.select_related("office", "owner", "parent__office", "offered_to")
        .filter(number=number)
        .first()
    )
    if matter is None or not can(account, permission, matter, now.date()):
        raise Http404
    return matter


def doer_for(
    account: Account,
    matter: Matter,
    step: Step,
    sides: Mapping[str, str],
    facts: Facts | None,
    channel: Channel,
    now: datetime,
) -> Doer | None:
    """Staff act in their own capacity where the step allows it, else they note down what a party said."""
    held = capacities(account, matter, now.date())
    own = [actor for actor in step.by if actor in held and actor not in PARTIES]
    if own:
        return Doer(own[0], account=account, channel=channel)
    spoken = [actor for actor in step.by if actor in held]
    if not spoken:
        return None
    whose = sides.get(getattr(facts, step.acts_for, "")) if facts and step.acts_for else None
    actor = Actor(whose) if whose in [a.value for a in spoken] else spoken[0]
    return Doer(actor, account=account, channel=channel)


def staff_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Only signed-in staff; the view gets the account."""

    @login_required
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        account = request.user
        assert isinstance(account, Account)
        return view(request, account, *args, **kwargs)

    return guarded
