"""Circles grow as the field's reference program grows them."""

import numpy as np
import pytest

from gongdao.trends.scan import circles, listed, nearest


def zones_of(zones):
    return {tuple(sorted(zones.members_of(int(end)))) for end in np.flatnonzero(zones.closed)}


def test_circles_grow_outwards_until_the_share_is_reached():
    assert zones_of(circles([[0, 0], [1, 0], [3, 0]], [1, 1, 1], max_share=0.7)) == {
        (0,), (1,), (2,), (0, 1), (1, 2)
    }  # fmt: skip


def test_a_centre_above_the_share_has_no_circle_and_joins_no_other():
    assert zones_of(circles([[0, 0], [1, 0], [3, 0]], [8, 1, 1], max_share=0.5)) == {(1,), (2,), (1, 2)}


def test_areas_at_one_place_enter_together():
    assert zones_of(circles([[0, 0], [1, 0], [1, 0]], [1, 1, 1], max_share=1)) == {(0,), (1, 2), (0, 1, 2)}


def test_equal_distances_enter_by_coordinates():
    zones = circles([[0, 0], [1, 0], [-1, 0], [0, 1]], [1, 1, 1, 1], max_share=1)
    assert list(zones.members[:4]) == [0, 2, 3, 1]


def test_a_great_circle_crosses_the_date_line():
    near = circles([[0, 179.5], [0, -179.5], [0, 170]], [1, 1, 1], max_share=0.7, coords="latlon")
    assert (0, 1) in zones_of(near)
    assert (1, 2) not in zones_of(near)


def test_the_share_counts_population_without_people():
    assert zones_of(circles([[0, 0], [1, 0]], [0, 0])) == {(0,), (1,), (0, 1)}


def test_nearest_and_listed_zones():
    assert zones_of(nearest([[0, 0], [1, 0], [5, 0]], 2)) == {(0,), (1,), (2,), (0, 1), (1, 2)}
    assert zones_of(listed([[2, 0], [1]], areas=3)) == {(0, 2), (1,)}
    with pytest.raises(ValueError, match="numbered from 0"):
        listed([[3]], areas=3)


@pytest.mark.parametrize("share", [0, -0.1, 1.1])
def test_a_share_is_a_share(share):
    with pytest.raises(ValueError, match="max_share"):
        circles([[0, 0]], [1], max_share=share)


def test_a_latitude_is_a_latitude():
    with pytest.raises(ValueError, match="latitude"):
        circles([[116.4, 39.9]], [1], coords="latlon")
