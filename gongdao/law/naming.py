"""How people name a law: full name, without 中华人民共和国, the short name of law.names, and common abbreviations."""

import re
import unicodedata
from collections.abc import Iterable

from gongdao.law.citation import Law
from gongdao.law.names import IMPORTED_RULES, NATIONAL_LAWS

STATE = "中华人民共和国"
KNOWN: dict[str, Law] = {law.name: law for law in (*NATIONAL_LAWS, *IMPORTED_RULES)}
# abbreviation → the name without the state's name
ALIASES = {
    "民诉法": "民事诉讼法",
    "刑诉法": "刑事诉讼法",
    "行诉法": "行政诉讼法",
    "复议法": "行政复议法",
    "治安法": "治安管理处罚法",
    "治安处罚法": "治安管理处罚法",
    "治安管理法": "治安管理处罚法",
    "调解法": "人民调解法",
    "法援法": "法律援助法",
    "社矫法": "社区矫正法",
    "普法法": "法治宣传教育法",
    "劳动仲裁法": "劳动争议调解仲裁法",
    "劳动争议仲裁法": "劳动争议调解仲裁法",
    "承包仲裁法": "农村土地承包经营纠纷调解仲裁法",
    "土地承包法": "农村土地承包法",
    "道交法": "道路交通安全法",
    "交通安全法": "道路交通安全法",
    "道交法实施条例": "道路交通安全法实施条例",
    "消法": "消费者权益保护法",
    "消保法": "消费者权益保护法",
    "未保法": "未成年人保护法",
    "预防法": "预防未成年人犯罪法",
    "老年人法": "老年人权益保障法",
    "老年人权益法": "老年人权益保障法",
    "妇女法": "妇女权益保障法",
    "反家暴法": "反家庭暴力法",
    "个保法": "个人信息保护法",
    "个人信息法": "个人信息保护法",
    "社保法": "社会保险法",
    "国赔法": "国家赔偿法",
    "村委会组织法": "村民委员会组织法",
    "居委会组织法": "城市居民委员会组织法",
    "居民委员会组织法": "城市居民委员会组织法",
    "电商法": "电子商务法",
    "网安法": "网络安全法",
    "数安法": "数据安全法",
    "农民工工资支付条例": "保障农民工工资支付条例",
    "民事诉讼法解释": "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释",
    "民诉法解释": "最高人民法院关于适用《中华人民共和国民事诉讼法》的解释",
    "刑事诉讼法解释": "最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释",
    "刑诉解释": "最高人民法院关于适用《中华人民共和国刑事诉讼法》的解释",
    "交强险条例": "机动车交通事故责任强制保险条例",
}
_DROPPED = re.compile(r"[\s《》〈〉<>「」『』、,，“”\"]")


def key(name: str) -> str:
    """Names that differ only in brackets, spaces and commas have the same key."""
    return _DROPPED.sub("", unicodedata.normalize("NFKC", name))


def law_named(name: str) -> Law:
    """The law with this full name; its short name is that of law.names or leaves out the state's name."""
    return KNOWN.get(name) or Law(name, name.removeprefix(STATE) or name)


def ways_to_say(law: Law) -> set[str]:
    """Every way to write the law's name, as it stands in a text (without outer brackets)."""
    plain = law.name.removeprefix(STATE)
    ways = {law.name, plain, law.short, law.name.replace("《" + STATE, "《")}
    ways |= {alias for alias, target in ALIASES.items() if target == plain}
    ways |= {way.replace("《", "〈").replace("》", "〉") for way in ways}
    ways |= {way.replace("（", "(").replace("）", ")") for way in ways}
    return {way for way in ways if len(way) > 1}


class NameIndex:
    """All ways to say all laws, by their first two characters: looking at one place of a text costs little."""

    def __init__(self, laws: Iterable[Law]) -> None:
        laws = list(laws)
        self.ways = {way: law for law in laws for way in ways_to_say(law)}
        self.ways |= {law.name: law for law in laws}  # a full name is never another law's short one
        lengths: dict[str, set[int]] = {}
        for way in self.ways:
            lengths.setdefault(way[:2], set()).add(len(way))
        self._lengths = {start: sorted(found, reverse=True) for start, found in lengths.items()}

    def at(self, text: str, place: int) -> str | None:
        """The longest way to say a law that stands at this place of the text."""
        for length in self._lengths.get(text[place : place + 2], ()):
            if (way := text[place : place + length]) in self.ways:
                return way
        return None
