"""What a text costs, whole (words, dates, roads, alerts, learned models), on one core, with meaning and without."""

import resource
import time
from datetime import date

import numpy as np

from gongdao.triage.learned import dense
from gongdao.triage.learned.rows import sentences
from gongdao.triage.understanding import understand

_DAY = date(2026, 3, 16)
_TEXTS = 200


def run() -> None:
    """Print median and 95th percentile in milliseconds, by the clock and of the processor, and the memory held."""
    texts = [row.text for row in sentences()[:_TEXTS]]
    print(
        "| a whole understanding | median ms | p95 ms | processor median | processor p95 | memory of the process |"
    )
    print("|---|---|---|---|---|---|")
    for with_meaning in (False, True):
        understand(texts[0], today=_DAY, with_meaning=with_meaning)
        clock, processor = [], []
        for text in texts:
            dense._vector.cache_clear()
            began, worked = time.perf_counter(), time.process_time()
            understand(text, today=_DAY, with_meaning=with_meaning)
            clock.append((time.perf_counter() - began) * 1000)
            processor.append((time.process_time() - worked) * 1000)
        name = "with meaning" if with_meaning else "by words alone"
        figures = [f"{np.percentile(taken, part):.1f}" for taken in (clock, processor) for part in (50, 95)]
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        print(f"| {name} | {' | '.join(figures)} | at most {memory} MB |")
