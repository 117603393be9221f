"""Steps per second through the doorway, beside the raw limit of its own SQL and beside a peer.

One run measures all three in alternating rounds, on PostgreSQL and on SQLite, in small and in large databases.
"""

import argparse
import json
import subprocess
import sys

from benchmarks.installing import ENGINES, ROOT, installation


def main(options: list[str]) -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks doorway", description=__doc__)
    parser.add_argument("--matters", default="10000", help="sizes of the database, e.g. 10000,1000000")
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--steps", type=int, default=40, help="steps of each kind in one round")
    given = parser.parse_args(options)
    sizes = sorted(int(size) for size in given.matters.split(","))
    print(
        f"{'engine':<11}{'matters':>10}{'doorway/s':>11}{'raw SQL/s':>11}{'peer/s':>9}"
        f"{'doorway:raw':>13}{'doorway:peer':>14}{'p95 ms':>8}"
    )
    for engine in given.engines.split(","):
        with installation(engine, "benchmarks.doorway.settings") as environment:
            for size in sizes:
                row = _measured(environment, size, given.rounds, given.steps)
                print(
                    f"{engine:<11}{size:>10,}{row['doorway']:>11.0f}{row['raw']:>11.0f}{row['peer']:>9.0f}"
                    f"{row['to_raw']:>13.2f}{row['to_peer']:>14.2f}{row['p95_ms']:>8.1f}",
                    flush=True,
                )
    return 0


def _measured(environment: dict[str, str], size: int, rounds: int, steps: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.doorway.measuring", str(size), str(rounds), str(steps)]
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))
