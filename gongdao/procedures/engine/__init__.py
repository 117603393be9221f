"""The engine: declarations, cases, clocks, and the checker that refuses a bad declaration."""
