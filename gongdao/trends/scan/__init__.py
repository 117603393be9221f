"""Clusters in space and time: the scan statistic, pure numpy and numba.

The doorways:

- ``scan(counts, zones, model=…)`` → the clusters of one table of counts, as SaTScan defines them;
- ``watch(history, zones, …)`` → this week's alarms of a city, for a promised number of false warnings a year;
- ``circles(coordinates, population, max_share=0.5)`` and ``nearest(coordinates, k)`` → the zones looked at.

Counts are integer arrays ``[areas, periods]``, the last period the newest. Nothing here knows a person, a clock or a
database; the same seed gives the same answer.
"""

from gongdao.trends.scan.zones import Zones, circles, listed, nearest

__all__ = ["Zones", "circles", "listed", "nearest"]
