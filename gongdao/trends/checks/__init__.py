"""How often triage was right: staff say what a story really was; counts by kind over time, and texts an office may learn from."""
