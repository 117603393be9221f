"""A mediation in the hands of its people: who they are, and what each of them does next."""

from datetime import datetime
from random import Random
from typing import Any

from gongdao.law.calendar import Calendar
from gongdao.matters.doer import Channel, Doer
from gongdao.people.models import Account, Area
from gongdao.procedures.engine.declaration import Actor
from gongdao.site.demo import moments
from gongdao.site.demo.acts import Acts
from gongdao.site.demo.city import City, Committee
from gongdao.site.demo.plans import SEED, Intake, Plan

MEDIATION = "people_mediation"


class Stalled(Exception):
    """The matter is left lying here."""


class Acting(Acts):
    """One matter in the hands of its people. ``at`` is the moment of the next act; ``signed_page`` a stored picture."""

    def __init__(self, plan: Plan, city: City, calendar: Calendar, *, signed_page: str) -> None:
        rng = Random(f"{SEED}/{plan.index}")
        super().__init__(str(plan.index), rng, datetime.min, calendar)
        self.plan, self.city, self.signed_page = plan, city, signed_page
        self.story = plan.story
        self.village: Area = self.rng.choice(city.villages[plan.township.code])
        self.committee: Committee = city.committees[plan.township.code]
        self.mediator: Account = self.committee.mediators[0]
        self.stall_after = self.rng.choice(
            ("apply", "consent", "declare_interest", "hold_session", "contact")
        )
        self.at = moments.on_day(plan.day, self.rng, calendar, office=plan.intake is not Intake.WEB)
        self.applicants: list[str] = []
        self.respondents: list[str] = []
        self.online: set[str] = set()

    # -- who --------------------------------------------------------------------------------------------------

    @property
    def is_online(self) -> bool:
        """Whether a citizen brought it without an account, and so has a receipt."""
        return self.plan.intake is Intake.WEB

    @property
    def told(self) -> str:
        """What it is about, in a sentence."""
        return self.story.text

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
        self.begin_with(MEDIATION, step, doer, facts, office=self.committee.office, area=self.village)
        self._after("apply")

    def act(self, step: str, doer: Doer, /, **facts: Any) -> None:
        """The next step of the matter."""
        assert self.matter
        self._take(self.matter, step, doer, facts)
        self._after(step)

    def _after(self, step: str) -> None:
        if self.plan.stalls and step == self.stall_after:
            raise Stalled
