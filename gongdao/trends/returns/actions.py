"""Publishing a return and restating it: by a named person, once, for good."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import IntegrityError, transaction

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.chain import GENESIS
from gongdao.people.models import Account, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import scope
from gongdao.procedures.engine.recording import canonical
from gongdao.trends.lake.exporting import Busy, export
from gongdao.trends.lake.opening import Lake, open_lake
from gongdao.trends.returns import publishing
from gongdao.trends.returns.computing import Table, compute
from gongdao.trends.returns.freezing import (
    definitions_fingerprint,
    fingerprint_of,
    frozen_basis,
    frozen_table,
)
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.queries import current, differences
from gongdao.trends.returns.units import rows_of
from gongdao.trends.statistics.periods import period as period_of
from gongdao.trends.suppression import CannotProtect


class ReturnRefused(Exception):
    """What was asked cannot be done; the text says why in Chinese."""


def publish_return(unit: Office, period: str, *, by: Account, at: datetime) -> PublishedReturn:
    """Freeze the unit's return for a period that is over. Raises ReturnRefused, NotAPeriod."""
    asked = period_of(period)
    _require_may_publish(unit, by, at)
    if not asked.is_over(at.astimezone(SHANGHAI).date()):
        raise ReturnRefused("这一期还没有结束，结束以后才能发布。")
    if current(unit, period):
        raise ReturnRefused("这一期已经发布过。数字有变化的，请在那一份上作更正。")
    lake, last = _fresh_lake(), _last()
    table = compute(lake, rows_of(unit), asked)
    try:
        shown, basis = publishing.for_everybody(lake, table, threshold=settings.GONGDAO_SUPPRESS_BELOW)
    except CannotProtect as error:
        raise ReturnRefused(
            "这张表公布出去，会让人从以前公布的表里推算出个别事项，不能发布。请改为按季度或者按年发布。"
        ) from error
    return _keep(
        unit, period, table, lake, after=last, shown=canonical(shown), basis=frozen_basis(basis), by=by, at=at
    )


def restate(published: PublishedReturn, reason: str, *, by: Account, at: datetime) -> PublishedReturn:
    """Publish what the figures are now, beside what they were. Raises ReturnRefused.

    What wider audiences saw stays as it was: the difference of two tables would give away the cases that came late.
    """
    _require_may_publish(published.unit, by, at)
    if len(reason.strip()) < 4:
        raise ReturnRefused("请写明为什么更正，至少四个字，不要写当事人的姓名。")
    if PublishedReturn.objects.filter(restates=published).exists():
        raise ReturnRefused("这一份已经更正过，请在最新的一份上再作更正。")
    lake, last = _fresh_lake(), _last()
    table = compute(lake, rows_of(published.unit), period_of(published.period))
    if not differences(published, table):
        raise ReturnRefused("现在的数字与已发布的一样，不用更正。")
    return _keep(
        published.unit, published.period, table, lake, after=last, shown=published.shown_text,
        basis=published.basis_text, restates=published, reason=reason.strip(), by=by, at=at,
    )  # fmt: skip


def _last() -> PublishedReturn | None:
    """The newest publication; what is decided after reading it holds only if none comes between."""
    return PublishedReturn.objects.order_by("-pk").first()


def _keep(
    unit: Office, period: str, table: Table, lake: Lake, *, after: PublishedReturn | None, shown: str, basis: str,
    by: Account, at: datetime, restates: PublishedReturn | None = None, reason: str = "",
) -> PublishedReturn:  # fmt: skip
    kept = PublishedReturn(
        unit=unit, period=period, version=restates.version + 1 if restates else 1, definitions=definitions_fingerprint(), lake_event=lake.manifest.last_event,
        figures_text=frozen_table(table), shown_text=shown, basis_text=basis, restates=restates, reason=reason, by=by,
        at=at, previous=after.fingerprint if after else GENESIS,
    )  # fmt: skip
    kept.fingerprint = fingerprint_of(kept)
    try:
        with transaction.atomic():
            kept.save(force_insert=True)
    except IntegrityError as error:
        # Two tables, each decided without the other, could give a number away together.
        raise ReturnRefused("另一个人刚刚也发布了报表，请刷新后再试。") from error
    return kept


def _require_may_publish(unit: Office, by: Account, at: datetime) -> None:
    reached = scope(by, Permission.RETURN_PUBLISH, at.astimezone(SHANGHAI).date()).office_ids
    if unit.pk not in reached:
        raise ReturnRefused("您不能发布这个单位的报表。")


def _fresh_lake() -> Lake:
    """The lake with everything up to now."""
    folder = Path(settings.GONGDAO_LAKE)
    try:
        export(folder)
    except Busy as error:
        raise ReturnRefused("数据正在整理，请过几分钟再试。") from error
    return open_lake(folder)
