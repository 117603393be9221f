"""The small language in which the tables write what people say.

``老板不给钱`` a word that stands in the text; ``工地…没给钱`` the same with at most ten characters between;
``离婚+房子`` both stand somewhere in the text; ``{老公/丈夫}…{掐/踹}我`` one of each. Nothing else has a meaning.
"""

import re
from dataclasses import dataclass
from functools import cached_property

MAX_GAP = 10
_BEGINNING = 2
_BRACES = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True)
class Pattern:
    """One way of saying something, as written in a table."""

    written: str

    @cached_property
    def is_plain(self) -> bool:
        """Whether it is a single word, which can be hidden by a longer word around it."""
        return not any(sign in self.written for sign in "+…{")

    @cached_property
    def _parts(self) -> tuple[re.Pattern[str] | str, ...]:
        return tuple(_part(part) for part in self.written.split("+"))

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """One or two characters, one of which stands in every text that says this: for looking patterns up."""
        first = re.split(r"[+…]", self.written)[0]
        starts = _BRACES.match(first)
        words = starts[1].split("/") if starts else [first.split("{")[0]]
        return frozenset(word[:_BEGINNING] for word in words)

    def stands_in(self, text: str) -> bool:
        """Whether a normalised text says this."""
        return all(
            part in text if isinstance(part, str) else part.search(text) is not None for part in self._parts
        )

    def quote(self, text: str) -> tuple[str, ...]:
        """The words of a normalised text that say this, to show a person; itself where the text does not."""
        found = []
        for part in self._parts:
            match = re.search(re.escape(part), text) if isinstance(part, str) else part.search(text)
            if match is None:
                return (self.written,)
            found.append(match.group())
        return tuple(found)


def _part(written: str) -> re.Pattern[str] | str:
    pieces = written.split("…")
    if len(pieces) == 1 and "{" not in written:
        if written.isascii():  # 12345 is not in 1234567, app not in happy
            return re.compile(f"(?<![a-z0-9]){re.escape(written)}(?![a-z0-9])")
        return written
    return re.compile(f"[^。！？；\n]{{0,{MAX_GAP}}}".join(_piece(piece) for piece in pieces))


def _piece(written: str) -> str:
    """Plain words as they stand; in braces one of several."""
    parts = _BRACES.split(written)
    return "".join(
        f"(?:{'|'.join(re.escape(word) for word in part.split('/'))})" if number % 2 else re.escape(part)
        for number, part in enumerate(parts)
    )


def read_patterns(cell: str, where: str) -> tuple[Pattern, ...]:
    """The patterns of a table cell, separated by 、. Raises ValueError naming ``where`` for an empty one."""
    patterns = tuple(Pattern(word.strip().lower()) for word in cell.split("、"))
    for pattern in patterns:
        if any(not piece for piece in re.split(r"[+…/]|(?<=/)\}|\{(?=[/}])", pattern.written)):
            raise ValueError(f"{where}：说法“{pattern.written}”是空的，或者缺了一半")
        if re.search(r"[{}]", _BRACES.sub("", pattern.written)) or re.search(r"\{[^}]*[+…]", pattern.written):
            raise ValueError(f"{where}：说法“{pattern.written}”的大括号没有写对")
    return patterns


def beginnings_in(text: str) -> list[str]:
    """The different characters and pairs of characters of a text, in order."""
    pairs = (text[at : at + length] for length in (1, _BEGINNING) for at in range(len(text) - length + 1))
    return list(dict.fromkeys(pairs))
