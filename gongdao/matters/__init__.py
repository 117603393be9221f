"""Matter, Event, Party, Paper; actions.py is the doorway, queries.py reads."""
