"""Exchange with other bodies."""
