"""Which village or community had which service in a quarter, and where nobody had any. Areas, never people."""
