"""A small register of people who give legal aid, in the world of the tests."""

from datetime import date
from typing import Any

from gongdao.people.models import Account
from gongdao.services.legal_aid.actions import register_undertaker
from gongdao.services.legal_aid.models import Undertaker
from tests.world import World, add_person


def enter(world: World, who: str, **changes: Any) -> Undertaker:
    """An entry for somebody of the world, as a lawyer for labour matters unless said otherwise."""
    usual: dict[str, Any] = {
        "kind": "lawyer", "area": world.town, "firm": "示例律师事务所", "licensed_since": date(2015, 1, 1), "fields": ["labour"],
    }  # fmt: skip
    return register_undertaker(world.people[who], **usual | changes)


def another(world: World, name: str, **changes: Any) -> Account:
    """Somebody more who gives aid at the centre."""
    world.people[name] = add_person(name, "undertaker", world.aid_centre)
    enter(world, name, **changes)
    return world.people[name]
