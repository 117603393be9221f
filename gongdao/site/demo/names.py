"""Names nobody bears: a common surname and a word that says "example"."""

from random import Random

_SURNAMES = "张王李赵刘陈杨黄周吴徐孙马朱胡林郭何高罗"
_GIVEN = ("示例", "示甲", "示乙", "示丙", "示丁", "例一", "例二", "例三", "样甲", "样乙")
_STAFF_GIVEN = ("示和", "示安", "示平", "示诚", "示心", "示理", "示暖", "示信", "示宁", "示康")
_STAFF_SURNAMES = "周沈顾唐许韩冯董程曹袁邓傅曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金崔秦江史侯孟龙万段雷"
_COMPANIES = ("示例建筑公司", "示例食品厂", "示例商贸公司", "示例合作社", "示例物业公司", "示例服务部")
MOST_STAFF = len(_STAFF_SURNAMES)


def person(rng: Random) -> str:
    """A party: 张示例."""
    return rng.choice(_SURNAMES) + rng.choice(_GIVEN)


def organisation(rng: Random, kind: str) -> str:
    """An organisation that fits the kind of dispute."""
    fitting = {
        "medical": "示例医院", "property_management": "示例物业公司", "tourism": "示例旅行社",
        "ecommerce": "示例网店", "expropriation": "示例村民委员会", "forest_land": "示例合作社",
        "pollution": "示例养殖场", "migrant_wages": "示例建筑公司",
    }  # fmt: skip
    return fitting.get(kind) or rng.choice(_COMPANIES)


def staff(number: int) -> str:
    """The ``number``th person who works in the city, each with another name."""
    return (
        _STAFF_SURNAMES[number % MOST_STAFF]
        + _STAFF_GIVEN[(number + number // MOST_STAFF) % len(_STAFF_GIVEN)]
    )


def phone(rng: Random) -> str:
    """A telephone number that reaches nobody."""
    return f"000-0000-{rng.randrange(10_000):04d}"
