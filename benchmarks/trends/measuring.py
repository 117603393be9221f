"""One scan in a process of its own: ``python -m benchmarks.trends.measuring '{"areas": 100, …}'``. One JSON line."""

import json
import resource
import sys
from time import process_time

import numpy as np

from gongdao.trends.scan import Zones, circles, scan

MEAN = 2.0  # cases per area and week


def made(areas: int, weeks: int, seed: int = 3) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Points on a plane, populations, and counts [areas, weeks] with one true cluster in the last weeks."""
    rng = np.random.default_rng(seed)
    points = rng.uniform(0, 100, (areas, 2))
    population = rng.lognormal(0, 0.6, areas)
    means = np.repeat(MEAN * population[:, None] / population.mean(), weeks, axis=1)
    near = np.argsort(((points - points[0]) ** 2).sum(axis=1))[:6]
    means[near, -4:] *= 1.6
    return points, population, rng.poisson(means)


def windows(zones: Zones, longest: int) -> int:
    """How many windows a prospective scan looks at."""
    return len(zones) * longest


def main() -> None:
    """Scan twice, so that compiling does not count; the second is measured."""
    asked = json.loads(sys.argv[1])
    points, population, counts = made(asked["areas"], asked["weeks"])
    zones = circles(points, population, max_share=asked["share"])
    given = {"model": "population_poisson", "longest": asked["longest"], "population": population}
    scan(counts[:9], circles(points[:9], population[:9]), model="population_poisson", longest=2,
         population=population[:9], replicates=64)  # fmt: skip
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    best, ratio = np.inf, 0.0
    for _ in range(asked.get("repeats", 1)):
        began = process_time()
        ratio = scan(counts, zones, replicates=asked["replicates"], **given)[0].statistic
        best = min(best, process_time() - began)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        json.dumps(
            {
                "windows": windows(zones, asked["longest"]),
                "seconds": best,
                "statistic": ratio,
                "megabytes": (after - before) / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
