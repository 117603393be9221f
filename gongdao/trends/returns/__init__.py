"""Returns to the upper level: each figure a definition with its query, each cell open to its matters, each published
table frozen."""
