"""How many disputes of a kind the next weeks may bring to an area, with honest intervals; shown only where it beats
simple guesses. Pure: numpy only, no Django."""
