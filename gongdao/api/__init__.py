"""The thin JSON interface over the same doorway."""
