import shutil
import sqlite3

import pytest

from gongdao.law.book import StatuteBook
from gongdao.law.drift import ADDED, CHANGED, REMOVED, compare, touched
from gongdao.law.names import CIVIL_CODE, PEOPLES_MEDIATION_LAW


@pytest.fixture
def changed(tmp_path, book_path):
    """A later book: one article amended, one removed, one added, spaces changed in another."""
    path = shutil.copyfile(book_path, tmp_path / "new.db")
    with sqlite3.connect(path) as connection:
        (version,) = connection.execute(
            "SELECT id FROM versions WHERE newest AND law = ?", (PEOPLES_MEDIATION_LAW.name,)
        ).fetchone()
        for sql in (
            "UPDATE articles SET text = replace(text, '三十日内', '六十日内') WHERE version = ? AND number = '33'",
            "DELETE FROM articles WHERE version = ? AND number = '35'",
            "UPDATE articles SET text = ' ' || text WHERE version = ? AND number = '1'",
            "INSERT INTO articles (version, position, number, heading, text) VALUES (?, 99, '36', '', '新增。')",
        ):
            connection.execute(sql, (version,))
    return StatuteBook(path)


def test_a_book_does_not_differ_from_itself(book):
    drift = compare(book, book)
    assert (drift.changes, drift.new_laws, drift.lost_laws) == ((), (), ())


def test_amended_removed_and_added_articles_are_listed(book, changed):
    changes = compare(book, changed).changes
    assert [(c.law.short, c.number, c.kind) for c in changes] == [
        ("人民调解法", "33", CHANGED),
        ("人民调解法", "35", REMOVED),
        ("人民调解法", "36", ADDED),
    ]
    assert str(changes[0]) == "修改：人民调解法第三十三条"


def test_declarations_that_cite_a_changed_article_are_listed_with_what_no_longer_stands(book, changed):
    cited = [
        ("confirm/thirty_days", PEOPLES_MEDIATION_LAW.article(33, 1, phrase="生效之日起三十日内")),
        ("confirm/court", PEOPLES_MEDIATION_LAW.article(33, 1, phrase="可以自调解协议")),
        ("mediate/last", PEOPLES_MEDIATION_LAW.article(35)),
        ("mediate/first", PEOPLES_MEDIATION_LAW.article(1)),
        ("other", CIVIL_CODE.article(33)),
    ]
    found = touched(compare(book, changed), cited, changed)
    assert [(t.where, t.problem is None) for t in found] == [
        ("confirm/thirty_days", False),
        ("confirm/court", True),
        ("mediate/last", False),
    ]
    assert "没有这句话" in str(found[0])
    assert "引文仍在，请核对" in str(found[1])


def test_a_lost_law_and_a_new_law_are_named(book, tmp_path, book_path):
    path = shutil.copyfile(book_path, tmp_path / "lost.db")
    with sqlite3.connect(path) as connection:
        key = (PEOPLES_MEDIATION_LAW.name,)
        connection.execute(
            "DELETE FROM articles WHERE version IN (SELECT id FROM versions WHERE law = ?)", key
        )
        connection.execute("DELETE FROM versions WHERE law = ?", key)
        connection.execute("DELETE FROM laws WHERE key = ?", key)
    lost = StatuteBook(path)
    drift = compare(book, lost)
    assert drift.lost_laws == (PEOPLES_MEDIATION_LAW,)
    assert len(drift.changes) == 35
    assert compare(lost, book).new_laws == (PEOPLES_MEDIATION_LAW,)
    assert compare(lost, book).changes == ()
