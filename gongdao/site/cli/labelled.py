"""Rows to learn from: one JSON object a line, with a text and a field or a kind or both."""

import json
from pathlib import Path

import click

from gongdao.triage.kinds import KINDS
from gongdao.triage.tables import read_rows


def labelled_rows(path: Path) -> list[tuple[str, str, str]]:
    """("field" or "kind", text, label) of each line. Raises ClickException naming the line that is wrong."""
    known = {"field": {row["field"] for row in read_rows("fields.csv")}, "kind": set(KINDS)}
    found = []
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            text, labels = row["text"], {name: row[name] for name in known if row.get(name)}
        except (ValueError, KeyError, TypeError, AttributeError):
            raise click.ClickException(f"{path} 第{number}行看不懂") from None
        for name, label in labels.items():
            if label not in known[name]:
                raise click.ClickException(f"{path} 第{number}行：没有这个{name}：{label}")
            found.append((name, text, label))
    return found
