"""From the agreement on: writing, reading back, signing, performing, confirmation by the court, default."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

from gongdao.site.demo import sayings
from gongdao.site.demo.acting import Acting
from gongdao.site.demo.plans import Outcome, Sequel

Moments = Iterator[datetime]
COURT = "明河市示例人民法院"
_TO_COURT = frozenset(
    {
        Sequel.CONFIRMED, Sequel.REJECTED, Sequel.RENEGOTIATED, Sequel.NOT_ACCEPTED,
        Sequel.CONFIRMATION_WITHDRAWN, Sequel.LAPSED,
    }
)  # fmt: skip
_BROKEN = frozenset({Sequel.DEFAULTED, Sequel.SUED})


class Sequels(Acting):
    """The part of a life that follows an agreement in sight."""

    owed: list[dict[str, Any]]

    # -- agreement --------------------------------------------------------------------------------------------

    def settle_orally(self) -> Moments:
        yield self.wait(1, 6)
        self.act("settle_orally", self.by_mediator(), **self._agreement())
        yield from self.perform()

    def write_agreement(self) -> Moments:
        yield self.wait(0, 4)
        self.act("draft_agreement", self.by_mediator(), **self._agreement())
        for ref in self.principals:
            yield self.wait(0, 0)
            doer = self.by_mediator() if ref not in self.online else self.by_party(ref)
            self.act("acknowledge_read_back", doer, read_back_party=ref, read_back_understood=True)
        yield self.wait(0, 2)
        self.act(
            "sign_agreement", self.by_mediator(), signed_on=self.today, signed_parties=self.principals,
            mediator_signed=True, seal_affixed=True,
        )  # fmt: skip
        if self.chance(0.85):
            yield self.wait(0, 1)
            self.act("scan_paper", self.by_mediator(), scan_of="agreement", scan_file=self.signed_page)

    def _agreement(self) -> dict[str, Any]:
        self.owed = self._obligations()
        return {
            "main_facts": self.story.text, "in_dispute": "责任由谁承担，怎么办。",
            "responsibility": "双方对经过没有异议，对方愿意承担相应责任。", "obligations": self.owed,
            "breach_term": sayings.BREACH,
        }  # fmt: skip

    def _obligations(self) -> list[dict[str, Any]]:
        to_court = self.plan.outcome is Outcome.WRITTEN and self.plan.sequel in _TO_COURT
        first = self.days_on(self.rng.randint(75, 100) if to_court else self.rng.randint(5, 30))
        owed = {"payer": self.respondents[0], "payee": self.applicants[0], "what": self.story.settled_by}
        if self.story.pays is None:
            return [
                owed
                | {
                    "deed": "do",
                    "due_on": first,
                    "manner": "自己动手或者请人办好",
                    "place": self.village.name,
                }
            ]
        amount = self.rng.randint(*self.story.pays) // 100 * 100
        if self.plan.sequel is Sequel.INSTALMENTS:
            return self._instalments(owed, amount, first)
        at_once = amount < 5000 and not to_court and self.plan.sequel not in _BROKEN and self.chance(0.3)
        manner = self.rng.choice(("现金", "转到尾号0000的账户"))
        when = {"done_already": True, "due_on": self.today} if at_once else {"due_on": first}
        return [owed | {"deed": "pay", "amount": str(amount), "manner": manner} | when]

    def _instalments(self, owed: dict[str, Any], amount: int, first: date) -> list[dict[str, Any]]:
        count = self.rng.randint(3, 6)
        part = max(100, amount // count // 100 * 100)
        return [
            owed
            | {"deed": "pay", "amount": str(part), "manner": "转到尾号0000的账户"}
            | {
                "what": f"{self.story.settled_by}（第{number + 1}期）",
                "due_on": first + timedelta(days=30 * number),
            }
            for number in range(count)
        ]

    # -- performing -------------------------------------------------------------------------------------------

    def after_signing(self) -> Moments:
        if self.plan.sequel in _TO_COURT:
            yield from self.confirmation()
        else:
            yield from self.perform()

    def perform(self) -> Moments:
        """Every item when it is due, a return visit in between; some fall behind and some never pay."""
        broken = self.plan.sequel in _BROKEN and not self.owed[-1].get("done_already")
        todo: list[tuple[date, Callable[[], None]]] = []
        for number, owed in enumerate(self.owed, 1):
            if owed.get("done_already"):
                continue
            if broken and number == len(self.owed):
                todo.append((owed["due_on"] + timedelta(days=4), lambda n=number: self._note(n, "not")))  # type: ignore[misc]
                continue
            if self.chance(0.1):
                todo.append((owed["due_on"], lambda n=number: self._note(n, "partly")))  # type: ignore[misc]
                owed = owed | {"due_on": owed["due_on"] + timedelta(days=9)}
            day = owed["due_on"] + timedelta(days=self.rng.randint(-3, 2))
            todo.append((day, lambda n=number: self._note(n, "done")))  # type: ignore[misc]
        todo.append((self.days_on(self.rng.randint(12, 29)), self._visit))
        for day, what in sorted(todo, key=lambda one: one[0]):
            yield self.until(day)
            what()
        yield from self.default() if broken else self.close()

    def _note(self, item: int, how: str) -> None:
        self.act(
            "record_performance", self.by_mediator(), performance_item=item, performance=how, performance_on=self.today
        )  # fmt: skip

    def _visit(self) -> None:
        finding = self.rng.choice(sayings.VISITS)
        self.act("visit", self.by_mediator(), visited_on=self.today, visit_finding=finding)

    def close(self) -> Moments:
        yield self.wait(0, 4)
        self.act("close_performed", self.by_mediator(), performed_on=self.today)

    def default(self) -> Moments:
        yield self.wait(7, 15)
        self.act("record_default", self.by_mediator(), default_on=self.today, default_told=True)
        if self.plan.sequel is Sequel.SUED:
            yield self.wait(10, 40)
            self._sue()

    def _sue(self) -> None:
        ref = self.applicants[0]
        doer = self.by_clerk()
        self.act("dispute_agreement", doer, suing_party=ref, sued_on=self.today)

    # -- confirmation by the court ----------------------------------------------------------------------------

    def confirmation(self) -> Moments:
        yield self.wait(1, 8)
        self.act(
            "request_confirmation", self.by_clerk(), joint_parties=self.principals, confirmation_court=COURT,
            service_address=f"{self.village.name}1号，000-0000-0000",
        )  # fmt: skip
        yield self.wait(0, 1)
        self.in_child("print_package", self.by_clerk())
        if self.plan.sequel is Sequel.LAPSED:
            yield self.wait(34, 40)
            self.in_child("lapse", self.by_clerk())
            yield from self.perform()
            return
        yield self.wait(0, 4)
        self.in_child("submit", self.by_clerk(), submitted_on=self.today)
        yield from self._court_decides()

    def _court_decides(self) -> Moments:
        sequel = self.plan.sequel
        yield self.wait(2, 6)
        if sequel is Sequel.NOT_ACCEPTED:
            self.in_child(
                "court_does_not_accept", self.by_court(), not_accepted_on=self.today, not_accepted_because="title"
            )  # fmt: skip
            yield from self.perform()
            return
        number = f"（{self.today.year}）示例民特{self.plan.index + 1}号"
        self.in_child("court_files", self.by_court(), filed_on=self.today, court_case_number=number)
        if sequel is Sequel.CONFIRMATION_WITHDRAWN:
            yield self.wait(2, 8)
            self.in_child("withdraw", self.by_clerk())
            yield from self.perform()
            return
        yield self.wait(6, 24)
        ruling = {"ruling_on": self.today, "ruling_number": number}
        if sequel is Sequel.CONFIRMED:
            self.in_child("court_confirms", self.by_court(), **ruling)
            yield self.wait(20, 30)
            self.in_child("close", self.by_clerk())
            yield from self.perform()
            return
        self.in_child("court_rejects", self.by_court(), rejected_because="unclear", **ruling)
        yield from self._after_rejection()

    def _after_rejection(self) -> Moments:
        yield self.wait(3, 10)
        if self.plan.sequel is Sequel.REJECTED:
            self._sue()
            return
        self.act("remediate", self.by_mediator())
        yield from self.write_agreement()
        yield from self.perform()
