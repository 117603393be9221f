"""A lawyer takes part in receiving petitioners: opinion, road, hand-over, reply. About the matter, never about who comes."""
