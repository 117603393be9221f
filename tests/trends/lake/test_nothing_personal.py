"""Nothing that names or describes a person can get into the lake, whatever a step's facts hold."""

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest

from gongdao.matters.doer import Channel
from gongdao.matters.models import Event, Matter
from gongdao.procedures.engine.declaration import Actor, Procedure, Step
from gongdao.procedures.registry import PROCEDURES
from gongdao.trends.lake.columns import COLUMNS, PRIVATE, Holds
from gongdao.trends.lake.places import COMMITTEES, Holder, Place, Register
from gongdao.trends.lake.rows import RowBuilder
from gongdao.trends.lake.sources import SOURCES
from gongdao.triage.kinds import KINDS

CANARY = "张示例13800000000"
REGISTER = Register(
    {1: Place("990101100", {"county": "990101", "township": "990101100"})},
    {1: Holder("TWH", "town")},
    {"TWH": Holder("TWH", "town")},
)
DECLARED = {PRIVATE} | {a.value for a in Actor} | {c.value for c in Channel}
for one in PROCEDURES:
    DECLARED |= {one.code} | {s.code for s in one.steps} | {s.code for s in one.states}
TABLES = {*KINDS, *SOURCES, *COMMITTEES, "oral", "written"}
REGISTERED = {"TWH", "990101100", "990101"}
EVERY_STEP = [(procedure, step) for procedure in PROCEDURES for step in procedure.steps]


def facts_full_of(canary: str, step: Step) -> dict[str, Any]:
    """Every fact of the step as a text about a person: as if nothing had been sealed and every list were open."""
    facts: dict[str, Any] = dict.fromkeys(step.asks.model_fields, canary)
    known = {"people_involved": 3, "amount_claimed": "100.00"}
    known["obligations"] = [{"deed": "pay", "amount": "12.00", "what": canary, "payer": canary}]
    facts |= {name: value for name, value in known.items() if name in facts}
    if step.dated_by:
        facts[step.dated_by] = "2025-03-01"
    return facts


def rows_of(procedure: Procedure, step: Step) -> Iterator[dict[str, Any]]:
    matter = Matter(pk=7, procedure=procedure.code, effective=procedure.effective, office_id=1, area_id=1)
    event = Event(
        pk=9, matter=matter, seq=1, step=step.code, actor=step.by[0].value, channel="web", party="p1",
        at=datetime(2025, 3, 3, tzinfo=UTC), key=CANARY, request=CANARY, fingerprint="ab" * 32,
    )  # fmt: skip
    event.facts_text = json.dumps(facts_full_of(CANARY, step), ensure_ascii=False)
    return RowBuilder(REGISTER).rows(matter, [event])


@pytest.mark.parametrize(("procedure", "step"), EVERY_STEP, ids=[f"{p.code}-{s.code}" for p, s in EVERY_STEP])
def test_every_text_in_a_row_comes_from_a_closed_list(procedure: Procedure, step: Step) -> None:
    (row,) = rows_of(procedure, step)
    assert set(row) == {column.name for column in COLUMNS}
    allowed = {Holds.DECLARED: DECLARED, Holds.TABLE: TABLES, Holds.REGISTER: REGISTERED}
    for column in COLUMNS:
        value = row[column.name]
        if column.type == "string":
            assert value is None or value in allowed[column.holds], column.name
        elif column.type == "binary":
            assert value == bytes.fromhex("ab" * 32)
        else:
            assert value is None or isinstance(value, int | date), column.name


def test_a_referring_body_is_only_one_of_five(tmp_path: object) -> None:
    step = next(s for s in PROCEDURES[0].steps if s.code == "refer_in")
    (row,) = rows_of(PROCEDURES[0], step)
    assert row["source"] == "other_body"


def test_no_column_is_a_number_people_come_back_with_or_an_account() -> None:
    names = {column.name for column in COLUMNS}
    assert not names & {"number", "account", "party", "key", "request", "facts", "facts_text", "owner"}
