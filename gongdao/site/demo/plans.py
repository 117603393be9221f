"""What will come to the city and how it will end: a plan for every matter, drawn from one seed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random
from typing import TypeVar

from gongdao.site.demo.places import TOWNSHIPS, Township
from gongdao.site.demo.rises import planted
from gongdao.site.demo.stories import STORIES, Story, likelihood

_T = TypeVar("_T")
SEED = 20240307
YEARS = 2
_FIRST_DAY = date(2024, 1, 2)  # the procedures are declared from here on
_STALL_DAYS = (18, 100)  # a matter of this age may have been left lying
_STALLS = 0.08
_GROWTH = 0.25  # how many fewer came two years ago
_LATELY, _RECENT_DAYS = 0.02, 30  # some more in the last weeks, so that every desk has work
_MOST_LIKELY = 110.0  # no likelihood is above this; see stories.py


class Outcome(StrEnum):
    """How the mediation itself ends."""

    WRITTEN = "written"
    ORAL = "oral"
    FAILED = "failed"
    REFUSED = "refused"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    DECLINED = "declined"
    DEEMED_FAILED = "deemed_failed"  # medical only: the period ran out


class Sequel(StrEnum):
    """What becomes of an agreement."""

    PERFORMED = "performed"
    INSTALMENTS = "instalments"
    DEFAULTED = "defaulted"
    SUED = "sued"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    RENEGOTIATED = "renegotiated"
    NOT_ACCEPTED = "not_accepted"
    CONFIRMATION_WITHDRAWN = "confirmation_withdrawn"
    LAPSED = "lapsed"


class Intake(StrEnum):
    """How the matter came."""

    WEB = "web"
    COUNTER = "counter"
    PHONE = "phone"
    REFERRED = "referred"
    OWN = "own"


_OUTCOMES = {
    Outcome.WRITTEN: 56, Outcome.ORAL: 17, Outcome.FAILED: 9, Outcome.REFUSED: 6, Outcome.ENDED: 3,
    Outcome.WITHDRAWN: 5, Outcome.DECLINED: 3,
}  # fmt: skip
_SEQUELS = {
    Sequel.PERFORMED: 55, Sequel.INSTALMENTS: 14, Sequel.DEFAULTED: 6, Sequel.SUED: 2, Sequel.CONFIRMED: 14,
    Sequel.REJECTED: 1.5, Sequel.RENEGOTIATED: 1.5, Sequel.NOT_ACCEPTED: 1, Sequel.CONFIRMATION_WITHDRAWN: 1.5,
    Sequel.LAPSED: 1,
}  # fmt: skip
_INTAKES = {Intake.WEB: 32, Intake.COUNTER: 36, Intake.PHONE: 10, Intake.REFERRED: 14, Intake.OWN: 8}
_WRITTEN_ONLY = frozenset({"migrant_wages", "other_labour", "medical"})


@dataclass(frozen=True, slots=True)
class Plan:
    """One matter to come."""

    index: int
    day: date
    township: Township
    story: Story
    intake: Intake
    outcome: Outcome
    sequel: Sequel
    stalls: bool


def plans(count: int, today: date) -> list[Plan]:
    """``count`` plans over the years before ``today``, more of them lately, in order of their days."""
    rng = Random(SEED)
    rising = planted(count, today, Random(SEED + 1))
    usual = count - len(rising)
    found = [_plan(index, usual, _draw(index, usual, today, rng), today, rng) for index in range(usual)]
    found += [_plan(index, usual, drawn, today, rng) for index, drawn in enumerate(rising, usual)]
    return sorted(found, key=lambda plan: (plan.day, plan.index))


def _plan(index: int, count: int, drawn: tuple[date, Township, Story], today: date, rng: Random) -> Plan:
    day, township, story = drawn
    outcome = _outcome(index, count, story, rng)
    # The first few go through every sequel once, so that a small city has them all.
    sequel = list(Sequel)[index] if index < len(Sequel) else _pick(_SEQUELS, rng)
    age = (today - day).days
    stalls = _STALL_DAYS[0] <= age <= _STALL_DAYS[1] and rng.random() < _STALLS
    return Plan(index, day, township, story, _pick(_INTAKES, rng), outcome, sequel, stalls)


def _draw(index: int, count: int, today: date, rng: Random) -> tuple[date, Township, Story]:
    """A day, a place and a story that go together. Every story comes at least once in a large city."""
    span = min(365 * YEARS, (today - _FIRST_DAY).days)
    weights = [township.share for township in TOWNSHIPS]
    while True:
        age = span * rng.random()
        if rng.random() > 1 - _GROWTH * age / span:
            continue
        if rng.random() < _LATELY:
            age = rng.random() * _RECENT_DAYS
        if index < len(Sequel):  # those that go through every sequel began long enough ago to end
            age = span * (0.5 + rng.random() * 0.5)
        day = today - timedelta(days=int(age))
        township = rng.choices(TOWNSHIPS, weights)[0]
        if len(Sequel) <= index < len(Sequel) + len(STORIES) and count >= 10 * len(STORIES):
            return day, township, STORIES[index - len(Sequel)]
        story = rng.choice(STORIES)
        if rng.random() * _MOST_LIKELY < likelihood(story, day.month, township):
            return day, township, story


def _outcome(index: int, count: int, story: Story, rng: Random) -> Outcome:
    if index < len(Sequel):
        return Outcome.WRITTEN
    if index < len(Sequel) + len(_OUTCOMES):
        outcome = list(_OUTCOMES)[index - len(Sequel)]
    else:
        outcome = _pick(_OUTCOMES, rng)
    if story.kind == "medical" and outcome is Outcome.FAILED and rng.random() < 0.5:
        return Outcome.DEEMED_FAILED
    if outcome is Outcome.ORAL and story.kind in _WRITTEN_ONLY:
        return Outcome.WRITTEN
    return outcome


def _pick(weights: Mapping[_T, float], rng: Random) -> _T:
    return rng.choices(list(weights), list(weights.values()))[0]
