"""The database itself refuses to change or delete what only grows, whoever asks."""

import pytest
from django.db import DatabaseError, connection, transaction

from gongdao.matters.anchoring import anchor_now
from gongdao.people.actions import log_access
from tests.matters.playing import APPEND_ONLY, TO_APPLY, matter_after, refusals_removed
from tests.world import World, now_on

AT = now_on("2025-03-10")
CHANGES = {
    "matters_event": "UPDATE matters_event SET facts_text = '{}'",
    "matters_anchor": "UPDATE matters_anchor SET root = 'x'",
    "people_staffevent": "UPDATE people_staffevent SET what = 'nothing'",
    "people_accesslog": "UPDATE people_accesslog SET purpose = 'nothing'",
}


@pytest.fixture
def grown(world: World, settings, tmp_path) -> None:  # type: ignore[no-untyped-def]
    """At least one row in every table that only grows."""
    settings.GONGDAO_ANCHORS = tmp_path
    matter = matter_after(world, *TO_APPLY)
    log_access(
        matter_number=matter.number,
        account=None,
        citizen="",
        what="parties",
        purpose="办理",
        channel="web",
        at=AT,
    )
    assert anchor_now(AT)


def rows(table: str) -> list[tuple[object, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} ORDER BY id")
        return list(cursor.fetchall())


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # else pending foreign keys refuse before we do
        cursor.execute(statement)


@pytest.mark.parametrize("table", APPEND_ONLY)
@pytest.mark.parametrize("verb", ["UPDATE", "UPDATE ONE", "DELETE", "DELETE ONE", "TRUNCATE"])
def test_the_database_refuses(grown: None, table: str, verb: str) -> None:
    if verb == "TRUNCATE" and connection.vendor != "postgresql":
        pytest.skip("SQLite knows no TRUNCATE; DELETE without WHERE is refused above")
    before = rows(table)
    assert before
    one = f" WHERE id = {before[0][0]}"
    statement = {
        "UPDATE": CHANGES[table], "UPDATE ONE": CHANGES[table] + one,
        "DELETE": f"DELETE FROM {table}", "DELETE ONE": f"DELETE FROM {table}" + one,
        "TRUNCATE": f"TRUNCATE {table} CASCADE",
    }[verb]  # fmt: skip
    with pytest.raises(DatabaseError, match="append-only"):
        run(statement)
    assert rows(table) == before


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_it_is_the_trigger_that_refuses(grown: None, table: str) -> None:
    """The statements above are right: with the triggers gone they change rows."""
    before = rows(table)
    with refusals_removed():
        run(CHANGES[table])
    assert rows(table) != before


def test_an_upsert_cannot_overwrite_an_event(grown: None) -> None:
    """INSERT ... ON CONFLICT DO UPDATE and, on SQLite, REPLACE are changes too."""
    before = rows("matters_event")
    columns = (
        "matter_id, seq, step, actor, party, channel, at, facts_text, key, request, previous, fingerprint"
    )
    copied = columns.replace("facts_text", "'{}'", 1)
    statements = [
        f"INSERT INTO matters_event ({columns}) SELECT {copied} FROM matters_event WHERE true "
        "ON CONFLICT (key) DO UPDATE SET facts_text = excluded.facts_text"
    ]
    if connection.vendor == "sqlite":
        statements.append(
            f"REPLACE INTO matters_event ({columns}) SELECT {copied} FROM matters_event WHERE true"
        )
    for statement in statements:
        with pytest.raises(DatabaseError, match="append-only"):
            run(statement)
    assert rows("matters_event") == before
