"""Filling in an office's figure: the deadlines of its open matters follow at once."""

from datetime import date, datetime

from django.db import transaction

from gongdao.matters import projecting
from gongdao.matters.folding import fold
from gongdao.matters.models import Matter
from gongdao.people.actions import Figure, set_office_setting
from gongdao.people.models import Account, Office


@transaction.atomic
def set_setting(
    office: Office,
    name: str,
    value: int | None,
    *,
    since: date | None = None,
    by: Account | None,
    at: datetime,
) -> int:
    """Fill in, or clear, a figure that no statute states; returns how many open matters have another due date now.

    A dated figure is filled in from the day ``since`` on; what held before stays as it was.
    """
    figure: Figure | None = value
    if since:
        kept = {
            day: held for day, held in (office.settings.get(name) or {}).items() if day != since.isoformat()
        }
        figure = (
            dict(sorted((kept | ({since.isoformat(): value} if value is not None else {})).items())) or None
        )
    set_office_setting(office, name, figure, by=by, at=at)
    moved = 0
    for matter in Matter.objects.select_for_update(of=("self",)).filter(office=office, closed_at=None):
        matter.office = office
        due = projecting.due_of(fold(matter, matter.events.order_by("seq"), matter.changed_at))
        if due != matter.next_due:
            matter.next_due = due
            matter.save(update_fields=["next_due"])
            moved += 1
    return moved
