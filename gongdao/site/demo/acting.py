"""Somebody takes the next step of a matter, at a moment, through the doorway."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from gongdao.law.calendar import SHANGHAI, Calendar
from gongdao.matters.actions import open_matter, take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.folding import declaration_of
from gongdao.matters.models import Matter
from gongdao.people.models import Account, Area
from gongdao.procedures.engine.declaration import Actor, Procedure
from gongdao.procedures.registry import procedure_on
from gongdao.site.demo import moments
from gongdao.site.demo.city import City, Committee
from gongdao.site.demo.plans import SEED, Intake, Plan

MEDIATION = "people_mediation"


class Stalled(Exception):
    """The matter is left lying here."""


class Acting:
    """One matter in the hands of its people. ``at`` is the moment of the next act; ``signed_page`` a stored picture."""

    def __init__(self, plan: Plan, city: City, calendar: Calendar, *, signed_page: str) -> None:
        self.plan, self.city, self.calendar, self.signed_page = plan, city, calendar, signed_page
        self.story = plan.story
        self.rng = Random(f"{SEED}/{plan.index}")
        self.village: Area = self.rng.choice(city.villages[plan.township.code])
        self.committee: Committee = city.committees[plan.township.code]
        self.mediator: Account = self.committee.mediators[0]
        self.stall_after = self.rng.choice(
            ("apply", "consent", "declare_interest", "hold_session", "contact")
        )
        self.at = moments.on_day(plan.day, self.rng, calendar, office=plan.intake is not Intake.WEB)
        self.matter: Matter | None = None
        self.codes: dict[str, str] = {}
        self.applicants: list[str] = []
        self.respondents: list[str] = []
        self.online: set[str] = set()
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

    # -- who --------------------------------------------------------------------------------------------------

    def chance(self, part: float) -> bool:
        return self.rng.random() < part

    @property
    def principals(self) -> list[str]:
        return [*self.applicants, *self.respondents]

    def by_clerk(self) -> Doer:
        return Doer(Actor.COMMITTEE, account=self.committee.clerk, channel=Channel.COUNTER)

    def by_head(self) -> Doer:
        return Doer(Actor.HEAD, account=self.committee.head, channel=Channel.COUNTER)

    def by_mediator(self) -> Doer:
        return Doer(Actor.MEDIATOR, account=self.mediator, channel=Channel.COUNTER)

    def by_court(self) -> Doer:
        return Doer(Actor.COURT, account=self.committee.clerk, channel=Channel.PAPER)

    def by_party(self, ref: str) -> Doer:
        """The party itself where it comes back with its code, else the clerk for it."""
        side = Actor.APPLICANT if ref in self.applicants else Actor.RESPONDENT
        if ref in self.online:
            return Doer(side, party=ref, channel=Channel.WEB)
        channel = self.rng.choice((Channel.COUNTER, Channel.PHONE, Channel.PHONE, Channel.PAPER))
        return Doer(side, account=self.committee.clerk, channel=channel)

    # -- acts -------------------------------------------------------------------------------------------------

    def open(self, step: str, doer: Doer, facts: dict[str, Any]) -> None:
        """The first step."""
        procedure = procedure_on(MEDIATION, self.today)
        opened = open_matter(
            procedure=MEDIATION, office=self.committee.office, step=step, doer=doer, at=self.at,
            facts=procedure.step_by_code[step].asks.model_validate(facts), key=self._key(), area=self.village,
        )  # fmt: skip
        self.matter, self.codes = opened.matter, opened.access_codes
        self._after("apply")

    def act(self, step: str, doer: Doer, /, **facts: Any) -> None:
        """The next step of the matter."""
        assert self.matter
        self._take(self.matter, step, doer, facts)
        self._after(step)

    def act_in_court(self, step: str, doer: Doer, /, **facts: Any) -> None:
        """The next step of the confirmation that the matter has opened."""
        child = Matter.objects.filter(parent=self.matter).order_by("-pk")[0]
        self._take(child, step, doer, facts)

    def _take(self, matter: Matter, step: str, doer: Doer, facts: dict[str, Any]) -> None:
        procedure: Procedure = declaration_of(matter)
        asked = procedure.step_by_code[step].asks.model_validate(facts)
        take_step(matter, step, doer=doer, at=self.at, facts=asked, key=self._key())

    def _after(self, step: str) -> None:
        if self.plan.stalls and step == self.stall_after:
            raise Stalled

    def _key(self) -> str:
        self._acts += 1
        return f"demo-{self.plan.index}-{self._acts}"
