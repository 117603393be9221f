"""The lake holds every event once, changes only where something new happened, and names what was altered."""

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from gongdao.matters.actions import open_matter
from gongdao.matters.doer import Doer
from gongdao.matters.models import Event
from gongdao.procedures.engine.declaration import Actor
from gongdao.trends.lake import exporting
from gongdao.trends.lake.columns import NAMES
from gongdao.trends.lake.exporting import Busy, export, keep_month
from gongdao.trends.lake.manifest import NotALake, read_manifest, write_manifest
from gongdao.trends.lake.opening import open_lake
from gongdao.trends.lake.verifying import not_yet_exported, verify
from tests.matters.playing import (
    TO_ACCEPT,
    TO_CONFIRMING,
    TO_DRAFT,
    application,
    matter_after,
    note_contact,
    play_steps,
)
from tests.world import World, now_on


def rows(folder: Path) -> list[dict[str, object]]:
    return open_lake(folder).events.order_by("event").to_pyarrow().to_pylist()


def state(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("events-*.parquet")}


def test_every_event_is_one_row_with_its_own_fingerprint(world: World, tmp_path: Path) -> None:
    matter_after(world, *TO_CONFIRMING)
    matter_after(world, *TO_ACCEPT)
    assert export(tmp_path).events == Event.objects.count()
    due = Event.objects.order_by("pk").values_list("pk", "matter_id", "seq", "fingerprint")
    assert [(r["event"], r["matter"], r["seq"], r["fingerprint"].hex()) for r in rows(tmp_path)] == list(due)  # type: ignore[attr-defined]
    assert list(verify(tmp_path)) == []


def test_an_empty_lake_has_its_columns_and_no_rows(world: World, tmp_path: Path) -> None:
    assert open_lake(tmp_path).events.count().to_pyarrow().as_py() == 0
    assert export(tmp_path).events == 0
    assert tuple(open_lake(tmp_path).events.columns) == NAMES
    assert list(verify(tmp_path)) == []


def test_a_row_says_what_the_statistics_need(world: World, tmp_path: Path) -> None:
    matter_after(world, *TO_CONFIRMING)
    export(tmp_path)
    by_step = {str(r["step"]): r for r in rows(tmp_path)}
    first, signed = by_step["apply"], by_step["sign_agreement"]
    assert (first["source"], first["people"], first["kind"]) == ("application", 2, "neighbour")
    assert (first["county"], first["township"], first["village"]) == ("990101", "990101100", None)
    assert (first["office"], first["committee"], first["state"]) == ("TWH", "town", "registered")
    assert (signed["form"], signed["agreed_fen"], signed["state"]) == ("written", 300_000, "in_effect")
    assert (first["form"], signed["source"]) == (None, None)


def test_exporting_again_without_news_changes_no_byte(world: World, tmp_path: Path) -> None:
    matter_after(world, *TO_DRAFT)
    export(tmp_path)
    before = state(tmp_path)
    assert export(tmp_path).months == set()
    assert state(tmp_path) == before


def test_only_months_with_news_are_written_and_the_whole_equals_a_fresh_export(
    world: World, tmp_path: Path
) -> None:
    taker = play_steps(world, *TO_ACCEPT)
    export(tmp_path / "grown")
    march = read_manifest(tmp_path / "grown").months["2025-03"]
    play_steps(world, ("2025-04-02", "申请人", "同意调解"), taker=taker)
    assert export(tmp_path / "grown").months == {"2025-04"}
    assert read_manifest(tmp_path / "grown").months["2025-03"] == march
    matter_after(world, *TO_DRAFT)
    assert export(tmp_path / "grown").months == {"2025-03"}
    export(tmp_path / "fresh")
    export(tmp_path / "sliced", slice_size=3)
    now_in_force = {path.name for path in read_manifest(tmp_path / "grown").files(tmp_path / "grown")}
    assert {name: data for name, data in state(tmp_path / "grown").items() if name in now_in_force} == state(
        tmp_path / "fresh"
    )
    sliced = read_manifest(tmp_path / "sliced").files(tmp_path / "sliced")
    assert {path.name for path in sliced} == now_in_force


def test_an_event_brought_in_late_finds_its_old_month(world: World, tmp_path: Path) -> None:
    matter = matter_after(world, *TO_ACCEPT)
    play_steps(world, ("2025-06-02", "申请人", "申请调解"))
    export(tmp_path)
    note_contact(matter, world, at=now_on("2025-03-20"))  # noted down offline in March, arrives after June's
    assert export(tmp_path).months == {"2025-03"}
    assert list(verify(tmp_path)) == []


def test_a_signing_noted_down_later_counts_on_the_day_it_took_place(world: World, tmp_path: Path) -> None:
    taker = play_steps(world, *TO_DRAFT)
    play_steps(
        world,
        ("2025-04-02", "申请人", "念给当事人听，都听懂了"), ("2025-04-02", "对方", "念给当事人听，都听懂了"),
        ("2025-04-02", "调解员", "签字盖章"),
        facts={"签字盖章": {"signed_on": "2025-03-31"}}, taker=taker,
    )  # fmt: skip
    export(tmp_path)
    signed = next(r for r in rows(tmp_path) if r["step"] == "sign_agreement")
    assert signed["day"] == date(2025, 3, 31)
    assert signed["at"].month == 4  # type: ignore[attr-defined]


def test_what_was_written_before_a_hand_over_stays_as_it_was(world: World, tmp_path: Path) -> None:
    taker = play_steps(
        world, ("2025-03-03", "申请人", "申请调解"), ("2025-03-03", "调委会", "移交给别的机构")
    )
    export(tmp_path / "a")
    before = rows(tmp_path / "a")
    play_steps(world, ("2025-03-04", "接收机构", "接收移交"), taker=taker)
    export(tmp_path / "a")
    after = rows(tmp_path / "a")
    assert after[:2] == before
    assert [r["office"] for r in after] == ["TWH", "TWH", "TWH2"]
    assert list(verify(tmp_path / "a")) == []


