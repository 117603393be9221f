"""Advisers of villages and communities: contracts, monthly visits noted on a phone, quarters checked and paid."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from gongdao.law.calendar import Calendar
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.queries import case_of
from gongdao.people.models import Account, Area
from gongdao.procedures.counsel_settlement.declaration import fee_by_table
from gongdao.procedures.engine.declaration import Actor
from gongdao.procedures.village_counsel.visits import awaited, quarters
from gongdao.site.demo import moments
from gongdao.site.demo.acts import Acts
from gongdao.site.demo.centre import ServiceCentre
from gongdao.site.demo.plans import SEED

MONTHS = 8
_SERVICES = (
    ["advice"], ["advice", "guidance"], ["advice", "mediation"], ["review"], ["lecture"], ["advice", "drafting"],
)  # fmt: skip
_TOPICS = ("neighbour", "housing_land", "marriage_family", "contract", "migrant_wages", "")


class CounselLife(Acts):
    """One contract, from its registration to today."""

    def __init__(
        self, number: int, village: Area, adviser: Account, centre: ServiceCentre, calendar: Calendar, today: date
    ) -> None:  # fmt: skip
        rng = Random(f"{SEED}/counsel/{number}")
        begins = (today - timedelta(days=30 * MONTHS)).replace(day=1)
        super().__init__(
            f"counsel-{number}", rng, moments.on_day(begins, rng, calendar, office=True), calendar
        )
        self.village, self.adviser, self.centre = village, adviser, centre
        self.begins, self.is_online, self.told = begins, False, "村（社区）法律顾问"

    def run(self) -> Iterator[datetime]:
        yield self.at
        self._register()
        for _ in range(MONTHS + 1):
            yield self.wait(20, 32)
            self._visit()
            if self.chance(0.85):
                yield self.wait_home(0, 4)
                self._confirm()
            if self.today.month in (1, 4, 7, 10):
                yield from self._settle()

    def _register(self) -> None:
        committee = {
            "name": f"{self.village.name}{'居民' if '社区' in self.village.name else '村民'}委员会", "is_organisation": True,
            "phone": "000-0000-0001",
        }  # fmt: skip
        facts = {
            "village": self.village.code, "clients": [committee], "contract_starts": self.begins,
            "contract_ends": self.begins + timedelta(days=729), "duty_day": 5 + self.rng.randrange(20),
        }  # fmt: skip
        self.begin_with(
            "village_counsel",
            "register_contract",
            self._clerk(),
            facts,
            office=self.centre.office,
            area=self.village,
        )
        self._do("name_adviser", self._clerk(), adviser=str(self.adviser.pk))

    def _visit(self) -> None:
        doer = Doer(Actor.COUNSEL, self.adviser, channel=Channel.WEB)
        self._do(
            "log_visit", doer, visited_on=self.today, visit_services=self.rng.choice(_SERVICES),
            people_served=self.rng.randrange(1, 9), visit_topic=self.rng.choice(_TOPICS),
            visit_way="on_site" if self.chance(0.8) else "phone",
        )  # fmt: skip

    def _confirm(self) -> None:
        assert self.matter
        waiting = [value for value, _ in awaited(case_of(self.matter, self.at))]
        if waiting:
            doer = Doer(Actor.APPLICANT, party="p1", channel=Channel.WEB)
            self._do("confirm_visits", doer, confirmed_by="p1", visits_confirmed=waiting)

    def _settle(self) -> Iterator[datetime]:
        """The quarter that is over, if there is one: checked, proposed, approved by another, paid."""
        assert self.matter
        this = f"{self.today.year}Q{(self.today.month + 2) // 3}"
        over = [quarter for quarter, _ in quarters(case_of(self.matter, self.at)) if quarter < this]
        if not over:
            return
        self._confirm()
        yield self.wait(1, 3)
        self._do("send_quarter", self._clerk(), quarter=over[0])
        yield self.wait(1, 5)
        self.in_child("check_quarter", self._clerk(), check_note="抽查日志和照片，属实。")
        child = self.matter.children.order_by("-pk")[0]
        fee = fee_by_table(case_of(child, self.at))
        self.in_child("propose_fee", self._clerk(), fee_amount=fee)
        yield self.wait(1, 4)
        self.in_child("approve_fee", Doer(Actor.HEAD, self.centre.head, channel=Channel.COUNTER))
        yield self.wait(2, 9)
        self.in_child("pay_fee", self._clerk(), fee_paid_on=self.today, fee_paid_to="示例律师事务所")

    def _do(self, step: str, doer: Doer, **facts: object) -> None:
        assert self.matter
        self._take(self.matter, step, doer, facts)

    def _clerk(self) -> Doer:
        return Doer(Actor.COMMITTEE, self.centre.clerk, channel=Channel.COUNTER)
