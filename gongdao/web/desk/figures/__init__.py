"""Pages of numbers: statistics over one's own matters, returns, and the matters behind each figure."""
