"""The map of 明河市. The codes begin with 99, which no real place has."""

from dataclasses import dataclass

CITY_CODE, CITY_NAME = "990100", "明河市"
_NUMERALS = "一二三四"


@dataclass(frozen=True, slots=True)
class Township:
    """A township or street; ``share`` is its part of the matters, ``nature`` what people there live from."""

    code: str
    name: str
    short: str
    nature: str
    share: int
    villages: int

    @property
    def population(self) -> int:
        """People who live there."""
        return self.share * 5_400 + 3_800 + int(self.code) % 7 * 310

    @property
    def village_rows(self) -> list[tuple[str, str]]:
        """Code and name of each village or community below."""
        word = "社区" if self.nature == "urban" else "村"
        stem = self.name.removesuffix("街道").removesuffix("镇").removesuffix("乡")
        return [
            (f"{self.code}{200 + number}", f"{stem}示例{_NUMERALS[number - 1]}{word}")
            for number in range(1, self.villages + 1)
        ]


@dataclass(frozen=True, slots=True)
class County:
    """A county or district with its townships; ``short`` begins the user names and office codes."""

    code: str
    name: str
    short: str
    townships: tuple[Township, ...]


COUNTIES = (
    County("990102", "明东区", "mingdong", (
        Township("990102001", "桥头街道", "qiaotou", "urban", 9, 4),
        Township("990102002", "书院街道", "shuyuan", "urban", 7, 4),
        Township("990102003", "东市街道", "dongshi", "urban", 6, 4),
    )),
    County("990121", "明南县", "mingnan", (
        Township("990121100", "禾丰镇", "hefeng", "rural", 5, 3),
        Township("990121101", "柳溪镇", "liuxi", "rural", 4, 3),
        Township("990121200", "石门乡", "shimen", "rural", 2, 3),
    )),
    County("990122", "明西县", "mingxi", (
        Township("990122100", "新厂镇", "xinchang", "industrial", 7, 3),
        Township("990122101", "茶山镇", "chashan", "rural", 3, 3),
        Township("990122200", "云雾乡", "yunwu", "rural", 2, 3),
    )),
)  # fmt: skip
TOWNSHIPS = tuple(township for county in COUNTIES for township in county.townships)
