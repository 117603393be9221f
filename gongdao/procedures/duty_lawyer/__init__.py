"""值班律师法律帮助: help by the duty lawyer for somebody without a defender."""
