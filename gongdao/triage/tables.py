"""Reading the CSV tables beside this package. A lawyer edits them in a spreadsheet, so a byte order mark,
stray spaces, blank lines and comment lines (beginning with #) are tolerated; anything else that is odd is named with its line.
"""

import csv
from collections.abc import Iterator
from importlib.resources import files


def read_rows(name: str) -> Iterator[dict[str, str]]:
    """Rows of ``gongdao/triage/data/<name>`` as stripped strings by column. Raises ValueError naming the line."""
    text = (files("gongdao.triage") / "data" / name).read_text(encoding="utf-8-sig")
    reader = csv.DictReader(text.splitlines())
    columns = reader.fieldnames or []
    for row in reader:
        first = (row[columns[0]] or "").strip()
        if first.startswith("#"):
            continue
        if None in row or None in row.values():
            raise ValueError(f"{name}: line {reader.line_num} needs {len(columns)} columns")
        yield {column: value.strip() for column, value in row.items()}
