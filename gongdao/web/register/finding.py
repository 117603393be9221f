"""Who can be asked: lawyers, basic-level legal workers, notaries, forensic bodies, by field, language and place."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from gongdao.law.names import LAWYERS_LAW
from gongdao.services.register.fields import (
    PracticeKind,
    PractitionerKind,
    ServiceField,
    fields_of,
)
from gongdao.services.register.queries import Wanted, languages_known, practices, practitioners
from gongdao.web.citizen.tell import area_chosen, area_options

PAGE = 20
FIRM_ACCEPTS = LAWYERS_LAW.article(25, 1, phrase="由律师事务所统一接受委托")
# What people look for: people where one chooses a person, bodies where one goes to a place.
LOOKED_FOR: dict[str, PractitionerKind | PracticeKind] = {
    kind.value: kind
    for kind in (
        PractitionerKind.LAWYER, PracticeKind.LAW_FIRM, PractitionerKind.LEGAL_WORKER, PracticeKind.LEGAL_SERVICE,
        PracticeKind.NOTARY_OFFICE, PracticeKind.FORENSIC_BODY,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list, a person's or a body's."""

    name: str
    kind: str
    body: str
    place: str
    reached_by: tuple[str, ...]
    fields: tuple[str, ...]
    languages: tuple[str, ...]
    licence_number: str = ""
    people: tuple[str, ...] = ()


def titles(fields: list[str]) -> tuple[str, ...]:
    """Fields in words."""
    return tuple(ServiceField(field).label for field in fields)


@require_GET
def finding(request: HttpRequest) -> HttpResponse:
    """The public list, in the order of places and names: nobody stands before anybody else for another reason."""
    kind = LOOKED_FOR.get(request.GET.get("what", "lawyer"))
    if kind is None:
        raise Http404
    field, language = request.GET.get("field", "")[:40], request.GET.get("language", "")[:40]
    allowed = fields_of(kind)
    wanted = Wanted(
        field=field if field in {f.value for f in allowed} else "", language=language,
        area=area_chosen(request.GET.get("area", "")[:12]), name=request.GET.get("name", "").strip()[:40],
    )  # fmt: skip
    today = timezone.localdate()
    found = (
        practitioners((kind,), wanted, today)
        if isinstance(kind, PractitionerKind)
        else practices((kind,), wanted, today)
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    kept = request.GET.copy()
    kept.pop("page", None)
    context = {
        "page": page, "lines": [_line(row) for row in page], "what": kind.value, "title": kind.label, "wanted": wanted,
        "kinds": [(code, k.label) for code, k in LOOKED_FOR.items()],
        "fields": [(f.value, f.label) for f in ServiceField if f in allowed],
        "languages": languages_known(today), "areas": area_options(), "kept": kept.urlencode(),
        "basis": [FIRM_ACCEPTS] if kind in (PractitionerKind.LAWYER, PracticeKind.LAW_FIRM) else [],
    }  # fmt: skip
    return render(request, "register/finding.html", context)


def _line(row) -> Line:  # type: ignore[no-untyped-def]
    if hasattr(row, "people"):
        languages = sorted({language for one in row.people for language in one.languages})
        return Line(
            row.name, PracticeKind(row.kind).label, "", row.area.name, tuple(t for t in (row.address, row.phone) if t),
            titles(row.fields), tuple(languages), people=tuple(one.name for one in row.people),
        )  # fmt: skip
    body = row.practice
    return Line(
        row.name, PractitionerKind(row.kind).label, row.firm, row.area.name,
        tuple(t for t in (body.address, body.phone) if t) if body else (), titles(row.fields), tuple(row.languages),
        row.licence_number,
    )  # fmt: skip
