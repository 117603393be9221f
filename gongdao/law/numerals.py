"""Chinese numerals and article numbers: 一千二百六十 ↔ 1260, 第一百三十三条之一 ↔ "133-1"."""

import re
import unicodedata

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
CHINESE = "零〇○一二两三四五六七八九十百千万"
LARGEST = 99_999_999

_TITLE = re.compile(rf"第?\s*([{CHINESE}\d]+)\s*条(?:\s*之\s*([{CHINESE}\d]+))?")


def to_int(text: str) -> int | None:
    """The number that Chinese or Arabic digits write, or None when they write none: 一百零五, 二〇二五, １２."""
    text = unicodedata.normalize("NFKC", text).strip()
    if not text:
        return None
    if text.isascii():
        return int(text) if text.isdigit() and len(text) <= 8 else None
    if all(c in _DIGITS for c in text):  # written digit by digit, like a year
        return int("".join(str(_DIGITS[c]) for c in text)) if len(text) <= 8 else None
    head, wan, tail = text.rpartition("万")
    if wan:
        high, low = _below_ten_thousand(head), _below_ten_thousand(tail) if tail else 0
        return None if high is None or low is None else high * 10_000 + low
    return _below_ten_thousand(text)


def _below_ten_thousand(text: str) -> int | None:
    total, digit, last_unit = 0, None, 10_000
    for c in text:
        if c in _UNITS:
            unit = _UNITS[c]
            if unit >= last_unit or (digit is None and unit != 10) or digit == 0:
                return None
            total, digit, last_unit = total + (1 if digit is None else digit) * unit, None, unit
        elif c in _DIGITS:
            if digit:  # two digits in a row are no positional number
                return None
            digit = _DIGITS[c] or None
        else:
            return None
    return total + (digit or 0) if text else None


def to_chinese(number: int) -> str:
    """As statutes write it: 10 → 十, 105 → 一百零五, 1260 → 一千二百六十. Raises ValueError outside 0–99999999."""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"no numeral for {number}")
    high, low = divmod(number, 10_000)
    if high:
        gap = "零" if low and low < 1000 else ""
        return _four_digits(high) + "万" + gap + (_four_digits(low, inside=bool(gap)) if low else "")
    return _four_digits(low)


def _four_digits(number: int, inside: bool = False) -> str:
    if number < 10:
        return "零一二三四五六七八九"[number]
    written, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            one_ten = unit == 10 and digit == 1 and not written and not inside
            written += ("零" if zero else "") + ("" if one_ten else "一二三四五六七八九"[digit - 1]) + name
            zero = False
        elif written:
            zero = True
    return written


def article_number(title: str) -> str | None:
    """第一百三十三条之一 → "133-1", 第675条 → "675"; None for anything else."""
    match = _TITLE.fullmatch(unicodedata.normalize("NFKC", title).strip())
    if match is None:
        return None
    main = to_int(match[1])
    sub = to_int(match[2]) if match[2] else None
    if not main or (match[2] and not sub):
        return None
    return f"{main}-{sub}" if sub else str(main)


def article_title(number: str) -> str:
    """ "133-1" → 第一百三十三条之一; a number that is none (全文) stays as it is."""
    main, _, sub = number.partition("-")
    if not main.isdigit() or (sub and not sub.isdigit()) or len(main) > 8 or len(sub) > 8:
        return number
    return f"第{to_chinese(int(main))}条" + (f"之{to_chinese(int(sub))}" if sub else "")


def sort_key(number: str) -> tuple[int, int, str]:
    """Sorts 133, 133-1, 134 in the order of the statute."""
    main, _, sub = number.partition("-")
    if main.isdigit() and (not sub or sub.isdigit()):
        return int(main), int(sub or 0), ""
    return LARGEST, 0, number
