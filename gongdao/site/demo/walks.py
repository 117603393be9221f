"""Walking the tales: each act at its moment, through the doorway, like the life of any matter."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from gongdao.law.calendar import SHANGHAI, Calendar
from gongdao.matters.actions import open_matter, take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.models import Matter
from gongdao.people.models import Account, Area, Office
from gongdao.procedures.engine.declaration import PARTIES, Actor, Effect, Procedure, Step
from gongdao.procedures.registry import procedure_on
from gongdao.site.demo import moments, names
from gongdao.site.demo.city import City
from gongdao.site.demo.plans import SEED
from gongdao.site.demo.tales import COMMITTEE, Act, Tale

_TOWNSHIP = "990102001"


class Walk:
    """One tale in the hands of its people."""

    def __init__(self, index: int, tale: Tale, city: City, calendar: Calendar, today: date) -> None:
        self.index, self.tale, self.city, self.calendar = index, tale, city, calendar
        self.rng = Random(f"{SEED}/tale/{index}")
        day = today - timedelta(days=tale.age)
        self.procedure: Procedure = procedure_on(tale.procedure, day)
        self.at = moments.on_day(day, self.rng, calendar, office=True)
        self.matter: Matter | None = None
        self._acts = 0

    @property
    def today(self) -> date:
        return self.at.astimezone(SHANGHAI).date()

    @property
    def office(self) -> Office:
        if self.tale.body == COMMITTEE:
            return self.city.committees[_TOWNSHIP].office
        return self.city.bodies[self.tale.body].office

    def who(self, step: Step) -> tuple[Actor, Account]:
        """Who takes the body's own step: its officer, or the committee's clerk, head or mediator."""
        if self.tale.body != COMMITTEE:
            officer = self.city.bodies[self.tale.body].officer
            return next(a for a in (Actor.COMMITTEE, Actor.MEDIATOR, Actor.COURT) if a in step.by), officer
        people = self.city.committees[_TOWNSHIP]
        by = {
            Actor.MEDIATOR: people.mediators[0], Actor.COMMITTEE: people.clerk, Actor.HEAD: people.head, Actor.COURT: people.clerk,
        }  # fmt: skip
        actor = next(actor for actor in by if actor in step.by)
        if actor is Actor.MEDIATOR and Actor.COMMITTEE in step.by:
            actor = Actor.COMMITTEE  # before anybody is appointed the clerk does what either may do
        return actor, by[actor]

    def run(self) -> Iterator[datetime]:
        """Everything that happens, in order."""
        yield self.at
        self._open()
        for act in self.tale.acts:
            self.at = moments.office_moment(self.at, act.days, self.rng, self.calendar)
            yield self.at
            self._take(act)

    def _open(self) -> None:
        step = self.procedure.step_by_code[self.tale.opening]
        facts = step.asks.model_validate(self._application() | self.tale.told(self.today))
        actor, account = self.who(step)
        self.matter = open_matter(
            procedure=self.procedure.code, office=self.office, step=step.code, doer=Doer(actor, account, channel=Channel.COUNTER),
            at=self.at, facts=facts, key=self._key(), area=self._village(),
        ).matter  # fmt: skip

    def _village(self) -> Area:
        """In the township of the body, or in the first one for a body of the county."""
        return self.city.villages.get(self.office.area.code, self.city.villages[_TOWNSHIP])[0]

    def _application(self) -> dict[str, Any]:
        rng = self.rng
        other = (
            {"name": f"示例{rng.choice('甲乙丙丁')}单位", "is_organisation": True}
            if self.tale.against_organisation
            else self._someone()
        )
        return {
            "kind": self.tale.kind, "applicants": [self._someone()], "respondents": [other], "story": self.tale.text,
            "request": "请依法调解。", "amount_claimed": "9600", "told_data_use": True,
        }  # fmt: skip

    def _someone(self) -> dict[str, Any]:
        return {"name": names.person(self.rng), "phone": names.phone(self.rng)}

    def _take(self, act: Act) -> None:
        assert self.matter
        step = self.procedure.step_by_code[act.step]
        actor, account = self.who(step) if not act.party else (PARTIES[act.party == "p2"], self._clerk())
        facts = dict(act.facts(self.today))
        if step.effect is Effect.ASSIGN and step.effect_fact:
            facts[step.effect_fact] = str(self._mediator().pk)
        doer = Doer(actor, account, channel=Channel.COUNTER)
        take_step(
            self.matter,
            act.step,
            doer=doer,
            at=self.at,
            facts=step.asks.model_validate(facts),
            key=self._key(),
        )

    def _clerk(self) -> Account:
        if self.tale.body == COMMITTEE:
            return self.city.committees[_TOWNSHIP].clerk
        return self.city.bodies[self.tale.body].officer

    def _mediator(self) -> Account:
        if self.tale.body == COMMITTEE:
            return self.city.committees[_TOWNSHIP].mediators[0]
        return self.city.bodies[self.tale.body].officer

    def _key(self) -> str:
        self._acts += 1
        return f"demo-tale-{self.index}-{self._acts}"
