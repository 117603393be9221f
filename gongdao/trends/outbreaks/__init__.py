"""One series of counts at a time: does the newest week stand out from its own past? Pure numpy and numba.

``farrington(counts, weeks)`` is the method of many public-health offices (Farrington et al. 1996; Noufaily et al. 2013).
For the areas of a city together, ``gongdao.trends.scan`` finds about four times as much.
"""

from gongdao.trends.outbreaks.farrington import ORIGINAL, Method, Verdict, farrington

__all__ = ["ORIGINAL", "Method", "Verdict", "farrington"]
