"""A few petitioners received by lawyers on duty, and bookings at the notary office: all of it made up."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from gongdao.law.calendar import Calendar
from gongdao.matters.doer import Channel, Doer
from gongdao.people.models import Account, Area, Office
from gongdao.procedures.engine.declaration import Actor
from gongdao.services.roster.actions import put_on_duty
from gongdao.site.demo import moments, names
from gongdao.site.demo.acts import Acts
from gongdao.site.demo.centre import ServiceCentre
from gongdao.site.demo.plans import SEED

# What was said, its kind, the road advised, whether it was passed on.
VISITS = (
    ("征地补偿的面积少算了，村里说是老账。", "expropriation", "reconsideration", True),
    ("判决下来两年了，对方一直不执行。", "contract", "litigation", False),
    ("工地欠的钱，劳动监察说再等等。", "migrant_wages", "duty", True),
    ("邻居占了公共通道，找了几次没人管。", "neighbour", "mediation", False),
)  # fmt: skip
BOOKINGS = ("mandate", "will", "inheritance", "copies", "gift")


class Reception(Acts):
    """One visit, on a day on which a lawyer is on duty."""

    def __init__(
        self, number: int, village: Area, centre: ServiceCentre, calendar: Calendar, today: date
    ) -> None:
        rng = Random(f"{SEED}/reception/{number}")
        at = moments.on_day(today - timedelta(days=4 + 40 * number), rng, calendar, office=True)
        super().__init__(f"reception-{number}", rng, at, calendar)
        self.village, self.centre, self.number = village, centre, number
        self.story, self.kind, self.road, self.passed = VISITS[number % len(VISITS)]
        self.is_online, self.told = False, self.story

    def run(self) -> Iterator[datetime]:
        yield self.at
        clerk = Doer(Actor.COMMITTEE, self.centre.clerk, channel=Channel.COUNTER)
        lawyer = self.centre.advisers[self.number % 2]
        put_on_duty(self.centre.office, lawyer, self.today, by=self.centre.clerk, at=self.at)
        facts = {
            "received_on": self.today, "reception_place": "市群众来访接待中心", "told_data_use": True, "kind": self.kind,
            "visitors": [{"name": names.person(self.rng), "phone": names.phone(self.rng)}], "story": self.story,
        }  # fmt: skip
        self.begin_with(
            "petition_reception", "register_visit", clerk, facts, office=self.centre.office, area=self.village
        )
        self._do("name_lawyer", clerk, lawyer=str(lawyer.pk))
        by_lawyer = Doer(Actor.COUNSEL, lawyer, channel=Channel.COUNTER)
        self._do("declare_no_interest", by_lawyer, lawyer_no_conflict=True)
        self._do(
            "give_opinion",
            by_lawyer,
            opinion="先按您说的情况说明：有专门的法律程序可以走，期限不要错过。",
            road_advised=self.road,
        )
        if not self.passed:
            self._do("close", clerk)
            return
        yield self.wait(0, 1)
        self._do("pass_on", clerk, passed_to="示例主管部门", passed_on=self.today, pass_on_consented=True)
        yield self.wait(9, 20)
        self._do("record_reply", clerk, replied_on=self.today, reply="已经核查，正在补办。")
        yield self.wait(0, 2)
        self._do("tell_reply", clerk, reply_told_on=self.today, reply_told_how="打电话告诉本人。")

    def _do(self, step: str, doer: Doer, **facts: object) -> None:
        assert self.matter
        self._take(self.matter, step, doer, facts)


class Booking(Acts):
    """One notarisation, from the booking."""

    def __init__(
        self, number: int, area: Area, office: Office, notary: Account, calendar: Calendar, today: date
    ) -> None:
        rng = Random(f"{SEED}/notary/{number}")
        at = moments.on_day(today - timedelta(days=2 + 19 * number), rng, calendar, office=True)
        super().__init__(f"notary-{number}", rng, at, calendar)
        self.area, self.office, self.notary, self.number = area, office, notary, number
        self.is_online, self.told = True, "公证预约"

    def run(self) -> Iterator[datetime]:
        yield self.at
        doer = Doer(Actor.COMMITTEE, self.notary, channel=Channel.COUNTER)
        facts = {
            "notary_matter": BOOKINGS[self.number % len(BOOKINGS)], "wished_on": self.days_on(5), "told_data_use": True,
            "applicants": [{"name": names.person(self.rng), "phone": names.phone(self.rng)}],
        }  # fmt: skip
        by_self = Doer(Actor.APPLICANT, channel=Channel.WEB)
        self.begin_with("notary_booking", "book", by_self, facts, office=self.office, area=self.area)
        yield self.wait(0, 1)
        self._do(
            "set_appointment", doer, comes_at=self.at + timedelta(days=3), bring="身份证和有关证件原件。"
        )
        yield self.wait(3, 3)
        self._do("accept", doer, notary_accepted_on=self.today)
        self._do(
            "tell_meaning", doer, meaning_told="公证以后产生的权利义务，由您承担。", meaning_understood=True
        )
        yield self.wait(4, 12)
        self._do("issue", doer, issued_on=self.today, certificate_number=f"示证字第{self.number + 1}号")

    def _do(self, step: str, doer: Doer, **facts: object) -> None:
        assert self.matter
        self._take(self.matter, step, doer, facts)
