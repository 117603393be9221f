"""The statute book: sources, articles, citations, calendar, search. Pure: no Django."""
