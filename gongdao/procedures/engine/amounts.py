"""Amounts of money in Chinese capitals, as contracts write them: 人民币壹万贰仟元整."""

from decimal import Decimal

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
LARGEST = Decimal("9999999999999.99")


def amount_in_words(amount: Decimal) -> str:
    """The amount in capitals. Raises ValueError for a negative amount or one above ``LARGEST``."""
    if amount < 0 or amount > LARGEST:
        raise ValueError(f"cannot write {amount} in words")
    fen_total = int((amount * 100).to_integral_value())
    yuan, rest = divmod(fen_total, 100)
    jiao, fen = divmod(rest, 10)
    words = _whole(yuan) + "元" if yuan else ""
    if not rest:
        return f"{words or '零元'}整"
    if jiao:
        words += _DIGITS[jiao] + "角"
    elif yuan:
        words += "零"
    return words + (f"{_DIGITS[fen]}分" if fen else "整")


def _whole(number: int) -> str:
    for unit, word in ((100_000_000, "亿"), (10_000, "万")):
        if number >= unit:
            high, low = divmod(number, unit)
            gap = "零" if 0 < low < unit // 10 else ""
            return _whole(high) + word + gap + _whole(low)
    return _group(number)


def _group(group: int) -> str:
    words, gap = "", False
    for place in range(3, -1, -1):
        digit = group // 10**place % 10
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        elif words:
            gap = True
    return words
