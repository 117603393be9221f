"""Reads: published returns, who may see them whole, and what differs by now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongdao.matters.chain import GENESIS
from gongdao.people.models import Account, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import scope
from gongdao.trends.returns.computing import Table
from gongdao.trends.returns.freezing import fingerprint_of, thawed_table
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.units import TOTAL


@dataclass(frozen=True, slots=True)
class Change:
    """One figure that is another one now. ``row`` is a row's code or the total's."""

    row: str
    row_title: str
    column: str
    then: int
    now: int


def current(unit: Office, period: str) -> PublishedReturn | None:
    """The latest version of a return."""
    return PublishedReturn.objects.filter(unit=unit, period=period).order_by("-pk").first()


def history(published: PublishedReturn) -> list[PublishedReturn]:
    """Every version of this return, oldest first."""
    found = PublishedReturn.objects.filter(unit=published.unit_id, period=published.period)
    return list(found.select_related("by", "unit").order_by("pk"))


def differences(published: PublishedReturn, now: Table) -> list[Change]:
    """What differs between a published table and the same table computed now."""
    then = thawed_table(published)
    titles = {row.code: row.title for row in (*then.rows, *now.rows)} | {TOTAL: "合计"}
    codes = [*dict.fromkeys([row.code for row in (*then.rows, *now.rows)]), TOTAL]
    found = []
    for code in codes:
        old = then.row(code) if code == TOTAL or code in then.figures else {}
        new = now.row(code) if code == TOTAL or code in now.figures else {}
        found += [
            Change(code, titles[code], column, old.get(column, 0), new.get(column, 0))
            for column in new or old if old.get(column, 0) != new.get(column, 0)
        ]  # fmt: skip
    return found


def may_open(account: Account, unit: Office, on: date) -> bool:
    """Whether this account may open every matter of the unit and of the offices below it."""
    reached = scope(account, Permission.MATTER_READ, on).office_ids
    below = Office.objects.filter(path__startswith=unit.path, is_active=True).values_list("pk", flat=True)
    return bool(reached) and unit.pk in reached and set(below) <= reached


def may_read_statistics(account: Account, on: date) -> bool:
    """Whether this account may see what is shown to everybody who works with statistics."""
    return bool(scope(account, Permission.STATISTICS_READ, on).office_ids)


def openable_offices(account: Account, on: date) -> frozenset[str]:
    """The codes of the offices all of whose matters this account may open."""
    reached = scope(account, Permission.MATTER_READ, on).office_ids
    return frozenset(Office.objects.filter(pk__in=reached).values_list("code", flat=True))


def broken() -> Iterator[PublishedReturn]:
    """Published returns whose content does not fit their fingerprint, or that do not follow the one before."""
    previous = GENESIS
    for one in PublishedReturn.objects.select_related("unit", "restates").order_by("pk"):
        if one.previous != previous or fingerprint_of(one) != one.fingerprint:
            yield one
        previous = one.fingerprint
