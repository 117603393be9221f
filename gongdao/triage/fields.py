"""Kind of dispute → one of the twenty fields of law that consultations are counted under (fields.csv)."""

from functools import lru_cache

from gongdao.triage.kinds import kind_of
from gongdao.triage.tables import read_rows


@lru_cache(maxsize=1)
def _fields() -> dict[str, str]:
    return {kind: row["field"] for row in read_rows("fields.csv") for kind in row["kinds"].split()}


def field_of(kind_code: str) -> str:
    """The field's title. Raises KeyError for a code that is no kind."""
    kind = kind_of(kind_code)
    return _fields().get(kind.code) or _fields()[kind.first]
