"""What really rises in the fictional city: a few times a kind of dispute comes much more often somewhere for some
weeks, so that there is something to be warned of."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from gongdao.site.demo.places import TOWNSHIPS, Township
from gongdao.site.demo.stories import STORIES, Story

SMALLEST_CITY = 300  # matters; in a smaller city nothing rises
_OF_A_CITY = 600  # the sizes below are those of a city with so many matters


@dataclass(frozen=True, slots=True)
class Rise:
    """``matters`` of one story in these townships, spread over ``weeks`` weeks that began ``weeks_ago``."""

    finer: str
    townships: tuple[str, ...]
    weeks_ago: int
    weeks: int
    matters: int
    because: str

    @property
    def story(self) -> Story:
        return next(story for story in STORIES if story.finer == self.finer)


RISES = (
    Rise("property_fee", ("qiaotou", "shuyuan"), 43, 5, 18, "两个街道的三个小区换了物业公司，新公司一次涨价并停用门禁。"),
    Rise("prepaid_card", ("shuyuan",), 21, 3, 12, "街道上一家连锁健身房突然关门，会员的卡退不了。"),
    Rise("dismissal", ("xinchang",), 7, 6, 16, "新厂镇一家厂停了两条生产线，辞退的人没有拿到补偿。"),
    Rise("crop_pollution", ("hefeng", "liuxi"), 3, 3, 9, "上游一家养殖场的粪水池漫了出来。"),
)  # fmt: skip


def planted(count: int, today: date, rng: Random) -> list[tuple[date, Township, Story]]:
    """Day, place and story of every matter that the rises bring to a city with ``count`` matters."""
    if count < SMALLEST_CITY:
        return []
    places = {township.short: township for township in TOWNSHIPS}
    found = []
    for rise in RISES:
        for _ in range(round(rise.matters * min(count / _OF_A_CITY, 2.0))):
            age = 7 * rise.weeks_ago - rng.randrange(7 * rise.weeks)
            found.append((today - timedelta(days=age), places[rng.choice(rise.townships)], rise.story))
    return found
