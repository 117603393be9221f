"""The matter a caller asks for, if it is theirs to see; in which capacities they act in it."""

from django.http import Http404, HttpRequest
from django.utils import timezone

from gongdao.api.callers import Caller
from gongdao.matters.access import capacities, capacities_of_party
from gongdao.matters.models import Matter
from gongdao.matters.queries import can, case_of, children_for_party, root_of
from gongdao.people.permissions import Permission
from gongdao.procedures.engine.declaration import Actor


def matter_for(request: HttpRequest, number: str) -> tuple[Matter, Caller]:
    """The matter if the caller may read it; else it does not exist."""
    caller: Caller = request.auth  # type: ignore[attr-defined]
    matter = Matter.objects.select_related("office", "parent__office").filter(number=number).first()
    if matter is None:
        raise Http404
    if caller.account:
        if not can(caller.account, Permission.MATTER_READ, matter, timezone.localdate()):
            raise Http404
    elif not _is_theirs(matter, caller):
        raise Http404
    return matter, caller


def _is_theirs(matter: Matter, caller: Caller) -> bool:
    """A party's own matter, or a child of it that stands on the party's page."""
    if caller.matter is None or root_of(matter).pk != caller.matter.pk:
        return False
    return matter.parent_id is None or matter in children_for_party(caller.matter, caller.party or "")


def actors_of(matter: Matter, caller: Caller) -> set[Actor]:
    """As what this caller may act in the matter."""
    if caller.account:
        return capacities(caller.account, matter, timezone.localdate())
    return capacities_of_party(caller.party or "", case_of(matter, timezone.now()).parties)
