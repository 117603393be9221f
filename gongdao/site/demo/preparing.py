"""Getting the fictional city ready: keys, tables, statute book, and the seeding if it has not been done.

The seeding is one transaction, so the city is either in the database or not. The anchors it writes outside the
database are the only trace of an interrupted run; a marker file says that they may be thrown away.
"""

import shutil
from collections.abc import Callable
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, connection, connections

from gongdao.law.book import NotABook, ensure_book
from gongdao.law.building import build
from gongdao.law.search import open_index
from gongdao.people import keys
from gongdao.people.models import Account, Office
from gongdao.site.demo.accounts import accounts_path
from gongdao.site.demo.city import BUREAU_CODE
from gongdao.site.demo.figures import bring_up_to_date, publish_some
from gongdao.site.demo.seeding import seed
from gongdao.site.demo.warned import put_on_the_map, watch_the_past

Report = Callable[[str], None]


class NotPrepared(Exception):
    """The city cannot be made here; the text says why in Chinese."""


def prepare(count: int, now: datetime, report: Report, *, fresh: bool) -> bool:
    """Make whatever is missing; True if the city was seeded now. Raises NotPrepared."""
    try:
        if fresh:
            _clear()
        key_file = Path(settings.GONGDAO_KEYS)
        if not key_file.exists():
            keys.create(key_file)
        Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
        call_command("migrate", verbosity=0)
        there = _is_city()
    except DatabaseError as error:
        raise NotPrepared(f"数据库打不开或连不上：{error}") from error
    except keys.KeyFileError as error:
        raise NotPrepared(str(error)) from error
    if there:
        _ensure_book()
        _marker().unlink(missing_ok=True)
        bring_up_to_date()
        return False
    _seed(count, now, report)
    return True


def _seed(count: int, now: datetime, report: Report) -> None:
    """Seed, while another process reads the laws into the statute book."""
    _sweep_anchors()
    _marker().touch()
    book_path = Path(settings.GONGDAO_STATUTES)
    reading = get_context("spawn").Process(target=build, args=(book_path,), daemon=True)
    if not book_path.exists():
        report("正在建立法律书（同时进行）……")
        reading.start()
    done = seed(count, now, report)
    report(f"  共登记{done.matters}件，办了{done.acts}步")
    for reason, count in done.refused.items():
        report(f"  {count}件没走完，依法不能办：{reason}")
    if reading.pid:
        reading.join()
    _ensure_book()
    report("正在整理统计数据、发布上月和上季度的报表……")
    publish_some(now)
    put_on_the_map(now)
    watch_the_past(now)
    _marker().unlink()


def _is_city() -> bool:
    """Whether the city is there. Raises NotPrepared where the database holds something else."""
    if Office.objects.filter(code=BUREAU_CODE).exists():
        if not accounts_path().exists():
            raise NotPrepared(
                f"缺少示范账号清单 {accounts_path()}，请用 gongdao demo --fresh 重新建立示范城市。"
            )
        return True
    if Office.objects.exists() or Account.objects.exists():
        raise NotPrepared(
            "这个数据库里已经有别的数据，示范城市不会写进去。"
            "请另指定一个数据文件夹，例如：GONGDAO_VAR=var/demo gongdao demo"
        )
    return False


def _sweep_anchors() -> None:
    """Throw away the anchors of an interrupted seeding; any others belong to another database."""
    anchors = list(Path(settings.GONGDAO_ANCHORS).glob("*.jsonl"))
    if anchors and not _marker().exists():
        raise NotPrepared(
            f"{settings.GONGDAO_ANCHORS} 里有另一个数据库的总指纹，请另指定一个数据文件夹（GONGDAO_VAR）。"
        )
    for anchor in anchors:
        anchor.unlink()


def _clear() -> None:
    """Remove a demo city from SQLite; refuses anything that is not one."""
    if connection.vendor != "sqlite":
        raise NotPrepared("--fresh 只用于 SQLite；用 PostgreSQL 时请新建一个空数据库。")
    if "people_office" in connection.introspection.table_names():
        _is_city_or_nothing()
    connections.close_all()
    database = str(settings.DATABASES["default"]["NAME"])
    for suffix in ("", "-wal", "-shm"):
        Path(database + suffix).unlink(missing_ok=True)
    shutil.rmtree(settings.GONGDAO_FILES, ignore_errors=True)
    shutil.rmtree(settings.GONGDAO_ANCHORS, ignore_errors=True)
    shutil.rmtree(settings.GONGDAO_LAKE, ignore_errors=True)
    accounts_path().unlink(missing_ok=True)


def _is_city_or_nothing() -> None:
    if not Office.objects.filter(code=BUREAU_CODE).exists():
        _is_city()


def _ensure_book() -> None:
    try:
        open_index(ensure_book(Path(settings.GONGDAO_STATUTES)))
    except (NotABook, OSError) as error:
        raise NotPrepared(f"法律书打不开：{error}") from error


def _marker() -> Path:
    return Path(settings.GONGDAO_VAR) / "demo.unfinished"
