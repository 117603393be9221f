"""Reading what a person typed, spoke or pasted, before any rule looks at it."""

import re
import unicodedata

READ_AT_MOST = 20_000
"""Characters that are read. A longer text is read from its beginning; ``Understanding.cut`` says so."""

# The commonest traditional characters of everyday trouble; law names and place names need no more here.
_TRADITIONAL = "錢債還關係離婚養訴訟傷醫療鄰裡間門車禍賠償遺產繼承勞動資發開問題電話網購買賣貨騙兒媽爸親屬屋樓漏聲擾氣污環狗鬧鬥毆報警處罰決證據這個們沒說時給與為嗎麼點從對會後來裝修質量補償徵拆遷種樹雞豬魚糧"
_SIMPLIFIED = "钱债还关系离婚养诉讼伤医疗邻里间门车祸赔偿遗产继承劳动资发开问题电话网购买卖货骗儿妈爸亲属屋楼漏声扰气污环狗闹斗殴报警处罚决证据这个们没说时给与为吗么点从对会后来装修质量补偿征拆迁种树鸡猪鱼粮"
_TO_SIMPLIFIED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b-\x1f]")
_GAP_BETWEEN_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[ \t\u3000]+(?=[\u4e00-\u9fff])")


def normalise(text: str) -> str:
    """One plain form: full width to half width, simplified, lower case, no invisible characters, and no blanks
    between Chinese characters. At most ``READ_AT_MOST`` characters; never raises on any string."""
    plain = unicodedata.normalize("NFKC", text[:READ_AT_MOST])
    plain = _INVISIBLE.sub("", plain).translate(_TO_SIMPLIFIED).lower()
    return _GAP_BETWEEN_HAN.sub("", plain).strip()[:READ_AT_MOST]


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of the sentences of ``text``, cut at full stops, question marks, semicolons and line ends."""
    spans, start = [], 0
    for match in re.finditer(r"[。！？!?；;\n]", text):
        if text[start : match.start()].strip():
            spans.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans
