"""Exchange with other bodies: the same messages over the interface and in signed packages, and what both sides hold."""
