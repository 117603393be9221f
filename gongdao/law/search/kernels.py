"""The two inner loops of the search, compiled once and kept beside this file."""

import numpy as np
from numba import njit


@njit(cache=True, nogil=True, fastmath=True)
def products_of(packed, high, low):  # type: ignore[no-untyped-def]
    products = np.empty((2, len(packed)), np.float32)
    for row in range(len(packed)):
        one = two = np.float32(0)
        for place in range(packed.shape[1]):
            byte = packed[row, place]
            upper, lower = np.float32(byte >> 4), np.float32(byte & 15)
            one += upper * high[0, place] + lower * low[0, place]
            two += upper * high[1, place] + lower * low[1, place]
        products[0, row], products[1, row] = one, two
    return products


@njit(cache=True, nogil=True)
def sum_of_leaves(features, roots, column, limit, left, right, leaves):  # type: ignore[no-untyped-def]
    sums = np.zeros(len(features))
    for row in range(len(features)):
        for root in roots:
            node = root
            while node >= 0:
                node = left[node] if features[row, column[node]] <= limit[node] else right[node]
            sums[row] += leaves[~node]
    return sums
