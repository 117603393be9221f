"""Writes: a briefing is issued once for a month; issued anew, it says why."""

from datetime import date, datetime

from django.db import transaction

from gongdao.documents.actions import store_file
from gongdao.matters.papers import DOCX_TYPE, PDF_TYPE
from gongdao.people.models import Account, Area, Office
from gongdao.trends.briefings.cells import as_json
from gongdao.trends.briefings.models import Briefing
from gongdao.trends.briefings.queries import BriefingRefused, desk_of, earlier_cells
from gongdao.trends.briefings.writing import Heading, Written, write
from gongdao.trends.lake.manifest import NotALake
from gongdao.trends.lake.opening import open_lake
from gongdao.trends.overview.numbers import lake_fingerprint
from gongdao.trends.suppression import CannotProtect


def issue(
    month: str, *, by: Account, at: datetime, number: str, to: str, copies: str, because: str, key: str
) -> Briefing:
    """Write and freeze it. The same key again gives the first one. Raises BriefingRefused."""
    if known := Briefing.objects.filter(key=key).first():
        if known.by_id != by.pk:
            raise BriefingRefused("这个提交编号已经用过，请重新打开页面再填。")
        return known
    on = at.date()
    area, office = desk_of(by, on)
    edition = Briefing.objects.filter(area=area, month=_first(month, on)).count() + 1
    if edition > 1 and not because.strip():
        raise BriefingRefused("这个月已经印发过。重新印发要写明原因，原来的仍然保留。")
    heading = Heading(number.strip(), to.strip(), copies.strip(), edition, because.strip())
    written = draft(month, area=area, office=office, heading=heading, on=on)
    return _keep(written, month, area, office, heading, by, at, key)


def draft(month: str, *, area: Area, office: Office, heading: Heading, on: date) -> Written:
    """The same without freezing it."""
    _first(month, on)
    try:
        return write(
            open_lake(), lake_fingerprint(), area=area, office=office, month=month, heading=heading,
            earlier=earlier_cells(), on=on,
        )  # fmt: skip
    except CannotProtect:
        raise BriefingRefused(
            "以前公开过的数加上这个月的数，会让人推算出很小的数，所以不能印发。请先核对有没有补录、改录的旧案。"
        ) from None
    except NotALake as error:
        raise BriefingRefused(str(error)) from None


@transaction.atomic
def _keep(
    written: Written, month: str, area: Area, office: Office, heading: Heading, by: Account, at: datetime, key: str
) -> Briefing:  # fmt: skip
    shown = as_json(written.figures)
    return Briefing.objects.create(
        area=area, office=office, month=_first(month, at.date()), edition=heading.edition, because=heading.because,
        number=heading.number, figures=shown, shown=[row[:4] for row in shown], lake=lake_fingerprint(),
        template_version=written.version, pdf=store_file(written.pdf, at=at, media_type=PDF_TYPE),
        docx=store_file(written.docx, at=at, media_type=DOCX_TYPE), by=by, at=at, key=key,
    )  # fmt: skip


def _first(month: str, on: date) -> date:
    """The first day of a month that is over."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        raise BriefingRefused(f"月份要写成 2026-10 这样，不能是“{month[:20]}”。") from None
    if (first.year, first.month) >= (on.year, on.month):
        raise BriefingRefused("这个月还没有过完，过完再印发。")
    return first
