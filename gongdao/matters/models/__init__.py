"""Fields and constraints; writes are in actions.py, reads in queries.py."""

from gongdao.matters.models.anchor import Anchor
from gongdao.matters.models.draft import Draft
from gongdao.matters.models.event import Event
from gongdao.matters.models.matter import Matter
from gongdao.matters.models.paper import Paper
from gongdao.matters.models.party import AccessCode, Party, SealedText

__all__ = ["AccessCode", "Anchor", "Draft", "Event", "Matter", "Paper", "Party", "SealedText"]
