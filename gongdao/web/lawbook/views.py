"""Find an article in any way people write it, read it, and see its versions."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gongdao.law.lookup import resolve
from gongdao.law.search import search
from gongdao.web.statutes import statute_book
from gongdao.web.templatetags.gongdao import article_url

MOST = 400


@require_GET
def find(request: HttpRequest) -> HttpResponse:
    """One box: an article as people write it, a law's name, or everyday words."""
    query = request.GET.get("q", "").strip()[:MOST]
    book = statute_book()
    if book is None or not query:
        laws = book.laws() if book else []
        return render(
            request, "lawbook/find.html", {"query": query, "book": book, "laws": laws[:60], "hits": []}
        )
    cited = [c for c in resolve(query, book) if book.article(c.law.name, c.article, timezone.localdate())]
    if len(cited) == 1:
        return redirect(article_url(cited[0]))
    hits = search(query, book, on=timezone.localdate(), limit=20)
    page = {"query": query, "book": book, "cited": cited[:20], "laws": book.laws(query)[:20], "hits": hits}
    return render(request, "lawbook/find.html", page)


@require_GET
def law(request: HttpRequest, name: str) -> HttpResponse:
    """A law whole, in the version of a day (?on=2020-06-01) or the newest."""
    book = statute_book()
    found = book.law(name) if book else None
    if book is None or found is None:
        raise Http404("法律书里没有这部法律。")
    on = _day(request.GET.get("on", ""))
    version = book.version_on(found.name, on or timezone.localdate())
    versions = book.versions(found.name)
    page = {
        "law": found,
        "versions": [(v, v.status_on(timezone.localdate())) for v in versions],
        "version": version or (versions[-1] if versions else None),
        "articles": book.articles(found.name, on or timezone.localdate()),
        "on": on,
    }
    return render(request, "lawbook/law.html", page)


@require_GET
def article(request: HttpRequest, name: str, number: str) -> HttpResponse:
    """One article with its paragraphs, each with its own address."""
    book = statute_book()
    found = book.law(name) if book else None
    on = _day(request.GET.get("on", ""))
    read = book.article(found.name, number, on or timezone.localdate()) if book and found else None
    if read is None:
        raise Http404("法律书里没有这一条。")
    page = {"law": found, "article": read, "status": read.status_on(on or timezone.localdate()), "on": on}
    return render(request, "lawbook/article.html", page)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
