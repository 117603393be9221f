"""The lake: every event as one row without personal data, in Parquet files by month.

The database stays the source; the lake can be deleted and exported again, byte for byte.
"""
