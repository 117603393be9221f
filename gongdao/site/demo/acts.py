"""Somebody does one thing after another in a matter, at moments of their own, through the doorway."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from gongdao.law.calendar import SHANGHAI, Calendar
from gongdao.matters.actions import open_matter, take_step
from gongdao.matters.doer import Doer
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter
from gongdao.people.models import Area, Office
from gongdao.procedures.engine.declaration import Procedure
from gongdao.procedures.registry import procedure_on
from gongdao.site.demo import moments


class Acts:
    """One matter and what is done in it. ``at`` is the moment of the next act, ``key`` begins its submissions' keys."""

    def __init__(self, key: str, rng: Random, at: datetime, calendar: Calendar) -> None:
        self.key, self.rng, self.at, self.calendar = key, rng, at, calendar
        self.matter: Matter | None = None
        self.codes: dict[str, str] = {}
        self._acts = 0

    # -- time -------------------------------------------------------------------------------------------------

    @property
    def today(self) -> date:
        return self.at.astimezone(SHANGHAI).date()

    def wait(self, least: int, most: int) -> datetime:
        """Some days later, when the office is open."""
        days = self.rng.randint(least, most)
        self.at = moments.office_moment(self.at, days, self.rng, self.calendar)
        return self.at

    def wait_home(self, least: int, most: int) -> datetime:
        """Some days later, whenever somebody sits down at home."""
        self.at = moments.any_moment(self.at, self.rng.randint(least, most), self.rng)
        return self.at

    def until(self, day: date) -> datetime:
        """On this day, or the next day the office is open; later today if it has passed."""
        return self.wait(days := max(0, (day - self.today).days), days)

    def days_on(self, days: int) -> date:
        return self.today + timedelta(days=days)

    def chance(self, part: float) -> bool:
        return self.rng.random() < part

    # -- acts -------------------------------------------------------------------------------------------------

    def begin_with(
        self, procedure: str, step: str, doer: Doer, facts: dict[str, Any], *, office: Office, area: Area
    ) -> None:  # fmt: skip
        """The first step."""
        declared = procedure_on(procedure, self.today)
        opened = open_matter(
            procedure=procedure, office=office, step=step, doer=doer, at=self.at, key=self._key(), area=area,
            facts=declared.step_by_code[step].asks.model_validate(facts),
        )  # fmt: skip
        self.matter, self.codes = opened.matter, opened.access_codes

    def in_child(self, step: str, doer: Doer, /, **facts: Any) -> None:
        """The next step of the newest child that the matter has opened."""
        child = Matter.objects.filter(parent=self.matter).order_by("-pk")[0]
        self._take(child, step, doer, facts)

    def _take(self, matter: Matter, step: str, doer: Doer, facts: dict[str, Any]) -> None:
        procedure: Procedure = declaration_of(matter)
        asked = procedure.step_by_code[step].asks.model_validate(facts)
        take_step(matter, step, doer=doer, at=self.at, facts=asked, key=self._key())

    def _key(self) -> str:
        self._acts += 1
        return f"demo-{self.key}-{self._acts}"
