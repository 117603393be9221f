"""Matters brought as far as a test needs, through the doorway, and forging with the database's own refusals gone."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.db import connection, transaction

from gongdao.matters.actions import take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.models import Event, Matter
from gongdao.people import append_only
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.engine.everyday import ContactFacts
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.people_mediation.facts import ApplicationFacts
from tests.scenarios.reading import Line, Scenario
from tests.scenarios.running import play
from tests.scenarios.test_scenarios_through_the_doorway import PointedTaker
from tests.world import World, next_key, now_on

APPEND_ONLY = ("matters_event", "matters_anchor", "people_staffevent", "people_accesslog")
TO_APPLY = (("2025-03-03", "申请人", "申请调解"),)
TO_ACCEPT = (*TO_APPLY, ("2025-03-04", "调委会", "受理"))
TO_ASSIGNED = (
    *TO_ACCEPT,
    ("2025-03-05", "对方", "同意调解"),
    ("2025-03-05", "主任", "确定调解员"),
    ("2025-03-05", "调解员", "声明有没有利害关系"),
)
TO_SESSION = (*TO_ASSIGNED, ("2025-03-06", "调解员", "记录一次调解"))
TO_DRAFT = (*TO_SESSION, ("2025-03-07", "调解员", "写协议书"))
TO_SIGNED = (
    *TO_DRAFT,
    ("2025-03-07", "申请人", "念给当事人听，都听懂了"),
    ("2025-03-07", "对方", "念给当事人听，都听懂了"),
    ("2025-03-07", "调解员", "签字盖章"),
)
TO_CONFIRMING = (*TO_SIGNED, ("2025-03-10", "调解员", "共同申请司法确认"))


def play_steps(
    world: World,
    *steps: Sequence[Any],
    facts: dict[str, Any] | None = None,
    taker: PointedTaker | None = None,
) -> PointedTaker:
    """Take (day, who, what) steps in order; ``facts`` (by step title) replace the ordinary ones."""
    taker = taker or PointedTaker(world)
    lines = [
        Line(now_on(day), "步骤", (who, what), (facts or {}).get(what), f"{day} {who} {what}")
        for day, who, what in steps
    ]
    play(Scenario("", "", {}, tuple(lines)), taker)
    return taker


def matter_after(world: World, *steps: Sequence[Any], facts: dict[str, Any] | None = None) -> Matter:
    """The matter once these steps have been taken."""
    taker = play_steps(world, *steps, facts=facts)
    assert taker.matter
    return fresh(taker.matter)


def fresh(matter: Matter) -> Matter:
    """The matter as the database has it now."""
    return Matter.objects.select_related("office", "parent__office").get(pk=matter.pk)


def clerk(world: World, actor: Actor = Actor.COMMITTEE) -> Doer:
    """The clerk of the committee, at the counter."""
    return Doer(actor, account=world.people["committee_clerk"], channel=Channel.COUNTER)


def application(**changes: Any) -> ApplicationFacts:
    """An ordinary application."""
    return ApplicationFacts.model_validate(
        {
            "kind": "neighbour", "applicants": [{"name": "甲示例"}], "respondents": [{"name": "乙示例"}],
            "story": "楼上漏水，泡坏了天花板。", "request": "赔偿并修好。", "told_data_use": True,
        } | changes
    )  # fmt: skip


def contact(note: str = "没打通", party: str = "p2") -> ContactFacts:
    """An ordinary small step: somebody was called."""
    return ContactFacts(contact_party=party, contact_by="phone", contact_note=note)


def note_contact(
    matter: Matter,
    world: World,
    *,
    at: datetime,
    key: str | None = None,
    facts: Facts | None = None,
    **more: Any,
) -> Event:
    """The small step taken by the clerk."""
    return take_step(
        matter,
        "attempt_contact",
        doer=clerk(world),
        at=at,
        facts=facts or contact(),
        key=key or next_key(),
        **more,
    )


@contextmanager
def refusals_removed() -> Iterator[None]:
    """What a forger with full rights on the database does first: drop the triggers of the append-only tables.

    Dropped inside the test's transaction, so the rollback at its end brings them back.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Deferred foreign keys still to be checked would forbid changing the triggers of their table.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for table in APPEND_ONLY:
            for statement in append_only._remove(table, connection.vendor):
                cursor.execute(statement)
    yield
