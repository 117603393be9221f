"""The conflict check and the appointment among 5,000 lawyers, in small and in large databases.

Beside them the peer: the same question asked lawyer by lawyer, each with its own indexed query.
"""

import argparse
import json
import subprocess
import sys

from benchmarks.installing import ENGINES, ROOT, installation

COLUMNS = ("check", "peer", "candidates", "appointment")


def main(options: list[str]) -> int:
    """Measure and print a table; times in milliseconds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks legal_aid", description=__doc__)
    parser.add_argument("--parties", default="10000", help="sizes of the database, e.g. 10000,1000000")
    parser.add_argument("--lawyers", type=int, default=5000)
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument(
        "--probes", type=int, default=100, help="matters for which somebody is to be appointed"
    )
    given = parser.parse_args(options)
    print(f"{'engine':<11}{'parties':>10}{'lawyers':>9}" + "".join(f"{f'{c} p50/p95':>22}" for c in COLUMNS))
    for engine in given.engines.split(","):
        with installation(engine, "gongdao.site.settings") as environment:
            for size in sorted(int(size) for size in given.parties.split(",")):
                row = _measured(environment, size, given.lawyers, given.probes)
                cells = "".join(f"{row[c][0]:>13.1f} /{row[c][1]:>7.1f}" for c in COLUMNS)
                print(f"{engine:<11}{size:>10,}{given.lawyers:>9,}{cells}", flush=True)
    return 0


def _measured(
    environment: dict[str, str], size: int, lawyers: int, probes: int
) -> dict[str, tuple[float, float]]:
    command = [sys.executable, "-m", "benchmarks.legal_aid.measuring", *map(str, (size, lawyers, probes))]
    done = subprocess.run(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))
