"""The life of a legal aid matter in the city, from the application to the paid subsidy. Nobody in it exists."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from gongdao.law.calendar import Calendar
from gongdao.matters.doer import Channel, Doer
from gongdao.people.models import Account
from gongdao.procedures.engine.declaration import Actor
from gongdao.site.demo import moments, names
from gongdao.site.demo.acts import Acts
from gongdao.site.demo.city import City
from gongdao.site.demo.places import TOWNSHIPS
from gongdao.site.demo.plans import SEED

Moments = Iterator[datetime]
MONTHS = 10
_SHARE, _MOST = 9, 110  # one matter in so many is legal aid, and no more than this


@dataclass(frozen=True, slots=True)
class AidStory:
    """What somebody asks a lawyer for."""

    text: str
    matter: str
    kind: str
    form: str
    subsidy: str
    no_means: str = "none"
    no_check: str = "none"
    against_organisation: bool = False


STORIES = (
    AidStory("在工地干了四个月，老板只给过一次生活费，现在人都找不到。", "labour", "migrant_wages", "arbitration", "out_of_court",
             no_check="migrant", against_organisation=True),
    AidStory("我七十八了，儿子三年没给过生活费，看病也不管。", "support", "marriage_family", "litigation", "civil"),
    AidStory("离婚以后孩子跟我过，他一直不给抚养费。", "support", "marriage_family", "litigation", "civil"),
    AidStory("骑车被撞断了腿，对方只垫了两千块就不管了。", "injury", "traffic", "litigation", "civil"),
    AidStory("他喝了酒就打我，我想离婚，又怕他找上门。", "protected", "marriage_family", "litigation", "civil", no_means="abused"),
    AidStory("在厂里干了八年没签过合同，说不要我就不要我了。", "labour", "other_labour", "arbitration", "out_of_court",
             against_organisation=True),
    AidStory("家里是低保户，孩子在学校食堂吃坏了肚子住院。", "injury", "damage", "litigation", "civil", no_check="assisted",
             against_organisation=True),
    AidStory("看见有人落水我跳下去救，自己摔伤了，药费没人管。", "protected", "damage", "out_of_court", "out_of_court", no_means="brave"),
)  # fmt: skip


def aid_lives(count: int, today: date, city: City, calendar: Calendar) -> "list[AidLife]":
    """The legal aid matters among ``count``, of the last months before ``today``."""
    rng = Random(f"{SEED}/aid")
    number = min(count // _SHARE, _MOST)
    days = [today - timedelta(days=rng.randint(1, 30 * MONTHS)) for _ in range(number)]
    return [AidLife(index, day, city, calendar) for index, day in enumerate(sorted(days))]


class AidLife(Acts):
    """Runs as a generator: whoever drives it waits for each moment to come before going on."""

    def __init__(self, index: int, day: date, city: City, calendar: Calendar) -> None:
        rng = Random(f"{SEED}/aid/{index}")
        self.is_online = rng.random() < 0.5
        super().__init__(
            f"aid-{index}", rng, moments.on_day(day, rng, calendar, office=not self.is_online), calendar
        )
        self.centre = city.aid
        # The first few go through every kind of story, so that a small city has them all.
        self.story = STORIES[index] if index < len(STORIES) else rng.choice(STORIES)
        self.area = rng.choice(city.villages[rng.choice(TOWNSHIPS).code])
        self.income = rng.randint(4, 60) * 60
        self.lawyer: Account = self.centre.lawyers[0]

    @property
    def told(self) -> str:
        """What it is about, in a sentence."""
        return self.story.text

    def run(self) -> Moments:
        """Everything that happens, in order."""
        yield self.at
        self._apply()
        yield from self._examine()

    def _apply(self) -> None:
        rng, story = self.rng, self.story
        someone = {
            "name": names.person(rng),
            "gender": rng.choice("男女"),
            "phone": names.phone(rng),
            "address": self.area.name,
        }
        other = (
            {"name": names.organisation(rng, story.kind), "is_organisation": True}
            if story.against_organisation
            else {"name": names.person(rng)}
        )
        in_fear = story.no_means == "abused"
        facts: dict[str, Any] = {
            "applicants": [someone], "opponents": [other], "story": story.text, "aid_matter": story.matter, "kind": story.kind,
            "no_means_ground": story.no_means, "no_check_ground": story.no_check, "household_size": rng.randint(1, 5),
            "monthly_income": self.income, "pledge_made": True, "told_data_use": True, "afraid": in_fear,
            "safe_to_contact": "only_message" if in_fear else "yes",
        }  # fmt: skip
        channel = Channel.WEB if self.is_online else rng.choice((Channel.COUNTER, Channel.PHONE))
        doer = (
            Doer(Actor.APPLICANT)
            if self.is_online
            else Doer(Actor.COMMITTEE, self.centre.clerk, channel=channel)
        )
        self.begin_with("legal_aid", "apply", doer, facts, office=self.centre.office, area=self.area)

    # -- who --------------------------------------------------------------------------------------------------

    def act(self, step: str, doer: Doer, /, **facts: Any) -> None:
        """The next step of the matter."""
        assert self.matter
        self._take(self.matter, step, doer, facts)

    def clerk(self) -> Doer:
        return Doer(Actor.COMMITTEE, self.centre.clerk, channel=Channel.COUNTER)

    def director(self) -> Doer:
        return Doer(Actor.HEAD, self.centre.director, channel=Channel.COUNTER)

    def undertaker(self) -> Doer:
        return Doer(Actor.UNDERTAKER, self.lawyer, channel=Channel.COUNTER)

    def applicant(self) -> Doer:
        if self.is_online:
            return Doer(Actor.APPLICANT, party="p1")
        return Doer(Actor.APPLICANT, self.centre.clerk, channel=Channel.PHONE)

    # -- what happens -------------------------------------------------------------------------------------------

    def _examine(self) -> Moments:
        if self.chance(0.2):
            yield self.wait(0, 2)
            self.act("tell_missing", self.clerk(), missing_papers="身份证照片\n能证明事情的材料")
            yield self.wait_home(1, 5) if self.is_online else self.wait(1, 5)
            self.act("complete", self.applicant(), supplement="补交了照片。")
            yield self.wait(0, 1)
            self.act("go_on", self.clerk())
        within = self.income <= 1800
        if self.story.no_means == "none":
            yield self.wait(0, 2)
            self.act(
                "check_means", self.clerk(), checked_by="pledge", checked_income=self.income, means_met=within
            )
        yield self.wait(0, 3)
        if self.story.no_means == "none" and not within:
            self.act(
                "refuse", self.director(), refusal_ground="means",
                refusal_reason="人均月收入高于本市经济困难标准，材料和查询结果一致。",
            )  # fmt: skip
            yield from self._object()
            return
        found = "no_condition" if self.story.no_means != "none" else "met"
        self.act(
            "grant",
            self.director(),
            matter_found=self.story.matter,
            means_found=found,
            aid_form=self.story.form,
        )
        yield from self._handle()

    def _object(self) -> Moments:
        if self.chance(0.3):
            yield self.wait_home(1, 6) if self.is_online else self.wait(1, 6)
            self.act(
                "object_to_decision", self.applicant(), decision_objector="p1", decision_objection="家里有病人，开支大，请再看看。"
            )  # fmt: skip
            yield self.wait(1, 4)
            officer = Doer(Actor.COMMITTEE, self.centre.officer, channel=Channel.COUNTER)
            self.in_child("uphold", officer, bureau_reason="收入的认定有依据，原决定符合规定。")
        yield self.wait(20, 30)
        self.act("archive", self.clerk(), archivist=self.centre.clerk.display_name, retention="按当地规定")

    def _handle(self) -> Moments:
        yield self.wait(0, 2)
        self.lawyer = self.rng.choice(self.centre.lawyers)
        self.act("assign", self.clerk(), undertaker=str(self.lawyer.pk), same_name_checked=True)
        yield self.wait(0, 2)
        self.act("begin", self.undertaker(), aid_no_conflict=True)
        yield self.wait(0, 2)
        self.act("sign_mandate", self.undertaker())
        for words in ("材料已经交上去，等立案。", "已经开过一次庭，等结果。"):
            yield self.wait(12, 28)
            self.act("report_progress", self.undertaker(), progress=words, progress_told=True)
        yield self.wait(10, 40)
        self.act("note_case_over", self.undertaker(), case_over_on=self.today)
        yield self.wait(2, 15)
        self.act(
            "report_case", self.undertaker(), aid_outcome=self.rng.choice(("won", "partly", "settled", "lost")),
            aid_result="已经办完，文书副本随卷。", benefit=self.rng.randint(10, 400) * 100,
        )  # fmt: skip
        yield from self._pay()

    def _pay(self) -> Moments:
        yield self.wait(1, 8)
        self.act("check_file", self.clerk(), file_finding="齐全。")
        if self.chance(0.3):
            self.act("ask_evaluation", self.director())
            yield self.wait(0, 2)
            self.in_child("name_evaluator", self.clerk(), evaluator=str(self.centre.reviewer.pk))
            yield self.wait(2, 8)
            self.in_child(
                "evaluate", Doer(Actor.REVIEWER, self.centre.reviewer, channel=Channel.COUNTER), evaluator_no_conflict=True,
                met_in_time="well", facts_gathered="well", law_applied=self.rng.choice(("well", "partly")),
                recipient_informed="well", evaluation="会见及时，材料齐全，通报还可以再勤一些。",
            )  # fmt: skip
        yield self.wait(0, 4)
        amount = {"civil": 1500, "out_of_court": 1200}[self.story.subsidy]
        self.act("propose_subsidy", self.clerk(), subsidy_kind=self.story.subsidy, subsidy_amount=amount)
        yield self.wait(0, 3)
        self.act("approve_subsidy", self.director())
        yield self.wait(1, 9)
        self.act("pay_subsidy", self.clerk(), paid_on=self.today)
        yield self.wait(3, 12)
        self.act("archive", self.clerk(), archivist=self.centre.clerk.display_name, retention="按当地规定")
