"""司法确认: judicial confirmation of a mediation agreement, a child of the mediation."""
