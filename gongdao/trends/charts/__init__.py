"""Charts as plain SVG: readable without colour and without script, the same on a page and on paper, each with the
table of its numbers. Pure: no Django."""
