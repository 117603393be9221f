"""A fictional city with two years of matters that went through the doorway. Nobody in it exists."""
