"""行政调解: mediation by the body that a law names for one kind of dispute, one declaration for each."""
