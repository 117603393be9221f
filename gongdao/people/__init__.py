"""Accounts, offices, areas, posts, permissions, and the keys that protect personal fields."""
