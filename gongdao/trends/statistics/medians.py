"""The middle of many whole numbers, from how often each occurs."""

from collections.abc import Mapping


def median_of_counts(counts: Mapping[int, int]) -> int:
    """Twice the median, so that it stays whole: {3: 1, 4: 1} gives 7. ``counts``: value → how often."""
    total = sum(counts.values())
    if not total:
        return 0
    return _at(counts, (total - 1) // 2) + _at(counts, total // 2)


def _at(counts: Mapping[int, int], place: int) -> int:
    for value, often in sorted(counts.items()):
        if place < often:
            return value
        place -= often
    raise IndexError(place)
