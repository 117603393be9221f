"""What a chief sees: map, series, comparison and forecast of the areas within reach, with small numbers hidden from
those who may not open the matters behind them."""
