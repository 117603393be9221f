"""The interface for programs: the same doorway as the pages."""

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from gongdao.api.coverage import router as coverage
from gongdao.api.exchange import router as exchange
from gongdao.api.following import router as following
from gongdao.api.handling import router as handling
from gongdao.api.opening import router as opening
from gongdao.api.public import router as public
from gongdao.api.services import router as services
from gongdao.api.statistics import router as statistics
from gongdao.matters.errors import DoorwayError, NotAllowed
from gongdao.procedures.engine.moves import Refused
from gongdao.procedures.engine.plainly import message


class ReadableJSON(JSONRenderer):
    """Chinese stays Chinese, for whoever reads an answer with their own eyes."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title="公道",
    version="1",
    description="与网页共用一个入口：同样的权限、同样的期限、同样的留痕。",
    docs_url=None,
    urls_namespace="api",
    renderer=ReadableJSON(),
)
api.add_router("", public)
api.add_router("", handling)
api.add_router("", following)
api.add_router("", opening)
api.add_router("", services)
api.add_router("", coverage)
api.add_router("", statistics)
api.add_router("", exchange)


@api.exception_handler(Refused)
def refused(request: HttpRequest, error: Refused) -> HttpResponse:
    """Not lawful now: every reason at once."""
    body = {"problem": "现在还不能办。", "reasons": [reason.text for reason in error.reasons], "fields": {}}
    return api.create_response(request, body, status=409)


@api.exception_handler(DoorwayError)
def stopped(request: HttpRequest, error: DoorwayError) -> HttpResponse:
    """Not allowed, stale, or a key used before."""
    status = 403 if isinstance(error, NotAllowed) else 409
    return api.create_response(request, {"problem": str(error), "reasons": [], "fields": {}}, status=status)


@api.exception_handler(ValidationError)
def wrong_facts(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Facts that are missing or odd, by field."""
    fields: dict[str, list[str]] = {}
    for detail in error.errors:
        path = "-".join(str(part) for part in detail["loc"][2:]) or str(detail["loc"][-1])
        fields.setdefault(path, []).append(message(detail))
    body = {"problem": "有几项要改。", "reasons": [], "fields": fields}
    return api.create_response(request, body, status=422)
