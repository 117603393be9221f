"""The register for programs: the same list as the public page."""

from django.http import HttpRequest
from django.utils import timezone
from ninja import Query, Router, Schema

from gongdao.people.models import Area
from gongdao.services.register.fields import PRACTISES_IN, PractitionerKind
from gongdao.services.register.queries import Wanted, practitioners

router = Router(tags=["公开"])
MOST = 100


class SoughtIn(Schema):
    """What to look for; empty means any. ``start`` skips as many."""

    kind: str = ""
    field: str = ""
    language: str = ""
    area: str = ""
    start: int = 0


class PractitionerOut(Schema):
    """One person of the register and the body in which they practise."""

    kind: str
    name: str
    licence_number: str
    practice: str
    practice_phone: str
    area: str
    fields: list[str]
    languages: list[str]


class FoundOut(Schema):
    """How many fit, and up to a hundred of them by place and name."""

    count: int
    found: list[PractitionerOut]


@router.get("/services", response=FoundOut, summary="找律师、基层法律服务工作者、公证员、司法鉴定人")
def services(request: HttpRequest, sought: Query[SoughtIn]) -> FoundOut:
    """Those who practise today."""
    kinds = tuple(kind for kind in PRACTISES_IN if sought.kind in ("", kind.value))
    area = Area.objects.filter(code=sought.area[:12]).first() if sought.area.isascii() else None
    if not kinds or (sought.area and area is None):
        return FoundOut(count=0, found=[])
    wanted = Wanted(field=sought.field[:40], language=sought.language[:40], area=area)
    rows = practitioners(kinds, wanted, timezone.localdate())
    start = min(max(sought.start, 0), 1_000_000)
    return FoundOut(
        count=rows.count(),
        found=[
            PractitionerOut(
                kind=PractitionerKind(row.kind).value, name=row.name, licence_number=row.licence_number, practice=row.firm,
                practice_phone=row.practice.phone if row.practice else "", area=row.area.code, fields=row.fields,
                languages=row.languages,
            )
            for row in rows[start : start + MOST]
        ],
    )  # fmt: skip
