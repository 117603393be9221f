"""gongdao serve: the pages in production, through granian. It starts only where everything it needs is there."""

import os
import socket
import sys
from pathlib import Path
from typing import NoReturn

import click
from django.conf import settings
from django.db import DatabaseError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from gongdao.law.book import NotABook, StatuteBook, is_outdated
from gongdao.law.building import FORMAT
from gongdao.people.keys import KeyFileError, keyring
from gongdao.site.cli.inputs import PORT, Number

# Requests at a time in one process; each has its own database connection, and granian advises against more.
_THREADS = min(8, 2 * (os.cpu_count() or 1) + 1)


@click.command()
@click.option("--host", default="127.0.0.1", help="监听的地址（默认只限本机，由 nginx 转来）")
@click.option("--port", type=PORT, default=8000, help="端口（默认 8000）")
@click.option("--workers", type=Number(1, 64), default=2, help="进程数（默认 2）")
def serve(host: str, port: int, workers: int) -> None:
    """正式运行"""
    reasons = [reason for reason in (keys_missing(), tables_missing(), book_missing()) if reason]
    for reason in reasons:
        click.echo(reason, err=True)
    if reasons:
        raise click.ClickException("还不能启动，请先办好上面的事。")
    if not is_free(host, port):
        raise click.ClickException(f"{host} 的端口 {port} 用不了，可能已被占用。请用 --port 另选一个。")
    for line in hints():
        click.echo(line, err=True)
    click.echo(f"公道已启动：http://{shown(host)}:{port}/")
    start(host, port, workers)


def keys_missing() -> str | None:
    """Why the keys cannot be used, or None."""
    try:
        keyring()
    except KeyFileError as error:
        return f"密钥：{error}"
    except OSError as error:
        return f"密钥：读不了密钥文件 {settings.GONGDAO_KEYS}（{error.strerror}）。"
    return None


def tables_missing() -> str | None:
    """Why the database cannot be used, or None."""
    try:
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except DatabaseError as error:
        return f"数据库：连不上，请检查 GONGDAO_DATABASE_URL（{str(error).strip()}）。"
    return f"数据库：还有{len(plan)}项结构更新没有做，请先运行 gongdao manage migrate。" if plan else None


def book_missing() -> str | None:
    """Why the statute book cannot be used, or None."""
    path = Path(settings.GONGDAO_STATUTES)
    try:
        book = StatuteBook(path)
    except FileNotFoundError:
        return f"法律书：还没有建立（{path}），请先运行 gongdao law build。"
    except (NotABook, OSError) as error:
        return f"法律书：{error}"
    if book.meta.get("format") != FORMAT:
        return "法律书：是旧版软件建的，请重新运行 gongdao law build。"
    return None


def hints() -> list[str]:
    """What does not keep the server from starting, but should be known."""
    found = []
    if is_outdated(StatuteBook(Path(settings.GONGDAO_STATUTES))):
        found.append("提示：随软件安装的法律已更新，请运行 gongdao law build。")
    root = Path(settings.STATIC_ROOT)
    if not settings.WHITENOISE_USE_FINDERS and not (root.is_dir() and any(root.iterdir())):
        found.append("提示：页面样式还没有收集，请运行 gongdao manage collectstatic --noinput。")
    return found


def is_free(host: str, port: int) -> bool:
    """Whether a server could listen here."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def shown(host: str) -> str:
    """The host as one would type it."""
    host = "127.0.0.1" if host == "0.0.0.0" else host
    return f"[{host}]" if ":" in host else host


def start(host: str, port: int, workers: int, **more: str) -> NoReturn:
    """Become the server; ``more`` goes into its environment."""
    connections.close_all()
    sys.stdout.flush()
    words = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--host", host, "--port", str(port),
        "--workers", str(workers), "--blocking-threads", str(_THREADS),
        "--log-level", "warning", "gongdao.site.wsgi:application",
    ]  # fmt: skip
    os.execve(sys.executable, words, os.environ | more)
