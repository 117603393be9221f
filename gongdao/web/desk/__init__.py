"""Pages for those who work here: what next, by when, why."""
