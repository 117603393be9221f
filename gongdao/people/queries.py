"""Reads: which offices a person's posts reach, and who looked at a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from gongdao.people.models import AccessLog, Account, Office, Post
from gongdao.people.permissions import Permission
from gongdao.people.roles import ROLES, Reach, Role


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


def postings(account: Account, on: date) -> Sequence[Posting]:
    """The posts of an active account in active offices on a day."""
    if not account.is_active:
        return []
    posts = (
        Post.objects.filter(account=account, starts__lte=on, office__is_active=True)
        .filter(Q(ends__isnull=True) | Q(ends__gte=on))
        .select_related("office")
    )
    return [_posting(post) for post in posts if post.role in ROLES]


def scope(account: Account, permission: Permission, on: date) -> Scope:
    """Where this account has this permission on this day."""
    return scope_of(postings(account, on), permission)


def scope_of(held: Sequence[Posting], permission: Permission) -> Scope:
    """The same from postings already read."""
    with_it = [posting for posting in held if permission in posting.role.permissions]
    offices = frozenset().union(*(posting.reached for posting in with_it)) if with_it else frozenset[int]()
    return Scope(offices, frozenset(p.office_id for p in with_it if p.role.reach is Reach.OWN))


def _posting(post: Post) -> Posting:
    role = ROLES[post.role]
    if role.reach is Reach.OFFICE:
        reached = frozenset({post.office_id})
    elif role.reach is Reach.SUBTREE:
        below = Office.objects.filter(path__startswith=post.office.path, is_active=True)
        reached = frozenset(below.values_list("pk", flat=True))
    else:
        reached = frozenset()
    return Posting(role, post.office_id, reached)


def mediators_of(office: Office, on: date) -> list[Account]:
    """The people an office may assign a matter to on a day, by name."""
    return list(
        Account.objects.filter(
            is_active=True, posts__office=office, posts__role="mediator", posts__starts__lte=on
        )
        .filter(Q(posts__ends__isnull=True) | Q(posts__ends__gte=on))
        .distinct()
        .order_by("display_name")
    )


def reads_of(matter_number: str) -> list[AccessLog]:
    """Who read this file, newest first; the person concerned sees it."""
    return list(
        AccessLog.objects.filter(matter_number=matter_number).select_related("account").order_by("-at", "-pk")
    )
