"""Clusters in space and time: the scan statistic, pure numpy and numba.

The doorways:

- ``scan(counts, zones, model=…)`` → the clusters of one table of counts, as SaTScan defines them;
- ``circles(coordinates, population, max_share=0.5)`` and ``nearest(coordinates, k)`` → the zones looked at.

Counts are integer arrays ``[areas, periods]``, the last period the newest. Nothing here knows a person, a clock or a
database; the same seed gives the same answer.
"""

from gongdao.trends.scan.models import ScanError
from gongdao.trends.scan.scanning import Cluster, scan
from gongdao.trends.scan.zones import Zones, circles, listed, nearest

__all__ = ["Cluster", "ScanError", "Zones", "circles", "listed", "nearest", "scan"]
