"""Boundaries of areas from GeoJSON: what is wrong with a file is said plainly, and then nothing is imported."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from gongdao.people.models import Area
from gongdao.trends.maps.actions import import_boundaries
from gongdao.trends.maps.geojson import MapError, read_geojson
from gongdao.trends.maps.models import Boundary
from gongdao.trends.maps.queries import boundaries, centres
from tests.world import World

SQUARE = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]
CITY = Path(__file__).parents[3] / "gongdao/site/demo/minghe.geojson"


def feature(
    code: object = "990101100", kind: str = "Polygon", coordinates: Any = None, **more: Any
) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": [SQUARE] if coordinates is None else coordinates}
    return {"type": "Feature", "properties": {"code": code}, "geometry": geometry} | more


def collection(*features: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": list(features)})


WRONG = {
    "空文件": ("  ", "文件是空的"),
    "不是JSON": ("{", "不是完整的 JSON"),
    "嵌套太深": ("[" * 100_000, "不是完整的 JSON"),
    "别的内容": ('{"type": "Feature"}', "FeatureCollection"),
    "没有地区": (collection(), "一个地区也没有"),
    "不是要素": (collection("x"), "第1个地区：写法不对"),
    "没有代码": (collection(feature(code=" ")), "没有写地区代码"),
    "没有属性": (collection(feature(properties=None)), "没有写地区代码"),
    "是一条线": (collection(feature(kind="LineString")), "不能是“LineString”"),
    "没有界线": (collection(feature(geometry=None)), "不能是“空”"),
    "没有点": (collection(feature(coordinates=[])), "没有界线的点"),
    "点太少": (collection(feature(coordinates=[SQUARE[:3]])), "至少要四个点"),
    "没有闭合": (collection(feature(coordinates=[[*SQUARE[:4], [9, 9]]])), "没有闭合"),
    "围不成": (collection(feature(coordinates=[[[0, 0], [1, 1], [0, 0], [0, 0]]])), "围不成"),
    "坐标是字": (collection(feature(coordinates=[[["东", "北"], *SQUARE]])), "不是两个数"),
    "坐标是无穷": ('{"type":"FeatureCollection","features":[{"properties":{"code":"1"},"geometry":'
                   '{"type":"Polygon","coordinates":[[[0,0],[1e999,0],[1,1],[0,0]]]}}]}', "不是两个数"),
    "重复": (collection(feature(), feature()), "已经出现过"),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_file_is_refused_in_plain_words(name: str) -> None:
    text, said = WRONG[name]
    with pytest.raises(MapError, match=said):
        read_geojson(text)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=3), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["type", "features", "properties", "geometry", "coordinates", "code"]), inner, max_size=4), max_leaves=12))  # fmt: skip
def test_whatever_the_file_holds_the_answer_is_a_sentence(content: Any) -> None:
    for text in (json.dumps(content), json.dumps({"type": "FeatureCollection", "features": [content]})):
        with pytest.raises(MapError):
            read_geojson(text)


def test_a_code_may_be_a_number_and_called_adcode() -> None:
    shapes = read_geojson(collection(feature() | {"properties": {"adcode": 990101100, "name": "示例镇"}}))
    assert [shape.code for shape in shapes] == ["990101100"]


def test_an_unknown_code_imports_nothing(world: World) -> None:
    with pytest.raises(MapError, match="没有这些地区代码：123456（共1个）"):
        import_boundaries(collection(feature(), feature(code="123456")), at=timezone.now())
    assert not Boundary.objects.exists()


def test_a_second_import_replaces_the_first_and_missing_areas_are_named(world: World) -> None:
    Area.objects.create(code="990101101", name="另一镇", level="township", parent=world.county, path="x/")
    for _ in range(2):
        done = import_boundaries(collection(feature()), at=timezone.now())
    assert (done.count, [area.name for area in done.without]) == (1, ["另一镇"])
    assert Boundary.objects.count() == 1


def test_several_islands_and_a_lake_keep_their_shape_and_the_largest_has_the_centre(world: World) -> None:
    big = [[[10, 10], [14, 10], [14, 14], [10, 14], [10, 10]], [[11, 11], [12, 11], [12, 12], [11, 11]]]
    import_boundaries(
        collection(feature(kind="MultiPolygon", coordinates=[[SQUARE], big])), at=timezone.now()
    )
    kept = boundaries([world.town])["990101100"]
    assert [len(polygon) for polygon in kept] == [1, 2]
    assert centres([world.town])["990101100"] == pytest.approx((12, 12))


def test_the_fictional_city_has_nine_townships_whose_borders_meet() -> None:
    shapes = read_geojson(CITY.read_text(encoding="utf-8"))
    assert len(shapes) == 9
    seen: dict[tuple[float, float], int] = {}
    for shape in shapes:
        for point in set(shape.polygons[0][0]):
            seen[point] = seen.get(point, 0) + 1
    assert sum(count >= 2 for count in seen.values()) > 30
