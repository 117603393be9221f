"""Time a text takes, whole (words, dates, roads, alerts, learned models), on one core, with meaning and without."""

import time
from datetime import date

import numpy as np

from gongdao.triage.learned import dense
from gongdao.triage.learned.rows import sentences
from gongdao.triage.understanding import understand

_DAY = date(2026, 3, 16)
_TEXTS = 200


def run() -> None:
    """Print median and 95th percentile in milliseconds."""
    texts = [row.text for row in sentences()[:_TEXTS]]
    print("| a whole understanding | median ms | p95 ms |\n|---|---|---|")
    for with_meaning in (False, True):
        understand(texts[0], today=_DAY, with_meaning=with_meaning)
        took = []
        for text in texts:
            dense._vector.cache_clear()
            began = time.perf_counter()
            understand(text, today=_DAY, with_meaning=with_meaning)
            took.append((time.perf_counter() - began) * 1000)
        name = "with meaning" if with_meaning else "by words alone"
        print(f"| {name} | {np.median(took):.1f} | {np.percentile(took, 95):.1f} |")
