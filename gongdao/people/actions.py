"""Writes. Every change to areas, offices, accounts and posts leaves a chained StaffEvent in the same transaction."""

import csv
import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime
from io import StringIO
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from gongdao.people.models import AccessLog, Account, Area, Office, Post, StaffEvent
from gongdao.people.models.office import AreaLevel
from gongdao.people.roles import ROLES
from gongdao.people.sealing import seal

GENESIS = "0" * 64
Figure = int | dict[str, int]  # a dated one by the first day it holds: {"2025-01-01": 1800}


class StaffError(Exception):
    """What was asked cannot be done; the text says why in Chinese."""


@transaction.atomic
def create_area(
    *, code: str, name: str, level: str, parent: Area | None, by: Account | None, at: datetime,
    population: int | None = None,
) -> Area:  # fmt: skip
    """Add a place under its parent."""
    if not code.isdigit() or len(code) not in (6, 9, 12):
        raise StaffError(f"地区代码应当是6、9或12位数字：{code}")
    if level not in AreaLevel.values:
        raise StaffError(f"没有这个级别：{level}")
    if Area.objects.filter(code=code).exists():
        raise StaffError(f"地区代码已经存在：{code}")
    path = f"{parent.path if parent else ''}{code}/"
    area = Area.objects.create(
        code=code, name=name, level=level, parent=parent, path=path, population=population
    )
    note_change("area_created", {"code": code, "name": name}, by=by, at=at)
    return area


@transaction.atomic
def import_areas(text: str, *, by: Account | None, at: datetime) -> int:
    """Areas from CSV with the columns code,name,level,parent,population; parents before children."""
    count = 0
    for number, row in enumerate(csv.DictReader(StringIO(text)), start=2):
        try:
            parent = Area.objects.filter(code=row["parent"]).first() if row.get("parent") else None
            if row.get("parent") and parent is None:
                raise StaffError(f"没有这个上级地区：{row['parent']}")
            population = row.get("population") or ""
            if population and not population.isdecimal():
                raise StaffError(f"人口要填整数：{population}")
            create_area(
                code=row["code"] or "", name=row["name"] or "", level=row["level"] or "", parent=parent,
                population=int(population) if population else None, by=by, at=at,
            )  # fmt: skip
        except KeyError as error:
            raise StaffError(f"缺少一列：{error.args[0]}") from error
        except StaffError as error:
            raise StaffError(f"第{number}行：{error}") from error
        count += 1
    return count


@transaction.atomic
def create_office(
    *, code: str, name: str, kind: str, area: Area, parent: Office | None, by: Account | None, at: datetime,
    address: str = "", phone: str = "", sectors: list[str] | None = None,
) -> Office:  # fmt: skip
    """Add an office under its superior."""
    if Office.objects.filter(code=code).exists():
        raise StaffError(f"机构代码已经存在：{code}")
    path = f"{parent.path if parent else ''}{code}/"
    office = Office.objects.create(
        code=code, name=name, kind=kind, area=area, parent=parent, path=path, address=address, phone=phone,
        sectors=sectors or [],
    )  # fmt: skip
    note_change("office_created", {"code": code, "name": name, "kind": kind}, by=by, at=at)
    return office


@transaction.atomic
def set_office_setting(
    office: Office, name: str, value: Figure | None, *, by: Account | None, at: datetime
) -> None:
    """Fill in, or clear, a figure that no statute states; a dated one by the days from which it holds."""
    locked = Office.objects.select_for_update().get(pk=office.pk)
    settings = {**locked.settings, name: value} if value is not None else _without(locked.settings, name)
    locked.settings = office.settings = settings
    locked.save(update_fields=["settings"])
    note_change("office_setting", {"office": office.code, "name": name, "value": value}, by=by, at=at)


