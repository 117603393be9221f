"""来件：another body handed a matter in; it is told what became of it."""
