"""Which kinds a row of a table is for: ``contract`` a first-level kind with all its finer kinds, ``=contract``
only itself, ``-online_fraud`` all but this one, ``*`` every kind.
"""

from gongdao.triage.kinds import KINDS, finer_kinds


def kinds_in(cell: str, where: str) -> frozenset[str]:
    """The codes that a ``kinds`` cell means. Raises ValueError naming ``where`` for a code that is none."""
    meant: set[str] = set()
    left_out: set[str] = set()
    for token in cell.split():
        code = token.lstrip("=-")
        if token == "*":
            meant.update(KINDS)
        elif code not in KINDS:
            raise ValueError(f"{where}：没有这个纠纷类型：{code}")
        elif token.startswith("="):
            meant.add(code)
        else:
            (left_out if token.startswith("-") else meant).update(
                [code, *(kind.code for kind in finer_kinds(code))]
            )
    return frozenset(meant - left_out)
