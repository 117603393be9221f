"""Fields and constraints; writes are in actions.py, reads in queries.py."""

from gongdao.people.models.account import Account, Post
from gongdao.people.models.log import AccessLog, StaffEvent
from gongdao.people.models.office import Area, Office, OfficeKind

__all__ = ["AccessLog", "Account", "Area", "Office", "OfficeKind", "Post", "StaffEvent"]
