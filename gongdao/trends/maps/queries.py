"""Reads: boundaries of areas, and the centres by which the scan finds neighbours."""

from collections.abc import Iterable

from gongdao.people.models import Area
from gongdao.trends.charts.geometry import centre, largest
from gongdao.trends.maps.geojson import Polygons
from gongdao.trends.maps.models import Boundary


def boundaries(areas: Iterable[Area]) -> dict[str, Polygons]:
    """The polygons of those of these areas that have them, by area code."""
    found = Boundary.objects.filter(area__in=list(areas)).select_related("area")
    return {one.area.code: one.polygons for one in found}


def centres(areas: Iterable[Area]) -> dict[str, tuple[float, float]]:
    """The centre of gravity of each area's largest polygon, by area code."""
    return {code: centre(largest(polygons)) for code, polygons in boundaries(areas).items()}
