"""Filters of the pages: links to articles, days in words."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from gongdao.law.citation import Citation
from gongdao.law.lookup import find_citations
from gongdao.procedures.engine.declaration import Procedure, holder_title
from gongdao.procedures.engine.render import written
from gongdao.procedures.engine.timing import Reading
from gongdao.trends.charts.drawing import Chart
from gongdao.triage.kinds import KINDS
from gongdao.web import words
from gongdao.web.forms.fields import FormField, aside_fields, main_fields, wrong_fields
from gongdao.web.statutes import statute_book

register = template.Library()
# Questions that a page asks beside the facts, by their place on it.
_OUTSIDE = {"office": "请哪里办"}


def article_url(citation: Citation) -> str:
    """The reader page of the cited article, at its paragraph."""
    url = reverse("article", args=[citation.law.short, citation.article])
    return (
        url
        + (f"#k{citation.paragraph}" if citation.paragraph else "")
        + (f"x{quote(citation.item)}" if citation.paragraph and citation.item else "")
    )


@register.filter
def cites(citations: Iterable[Citation]) -> SafeString:
    """Citations as links: 《人民调解法》第29条第2款."""
    unique = list(dict.fromkeys(citations))
    return format_html_join(
        "、", '<a class="cite" href="{}">{}</a>', ((article_url(c), written(c)) for c in unique)
    )


@register.filter
def linked(text: str) -> SafeString:
    """Text in which every citation is a link and line breaks stay."""
    book = statute_book()
    if book is None or not text:
        return mark_safe(escape(text or "").replace("\n", "<br>"))
    parts, after = [], 0
    for found in find_citations(text, book):
        if found.start < after:
            continue
        parts += [
            escape(text[after : found.start]),
            format_html(
                '<a class="cite" href="{}">{}</a>', article_url(found.citation), text[found.start : found.end]
            ),
        ]
        after = found.end
    parts.append(escape(text[after:]))
    return mark_safe("".join(parts).replace("\n", "<br>"))


@register.filter
def marked(text: str, phrase: str | None) -> SafeString:
    """Text with one phrase marked."""
    if not phrase or phrase not in text:
        return mark_safe(escape(text))
    before, _, rest = text.partition(phrase)
    return format_html("{}<mark>{}</mark>{}", before, phrase, rest)


@register.filter
def day(value: date | datetime | None) -> str:
    return words.chinese_day(value)


@register.filter
def moment(value: datetime | None) -> str:
    return words.chinese_moment(value)


@register.filter
def kind_title(code: str) -> str:
    """The words for a kind of dispute."""
    return KINDS[code].title if code in KINDS else code


@register.filter
def held_as(procedure: Procedure) -> str:
    """What the person who holds such a matter is called."""
    return holder_title(procedure)


@register.filter
def percent(share: float) -> str:
    """0.42 → 42%."""
    return f"{round(share * 100)}%"


@register.filter
def wrong_ones(fields: list[FormField], errors: dict[str, list[str]]) -> list[tuple[str, str, str]]:
    """Every error with the place where it can be put right; those of questions outside the facts come last."""
    found = list(wrong_fields(fields))
    asked = {place.removeprefix("id-") for place, _, _ in found}
    outside = [(path, _OUTSIDE[path], said) for path, all_said in errors.items() if path in _OUTSIDE and path not in asked
               for said in all_said]  # fmt: skip
    return found + outside


@register.filter
def main_ones(fields: list[FormField]) -> list[FormField]:
    """What everybody is asked."""
    return main_fields(fields)


@register.filter
def aside_ones(fields: list[FormField]) -> list[FormField]:
    """What is folded away."""
    return aside_fields(fields)


@register.filter
def any_filled(fields: list[FormField]) -> bool:
    """Whether something folded away has been answered, or is wrong."""
    return any(field.is_filled for field in fields)


@register.filter
def is_over(reading: Reading, now: datetime) -> bool:
    """Whether the end of a running clock has passed."""
    return bool(now) and reading.overdue(now)


@register.filter
def at(mapping: Mapping[str, Any], key: str) -> Any:
    """What stands under a key; nothing where it is missing."""
    return mapping.get(key, "")


@register.filter
def picture(chart: Chart) -> SafeString:
    """The drawing of a chart; everything in it was escaped where it was drawn."""
    return mark_safe(chart.svg)


@register.filter
def times(ratio: float) -> str:
    """4.4 → 4.4倍."""
    return f"{ratio:.1f}倍"
