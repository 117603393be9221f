"""What a row of the lake holds, chosen column by column: nothing here names or describes a person.

Left out on purpose: the matter's number (a citizen types it to come back), the account who acted, the party, the
idempotency key, every free text, every date of birth or address. A step that its procedure marks private (who is
afraid, who objected, who was called) keeps its row, so that the rows can be counted against the events, but its
code reads ``private``.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pyarrow

PRIVATE = "private"


class Holds(StrEnum):
    """Where a value can come from; a text comes only from a closed list."""

    NUMBER = "number"  # a count, an amount, a row's id
    TIME = "time"  # a moment or a day
    DIGEST = "digest"  # SM3, tells nothing
    DECLARED = "declared"  # a code that a procedure declares: step, state, actor
    TABLE = "table"  # a code of a table in this code base: kind of dispute, source, form of agreement
    REGISTER = "register"  # a code of the register of areas and offices


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its Arrow type, where its values come from, what it says."""

    name: str
    type: str
    holds: Holds
    what: str


COLUMNS: tuple[Column, ...] = (
    Column("event", "int64", Holds.NUMBER, "the event's id in the database"),
    Column("matter", "int64", Holds.NUMBER, "the matter's id in the database"),
    Column("root", "int64", Holds.NUMBER, "the matter a citizen brought: the parent of a child, else itself"),
    Column("procedure", "string", Holds.DECLARED, "the procedure"),
    Column("seq", "int32", Holds.NUMBER, "the event's place in its matter"),
    Column("step", "string", Holds.DECLARED, "the step taken, or 'private'"),
    Column("actor", "string", Holds.DECLARED, "in which capacity, never who"),
    Column("channel", "string", Holds.DECLARED, "how it reached the office"),
    Column("state", "string", Holds.DECLARED, "where the matter stood afterwards"),
    Column("at", "timestamp", Holds.TIME, "when it was noted down; its month in Shanghai names the file"),
    Column("day", "date", Holds.TIME, "when it took place in law (the step's dated_by), else the day of 'at'"),
    Column("office", "string", Holds.REGISTER, "who holds the matter afterwards"),
    Column("committee", "string", Holds.TABLE, "what kind of committee that office is"),
    Column("area", "string", Holds.REGISTER, "the matter's place"),
    Column("province", "string", Holds.REGISTER, "the place's code at this level, null where it is above"),
    Column("city", "string", Holds.REGISTER, "the same"),
    Column("county", "string", Holds.REGISTER, "the same"),
    Column("township", "string", Holds.REGISTER, "the same"),
    Column("village", "string", Holds.REGISTER, "the same"),
    Column("kind", "string", Holds.TABLE, "one of the 18 kinds, as known then"),
    Column("finer_kind", "string", Holds.TABLE, "the finer kind, as known then"),
    Column("source", "string", Holds.TABLE, "how the matter came; on its first event"),
    Column("people", "int32", Holds.NUMBER, "how many people are involved; on its first event"),
    Column("claimed_fen", "int64", Holds.NUMBER, "the amount in dispute in fen; on its first event"),
    Column("form", "string", Holds.TABLE, "oral or written; on the event that brings an agreement into effect"),
    Column("agreed_fen", "int64", Holds.NUMBER, "what that agreement makes payable, in fen"),
    Column("fingerprint", "binary", Holds.DIGEST, "the event's SM3, 32 bytes"),
)  # fmt: skip
NAMES: tuple[str, ...] = tuple(column.name for column in COLUMNS)
LEVELS: tuple[str, ...] = ("province", "city", "county", "township", "village")


def schema() -> "pyarrow.Schema":
    """The same as an Arrow schema."""
    import pyarrow as pa

    types = {"timestamp": pa.timestamp("us", "UTC"), "date": pa.date32(), "binary": pa.binary()}
    return pa.schema(
        [(c.name, types[c.type] if c.type in types else pa.type_for_alias(c.type)) for c in COLUMNS]
    )
