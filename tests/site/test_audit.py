"""gongdao audit finds what somebody with the database in hand has changed."""

import sqlite3

import pytest

_TABLE = "matters_event"


def _tamper(console, sql: str) -> str:
    """Change one event behind the platform's back; returns its matter's number."""
    with sqlite3.connect(console.database) as connection:
        event, number = connection.execute(
            f"SELECT e.id, m.number FROM {_TABLE} e JOIN matters_matter m ON m.id = e.matter_id WHERE e.seq = 3 LIMIT 1"
        ).fetchone()
        for verb in ("update", "delete"):
            connection.execute(f"DROP TRIGGER {_TABLE}_no_{verb}")
        connection.execute(sql, (event,))
    return number


@pytest.mark.parametrize(
    "sql",
    [
        f"UPDATE {_TABLE} SET facts_text = '{{}}', step = 'accept' WHERE id = ?",
        f"UPDATE {_TABLE} SET at = '2020-01-01 00:00:00' WHERE id = ?",
        f"DELETE FROM {_TABLE} WHERE id = ?",
    ],
    ids=["facts", "time", "deleted"],
)
def test_a_forged_row_is_found(city, sql):
    number = _tamper(city, sql)
    done = city.run("audit", "verify")
    assert done.returncode == 1
    assert number in done.stdout
    assert "核验通过" not in done.stdout
    only_this = city.run("audit", "verify", number)
    assert only_this.returncode == 1
    assert only_this.stdout.count("\n") == 1


def test_single_matters_can_be_verified(seeded):
    with sqlite3.connect(seeded.database) as connection:
        numbers = [number for (number,) in connection.execute("SELECT number FROM matters_matter LIMIT 2")]
    done = seeded.run("audit", "verify", *numbers)
    assert done.returncode == 0
    assert "核验通过：2 件事项" in done.stdout


def test_an_unknown_number_is_said(seeded):
    done = seeded.run("audit", "verify", "2026-0000-0000-9")
    assert done.returncode == 1
    assert "没有这件事项：2026-0000-0000-9" in done.stderr


def test_anchoring_twice_finds_nothing_new(city):
    assert "没有新的记录" in city.run("audit", "anchor").stdout


def test_an_empty_database_is_said(empty):
    for words in (("audit", "verify"), ("audit", "anchor"), ("audit", "roots"), ("people", "list")):
        done = empty.run(*words)
        assert done.returncode == 1
        assert "gongdao manage migrate" in done.stderr
        assert "Traceback" not in done.stderr
