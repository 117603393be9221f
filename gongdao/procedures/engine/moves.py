"""May this step be taken now, by this person, with these facts? If not, every reason at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.law.citation import Citation
from gongdao.procedures.engine.case import Case, Happened, as_moment
from gongdao.procedures.engine.declaration import ACTOR_TITLES, PARTIES, Actor, Place, Step
from gongdao.procedures.engine.facts import FactMark, Facts
from gongdao.procedures.engine.marks import marked_fields
from gongdao.procedures.engine.recording import record
from gongdao.procedures.engine.timing import read_clock


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step is refused, in one plain sentence, and the articles behind it."""

    text: str
    cites: tuple[Citation, ...] = ()


class Refused(Exception):
    """The step is not lawful now; ``reasons`` says why, all at once."""

    def __init__(self, reasons: Sequence[Reason]) -> None:
        self.reasons = tuple(reasons)
        super().__init__("；".join(reason.text for reason in reasons))


@dataclass(frozen=True, slots=True)
class Offer:
    """A step that the state allows, with what still stands against it, and where it stands among the others."""

    step: Step
    against: tuple[Reason, ...]
    place: Place
    done: bool = False  # it has been done already, by this party or by everybody who has to

    @property
    def open(self) -> bool:
        return not self.against


def offers(case: Case, actors: Iterable[Actor], party: str | None = None) -> list[Offer]:
    """The steps that somebody acting in these capacities (as this party) could take from here, guards evaluated."""
    capacities = set(actors)
    return [
        _offer(case, step, party)
        for step in case.procedure.steps
        if case.state in step.source
        and capacities & set(step.by)
        and (step.applies_if is None or step.applies_if(case))
    ]


def _offer(case: Case, step: Step, party: str | None) -> Offer:
    done = step.settled is not None and step.settled(case, party)
    place = Place.ASIDE if done and step.place is Place.NEXT else step.place
    return Offer(step, tuple(_against_case(case, step, case.now)), place, done)


def refusals(case: Case, step: Step, actor: Actor, facts: Facts) -> list[Reason]:
    """Every reason against taking this step now with these facts; empty if it is lawful."""
    if out_of_place := _out_of_place(case, step):
        return [out_of_place]
    if actor not in step.by:
        who = "、".join(ACTOR_TITLES[a] for a in step.by)
        return [Reason(f"“{step.title}”只能由{who}办理", step.cites)]
    moment, reasons = _act_moment(case, step, facts)
    reasons += _against_case(case, step, moment)
    reasons += _against_parties(case, step, actor, facts)
    for a_rule in step.rules:
        reasons += [Reason(text, a_rule.cites) for text in a_rule(case, facts)]
    return reasons


def take(
    case: Case, step_code: str, actor: Actor, facts: Facts, recorded: dict[str, Any] | None = None
) -> Case:
    """The case after the step, or ``Refused``. ``recorded`` is the event's JSON form of the facts."""
    step = case.procedure.step_by_code[step_code]
    if against := refusals(case, step, actor, facts):
        raise Refused(against)
    event_facts = recorded
    if event_facts is None:
        numbered = record(
            facts, seq=len(case.happened) + 1, next_party=len(case.parties) + 1, seal=lambda _: ""
        )
        event_facts = numbered.facts
    return case.after(Happened(step_code, case.now, actor, event_facts))


def against(case: Case, step: Step) -> list[Reason]:
    """Every reason against this step at this moment, whoever asks and whatever the facts."""
    out_of_place = _out_of_place(case, step)
    return [out_of_place] if out_of_place else _against_case(case, step, case.now)


def _out_of_place(case: Case, step: Step) -> Reason | None:
    """The step belongs to another state or to another kind of matter."""
    if case.state not in step.source:
        state = case.procedure.state_by_code[case.state]
        return Reason(f"事项现在是“{state.title}”，不能办理“{step.title}”", step.cites)
    if step.applies_if and not step.applies_if(case):
        return Reason(f"“{step.title}”只用于{step.applies_if.text}", step.cites)
    return None


def _against_parties(case: Case, step: Step, actor: Actor, facts: Facts) -> list[Reason]:
    """Every party pointed to exists, and an act of a party is taken in the capacity of that party's side."""
    reasons = []
    for ref in sorted(_party_refs(facts)):
        if ref not in case.parties:
            reasons.append(Reason(f"这件事里没有编号为“{ref}”的当事人"))
    side = case.parties.get(getattr(facts, step.acts_for, "")) if step.acts_for else None
    if side and actor in PARTIES and side != actor:
        reasons.append(Reason(f"“{step.title}”写明的当事人不是{ACTOR_TITLES[actor]}一方"))
    return reasons


def _party_refs(facts: Facts) -> set[str]:
    found: set[str] = set()
    for name, marks in marked_fields(type(facts)).items():
        value = getattr(facts, name)
        values = value if isinstance(value, (list, tuple)) else [value]
        if FactMark.PARTY in marks:
            found |= {one for one in values if one}
        for one in values:
            if isinstance(one, Facts):
                found |= _party_refs(one)
    return found


def _act_moment(case: Case, step: Step, facts: Facts) -> tuple[datetime, list[Reason]]:
    """When the act took place: now, or the day its facts give, which cannot be in the future.

    It may lie before the matter was registered: offices without a network work on paper first.
    """
    given = getattr(facts, step.dated_by, None) if step.dated_by else None
    value = as_moment(given)
    if value is None:
        return case.now, []
    title = type(facts).model_fields[step.dated_by or ""].title
    if isinstance(given, datetime):
        return value, [Reason(f"“{title}”不能晚于现在")] if value > case.now else []
    if value.date() > case.now.astimezone(SHANGHAI).date():
        return value, [Reason(f"“{title}”不能晚于今天")]
    # A bare date stands for the whole of that day, but never for a moment that has not come yet.
    end_of_day = datetime.combine(value.date(), time(), SHANGHAI) + timedelta(days=1, seconds=-1)
    return min(case.now, end_of_day), []


def _against_case(case: Case, step: Step, moment: datetime) -> list[Reason]:
    """Guards that fail, and clocks that have closed this step."""
    reasons = [Reason(guard.text, guard.cites) for guard in step.only_if if not guard(case)]
    for clock in case.procedure.clocks:
        if step.code not in clock.closes:
            continue
        reading = read_clock(clock, case)
        if reading and reading.overdue(moment) and reading.deadline:
            day = reading.deadline.last_day
            reasons.append(Reason(f"{clock.title}已于{day:%Y年%-m月%-d日}届满：{clock.expiry}", clock.cites))
    return reasons