@transaction.atomic
def create_account(
    *, username: str, display_name: str, password: str, by: Account | None, at: datetime, phone: str = ""
) -> Account:
    """Add somebody who works here. Raises ValidationError for a weak password."""
    if Account.objects.filter(username=username).exists():
        raise StaffError(f"用户名已经有人使用：{username}")
    account = Account(username=username, display_name=display_name)
    validate_password(password, account)
    account.set_password(password)
    account.save(force_insert=True)
    if phone:
        account.phone_sealed = seal(phone, context=f"account:{account.pk}:phone")
        account.save(update_fields=["phone_sealed"])
    note_change("account_created", {"account": account.pk, "username": username}, by=by, at=at)
    return account


@transaction.atomic
def appoint(
    account: Account, office: Office, role: str, *, by: Account | None, at: datetime, starts: date,
    ends: date | None = None,
) -> Post:  # fmt: skip
    """Give an account a role in an office. Refuses an unknown role and an overlapping equal post."""
    if role not in ROLES:
        raise StaffError(f"没有这个角色：{role}")
    if ends and ends < starts:
        raise StaffError("任期的结束日不能早于开始日")
    for post in Post.objects.select_for_update().filter(account=account, office=office, role=role):
        if (post.ends is None or post.ends >= starts) and (ends is None or post.starts <= ends):
            raise StaffError(f"{account.display_name}在{office.name}的这个岗位与已有任期重叠")
    post = Post.objects.create(account=account, office=office, role=role, starts=starts, ends=ends)
    note_change("appointed", {"account": account.pk, "office": office.code, "role": role}, by=by, at=at)
    return post


@transaction.atomic
def end_post(post: Post, *, on: date, because: str, by: Account | None, at: datetime) -> None:
    """End a post on a day, with the reason."""
    if on < post.starts:
        raise StaffError("结束日不能早于任期开始日")
    post.ends, post.ended_because = on, because
    post.save(update_fields=["ends", "ended_because"])
    note_change("post_ended", {"post": post.pk, "on": on.isoformat()}, by=by, at=at)


@transaction.atomic
def deactivate_account(account: Account, *, because: str, by: Account | None, at: datetime) -> None:
    """Close an account and end its posts."""
    account.is_active = False
    account.save(update_fields=["is_active"])
    for post in account.posts.filter(ends__isnull=True):
        end_post(post, on=max(at.date(), post.starts), because=because, by=by, at=at)
    note_change("account_deactivated", {"account": account.pk}, by=by, at=at)


def log_access(
    *,
    matter_number: str,
    account: Account | None,
    citizen: str,
    what: str,
    purpose: str,
    channel: str,
    at: datetime,
) -> None:
    """Note that somebody read part of a file."""
    AccessLog.objects.create(
        at=at,
        matter_number=matter_number,
        account=account,
        citizen=citizen,
        what=what,
        purpose=purpose,
        channel=channel,
    )


def reseal_all(number: int) -> int:
    """Seal every account's phone anew under the active key ``number``; returns how many."""
    from gongdao.people.sealing import is_current, unseal

    count = 0
    for account in Account.objects.exclude(phone_sealed=None):
        context = f"account:{account.pk}:phone"
        if account.phone_sealed and not is_current(bytes(account.phone_sealed)):
            account.phone_sealed = seal(unseal(bytes(account.phone_sealed), context=context), context=context)
            account.save(update_fields=["phone_sealed"])
            count += 1
    return count


def _without(settings: Mapping[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in settings.items() if key != name}


def note_change(what: str, facts: dict[str, Any], *, by: Account | None, at: datetime) -> None:
    """Append to the chain of staff events: what an office changed about itself or a register, without personal data.

    The last row is locked so that two changes cannot share a place.
    """
    last = StaffEvent.objects.select_for_update().order_by("-pk").first()
    previous = last.fingerprint if last else GENESIS
    text = json.dumps(
        [what, by.pk if by else None, at.isoformat(), facts, previous], sort_keys=True, ensure_ascii=False
    )
    fingerprint = hashlib.new("sm3", text.encode()).hexdigest()
    StaffEvent.objects.create(
        what=what, by=by, at=at, facts=facts, previous=previous, fingerprint=fingerprint
    )
