"""Two years in the city, in the order of time: every act of every matter through the doorway, anchored each month.

All of it is one transaction: interrupted, nothing is left in the database, and the next run begins again.
"""

import gc
import heapq
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import transaction
from django.test.utils import override_settings

from gongdao.documents.actions import store_file
from gongdao.law.calendar import SHANGHAI
from gongdao.matters.anchoring import anchor_now
from gongdao.matters.folding import calendar, declaration_of
from gongdao.matters.models import Matter
from gongdao.procedures.engine.moves import Refused
from gongdao.site.demo.accounts import DemoReceipt, write_accounts
from gongdao.site.demo.acting import Stalled
from gongdao.site.demo.aid import AidLife, aid_lives
from gongdao.site.demo.centre_lives import CentreLife, centre_lives
from gongdao.site.demo.city import City, build_city
from gongdao.site.demo.lives import Life
from gongdao.site.demo.passing import PassingLife, passing_lives
from gongdao.site.demo.pictures import signed_page
from gongdao.site.demo.plans import YEARS, plans
from gongdao.site.demo.tales import TALES
from gongdao.site.demo.walks import Walk

Report = Callable[[str], None]
_ANCHOR_EVERY = timedelta(days=30)
_REPORT_EVERY = 50
_SHOWN_STATES = (
    "in_effect",
    "handling",
    "drafted",
    "in_session",
    "assigned",
    "asking",
    "performed",
    "archived",
)
_RECEIPTS = 3
AnyLife = Life | AidLife
# the next act's moment, its place, the life
_Waiting = tuple[datetime, int, Iterator[datetime], AnyLife | Walk | CentreLife | PassingLife]


@dataclass
class Seeded:
    """What the seeding did. ``refused`` counts lives that ended early because the law did not allow an act."""

    matters: int = 0
    acts: int = 0
    refused: Counter[str] = field(default_factory=Counter)


def seed(count: int, now: datetime, report: Report) -> Seeded:
    """Fill an empty database with the city and ``count`` matters up to ``now``."""
    quick = override_settings(PASSWORD_HASHERS=["gongdao.site.demo.accounts.QuickHasher"])
    with transaction.atomic(), quick, _rarely_collecting():
        report("正在建立地区、机构和人员……")
        begins = now.astimezone(SHANGHAI).date() - timedelta(days=365 * YEARS + 30)
        city = build_city(begins)
        report(f"  {len(city.villages)}个乡镇街道，{len(city.accounts)}名工作人员")
        lives, seeded = _live(city, count, now, report)
        write_accounts(city.accounts, _receipts(lives))
    return seeded


def _live(city: City, count: int, now: datetime, report: Report) -> tuple[list[AnyLife], Seeded]:
    """Every matter's acts, the earliest first, until ``now``."""
    page = store_file(signed_page(), at=now).pk
    waiting: list[_Waiting] = []
    today = now.astimezone(SHANGHAI).date()
    aided = aid_lives(count, today, city, calendar())
    mediated = [Life(plan, city, calendar(), signed_page=page) for plan in plans(count - len(aided), today)]
    everything: list[AnyLife] = [*mediated, *aided]
    for index, life in enumerate(everything):
        running = life.run()
        waiting.append((next(running), index, running, life))
    for one in (*centre_lives(city, calendar(), today), *passing_lives(city, calendar(), today)):
        living = one.run()
        waiting.append((next(living), count + len(TALES) + len(waiting), living, one))
    for number, tale in enumerate(TALES):
        walk = Walk(number, tale, city, calendar(), today)
        walking = walk.run()
        waiting.append((next(walking), count + number, walking, walk))
    lives = everything
    heapq.heapify(waiting)
    seeded = Seeded()
    report(f"正在办理{count}件事项，从两年前到今天……")
    anchored = waiting[0][0]
    while waiting and waiting[0][0] <= now:
        while waiting[0][0] >= anchored + _ANCHOR_EVERY:
            anchored += _ANCHOR_EVERY
            anchor_now(anchored)
        _go_on(waiting, seeded, report)
    anchor_now(now)
    return lives, seeded


def _go_on(waiting: list[_Waiting], seeded: Seeded, report: Report) -> None:
    """The earliest act; then its matter waits for the next one."""
    at, index, running, life = heapq.heappop(waiting)
    is_new = life.matter is None
    seeded.acts += 1
    try:
        heapq.heappush(waiting, (next(running), index, running, life))
    except Refused as refused:
        seeded.refused[str(refused)] += 1
    except (StopIteration, Stalled):
        pass
    if is_new:
        seeded.matters += 1
        if seeded.matters % _REPORT_EVERY == 0:
            report(f"  {at.astimezone(SHANGHAI):%Y年%-m月}：登记{seeded.matters}件，办了{seeded.acts}步")


@contextmanager
def _rarely_collecting() -> Iterator[None]:
    """Thousands of short-lived rows make Python look for garbage among everything loaded; rarely is enough."""
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _receipts(lives: list[AnyLife]) -> list[DemoReceipt]:
    """A few matters that citizens brought online, in different states, with the codes they got."""
    online = [life for life in lives if life.matter and life.is_online and life.codes]
    rows = {
        matter.pk: matter
        for matter in Matter.objects.filter(pk__in=[life.matter.pk for life in online if life.matter])
    }
    found: dict[str, DemoReceipt] = {}
    for life in reversed(online):
        assert life.matter
        matter = rows[life.matter.pk]
        if matter.state not in found:
            title = declaration_of(matter).state_by_code[matter.state].title
            found[matter.state] = DemoReceipt(matter.number, life.codes["p1"], life.told, title)
    order = sorted(found, key=lambda state: _SHOWN_STATES.index(state) if state in _SHOWN_STATES else 99)
    return [found[state] for state in order[:_RECEIPTS]]
