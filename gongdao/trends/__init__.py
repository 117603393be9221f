"""Trends of areas and kinds of dispute, never of people: the lake, its statistics, clusters, forecasts, warnings."""
