"""Reads: who issues for which area, what was issued, and whether its numbers still come out."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from gongdao.people.models import Account, Area, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import postings
from gongdao.trends.briefings.cells import Cell
from gongdao.trends.briefings.counting import cube
from gongdao.trends.briefings.models import Briefing
from gongdao.trends.lake.opening import open_lake
from gongdao.trends.warnings.queries import areas_of, within


class BriefingRefused(Exception):
    """It cannot be done; the text says why in Chinese."""


def desk_of(account: Account, on: date) -> tuple[Area, Office]:
    """For which area, and as which office, this account issues. Raises BriefingRefused."""
    held = [p.office_id for p in postings(account, on) if Permission.TREND_ISSUE in p.role.permissions]
    offices = Office.objects.filter(pk__in=held).select_related("area").order_by("path")
    office = offices.first()
    if office is None:
        raise BriefingRefused("您的岗位不能印发研判报告。")
    return office.area, office


def briefings_for(account: Account, on: date) -> QuerySet[Briefing]:
    """The briefings on areas within reach and on those above: they go to everybody below."""
    areas = areas_of(account, Permission.TREND_READ, on)
    above = [code for area in areas for code in area.path.strip("/").split("/")]
    known = Briefing.objects.filter(within(areas, "area__path")) | Briefing.objects.filter(
        area__code__in=above
    )
    return known.distinct().select_related("area", "office", "by", "pdf", "docx")


def earlier_cells() -> list[Cell]:
    """Every number of every briefing that went out."""
    return [Cell(*cell) for shown in Briefing.objects.values_list("shown", flat=True) for cell in shown]


def differences(briefing: Briefing) -> Iterator[str]:
    """Count every number anew from the lake as it is now: what differs, one line each."""
    counted = cube(open_lake(), briefing.area, f"{briefing.month:%Y-%m}")
    for *cell, number in briefing.figures:
        now = counted.count(Cell(*cell))
        if now != number:
            yield f"{Cell(*cell).says}：当时{number}，现在{now}"
