"""Who gives legal services in the city: firms, basic-level legal services, notary offices, a forensic body."""

from datetime import date
from typing import Any

from gongdao.people.models import Account, Area
from gongdao.services.legal_aid.actions import register_undertaker
from gongdao.services.register.actions import enter_practice, enter_practitioner
from gongdao.services.register.entries import PracticeEntry, PractitionerEntry
from gongdao.services.register.fields import PracticeKind, PractitionerKind
from gongdao.services.register.models import Practice
from gongdao.site.demo.places import CITY_CODE, COUNTIES, County

# Firm, fields and languages of the lawyers who give legal aid.
AID_LAWYERS = (
    ("MH-L1", "示例律师事务所", ["labour", "injury"], ["普通话", "粤语"]),
    ("MH-L1", "示例律师事务所", ["support", "protected"], ["普通话", "手语"]),
    ("MH-L2", "例一律师事务所", ["injury", "compensation", "labour"], ["普通话"]),
    ("MH-L3", "例二律师事务所", ["defence", "victim"], ["普通话", "彝语"]),
)
_WORDS = {"mingdong": "东", "mingnan": "南", "mingxi": "西"}
# Of every county: the kind of body, its word in codes and names, what people are there, their fields and languages.
_OF_A_COUNTY: tuple[tuple[PracticeKind, str, str, PractitionerKind, list[str], list[str]], ...] = (
    (PracticeKind.LAW_FIRM, "L", "样一律师事务所", PractitionerKind.LAWYER, ["family", "debt", "land"], ["普通话"]),
    (PracticeKind.LEGAL_SERVICE, "J", "示例法律服务所", PractitionerKind.LEGAL_WORKER, ["land", "family", "labour"],
     ["普通话", "彝语"]),
    (PracticeKind.NOTARY_OFFICE, "G", "示例公证处", PractitionerKind.NOTARY, ["notary_will", "notary_mandate", "notary_property"],
     ["普通话"]),
)  # fmt: skip


def enter_all(aid_lawyers: list[Account], stamp: dict[str, Any]) -> None:
    """The whole register; the lawyers who give legal aid are linked to their accounts."""
    city = Area.objects.get(code=CITY_CODE)
    for account, (code, name, fields, languages) in zip(aid_lawyers, AID_LAWYERS, strict=True):
        firm, _ = enter_practice(
            _body(code, PracticeKind.LAW_FIRM, name, CITY_CODE, ["labour", "injury", "defence"]), **stamp
        )
        register_undertaker(
            account, kind="lawyer", area=city, practice=firm, licensed_since=date(2012, 6, 1), fields=fields,
            languages=languages, licence_number=f"示例律{account.pk:05d}", knows_minors=True, **stamp,
        )  # fmt: skip
    _people(
        _body(
            "MH-F1", PracticeKind.FORENSIC_BODY, "明河示例司法鉴定中心", CITY_CODE,
            ["forensic_medical", "forensic_trace"],
        ), PractitionerKind.FORENSIC_EXPERT, ["普通话"], stamp,
    )  # fmt: skip
    for county in COUNTIES:
        _of_a_county(county, stamp)


def _of_a_county(county: County, stamp: dict[str, Any]) -> None:
    for kind, letter, name, people, fields, languages in _OF_A_COUNTY:
        body = _body(
            f"{county.short.upper()}-{letter}", kind, f"明{_WORDS[county.short]}{name}", county.code, fields
        )
        _people(body, people, languages, stamp)


def _body(code: str, kind: PracticeKind, name: str, area: str, fields: list[str]) -> PracticeEntry:
    return PracticeEntry.model_validate(
        {"code": code, "kind": kind, "name": name, "area": area, "address": "示例路8号", "phone": "000-0000-0000",
         "fields": fields}
    )  # fmt: skip


def _people(
    body: PracticeEntry, kind: PractitionerKind, languages: list[str], stamp: dict[str, Any]
) -> Practice:
    """The body and two people in it."""
    practice, _ = enter_practice(body, **stamp)
    for number, given in enumerate(("甲", "乙"), 1):
        entry = PractitionerEntry.model_validate(
            {"licence_number": f"{body.code}-{number}", "kind": kind, "name": f"{body.name[1]}示{given}", "practice": body.code,
             "area": body.area, "licensed_since": date(2014 + number, 3, 1), "fields": body.fields, "languages": "、".join(languages)}
        )  # fmt: skip
        enter_practitioner(entry, **stamp)
    return practice
