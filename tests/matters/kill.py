"""Workers take steps and are killed without warning. What was acknowledged must be there, once.

``python -m tests.matters.kill`` prints the figures for 2,000 steps on the database that GONGDAO_DATABASE_URL names
(SQLite without it), in a database of its own. A worker is this module too: ``python -m tests.matters.kill work …``.
It writes the key of every step to its own file once the step has been committed: the acknowledgement. After a kill a
new worker begins again with the whole list of keys, as a browser does that got no answer.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

WORKERS = 4
MATTERS = 8
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What happened, to be printed and judged."""

    engine: str
    steps: int
    kills: int
    acknowledged_before_last_kill: int
    lost: int
    twice: int
    changed_by_retry: int
    findings: tuple[str, ...]
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.engine}: {self.steps} steps by {WORKERS} processes on {MATTERS} matters, {self.kills} times kill -9, "
            f"{self.acknowledged_before_last_kill} acknowledged before the last one; lost {self.lost}, "
            f"twice {self.twice}, changed by retrying {self.changed_by_retry}, findings {len(self.findings)}; "
            f"{self.seconds:.0f} s"
        )


def run(steps: int, kills: int | None = None) -> Outcome:
    """Prepare a database, let workers step while killing them, and count what is there."""
    began = time.monotonic()
    kills = min(20, max(8, steps // 50)) if kills is None else kills
    with _own_installation() as environment:
        _call(environment, "prepare")
        folder = Path(environment["GONGDAO_VAR"])
        acknowledged = _step_and_kill(environment, folder, steps, kills)
        printed = _call(environment, "count", str(steps)).split("\n")
        lost, twice, changed = (int(figure) for figure in printed[0].split())
        engine = "PostgreSQL" if environment["GONGDAO_DATABASE_URL"].startswith("postgres") else "SQLite"
        findings = tuple(line for line in printed[1:] if line)
    seconds = time.monotonic() - began
    return Outcome(engine, steps, kills, acknowledged, lost, twice, changed, findings, seconds)


def keys_of(worker: int, steps: int) -> list[str]:
    """The keys that one worker uses; every fifth is also used by its neighbour, who sends the same form."""
    own = [number for number in range(steps) if number % WORKERS == worker]
    shared = [
        number for number in range(steps) if number % WORKERS == (worker + 1) % WORKERS and number % 5 == 0
    ]
    return [f"kill-{number}" for number in sorted(own + shared)]


def _step_and_kill(environment: dict[str, str], folder: Path, steps: int, kills: int) -> int:
    """Run the workers until all is done; returns how many steps had been acknowledged at the last kill."""
    chance = random.Random(20250310)
    workers = {number: _start(environment, number, steps) for number in range(WORKERS)}
    killed = acknowledged = 0
    while workers:
        done = len(_acknowledged(folder))
        if killed < kills and done >= steps * (killed + 1) * 0.9 / (kills + 1):
            victim = chance.choice(sorted(workers))
            workers[victim].send_signal(signal.SIGKILL)
            workers[victim].wait()
            killed, acknowledged = killed + 1, done
            workers[victim] = _start(environment, victim, steps)
        for number, process in list(workers.items()):
            if process.poll() is not None:
                if process.returncode:
                    raise RuntimeError(f"worker {number} ended with {process.returncode}")
                del workers[number]
        time.sleep(0.005)
    if killed < kills:
        raise RuntimeError(f"only {killed} of {kills} kills before the work was done")
    return acknowledged


def _acknowledged(folder: Path) -> set[str]:
    """Whole lines only: a key cut off by the kill was not acknowledged."""
    return {
        line
        for path in folder.glob("ack-*")
        for line in path.read_text().rpartition("\n")[0].split("\n")
        if line
    }


def _start(environment: dict[str, str], number: int, steps: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.matters.kill", "work", str(number), str(steps)]
    return subprocess.Popen(command, env=environment, cwd=ROOT)


def _call(environment: dict[str, str], *words: str) -> str:
    command = [sys.executable, "-m", "tests.matters.kill", *words]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr)
    return done.stdout


@contextmanager
def _own_installation() -> Iterator[dict[str, str]]:
    """An environment with a data folder, keys and a database of its own, all removed afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="gongdao-kill-"))
    url = os.environ.get("GONGDAO_DATABASE_URL", "")
    name = f"kill_{os.getpid()}_{random.randrange(10**6)}"
    environment = {
        **os.environ, "GONGDAO_VAR": str(folder), "GONGDAO_KEYS": str(folder / "keys.json"), "GONGDAO_DEBUG": "0",
        "GONGDAO_SECRET_KEY": "only-for-tests", "DJANGO_SETTINGS_MODULE": "gongdao.site.settings",
        "GONGDAO_DATABASE_URL": f"sqlite:///{folder}/gongdao.sqlite3",
    }  # fmt: skip
    if url.startswith("postgres"):
        environment["GONGDAO_DATABASE_URL"] = urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        _on_server(url, f"CREATE DATABASE {name}")
    try:
        yield environment
    finally:
        if url.startswith("postgres"):
            _on_server(url, f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        shutil.rmtree(folder, ignore_errors=True)


def _on_server(url: str, statement: str) -> None:
    import psycopg

    parts = urlsplit(url)
    host = unquote(parts.netloc.rpartition("@")[2].partition(":")[0])
    user = unquote(parts.username or "postgres")
    port = {"port": parts.port} if parts.port else {}
    with psycopg.connect(
        host=host,
        user=user,
        password=parts.password or None,
        dbname=parts.path.strip("/"),
        autocommit=True,
        **port,
    ) as connection:
        connection.execute(statement)


# -- inside the installation ---------------------------------------------------------------------------------------


def prepare() -> None:
    """Tables, a small county, and the matters to step on."""
    from django.conf import settings
    from django.core.management import call_command

    from tests.matters.playing import TO_ACCEPT, matter_after
    from tests.world import build_world

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    call_command("migrate", verbosity=0)
    world = build_world()
    for _ in range(MATTERS):
        matter_after(world, *TO_ACCEPT)


def work(worker: int, steps: int) -> None:
    """Take every step of this worker's list, acknowledging each after its commit. Stops at nothing but a kill."""
    with open(Path(os.environ["GONGDAO_VAR"]) / f"ack-{worker}", "a", buffering=1) as acknowledgements:
        # The last line may have been cut off by the kill.
        acknowledgements.write("\n")
        for key in keys_of(worker, steps):
            _step(key)
            acknowledgements.write(f"{key}\n")


def _step(key: str) -> int:
    """One small step; its matter, facts and time follow from its key. Returns the event's id."""
    from datetime import timedelta

    from gongdao.matters.actions import take_step
    from gongdao.matters.doer import Doer
    from gongdao.matters.models import Matter
    from gongdao.people.models import Account
    from gongdao.procedures.engine.declaration import Actor
    from tests.matters.playing import contact
    from tests.world import now_on

    number = int(key.removeprefix("kill-"))
    matter = Matter.objects.order_by("pk")[number % MATTERS]
    doer = Doer(Actor.COMMITTEE, account=Account.objects.get(username="committee_clerk"))
    at = now_on("2025-03-10") + timedelta(seconds=number)
    return take_step(matter, "attempt_contact", doer=doer, at=at, facts=contact(f"第{number}次"), key=key).pk


def count(steps: int) -> None:
    """Print how many acknowledged steps are lost, how many are there twice, how many a retry changed, and findings."""
    from gongdao.matters.audit import verify, verify_projections
    from gongdao.matters.models import Event, SealedText

    wanted = [f"kill-{number}" for number in range(steps)]
    taken = Event.objects.filter(step="attempt_contact")
    before = dict(taken.values_list("key", "pk"))
    acknowledged = _acknowledged(Path(os.environ["GONGDAO_VAR"]))
    lost = len(acknowledged - before.keys()) + len(set(wanted) - before.keys())
    twice = (
        taken.count()
        - len(before)
        + SealedText.objects.filter(ref__startswith="contact_note").count()
        - len(before)
    )
    again = {key: _step(key) for key in wanted}
    changed = sum(before.get(key) != pk for key, pk in again.items()) + abs(taken.count() - len(wanted))
    sys.stdout.write(f"{lost} {twice} {changed}\n")
    for finding in (*verify(), *verify_projections()):
        sys.stdout.write(f"{finding}\n")


def main() -> int:
    """Print the figures, or do one part of the work."""
    match sys.argv[1:]:
        case []:
            outcome = run(int(os.environ.get("GONGDAO_KILL_STEPS", "2000")))
            sys.stdout.write(f"{outcome}\n")
            return int(bool(outcome.lost or outcome.twice or outcome.changed_by_retry or outcome.findings))
        case [part, *numbers]:
            import django

            django.setup()
            {"prepare": prepare, "work": work, "count": count}[part](*map(int, numbers))
    return 0


if __name__ == "__main__":
    sys.exit(main())
