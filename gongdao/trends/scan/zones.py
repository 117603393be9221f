"""The zones that are looked at: circles around every area, or given sets of areas."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

Coords = Literal["plane", "latlon"]


@dataclass(frozen=True, eq=False)
class Zones:
    """Chains of areas. A zone is a chain from its beginning up to a closed position, so that nested circles share work.

    ``starts`` int64 [chains + 1], ``members`` int32 [positions] (numbers of areas), ``closed`` bool [positions].
    """

    starts: NDArray[np.int64]
    members: NDArray[np.int32]
    closed: NDArray[np.bool_]
    areas: int

    def __len__(self) -> int:
        """How many zones."""
        return int(self.closed.sum())

    def members_of(self, position: int) -> NDArray[np.int32]:
        """The areas of the zone that ends at ``position``, in the order of the chain."""
        chain = int(np.searchsorted(self.starts, position, side="right")) - 1
        return self.members[self.starts[chain] : position + 1]


def circles(
    coordinates: ArrayLike,
    population: ArrayLike,
    *,
    max_share: float = 0.5,
    max_areas: int | None = None,
    coords: Coords = "plane",
) -> Zones:
    """Circles around every area, growing area by area while they hold at most ``max_share`` of ``population``.

    SaTScan's convention (Kulldorff 1997; User Guide 10.3): an area as far away as another enters by its coordinates,
    areas at one and the same place enter together, and a centre that alone exceeds the share has no circle.
    ``coordinates`` is [areas, 2], x and y or, with ``latlon``, degrees of latitude and longitude; ``population`` is
    [areas] in any unit. Raises ValueError outside 0 < max_share ≤ 1 and for a latitude beyond 90°.
    """
    if not 0 < max_share <= 1:
        raise ValueError("max_share lies above 0 and at most at 1")
    points, weight = _points(coordinates, coords), np.asarray(population, dtype=float)
    limit = weight.sum() * max_share * (1 + 1e-12)  # shares like 0.1 have no exact binary form
    chains, closed = [], []
    for centre in range(len(points)):
        order = _outwards(points, centre)
        last_of_place = _last_of_place(points[order])
        fits = np.flatnonzero(last_of_place & (np.cumsum(weight[order]) <= limit))
        if max_areas is not None:
            fits = fits[fits < max_areas]
        size = int(fits[-1]) + 1 if len(fits) else 0
        chains.append(order[:size])
        closed.append(last_of_place[:size])
    return _chained(chains, closed, len(points))


def nearest(coordinates: ArrayLike, k: int, *, coords: Coords = "plane") -> Zones:
    """Around every area its 1, 2, … ``k`` nearest areas, itself among them."""
    points = _points(coordinates, coords)
    return circles(points, np.ones(len(points)), max_share=1.0, max_areas=k)


def neighbours(coordinates: ArrayLike, k: int, *, coords: Coords = "plane") -> NDArray[np.int64]:
    """[areas, k] the ``k`` nearest areas (all, if there are fewer), each area itself first."""
    points = _points(coordinates, coords)
    order = np.stack([_outwards(points, centre) for centre in range(len(points))]).astype(np.int64)
    return np.ascontiguousarray(order[:, :k])


def listed(sets: Sequence[Sequence[int]], areas: int) -> Zones:
    """Exactly these sets of areas, numbered from 0. Raises ValueError for an empty set or an unknown number."""
    if any(not len(one) or min(one) < 0 or max(one) >= areas for one in sets):
        raise ValueError("a zone holds at least one area, numbered from 0")
    chains = [np.asarray(one, dtype=np.int32) for one in sets]
    return _chained(chains, [np.arange(len(one)) == len(one) - 1 for one in chains], areas)


def _chained(chains: Sequence[NDArray[np.integer]], closed: Sequence[NDArray[np.bool_]], areas: int) -> Zones:
    lengths = [len(chain) for chain in chains]
    return Zones(
        starts=np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64),
        members=np.concatenate([*chains, []]).astype(np.int32),
        closed=np.concatenate([*closed, []]).astype(np.bool_),
        areas=areas,
    )


def _points(coordinates: ArrayLike, coords: Coords) -> NDArray[np.float64]:
    """Points between which straight distances order as the real ones do: on a sphere, the chord grows with the arc."""
    given = np.asarray(coordinates, dtype=float)
    if coords == "plane":
        return given
    if np.abs(given[:, 0]).max(initial=0) > 90:
        raise ValueError("latitude lies between -90 and 90 degrees")
    lat, lon = np.radians(given[:, 0]), np.radians(given[:, 1])
    return np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)


def _outwards(points: NDArray[np.float64], centre: int) -> NDArray[np.integer]:
    away = ((points - points[centre]) ** 2).sum(axis=1)
    return np.lexsort((*points.T[::-1], away))


def _last_of_place(ordered: NDArray[np.float64]) -> NDArray[np.bool_]:
    last = np.ones(len(ordered), dtype=np.bool_)
    last[:-1] = (ordered[1:] != ordered[:-1]).any(axis=1)
    return last
