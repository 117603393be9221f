"""Judges the dates and labels of the texts in a book, because the sources' own cannot be taken as they are.

- 现行有效 also stands on texts that are not yet in force: only dates are used.
- The first day in force of an amended law is often that of its first version: the amending decision says better,
  else the day it was adopted is used and the note says so; a first day that is the day of adoption is doubted aloud.
- 已废止 needs a text that repeals: it gives the day. Without one the label is kept with a warning, except where
  the label itself is doubted (DOUBTED).
"""

import re
import sqlite3
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise

from gongdao.law import naming
from gongdao.law.numerals import CHINESE, article_number

# (name, published) → why the label 已废止 is not followed
DOUBTED = {
    (
        "中华人民共和国农村土地承包法",
        "2018-12-29",
    ): "来源标注为“已废止”，但没有任何文本废止它，按现行有效处理；引用前请到国家法律法规数据库核对",
}
# (name, published) → (day, why): repealed by a text that no source has
REPEALED_ELSEWHERE = {
    ("信访条例", "2005-01-10"): ("2022-05-01", "《信访工作条例》自2022年5月1日起施行，信访条例同日废止"),
}
NO_GROUND = "来源标注为“已废止”，书中没有废止它的文本，废止日期不明"
ADOPTION_DAY = "来源没有写明本次修改的施行日期，按通过日期计算"
SAME_DAY = "来源写的施行日期就是通过日期；如果这是修改后的文本，引用前请核对本次修改从哪天起施行"

_AMENDING = ("修改决定", "修正案")
_TARGET = re.compile(r"关于修改《(.+?)》的决定|(.+?)修正案")
_REPEALED = re.compile(r"《([^》]{2,60})》")
_AMENDED = re.compile(rf"第[{CHINESE}]+条(?:之[{CHINESE}]+)?(?!后)")


@dataclass(slots=True)
class _Version:
    id: str
    law: str
    name: str
    kind: str
    published: str
    starts: str
    exact: bool
    label: str
    in_force: str = ""
    until: str = ""
    repealed: str = ""
    notes: list[str] = field(default_factory=list)


def settle(connection: sqlite3.Connection) -> None:
    """Fill in_force, until, repealed, note, newest and the amendments table, from all texts together."""
    versions = [
        _Version(*row)
        for row in connection.execute(
            "SELECT v.id, v.law, l.name, v.kind, v.published, v.starts, v.exact, v.label"
            " FROM versions v JOIN laws l ON l.key = v.law ORDER BY v.law, v.published, v.id"
        )
    ]
    by_law: dict[str, list[_Version]] = defaultdict(list)
    for version in versions:
        by_law[version.law].append(version)
    amending = _amending(versions)
    for version in versions:
        _begin(version, amending)
    for of_law in by_law.values():
        for older, newer in pairwise(of_law):
            older.until = max(newer.in_force, older.in_force)
    _repeal(connection, by_law)
    newest = {of_law[-1].id for of_law in by_law.values()}
    connection.executemany(
        "UPDATE versions SET in_force = ?, until = ?, repealed = ?, note = ?, newest = ? WHERE id = ?",
        ((v.in_force, v.until, v.repealed, "；".join(v.notes), v.id in newest, v.id) for v in versions),
    )
    _mark_amended_articles(connection, by_law, amending)


def _amending(versions: list[_Version]) -> dict[str, list[_Version]]:
    """law key → the decisions and amendments that change it."""
    found: dict[str, list[_Version]] = defaultdict(list)
    for version in versions:
        if version.kind in _AMENDING and (target := _TARGET.search(version.name)):
            found[naming.key(target[1] or target[2])].append(version)
    return found


def _begin(version: _Version, amending: dict[str, list[_Version]]) -> None:
    decision = next((d for d in amending.get(version.law, ()) if d.published == version.published), None)
    if decision is not None and decision.id != version.id:
        version.in_force = max(decision.starts, decision.published)
    elif version.starts >= version.published:
        version.in_force = version.starts
        if version.starts == version.published and version.kind == "法律" and not version.exact:
            version.notes.append(SAME_DAY)
    else:
        version.in_force = version.published
        version.notes.append(ADOPTION_DAY)


def _repeal(connection: sqlite3.Connection, by_law: dict[str, list[_Version]]) -> None:
    by_id = {v.id: v for of_law in by_law.values() for v in of_law}
    for repealing_id, text in connection.execute(
        "SELECT version, text FROM articles WHERE text LIKE '%废止%' AND text LIKE '%《%'"
    ):
        repealing = by_id[repealing_id]
        for sentence in re.split(r"[。\n；]", text):
            if not sentence.rstrip().endswith("废止"):
                continue
            for name in _REPEALED.findall(sentence):
                for law in (naming.key(name), naming.key(naming.STATE + name)):
                    _end(by_law.get(law, []), repealing)
    for of_law in by_law.values():
        last = of_law[-1]
        if known := REPEALED_ELSEWHERE.get((last.name, last.published)):
            last.repealed = known[0]
            last.notes.append(known[1])
        if last.label != "已废止" or last.repealed:
            continue
        doubt = DOUBTED.get((last.name, last.published))
        if doubt is None:
            last.repealed = last.in_force  # no day on which it can be said to have been in force
        last.notes.append(doubt or NO_GROUND)


def _end(of_law: list[_Version], repealing: _Version) -> None:
    for version in of_law:
        if version.law == repealing.law or version.published >= repealing.in_force or version.repealed:
            continue
        if version.label in ("", "已废止"):  # a source that labels at all is believed when it says in force
            version.repealed = repealing.in_force
            version.notes.append(f"被《{repealing.name}》废止")


def _mark_amended_articles(
    connection: sqlite3.Connection, by_law: dict[str, list[_Version]], amending: dict[str, list[_Version]]
) -> None:
    """Articles of the newest version that a later amendment changed without a new full text in the book."""
    connection.execute("DELETE FROM amendments")
    for law, decisions in amending.items():
        newest = by_law[law][-1] if law in by_law else None
        for decision in decisions:
            if newest is None or decision.published <= newest.published:
                continue
            numbers = {
                number
                for (text,) in connection.execute(
                    "SELECT text FROM articles WHERE version = ?", (decision.id,)
                )
                for title in _AMENDED.findall(re.split(r"[:：]?[\"“]", text, maxsplit=1)[0])
                if (number := article_number(title))
            }
            connection.executemany(
                "INSERT INTO amendments VALUES (?, ?, ?, ?)",
                ((newest.id, n, decision.name, decision.starts) for n in sorted(numbers)),
            )
            connection.execute(
                "UPDATE versions SET note = ltrim(note || ?, '；') WHERE id = ?",
                (f"；《{decision.name}》另行收录，所改条文在此仍是修改前的文字", newest.id),
            )
