"""Filters of the law pages."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from gongdao.law.citation import Citation
from gongdao.law.search import Hit
from gongdao.web.templatetags.gongdao import cites

register = template.Library()


@register.filter
def one_cite(citation: Citation) -> SafeString:
    """One citation as a link."""
    return cites([citation])


@register.filter
def snippet(hit: Hit) -> SafeString:
    """The snippet with the matched words marked."""
    parts, after = [], 0
    for start, end in hit.spans:
        parts += [escape(hit.snippet[after:start]), "<mark>", escape(hit.snippet[start:end]), "</mark>"]
        after = end
    return mark_safe("".join(map(str, [*parts, escape(hit.snippet[after:])])))
