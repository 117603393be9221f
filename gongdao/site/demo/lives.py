"""The life of a matter, from the first words to the archive: each act is yielded as a moment, then done."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from gongdao.matters.doer import Channel, Doer
from gongdao.matters.models import Event, Matter
from gongdao.procedures.engine.declaration import Actor
from gongdao.site.demo import names, sayings
from gongdao.site.demo.plans import Intake, Outcome, Sequel
from gongdao.site.demo.sequels import Sequels

Moments = Iterator[datetime]
_FEARFUL = frozenset({"marriage_family", "damage", "neighbour"})


class Life(Sequels):
    """Runs as a generator: whoever drives it waits for each moment to come before going on."""

    afraid = False

    def run(self) -> Moments:
        """Everything that happens, in order."""
        yield from self.begin()
        if self.plan.outcome is Outcome.DECLINED:
            yield self.wait(1, 4)
            bar = self.rng.choice(list(sayings.DECLINES))
            self.act("decline", self.by_clerk(), decline_bar=bar, decline_reason=sayings.DECLINES[bar])
        elif self.plan.outcome is Outcome.WITHDRAWN and self.chance(0.4):
            yield from self.withdraw()
        else:
            yield from self.mediate()
        yield from self.finish()

    # -- beginning --------------------------------------------------------------------------------------------

    def begin(self) -> Moments:
        """Somebody comes, writes, calls, or is sent."""
        sector = self.city.sectors.get(self.story.kind)
        hands_over = bool(sector) and self.chance(0.3)
        if sector and not hands_over and self.chance(0.8):
            self.committee = sector
        yield self.at
        self._open()
        if hands_over and sector:
            yield from self.hand_over(sector)

    def _open(self) -> None:
        many = 3 if self.story.kind == "migrant_wages" and self.chance(0.6) else 1
        facts = self._application(many)
        self.applicants = [f"p{number}" for number in range(1, many + 1)]
        self.respondents = [f"p{many + 1}"]
        match self.plan.intake:
            case Intake.WEB:
                self.online = {"p1"}
                self.open("apply", Doer(Actor.APPLICANT, channel=Channel.WEB), facts)
            case Intake.REFERRED:
                facts |= {"referred_by": self.rng.choice(sayings.BODIES), "referred_on": self.today}
                self.open("refer_in", self.by_clerk(), facts)
            case Intake.OWN:
                self.open("start_own", self.by_clerk(), facts)
            case intake:
                channel = Channel.PHONE if intake is Intake.PHONE else Channel.COUNTER
                self.open("apply", Doer(Actor.COMMITTEE, self.committee.clerk, channel=channel), facts)

    def _application(self, many: int) -> dict[str, Any]:
        story, rng = self.story, self.rng
        afraid = self.afraid = story.kind in _FEARFUL and self.chance(0.08)
        claimed = rng.randint(*story.pays) * 13 // 1000 * 100 + 100 if story.pays else None
        return {
            "kind": story.kind, "finer_kind": story.finer,
            "applicants": [self._someone() for _ in range(many)],
            "respondents": [self._organisation() if story.against_organisation else self._someone()],
            "story": story.text + rng.choice(sayings.AFTERWORDS), "request": rng.choice(sayings.REQUESTS),
            "happened_on": self.days_on(-rng.randint(3, 120)), "happened_at": self.village.name,
            "people_involved": rng.randint(8, 20) if many > 1 else 2, "amount_claimed": claimed,
            "told_data_use": True, "afraid": afraid, "safe_to_contact": "masked" if afraid else "yes",
            "safety_note": sayings.SAFETY_NOTE if afraid else "",
        }  # fmt: skip

    def _someone(self) -> dict[str, Any]:
        rng = self.rng
        return {
            "name": names.person(rng), "gender": rng.choice("男女"), "phone": names.phone(rng),
            "address": f"{self.plan.township.name}{self.village.name}{rng.randint(1, 90)}号",
        }  # fmt: skip

    def _organisation(self) -> dict[str, Any]:
        rng = self.rng
        return {
            "name": self.plan.township.name + names.organisation(rng, self.story.kind),
            "is_organisation": True, "representative": names.person(rng), "phone": names.phone(rng),
            "address": f"{self.plan.township.name}示例路{rng.randint(1, 200)}号",
        }  # fmt: skip

    def hand_over(self, sector: Any) -> Moments:
        """To the committee of that trade, which takes it, or gives it back with a reason."""
        yield self.wait(0, 2)
        self.act(
            "offer_handover", self.by_head(), handover_to=sector.office.code, handover_reason=sayings.NOT_OURS
        )
        yield self.wait(3, 9)
        receiver = Doer(Actor.RECEIVER, account=sector.clerk, channel=Channel.COUNTER)
        if self.chance(0.2):
            self.act("return_handover", receiver, handover_return_reason=sayings.RETURNED)
        else:
            self.act("take_over", receiver)
            self.committee = sector

    # -- mediating --------------------------------------------------------------------------------------------

    def mediate(self) -> Moments:
        yield self.wait(0, 3)
        self.act("accept", self.by_clerk())
        self.answer_sender("take_here", taken_here_on=self.today)
        yield from self.ask_everybody()
        if self.plan.outcome is Outcome.REFUSED:
            ref = self.respondents[0]
            yield self.wait(1, 6)
            self.act("refuse", self.by_party(ref), refusing_party=ref)
            return
        yield from self.consents()
        yield from self.assign()
        yield from self.prepare()
        if self.plan.outcome is Outcome.DEEMED_FAILED:
            yield self.wait(60, 66)
            self.act("deem_failed", self.by_mediator())
            return
        if self.plan.outcome is Outcome.ORAL and self.chance(0.6):
            yield from self.settle_orally()
            return
        yield from self.sessions()
        match self.plan.outcome:
            case Outcome.WRITTEN:
                yield from self.write_agreement()
                yield from self.after_signing()
            case Outcome.ORAL:
                yield from self.settle_orally()
            case Outcome.WITHDRAWN:
                yield from self.withdraw()
            case Outcome.ENDED:
                ref = self.rng.choice(self.principals)
                yield self.wait(1, 8)
                self.act("end_on_request", self.by_party(ref), ending_party=ref)
            case _:
                yield self.wait(2, 12)
                reason = self.rng.choice(sayings.FAILURES)
                self.act("fail", self.by_mediator(), failure_reason=reason, told_other_roads=True)

    def ask_everybody(self) -> Moments:
        """Calls to the other side, until somebody answers."""
        for _ in range(self.rng.choice((0, 0, 1, 1))):
            yield self.wait(0, 2)
            self.act(
                "attempt_contact", self.by_clerk(), contact_party=self.respondents[0],
                contact_by=self.rng.choice(sayings.CONTACTS), contact_reached=self.chance(0.6),
                contact_note=self.rng.choice(sayings.CONTACT_NOTES),
            )  # fmt: skip

    def consents(self) -> Moments:
        everybody = self.plan.intake in (Intake.OWN, Intake.REFERRED)  # a referral is nobody's consent
        for number, ref in enumerate(self.principals if everybody else self.respondents):
            yield self.wait(0 if number else 1, 0 if number else 5)
            self.act("consent", self.by_party(ref), consent_party=ref, consent_told_rights=True)

    def assign(self) -> Moments:
        """The head names a mediator, who declares; now and then a party wants another."""
        for attempt in range(2 if self.chance(0.04) else 1):
            yield self.wait(0, 2)
            others = [one for one in self.committee.mediators if not attempt or one != self.mediator]
            self.mediator = self.rng.choice(others)
            self.act(
                "assign_mediator", self.by_head(), mediator=str(self.mediator.pk),
                mediator_chosen=self.chance(0.1),
            )  # fmt: skip
            rejected = attempt == 0 and len(self.committee.mediators) > 1 and self.chance(0.03)
            if rejected:
                yield self.wait(0, 1)
                ref = self.rng.choice(self.principals)
                self.act("reject_mediator", self.by_party(ref), mediator_view_party=ref)
                yield from self.assign()
                return
        yield self.wait(0, 1)
        self.act("declare_interest", self.by_mediator(), no_conflict=True)

    def prepare(self) -> Moments:
        """Identity, evidence, enquiries, what comes between."""
        rng = self.rng
        if self.chance(0.85):
            yield self.wait(0, 1)
            self.act("record_identity", self.by_mediator(), identity_party=self.applicants[0])
        if self.chance(0.35):
            ref = rng.choice(self.principals)
            yield self.wait_home(0, 2) if ref in self.online else self.wait(0, 2)
            self.act(
                "add_evidence", self.by_party(ref), evidence=rng.choice(sayings.EVIDENCE), evidence_from=ref
            )
        if self.chance(0.2):
            yield self.wait(0, 3)
            self.act(
                "investigate", self.by_mediator(), investigated_on=self.today, investigated_at=self.village.name,
                investigated_whom=names.person(rng), investigation=rng.choice(sayings.FINDINGS),
            )  # fmt: skip
        if self.chance(0.025):
            what, measures = rng.choice(sayings.ESCALATIONS)
            yield self.wait(0, 2)
            self.act("report_escalation", self.by_mediator(), escalation=what, measures=measures)
        if self.chance(0.05):
            yield from self.object_and_answer()

    def object_and_answer(self) -> Moments:
        ref = self.applicants[0]
        yield self.wait_home(0, 3) if ref in self.online else self.wait(0, 3)
        self.act(
            "object", self.by_party(ref), objecting_party=ref, objection=self.rng.choice(sayings.OBJECTIONS)
        )
        yield self.wait(1, 6)
        self.act("answer_objection", self.by_head(), objection_answer=self.rng.choice(sayings.ANSWERS))

    def sessions(self) -> Moments:
        if self.story.kind == "medical" and self.chance(0.8):
            yield from self.ask_expert()
        for _ in range(self.rng.choice((1, 1, 2))):
            yield self.wait(1, 7)
            self.hold_session()

    def hold_session(self) -> None:
        rng = self.rng
        form = "apart" if self.afraid else rng.choice(("together", "together", "apart", "remote"))
        self.act(
            "hold_session", self.by_mediator(), session_on=self.today, session_at=rng.choice(sayings.PLACES),
            session_form=form, session_parties=self.principals,
            session_statements=rng.choice(sayings.STATEMENTS), session_proposal=rng.choice(sayings.PROPOSALS),
            session_result=rng.choice(sayings.RESULTS),
        )  # fmt: skip

    def ask_expert(self) -> Moments:
        yield self.wait(1, 5)
        self.act(
            "ask_expert", self.by_mediator(), expert_body=sayings.EXPERT_BODY,
            expert_question=sayings.EXPERT_QUESTION, expert_asked_on=self.today,
        )  # fmt: skip
        yield self.wait(25, 50)
        self.act(
            "receive_expert", self.by_mediator(), expert_received_on=self.today,
            expert_opinion=sayings.EXPERT_OPINION,
        )  # fmt: skip

    def withdraw(self) -> Moments:
        yield self.wait_home(0, 6) if self.online else self.wait(0, 6)
        self.act("withdraw", self.by_party(self.applicants[0]))

    # -- who handed it in -------------------------------------------------------------------------------------

    def answer_sender(self, step: str, **facts: Any) -> None:
        """The body that handed it in, if one did, is owed an answer."""
        if self.plan.intake is not Intake.REFERRED:
            return
        child = Matter.objects.filter(parent=self.matter, procedure="handover_in").get()
        self._take(child, step, self.by_clerk(), facts)

    def tell_sender(self) -> None:
        """What became of it; sent back if it was never taken in."""
        if self.plan.intake is not Intake.REFERRED:
            return
        done = set(Event.objects.filter(matter=self.matter).values_list("step", flat=True))
        if "accept" not in done:
            self.answer_sender("send_back", sent_back_reason=sayings.SENT_BACK)
            return
        ends = {
            "agreed": {"sign_agreement", "settle_orally"}, "not_agreed": {"fail", "end_on_request", "deem_failed"},
            "not_taken": {"refuse", "withdraw"},
        }  # fmt: skip
        outcome = next(code for code, steps in ends.items() if steps & done)
        self.answer_sender(
            "reply", replied_on=self.today, outcome_here=outcome, reply_text=sayings.TOLD_SENDER
        )

    # -- the end ----------------------------------------------------------------------------------------------

    def finish(self) -> Moments:
        """Whoever handed it in hears what became of it; somebody says how it was; the file is closed."""
        self.tell_sender()
        if self.plan.outcome in (Outcome.WRITTEN, Outcome.ORAL) and self.chance(0.35):
            ref = self.rng.choice(self.principals)
            yield self.wait_home(1, 5) if ref in self.online else self.wait(1, 5)
            self.act(
                "rate", self.by_party(ref), rating_party=ref, rating=self.rng.choice((3, 4, 4, 5, 5, 5)),
                rating_words=self.rng.choice(sayings.RATINGS),
            )  # fmt: skip
        yield self.wait(5, 25)
        if self.plan.sequel is not Sequel.DEFAULTED or self.chance(0.8):
            clerk = self.committee.clerk
            self.act("archive", self.by_clerk(), archivist=clerk.display_name, retention="按当地规定")
