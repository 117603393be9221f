"""Many texts at a time: JSON lines in, JSON lines out. What cannot be read is named by its line and stops nothing."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import click

LONGEST_LINE = 4_000_000
"""Bytes; a longer line is passed over and never held in memory whole."""
_ENCODINGS = ("utf-8-sig", "gb18030")  # the second is what Excel writes in China

Say = Callable[[str], None]
Answer = Callable[[str], dict[str, Any]]


@dataclass(frozen=True)
class Asked:
    """One line of a batch: its number from 1, the id given (None where there is none) and the text."""

    number: int
    id: str | int | None
    text: str


@dataclass
class Done:
    """How many lines were written and how many could not be read."""

    written: int = 0
    bad: int = 0


def answer_all(source: Path, out: Path, answer: Answer, say: Say) -> Done:
    """Write ``{"id","line", …answer}`` for every line that can be read. The file appears whole at the end; broken off
    before, what was done lies beside it as ``OUT.part``. Raises ClickException where the files cannot be used."""
    if out.exists() and source.samefile(out):
        raise click.ClickException("--out 不能和 --jsonl 是同一个文件，原来的内容会被盖掉。")
    part = out.with_name(out.name + ".part")
    done = Done()
    try:
        # a lone half of a surrogate pair becomes its JSON escape
        with source.open("rb") as lines, part.open("w", encoding="utf-8", errors="backslashreplace") as kept:
            for asked in _read(lines, done, say):
                row = {"id": asked.id, "line": asked.number, **answer(asked.text)}
                if row.get("cut"):
                    say(f"第{asked.number}行的 text 太长，只看了前面一部分（结果里 cut 是 true）")
                kept.write(json.dumps(row, ensure_ascii=False) + "\n")
                done.written += 1
        part.replace(out)
    except KeyboardInterrupt:
        raise click.ClickException(f"中途停下；已写好的 {done.written} 行在 {part}") from None
    except OSError as problem:
        raise click.ClickException(f"文件读写不了：{problem.strerror}：{problem.filename}") from None
    return done


def _read(lines: BinaryIO, done: Done, say: Say) -> Iterator[Asked]:
    first_with: dict[str | int, int] = {}
    for number, raw in _raw_lines(lines):
        asked = "太长，超过4兆字节" if raw is None else _asked(number, raw)
        if asked is None:
            continue
        if isinstance(asked, str):
            done.bad += 1
            say(f"第{number}行跳过：{asked}")
            continue
        if asked.id is None:
            say(f"第{number}行没有 id，结果里看 line")
        elif first_with.setdefault(asked.id, number) != number:
            say(f"第{number}行的 id 和第{first_with[asked.id]}行相同，两行都写，用 line 区分")
        if not asked.text.strip():
            say(f"第{number}行的 text 是空的，按“还说不清”写")
        yield asked


def _raw_lines(lines: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Each line with its number; None for one that is too long."""
    number = 0
    while raw := lines.readline(LONGEST_LINE):
        number += 1
        if len(raw) < LONGEST_LINE or raw.endswith(b"\n"):
            yield number, raw
            continue
        while raw and not raw.endswith(b"\n"):
            raw = lines.readline(LONGEST_LINE)
        yield number, None


def _asked(number: int, raw: bytes) -> Asked | str | None:
    """What a line asks; a text says what is wrong with it, None that it is blank."""
    line = _decoded(raw)
    if line is None:
        return "看不出文字编码，请另存为 UTF-8"
    if not line.strip():
        return None
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return '不是完整的 JSON，要写成 {"id":…,"text":"…"}'
    if not isinstance(row, dict):
        return '要写成 {"id":…,"text":"…"}，不能只是一个值'
    if not isinstance(row.get("text"), str):
        return "没有 text，或者 text 不是文字"
    given = row.get("id")
    if given is not None and (isinstance(given, bool) or not isinstance(given, (str, int))):
        return "id 要是文字或整数"
    return Asked(number, given, row["text"])


def _decoded(raw: bytes) -> str | None:
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
