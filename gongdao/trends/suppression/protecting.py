"""Which sums to hide so that no small one can be worked out, or even bounded narrowly, from those that are shown.

A small sum (from 1 to below the threshold) is never shown. Whoever knows all shown sums can still solve for it, so others
must be hidden with it. The test is the attacker's own: over all non-negative atoms that fit what is shown, how far can the
small sum range? It is safe once two such worlds differ in it by the threshold. Worlds are found with linear programs; a
world that fits now still fits when more is hidden, so what was once proved stays proved.
"""

from collections.abc import Collection, Sequence

from gongdao.trends.suppression.sums import Sums

_ROUNDS = 4  # programs that try to move many small sums at once, before each is tried alone


class CannotProtect(Exception):
    """What was shown earlier already gives a small number away; nothing hidden now would help."""


def protect(
    sums: Sums, *, candidates: Sequence[int], sensitive: Collection[int], shown: Collection[int] = (), threshold: int,
    dear: Collection[int] = (),
) -> set[int]:  # fmt: skip
    """The candidates to hide, by their numbers in ``sums``.

    ``shown`` were published before and cannot be taken back. ``sensitive`` are checked if their value is small: the
    candidates, and what follows from them (cases without an agreement). ``dear`` are hidden only if nothing else helps.
    Raises CannotProtect.
    """

    from gongdao.trends.suppression.worlds import (
        Worlds,
    )  # SciPy takes half a second: only for those who publish

    small = [n for n in sorted({*sensitive, *candidates}) if 0 < sums.value(n) < threshold]
    visible = [n for n in candidates if n not in set(small)]
    if not small:
        return set()
    worlds = Worlds(sums, small, threshold, visible=visible, fixed=sorted(shown), dear=dear)
    for _ in range(_ROUNDS):
        if not worlds.move_many():
            break
    while (number := worlds.next_unproved()) is not None:
        if worlds.move_one(number):
            continue
        if not worlds.hide_for(number):
            raise CannotProtect(sums.names[number])
        worlds.move_many()
    return set(candidates) - set(worlds.visible)
