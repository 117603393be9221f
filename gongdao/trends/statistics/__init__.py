"""Statistics over the lake. Every figure is an Ibis expression: DuckDB computes it on one machine, Spark the same on
many. Nothing here reads the database or the clock."""

from gongdao.trends.statistics.weekly import WeeklyCounts, weekly_counts

__all__ = ["WeeklyCounts", "weekly_counts"]
