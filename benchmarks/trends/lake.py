"""Statistics over a lake of any size: the project's Ibis expressions beside hand-written SQL, and the same on Spark."""

import argparse
import resource
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.trends import by_hand
from benchmarks.trends.made_lake import make

UNTIL = date(2025, 12, 29)  # a Monday at the end of the made lake
Result = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Question:
    """``ours`` asks a lake through the project's own functions, ``sql`` is what is written by hand. ``rows`` makes of our
    answer the rows that the statement gives, so that both can be compared; that is not timed."""

    title: str
    ours: Callable[[Any], Any]
    rows: Callable[[Any], Result]
    sql: str


def run(options: Sequence[str]) -> None:
    """Print a line for every question at every size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks trends lake", description=__doc__)
    parser.add_argument("--events", default="1000000", help="sizes, e.g. 1000000,10000000,100000000")
    parser.add_argument(
        "--folder", type=Path, help="where made lakes lie and stay (default: a temporary folder)"
    )
    parser.add_argument(
        "--rounds", type=int, default=3, help="after one that only warms the caches; 0: that one counts"
    )
    parser.add_argument("--questions", type=int, default=5, help="the first so many of five")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--memory", default="6GB", help="for DuckDB and for Spark's worker")
    parser.add_argument("--spark", action="store_true", help="also on a Spark master and worker started here")
    given = parser.parse_args(options)
    folder = given.folder or Path(tempfile.mkdtemp(prefix="gongdao-lake-"))
    try:
        print(
            "| events | MB | question | rows | ours s | by hand s | ours : by hand | Spark s | same |\n|"
            + "---|" * 9
        )
        for size in sorted(int(size) for size in given.events.split(",")):
            _measure(folder / str(size), size, given)
    finally:
        if not given.folder:
            shutil.rmtree(folder, ignore_errors=True)
    print(
        f"largest memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB"
    )


def _measure(folder: Path, size: int, given: argparse.Namespace) -> None:
    import ibis

    from gongdao.trends.lake.opening import open_lake

    began = perf_counter()
    rows, made = make(folder, size).rows, perf_counter() - began
    megabytes = sum(path.stat().st_size for path in folder.glob("*.parquet")) / 2**20
    with tempfile.TemporaryDirectory(prefix="gongdao-duckdb-") as spill:
        duckdb = ibis.duckdb.connect(
            threads=given.threads,
            memory_limit=given.memory,
            temp_directory=spill,
            preserve_insertion_order=False,
        )
        lake = open_lake(folder, duckdb)
        duckdb.create_view("events", lake.events, overwrite=True)
        answers: dict[str, Result] = {}
        lines = []
        for question in questions()[: given.questions]:
            ours, theirs, answers[question.title] = _alternating(question, lake, duckdb, given.rounds)
            lines.append([question.title, len(answers[question.title]), median(ours), median(theirs),
                          median(o / t for o, t in zip(ours, theirs, strict=True))])  # fmt: skip
            print(
                f"  {question.title}: {lines[-1][2]:.2f} s, by hand {lines[-1][3]:.2f} s",
                file=sys.stderr,
                flush=True,
            )
        duckdb.disconnect()
    spark = _on_spark(folder, given, answers) if given.spark else {}
    for title, count, ours, theirs, ratio in lines:
        took, same = spark.get(title, (float("nan"), None))
        more = f"{took:.1f} | {'yes' if same else 'NO'}" if same is not None else " | DuckDB both ways"
        print(f"| {rows:,} | {megabytes:,.0f} | {title} | {count:,} | {ours:.2f} | {theirs:.2f} | {ratio:.2f} | {more} |",
              flush=True)  # fmt: skip
    if made > 1:
        print(f"making them took {made:.0f} s")


def _alternating(
    question: Question, lake: Any, duckdb: Any, rounds: int
) -> tuple[list[float], list[float], Result]:
    """Seconds of both ways, and their result; raises where they differ."""
    ours: list[float] = []
    theirs: list[float] = []
    found: dict[str, Any] = {}
    for number in range(rounds + 1):  # the first round only warms the caches of the disk
        ways = [
            ("ours", ours, lambda: question.ours(lake)),
            ("by hand", theirs, lambda: duckdb.con.sql(question.sql).to_arrow_table()),
        ]
        found = {}
        for name, times, ask in ways if number % 2 else reversed(ways):
            began = perf_counter()
            found[name] = ask()
            if number or not rounds:
                times.append(perf_counter() - began)
    rows = question.rows(found["ours"])
    if rows != _plain(found["by hand"]):
        raise SystemExit(f"{question.title}: ours and by hand differ")
    return ours, theirs, rows


def _plain(table: Any) -> Result:
    """An Arrow table's rows in order, numbers whole."""
    columns = [column.to_pylist() for column in table.columns]
    rows = [
        tuple(int(v or 0) if not isinstance(v, str) else v for v in row) for row in zip(*columns, strict=True)
    ]
    return sorted(rows)


def _on_spark(
    folder: Path, given: argparse.Namespace, answers: Mapping[str, Result]
) -> dict[str, tuple[float, bool]]:
    from benchmarks.trends.spark import session
    from gongdao.trends.lake.opening import open_lake

    found = {}
    with session(given.threads, given.memory) as connection:
        lake = open_lake(folder, connection)
        for question in questions()[: given.questions]:
            began = perf_counter()
            result = question.ours(lake)
            took = perf_counter() - began
            found[question.title] = (took, question.rows(result) == answers[question.title])
    return found


def questions() -> tuple[Question, ...]:
    """What is asked most: the return of a month and of a year, the map's cube, a table, a median."""
    from gongdao.trends.returns.computing import figures_expression
    from gongdao.trends.statistics import weekly_counts
    from gongdao.trends.statistics.cases import cases
    from gongdao.trends.statistics.measures import MEASURES
    from gongdao.trends.statistics.periods import Period, period
    from gongdao.trends.statistics.tables import Question as Asked
    from gongdao.trends.statistics.tables import answer

    def the_return(of: Period) -> Callable[[Any], Any]:
        return lambda lake: figures_expression(cases(lake.events, of.days), of).to_pyarrow()

    def table(measure: str, columns: str, of: Period) -> Callable[[Any], Any]:
        return lambda lake: answer(lake, Asked(MEASURES[measure], "county", columns, of, None))

    month, year = period("2025-03"), period("2024")
    return (
        Question("the return, a month", the_return(month), _plain, by_hand.the_return(*month.days)),
        Question("the return, a year", the_return(year), _plain, by_hand.the_return(*year.days)),
        Question("the map's cube, five years", lambda lake: weekly_counts(lake, level="township", until=UNTIL),
                 _cells_of_cube, by_hand.map_cube(UNTIL)),
        Question("county × kind, a year", table("opened", "kind", year), _cells_of_table,
                 by_hand.opened_by_county_and_kind(*year.days)),
        Question("median days, county × month", table("days_to_agree", "month", year), _cells_of_table,
                 by_hand.days_to_agree(*year.days)),
    )  # fmt: skip


def _cells_of_table(found: Any) -> Result:
    return sorted((row, column, n) for (row, column), n in found.cells.items())


def _cells_of_cube(found: Any) -> Result:
    """The cells that are not zero; weeks are counted from the Monday that the statement counts from."""
    first = (found.weeks[0] - date(2018, 1, 1)).days // 7
    places = zip(*found.counts.nonzero(), strict=True)
    return sorted(
        (found.areas[a], found.kinds[k], first + int(w), int(found.counts[a, k, w])) for a, k, w in places
    )
