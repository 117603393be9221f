"""Where a matter stands and who holds it, as codes of the register."""

from collections.abc import Mapping
from dataclasses import dataclass

from gongdao.people.models import Area, Office, OfficeKind
from gongdao.trends.lake.columns import LEVELS

# The kinds of committee that the national return tells apart (人民调解法 arts. 8, 34).
COMMITTEES: Mapping[str, str] = {
    "village": "村",
    "community": "居（社区）",
    "town": "乡镇",
    "street": "街道",
    "sector": "行业性、专业性",
    "other": "企事业单位及其他",
}


@dataclass(frozen=True, slots=True)
class Place:
    """An area's code and the codes above it, by level."""

    code: str
    levels: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Holder:
    """An office's code and what kind of committee it is."""

    code: str
    committee: str


@dataclass(frozen=True)
class Register:
    """Areas by id, offices by id and by code, as they stand now."""

    places: Mapping[int, Place]
    offices: Mapping[int, Holder]
    by_code: Mapping[str, Holder]


def read_register() -> Register:
    """The whole register; some thousand rows even for a province."""
    areas = list(Area.objects.all())
    level_of = {area.code: area.level for area in areas}
    places = {area.pk: Place(area.code, _levels(area, level_of)) for area in areas}
    offices = {
        office.pk: Holder(office.code, committee_of(office))
        for office in Office.objects.select_related("area")
    }
    return Register(places, offices, {holder.code: holder for holder in offices.values()})


def _levels(area: Area, level_of: Mapping[str, str]) -> dict[str, str]:
    above = {level_of[code]: code for code in area.path.split("/") if code}
    return {level: above[level] for level in LEVELS if level in above}


def committee_of(office: Office) -> str:
    """What kind of committee this is. The register knows sector committees; the others show by their place."""
    if office.kind == OfficeKind.SECTOR_COMMITTEE:
        return "sector"
    if office.kind != OfficeKind.COMMITTEE:
        return "other"
    place = office.area
    if place.level == "township":
        return "street" if place.name.endswith("街道") else "town"
    if place.level == "village":
        return "community" if place.name.endswith(("社区", "居委会", "居")) else "village"
    return "other"
