"""A lake of any size without a database: the events of a province's matters in Parquet by month, as the export writes them.

10 cities × 10 counties × 10 townships × 10 villages, a committee in each village and township; matters of five years, four
in five of them people's mediations of four to six events, the others legal aid. Fingerprints are random bytes, for real ones
cannot be compressed either. The same size and seed give the same rows.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from gongdao.trends.lake.columns import NAMES, schema
from gongdao.trends.lake.manifest import Manifest, Month, sm3_of_file, write_manifest
from gongdao.trends.lake.sources import SOURCES
from gongdao.triage.kinds import FIRST_LEVEL

MONTHS = 60
FIRST = np.datetime64("2021-01")
STEPS = ("apply", "accept", "private", "sign_agreement", "settle_orally", "fail", "close_performed", "confirmed",
         "grant", "assign", "close")  # fmt: skip
_EVENTS_OF_A_MATTER = 4.44
_KINDS = [kind.code for kind in FIRST_LEVEL]
_VILLAGES = 10_000
Rows = dict[str, np.ndarray]


def make(folder: Path, events: int, seed: int = 1) -> Manifest:
    """About this many events in ``folder``, with a manifest; what is there already is taken as made."""
    if (folder / "manifest.json").exists():
        from gongdao.trends.lake.manifest import read_manifest

        return read_manifest(folder)
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    per_month = max(1, round(events / MONTHS / _EVENTS_OF_A_MATTER))
    waiting: Rows = {}
    months: dict[str, Month] = {}
    event = 0
    for number in range(MONTHS):
        month = FIRST + number
        waiting = _joined(waiting, _opened(rng, month, number * per_month + 1, per_month))
        until = (month + 1).astype("datetime64[D]")
        now = waiting["noted"] < until
        due = {name: values[now] for name, values in waiting.items()}
        waiting = {name: values[~now] for name, values in waiting.items()}
        months[str(month)] = _written(folder, str(month), due, event, rng)
        event += int(now.sum())
    manifest = Manifest(event, months)
    write_manifest(folder, manifest)
    return manifest


def _opened(rng: np.random.Generator, month: np.datetime64, first: int, count: int) -> Rows:
    """All events of the matters that are opened in a month."""
    days = int(((month + 1).astype("datetime64[D]") - month.astype("datetime64[D]")).astype(int))
    opened = month.astype("datetime64[D]") + rng.integers(0, days, count)
    matter = np.arange(first, first + count)
    place = rng.integers(0, _VILLAGES, count)
    # a third is heard by the township's committee, the others by the village's
    office = np.where(rng.random(count) < 1 / 3, _VILLAGES + place // 10, place)
    kind = np.minimum(rng.geometric(0.18, count) - 1, len(_KINDS) - 1)
    source, people = rng.choice(len(SOURCES), count, p=_falling(len(SOURCES))), rng.integers(2, 9, count)
    aid, fate = rng.random(count) < 0.2, rng.random(count)
    ended = opened + rng.integers(5, 41, count)
    written, oral = ~aid & (fate < 0.6), ~aid & (fate >= 0.6) & (fate < 0.8)
    every = np.ones(count, bool)
    again = np.where(
        rng.random(count) < 0.05, (kind + 1) % len(_KINDS), kind
    )  # the kind first noted was another
    steps = [
        (1, STEPS.index("apply"), every, opened, kind),
        (2, STEPS.index("accept"), ~aid, opened + rng.integers(0, 4, count), again),
        (2, STEPS.index("grant"), aid, opened + rng.integers(1, 8, count), kind),
        (3, STEPS.index("private"), ~aid, opened + 4, again),
        (3, STEPS.index("assign"), aid, opened + 9, kind),
        (4, STEPS.index("sign_agreement"), written, ended, again),
        (4, STEPS.index("settle_orally"), oral, ended, again),
        (4, STEPS.index("fail"), ~aid & (fate >= 0.8) & (fate < 0.95), ended, again),
        (4, STEPS.index("close"), aid, ended, kind),
        (5, STEPS.index("close_performed"), (written | oral) & (rng.random(count) < 0.7), ended + rng.integers(10, 61, count), again),
        (6, STEPS.index("confirmed"), written & (rng.random(count) < 0.2), ended + rng.integers(10, 31, count), again),
    ]  # fmt: skip
    parts = []
    for seq, step, which, day, own_kind in steps:
        n = int(which.sum())
        late = np.where(rng.random(n) < 0.03, rng.integers(1, 6, n), 0)  # noted down some days afterwards
        parts.append({
            "matter": matter[which], "seq": np.full(n, seq), "step": np.full(n, step), "aid": aid[which],
            "day": day[which], "noted": day[which] + late, "place": place[which], "office": office[which],
            "kind": own_kind[which], "source": source[which], "people": people[which],
        })  # fmt: skip
    return {name: np.concatenate([part[name] for part in parts]) for name in parts[0]}


def _falling(n: int) -> np.ndarray:
    weights = 0.5 ** np.arange(n)
    return weights / weights.sum()


def _joined(one: Rows, other: Rows) -> Rows:
    return {name: np.concatenate([one[name], other[name]]) for name in other} if one else other


def _written(folder: Path, month: str, rows: Rows, before: int, rng: np.random.Generator) -> Month:
    """Write a month's file with the export's settings, in order of event."""
    n = len(rows["matter"])
    second = rng.integers(3600, 9 * 3600, n)  # office hours in Shanghai, in UTC
    at = rows["noted"].astype("datetime64[us]") + second.astype("timedelta64[s]")
    order = np.argsort(at, kind="stable")
    rows = {name: values[order] for name, values in rows.items()} | {"at": at[order]}
    table = pa.table(_columns(rows, before, rng), schema=schema())
    waiting = folder / f".events-{month}.writing"
    pq.write_table(table, waiting, compression="zstd", write_statistics=True)
    one = Month(n, sm3_of_file(waiting), "")
    waiting.replace(folder / one.file_name(month))
    return one


def _columns(rows: Rows, before: int, rng: np.random.Generator) -> Mapping[str, pa.Array]:
    n, place, first = len(rows["matter"]), rows["place"], rows["seq"] == 1
    mediation = first & ~rows["aid"]
    forms = np.select(
        [rows["step"] == STEPS.index("sign_agreement"), rows["step"] == STEPS.index("settle_orally")],
        [0, 1],
        -1,
    )
    agreed = rng.integers(1, 500, n) * 10_000
    found = {
        "event": pa.array(np.arange(before + 1, before + n + 1)),
        "matter": pa.array(rows["matter"]), "root": pa.array(rows["matter"]),
        "procedure": _named(rows["aid"].astype(int), ("people_mediation", "legal_aid")),
        "seq": pa.array(rows["seq"].astype(np.int32)), "step": _named(rows["step"], STEPS),
        "actor": _named(np.where(first, 0, 1), ("applicant", "committee")),
        "channel": _named(np.where(first, rows["people"] % 2, 0), ("counter", "web")),
        "state": _named(rows["step"], tuple(f"after_{step}" for step in STEPS)),
        "at": pa.array(rows["at"], pa.timestamp("us")).cast(pa.timestamp("us", "UTC")), "day": pa.array(rows["day"]),
        "office": _named(rows["office"], tuple(f"W{n:05d}" for n in range(_VILLAGES + _VILLAGES // 10))),
        "committee": _named((rows["office"] >= _VILLAGES).astype(int), ("village", "town")),
        "area": _named(place, _codes(6)), "province": _named(place, _codes(2)), "city": _named(place, _codes(3)),
        "county": _named(place, _codes(4)), "township": _named(place, _codes(5)), "village": _named(place, _codes(6)),
        "kind": _named(rows["kind"], _KINDS), "finer_kind": pa.nulls(n, pa.string()),
        "source": _named(np.where(mediation, rows["source"], -1), tuple(SOURCES)),
        "people": pa.array(rows["people"].astype(np.int32), mask=~mediation),
        "claimed_fen": pa.array(agreed * 2, mask=~mediation),
        "form": _named(forms, ("written", "oral")), "agreed_fen": pa.array(agreed, mask=forms < 0),
        "fingerprint": _digests(rng.bytes(32 * n), n),
    }  # fmt: skip
    return {name: found[name] for name in NAMES}


def _codes(level: int) -> tuple[str, ...]:
    """The code at a level of every village: 2 province, 3 city, 4 county, 5 township, 6 village."""

    def code(n: int) -> str:
        city, county, township, village = n // 1000, n // 100 % 10, n // 10 % 10, n % 10
        parts = ("99", f"{city + 1:02d}", f"{county + 1:02d}", f"{township:03d}", f"{village:03d}")
        return "".join(parts[: level - 1]).ljust(6, "0")

    return tuple(code(n) for n in range(_VILLAGES))


def _named(numbers: np.ndarray, names: Sequence[str]) -> pa.Array:
    """Strings by number; below 0 null."""
    places = pa.array(numbers.astype(np.int32), mask=numbers < 0)
    return pa.DictionaryArray.from_arrays(places, pa.array(list(names), pa.string())).cast(pa.string())


def _digests(data: bytes, n: int) -> pa.Array:
    offsets = pa.py_buffer(np.arange(0, 32 * (n + 1), 32, dtype=np.int32).tobytes())
    return pa.Array.from_buffers(pa.binary(), n, [None, offsets, pa.py_buffer(data)])
