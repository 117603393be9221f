"""Headers of every page, and no copy of a page with personal data in any cache."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# No script of ours or anybody's: pages work as plain documents.
POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'self'; base-uri 'none'"


def headers(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Adds a content policy, and no-store where the page is not the same for everybody."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.setdefault("Content-Security-Policy", POLICY)
        if not request.path.startswith(("/static/", "/law/")):
            response.setdefault("Cache-Control", "no-store")
        return response

    return handle
