"""Small numbers stay hidden, and cannot be worked out from what is shown. Knows no Django and no statistics: numbers and
sums only."""

from gongdao.trends.suppression.protecting import CannotProtect, protect
from gongdao.trends.suppression.sums import Sums

__all__ = ["CannotProtect", "Sums", "protect"]
