"""A person's words → field, kind of dispute, articles, roads, alerts. Pure: no Django."""
