"""Reads: which offices a person's posts reach, and who looked at a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import connection
from django.db.models import Q, QuerySet

from gongdao.people.models import AccessLog, Account, Area, Office
from gongdao.people.permissions import Permission
from gongdao.people.roles import ROLES, Reach, Role
from gongdao.procedures.engine.declaration import Actor


@dataclass(frozen=True, slots=True)
class Posting:
    """A post in force: the role and the offices it reaches (empty for Reach.OWN and Reach.NONE)."""

    role: Role
    office_id: int
    reached: frozenset[int]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a permission holds: these offices, and (``own_in``) in these the matters assigned to the person."""

    office_ids: frozenset[int]
    own_in: frozenset[int]


def nearest_office(kinds: Sequence[str], area: Area) -> Office | None:
    """The office of one of these kinds that serves an area: in it, else the lowest one above it, else one below it;
    the kinds in their order where several serve equally."""
    offices = list(
        Office.objects.filter(kind__in=kinds, is_active=True).select_related("area").order_by("code")
    )
    above = [office for office in offices if area.path.startswith(office.area.path)]
    below = [office for office in offices if office.area.path.startswith(area.path)]
    rank = {kind: place for place, kind in enumerate(kinds)}
    if above:
        return max(above, key=lambda office: (len(office.area.path), -rank[office.kind]))
    return min(below, key=lambda office: (len(office.area.path), rank[office.kind]), default=None)


# Asked at every step and every page: written out, because building it anew costs more than answering it.
_POSTS = """
    SELECT post.role, post.office_id, office.path
    FROM people_post post JOIN people_office office ON office.id = post.office_id
    WHERE post.account_id = %s AND post.starts <= %s AND (post.ends IS NULL OR post.ends >= %s) AND office.is_active
"""


def postings(account: Account, on: date) -> Sequence[Posting]:
    """The posts of an active account in active offices on a day."""
    if not account.is_active:
        return []
    with connection.cursor() as cursor:
        day = connection.ops.adapt_datefield_value(on)
        cursor.execute(_POSTS, [account.pk, day, day])
        return [_posting(*post) for post in cursor.fetchall() if post[0] in ROLES]


def scope(account: Account, permission: Permission, on: date) -> Scope:
    """Where this account has this permission on this day."""
    return scope_of(postings(account, on), permission)


def scope_of(held: Sequence[Posting], permission: Permission) -> Scope:
    """The same from postings already read."""
    with_it = [posting for posting in held if permission in posting.role.permissions]
    offices = frozenset().union(*(posting.reached for posting in with_it)) if with_it else frozenset[int]()
    return Scope(offices, frozenset(p.office_id for p in with_it if p.role.reach is Reach.OWN))


def _posting(code: str, office_id: int, path: str) -> Posting:
    role = ROLES[code]
    if role.reach is Reach.OFFICE:
        reached = frozenset({office_id})
    elif role.reach is Reach.SUBTREE:
        below = Office.objects.filter(path__startswith=path, is_active=True)
        reached = frozenset(below.values_list("pk", flat=True))
    else:
        reached = frozenset()
    return Posting(role, office_id, reached)


def holders_of(office: Office, capacity: Actor, on: date) -> QuerySet[Account]:
    """The people to whom an office may assign a matter in this capacity on a day, by name."""
    roles = [role.code for role in ROLES.values() if capacity in role.actors]
    running = Q(posts__ends__isnull=True) | Q(posts__ends__gte=on)
    held = Q(posts__office=office, posts__role__in=roles, posts__starts__lte=on) & running
    return Account.objects.filter(held, is_active=True).distinct().order_by("display_name")


def reads_of(matter_number: str) -> list[AccessLog]:
    """Who read this file, newest first; the person concerned sees it."""
    return list(
        AccessLog.objects.filter(matter_number=matter_number).select_related("account").order_by("-at", "-pk")
    )
