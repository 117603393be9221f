"""The nightly export out of a database: everything, a night with one more month, a night without news, and verifying."""

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence

from benchmarks.installing import ROOT, installation

COLUMNS = ("everything", "one more month", "without news", "verifying")


def run(options: Sequence[str]) -> None:
    """Print a line for every size."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks trends export", description=__doc__)
    parser.add_argument("--matters", default="5000", help="sizes, e.g. 5000,50000")
    parser.add_argument("--engines", default="SQLite", help="SQLite, PostgreSQL or both")
    given = parser.parse_args(options)
    print(
        "| engine | events | months |"
        + "".join(f" {name} s |" for name in COLUMNS)
        + " events/s | same bytes |"
    )
    print("|---|" + "---|" * (4 + len(COLUMNS)))
    for engine in given.engines.split(","):
        for size in sorted(int(size) for size in given.matters.split(",")):
            with installation(engine, "gongdao.site.settings") as environment:
                command = [sys.executable, "-m", "benchmarks.trends.exporting", str(size)]
                done = subprocess.run(
                    command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True
                )
                row = json.loads(done.stdout.splitlines()[-1])
            print(
                f"| {engine} | {row['events']:,} | {row['months']} |"
                + "".join(f" {row[name]:.2f} |" for name in COLUMNS)
                + f" {row['events'] / row['everything']:,.0f} | {'yes' if row['same'] else 'NO'} |",
                flush=True,
            )
