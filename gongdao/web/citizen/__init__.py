"""Pages for people in trouble: tell, understand, file, follow, stop. No account."""
