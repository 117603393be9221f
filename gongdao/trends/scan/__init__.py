"""Clusters in space and time: the scan statistic, pure numpy and numba.

The doorways:

- ``scan(counts, zones, model=…)`` → the clusters of one table of counts, as SaTScan defines them;
- ``watch(counts, coordinates, promise=1.0, …)`` → this week's rises in a city, as many false ones a year as promised;
- ``circles(coordinates, population, max_share=0.5)`` and ``nearest(coordinates, k)`` → the zones looked at.

Counts are integer arrays ``[areas, periods]``, the last period the newest. Nothing here knows a person, a clock or a
database; the same seed gives the same answer.
"""

from gongdao.trends.scan.alarm import Alarm, watch
from gongdao.trends.scan.models import ScanError
from gongdao.trends.scan.scanning import Cluster, scan
from gongdao.trends.scan.zones import Zones, circles, listed, nearest

__all__ = ["Alarm", "Cluster", "ScanError", "Zones", "circles", "listed", "nearest", "scan", "watch"]
