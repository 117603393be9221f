"""Legal aid: the register of those who give it, who fits a matter, who must not take it, and what a line would change."""
