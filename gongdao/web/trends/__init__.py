"""Pages for chiefs and stations: where which kind of dispute rises, how sure that is, and what was done about it."""
