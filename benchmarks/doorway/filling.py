"""Rows for size: matters with two events each, and as many disputes of the peer with one line of history each."""

from django.db import connection

from benchmarks.doorway.peer.models import Dispute
from gongdao.matters.models import Event, Matter

_SERIES = {
    "postgresql": "generate_series(%s, %s) AS series(n)",
    "sqlite": "(WITH RECURSIVE s(n) AS (VALUES (%s) UNION ALL SELECT n + 1 FROM s WHERE n < %s) SELECT n FROM s) AS series",
}
_HEX = {"postgresql": "md5(random()::text) || md5(random()::text)", "sqlite": "lower(hex(randomblob(32)))"}


def fill_up_to(size: int, like: Matter) -> None:
    """Add matters and disputes until there are ``size``, with the facts of ``like``."""
    have = Matter.objects.count()
    if have >= size:
        return
    series, random_hex = _SERIES[connection.vendor], _HEX[connection.vendor]
    number = "'1999-' || substr(CAST(100000000 + n AS text), 2, 4) || '-' || substr(CAST(100000000 + n AS text), 6)"
    events = list(Event.objects.filter(matter=like).order_by("seq")[:2])
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO matters_matter (number, procedure, effective, state, office_id, area_id, kind, seq, head, "
            f"opened_at, changed_at, next_due) SELECT {number}, %s, %s, %s, %s, %s, %s, 2, {random_hex}, %s, %s, %s "
            f"FROM {series}",
            [like.procedure, like.effective, like.state, like.office_id, like.area_id, like.kind, like.opened_at,
             like.changed_at, like.changed_at, have + 1, size],
        )  # fmt: skip
        for event in events:
            cursor.execute(
                "INSERT INTO matters_event (matter_id, seq, step, actor, account_id, party, channel, at, facts_text, "
                f"key, request, previous, fingerprint) SELECT id, %s, %s, %s, %s, '', %s, %s, %s, "
                f"'fill-' || id || '-' || %s, {random_hex}, {random_hex}, {random_hex} FROM matters_matter "
                "WHERE number LIKE '1999-%%' AND NOT EXISTS (SELECT 1 FROM matters_event e "
                "WHERE e.matter_id = matters_matter.id AND e.seq = %s)",
                [event.seq, event.step, event.actor, event.account_id, event.channel, event.at, event.facts_text,
                 str(event.seq), event.seq],
            )  # fmt: skip
        dispute, history = Dispute._meta.db_table, Dispute.history.model._meta.db_table
        columns = "number, state, office_id, area_id, kind, opened_at, changed_at, contact_party, contact_by, contact_note"
        cursor.execute(
            f"INSERT INTO {dispute} ({columns}) SELECT {number}, 'asking', %s, %s, %s, %s, %s, '', '', '' FROM {series}",
            [like.office_id, like.area_id, like.kind, like.opened_at, like.changed_at, have + 1, size],
        )
        cursor.execute(
            f"INSERT INTO {history} (id, {columns}, history_date, history_type) SELECT id, {columns}, opened_at, '+' "
            f"FROM {dispute} d WHERE NOT EXISTS (SELECT 1 FROM {history} h WHERE h.id = d.id)"
        )
        if connection.vendor == "postgresql":
            cursor.execute("VACUUM ANALYZE")
            cursor.execute("CHECKPOINT")
        else:
            cursor.execute("ANALYZE")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
