"""The number a citizen keeps: the year and eight digits, easy to read out on the phone."""

import secrets
from datetime import datetime

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.models import Matter


def new_number(at: datetime) -> str:
    """A number nobody has, e.g. 2026-4821-7730. Random, so that it tells nobody how many matters there are."""
    year = at.astimezone(SHANGHAI).year
    while True:
        digits = f"{secrets.randbelow(100_000_000):08d}"
        number = f"{year}-{digits[:4]}-{digits[4:]}"
        if not Matter.objects.filter(number=number).exists():
            return number
