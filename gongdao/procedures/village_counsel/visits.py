"""The services of one contract as they stand: noted, confirmed, disputed or taken back; and what is due by whom."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gongdao.law.calendar import SHANGHAI
from gongdao.procedures.engine.case import Case, as_moment
from gongdao.procedures.engine.declaration import Answers, Due
from gongdao.procedures.village_counsel.facts import CounselService, VisitWay

AWAITED, CONFIRMED, DISPUTED = "awaited", "confirmed", "disputed"


@dataclass(frozen=True, slots=True)
class Visit:
    """One service. ``number`` counts from 1 in the order of noting down."""

    number: int
    on: date
    way: VisitWay
    services: tuple[CounselService, ...]
    people: int
    standing: str

    @property
    def quarter(self) -> str:
        """2025Q1."""
        return f"{self.on.year}Q{(self.on.month + 2) // 3}"

    @property
    def words(self) -> str:
        """第3次　2025年3月5日，到村（社区）：解答法律咨询."""
        done = "、".join(service.label for service in self.services)
        return f"第{self.number}次　{self.on:%Y年%-m月%-d日}，{self.way.label}：{done}（{self.people}人）"


def visits(case: Case) -> list[Visit]:
    """Every service that has not been taken back."""
    standing = {}
    struck = {event.facts["visit_struck"] for event in case.times("strike_visit")}
    for event in case.happened:
        if event.step == "confirm_visits":
            standing.update(dict.fromkeys(event.facts["visits_confirmed"], CONFIRMED))
        elif event.step == "dispute_visit":
            standing[event.facts["visit_disputed"]] = DISPUTED
    return [
        Visit(
            number, _day(event.facts["visited_on"]), VisitWay(event.facts["visit_way"]),
            tuple(CounselService(one) for one in event.facts["visit_services"]), event.facts["people_served"],
            standing.get(str(number), AWAITED),
        )
        for number, event in enumerate(case.times("log_visit"), 1)
        if str(number) not in struck
    ]  # fmt: skip


def _day(value: object) -> date:
    moment = as_moment(value)
    assert moment
    return moment.astimezone(SHANGHAI).date()


def last_day(quarter: str) -> date:
    """The last day of 2025Q1: 31 March."""
    year, part = int(quarter[:4]), int(quarter[5])
    return date(year + part // 4, part * 3 % 12 + 1, 1) - timedelta(days=1)


def first_day(quarter: str) -> date:
    """The first day of 2025Q1: 1 January."""
    return date(int(quarter[:4]), int(quarter[5]) * 3 - 2, 1)


def awaited(case: Case) -> Answers:
    """What the village has still to say something about."""
    return [(str(v.number), v.words) for v in visits(case) if v.standing == AWAITED]


def not_settled(case: Case) -> Answers:
    """What may still be disputed or taken back."""
    return [(str(v.number), v.words) for v in visits(case) if v.quarter not in sent(case)]


def sent(case: Case) -> set[str]:
    """The quarters that have gone to be checked and have not come back."""
    balance: Counter[str] = Counter()
    last = ""
    for event in case.happened:
        if event.step == "send_quarter":
            last = event.facts["quarter"]
            balance[last] += 1
        elif event.step == "quarter_returned":
            balance[last] -= 1
    return {quarter for quarter, count in balance.items() if count > 0}


def quarters(case: Case) -> Answers:
    """The quarters with services that have not been sent."""
    found = sorted({v.quarter for v in visits(case)} - sent(case))
    return [(one, f"{one[:4]}年第{one[5]}季度") for one in found]


def confirmed_in(case: Case, quarter: str) -> list[Visit]:
    """What a quarter is paid for: what the village has confirmed."""
    return [v for v in visits(case) if v.quarter == quarter and v.standing == CONFIRMED]


def duty_days(case: Case) -> Sequence[Due]:
    """The duty days of the month in which the adviser last came, and of the next; the first visit of a month keeps its
    first duty day."""
    if case.state != "in_force" or not case.has("name_adviser"):
        return ()
    starts, ends = _day(case.fact("contract_starts")), _day(case.fact("contract_ends"))
    came = sorted(v.on for v in visits(case) if v.way is VisitWay.ON_SITE)
    named = case.moment(case.times("name_adviser")[0]).astimezone(SHANGHAI).date()
    month = max(came[-1] if came else starts, starts).replace(day=1)
    found: list[Due] = []
    days = sorted({case.fact("duty_day"), case.fact("second_duty_day") or case.fact("duty_day")})
    for first in (month, (month + timedelta(days=32)).replace(day=1)):
        kept = [day for day in came if (day.year, day.month) == (first.year, first.month)]
        due = [one for day in days if max(starts, named) <= (one := first.replace(day=day)) <= ends]
        found += [
            Due(f"{day:%-m月%-d日}到村值班", day, kept[place] if place < len(kept) else None)
            for place, day in enumerate(due)
        ]
    return found
