"""Filling in an office's figure: the deadlines of its open matters follow at once."""

from datetime import datetime

from django.db import transaction

from gongdao.matters import projecting
from gongdao.matters.folding import fold
from gongdao.matters.models import Matter
from gongdao.people.actions import set_office_setting
from gongdao.people.models import Account, Office


@transaction.atomic
def set_setting(office: Office, name: str, value: int | None, *, by: Account | None, at: datetime) -> int:
    """Fill in, or clear, a figure that no statute states; returns how many open matters have another due date now."""
    set_office_setting(office, name, value, by=by, at=at)
    moved = 0
    for matter in Matter.objects.select_for_update(of=("self",)).filter(office=office, closed_at=None):
        matter.office = office
        due = projecting.due_of(fold(matter, matter.events.order_by("seq"), matter.changed_at))
        if due != matter.next_due:
            matter.next_due = due
            matter.save(update_fields=["next_due"])
            moved += 1
    return moved
