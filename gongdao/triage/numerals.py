"""Numbers as people write them: 12、1.5、十二、两千五、三万五千、二〇二四. Chinese and western digits may mix (3万5)."""

import re
from decimal import Decimal, InvalidOperation

DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
    "半": 0,
}
_SMALL = {"十": 10, "百": 100, "千": 1000, "k": 1000}
_LARGE = {"万": 10_000, "w": 10_000, "亿": 100_000_000}
NUMBER = r"(?:\d{1,12}(?:\.\d{1,4})?|[〇零一二三四五六七八九十百千万亿两])"
"""One character of a Chinese number, or a run of western digits: a number is one or more of these."""


def read_number(written: str) -> Decimal | None:
    """The value, or None if this is not a number. A digit after 万, 千 or 百 is of the next lower place:
    两千五 is 2,500, 一万二 is 12,000."""
    text = written.strip().replace(",", "").lower()
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return _decimal(text)
    if re.fullmatch(r"[〇零一二三四五六七八九]{2,}", text):
        return Decimal("".join(str(DIGITS[char]) for char in text))
    return _in_places(text)


def _in_places(text: str) -> Decimal | None:
    total, section, current = Decimal(0), Decimal(0), None
    unit = Decimal(1)
    for piece in re.findall(r"\d+(?:\.\d+)?|.", text):
        if piece[0].isdigit() and piece[0].isascii():
            current = _decimal(piece)
        elif piece in DIGITS:
            current = Decimal(DIGITS[piece])
            unit = Decimal(1) if piece in "〇零" else unit
        elif piece in _SMALL:
            unit = Decimal(_SMALL[piece])
            section += (Decimal(1) if current is None else current) * unit
            current = None
        elif piece in _LARGE:
            unit = Decimal(_LARGE[piece])
            total += (section + (current or 0)) * unit
            section, current = Decimal(0), None
        else:
            return None
    if current is not None:
        section += current * (unit / 10 if unit > 10 and current < 10 else 1)
    return total + section if text else None


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:  # pragma: no cover - the patterns above only let digits through
        return None
