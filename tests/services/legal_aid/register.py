"""A small register of people who give legal aid, in the world of the tests."""

from datetime import date
from typing import Any

from gongdao.people.models import Account
from gongdao.services.legal_aid.actions import register_undertaker
from gongdao.services.legal_aid.models import Undertaker
from gongdao.services.register.actions import enter_practice
from gongdao.services.register.entries import PracticeEntry
from gongdao.services.register.fields import PracticeKind
from gongdao.services.register.models import Practice
from tests.world import BY, World, add_person


def firm(world: World) -> Practice:
    """The firm in which everybody practises."""
    entry = PracticeEntry(
        code="SLLS", kind=PracticeKind.LAW_FIRM, name="示例律师事务所", area=world.town.code
    )
    return enter_practice(entry, **BY)[0]


def enter(world: World, who: str, **changes: Any) -> Undertaker:
    """An entry for somebody of the world, as a lawyer for labour matters unless said otherwise."""
    usual: dict[str, Any] = {
        "kind": "lawyer", "area": world.town, "practice": firm(world), "licensed_since": date(2015, 1, 1), "fields": ["labour"],
        "at": BY["at"],
    }  # fmt: skip
    values = usual | changes
    if values["kind"] != "lawyer":
        values["practice"] = None
    return register_undertaker(world.people[who], **values)


def another(world: World, name: str, **changes: Any) -> Account:
    """Somebody more who gives aid at the centre."""
    world.people[name] = add_person(name, "undertaker", world.aid_centre)
    enter(world, name, **changes)
    return world.people[name]
