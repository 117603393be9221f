"""LightGBM's trees → the arrays that the search walks, so that an installation needs no LightGBM."""

from typing import Any

import lightgbm
import numpy as np

from gongdao.law.search.ranker import Forest


def plant(model: lightgbm.Booster) -> Forest:
    """The same forest. Features are finite numbers; no tree asks for a category."""
    nodes: list[tuple[int, float, int, int]] = []
    leaves: list[float] = []

    def grow(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            leaves.append(node["leaf_value"])
            return ~(len(leaves) - 1)
        if node["decision_type"] != "<=":
            raise ValueError(f"a node asks {node['decision_type']}")
        place = len(nodes)
        nodes.append((0, 0.0, 0, 0))
        left, right = grow(node["left_child"]), grow(node["right_child"])
        nodes[place] = (node["split_feature"], node["threshold"], left, right)
        return place

    roots = [grow(tree["tree_structure"]) for tree in model.dump_model()["tree_info"]]
    column, limit, left, right = zip(*nodes, strict=True)
    return Forest(
        np.array(roots, np.int32), np.array(column, np.int16), np.array(limit), np.array(left, np.int32),
        np.array(right, np.int32), np.array(leaves),
    )  # fmt: skip
