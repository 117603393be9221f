"""Pages for citizens, for the desk and for chiefs."""
