"""A citation is a law, an article, a paragraph and an item; it may carry a verbatim phrase.

The phrase (at most 25 characters) is what keeps a citation honest: a test finds it in the paragraph
of the statute book, so a renumbered or amended article is noticed.
"""

from dataclasses import dataclass

MAX_PHRASE = 25


@dataclass(frozen=True, slots=True)
class Law:
    """A law by its full official name (中华人民共和国人民调解法) and the short one people use (人民调解法)."""

    name: str
    short: str

    def article(
        self,
        number: int | str,
        paragraph: int | None = None,
        item: str | None = None,
        phrase: str | None = None,
    ) -> "Citation":
        """Cite an article: 33, or "133-1" for 第一百三十三条之一; item as written in the text: 一."""
        return Citation(self, str(number), paragraph, item, phrase)


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a claim about the law comes from, down to the phrase."""

    law: Law
    article: str
    paragraph: int | None = None
    item: str | None = None
    phrase: str | None = None

    def __post_init__(self) -> None:
        if self.phrase and len(self.phrase) > MAX_PHRASE:
            raise ValueError(f"a phrase has at most {MAX_PHRASE} characters: {self.phrase}")

    @property
    def key(self) -> str:
        """A stable text key, e.g. 人民调解法:33:1 — used in links and generated pages."""
        parts = [self.law.short, self.article]
        if self.paragraph:
            parts.append(str(self.paragraph))
            if self.item:
                parts.append(self.item)
        return ":".join(parts)