def test_private_steps_are_counted_but_not_named(world: World, tmp_path: Path) -> None:
    matter = matter_after(world, *TO_ACCEPT)
    note_contact(matter, world, at=now_on("2025-03-05"))
    export(tmp_path)
    assert [r["step"] for r in rows(tmp_path)] == ["apply", "accept", "private"]


def test_an_interrupted_export_leaves_the_lake_as_it_was(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    matter_after(world, *TO_ACCEPT)
    export(tmp_path)
    before = rows(tmp_path)
    matter_after(world, *TO_DRAFT)
    monkeypatch.setattr(exporting, "write_manifest", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        export(tmp_path)
    assert rows(tmp_path) == before
    monkeypatch.undo()
    export(tmp_path)
    assert len(rows(tmp_path)) == Event.objects.count()
    assert list(verify(tmp_path)) == []


def test_who_reads_while_an_export_runs_keeps_what_they_opened(world: World, tmp_path: Path) -> None:
    matter_after(world, *TO_ACCEPT)
    export(tmp_path)
    opened = open_lake(tmp_path)
    matter_after(world, *TO_DRAFT)
    export(tmp_path)
    assert opened.events.count().to_pyarrow().as_py() == 2


def test_two_exports_do_not_run_at_once(world: World, tmp_path: Path) -> None:
    export(tmp_path)
    with exporting._alone(tmp_path), pytest.raises(Busy):
        export(tmp_path)


@pytest.mark.parametrize(
    ("forge", "problem"),
    [
        (lambda t: t.slice(0, 1), "缺这一条"),
        (lambda t: pa.concat_tables([t, t.slice(1, 1)]), "多出这一条"),
        (lambda t: _changed(t, "kind", "contract"), "kind 应为 neighbour，却是 contract"),
        (lambda t: _changed(t, "event", 10**9), "缺这一条"),
    ],
    ids=["missing", "extra", "altered", "moved"],
)
def test_the_first_difference_is_named(world: World, tmp_path: Path, forge, problem: str) -> None:  # type: ignore[no-untyped-def]
    """The forger also writes a manifest that fits the forged file: only the database tells."""
    matter = matter_after(world, *TO_ACCEPT)
    export(tmp_path)
    manifest = read_manifest(tmp_path)
    (file,) = manifest.files(tmp_path)
    month = keep_month(tmp_path, "2025-03", forge(pq.read_table(file, partitioning=None)))
    write_manifest(tmp_path, manifest.with_months({"2025-03": month}, manifest.last_event))
    (found,) = verify(tmp_path)
    assert problem in str(found)
    assert matter.number in str(found)
    assert "第2条" in str(found)


def _changed(table: pa.Table, name: str, value: object) -> pa.Table:
    """The second row with another value in one column."""
    values = table[name].to_pylist()
    column = pa.array([values[0], value], table.schema.field(name).type)
    return table.set_column(table.schema.get_field_index(name), name, column)


def test_a_lost_or_altered_file_is_named(world: World, tmp_path: Path) -> None:
    matter_after(world, *TO_ACCEPT)
    export(tmp_path)
    (file,) = read_manifest(tmp_path).files(tmp_path)
    data = file.read_bytes()
    file.write_bytes(data[:-9] + b"x" + data[-8:])
    assert "文件被改动" in str(next(verify(tmp_path)))
    file.unlink()
    assert "文件缺失" in str(next(verify(tmp_path)))


def test_events_after_the_last_export_are_no_difference(world: World, tmp_path: Path) -> None:
    matter_after(world, *TO_ACCEPT)
    export(tmp_path)
    matter_after(world, *TO_ACCEPT)
    assert list(verify(tmp_path)) == []
    assert not_yet_exported(tmp_path) == 2


def test_a_manifest_of_other_columns_or_no_json_is_refused_in_words(world: World, tmp_path: Path) -> None:
    matter_after(world, *TO_ACCEPT)
    export(tmp_path)
    path = tmp_path / "manifest.json"
    found = json.loads(path.read_text())
    path.write_text(json.dumps(found | {"columns": ["event"]}))
    with pytest.raises(NotALake, match="--all"):
        export(tmp_path)
    path.write_text("half")
    with pytest.raises(NotALake):
        open_lake(tmp_path)
    assert export(tmp_path, everything=True).events == 2


def test_a_lake_newer_than_the_database_is_not_added_to(world: World, tmp_path: Path) -> None:
    """After restoring an old dump the same ids will mean other events."""
    matter_after(world, *TO_ACCEPT)
    export(tmp_path)
    manifest = read_manifest(tmp_path)
    write_manifest(tmp_path, manifest.with_months({}, manifest.last_event + 5))
    with pytest.raises(NotALake, match="备份"):
        export(tmp_path)


def test_a_matter_of_no_area_is_kept_without_one(world: World, tmp_path: Path) -> None:
    opened = open_matter(
        procedure="people_mediation", office=world.committee, step="apply", doer=Doer(Actor.APPLICANT),
        at=now_on("2025-03-03"), facts=application(amount_claimed="12.34", people_involved=7), key="no-area-1",
        area=world.county,
    )  # fmt: skip
    export(tmp_path)
    (row,) = rows(tmp_path)
    assert row["matter"] == opened.matter.pk
    assert (row["county"], row["township"]) == ("990101", None)
    assert (row["people"], row["claimed_fen"]) == (7, 1234)
