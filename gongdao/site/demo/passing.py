"""Matters that went to another body or came from one, each left at another point of its way. All of it is made up."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from gongdao.law.calendar import Calendar
from gongdao.matters.doer import Channel, Doer
from gongdao.people.models import Area
from gongdao.procedures.engine.declaration import Actor
from gongdao.site.demo import moments, names
from gongdao.site.demo.acts import Acts
from gongdao.site.demo.city import City, Committee
from gongdao.site.demo.plans import SEED

Moments = Iterator[Any]
POLICE, PETITION, GOVERNANCE, HOTLINE = "police_station", "petition_office", "governance_centre", "hotline"
_BODIES = {POLICE: "police", PETITION: "petition", GOVERNANCE: "governance", HOTLINE: "hotline"}
_TOWNSHIP = "990102001"
_STORY = "楼上装修噪声大，说了几次不听，上门理论时推搡了几下，没有受伤。"


@dataclass(frozen=True, slots=True)
class Passage:
    """One hand-over: with which body, out or in, begun how many days ago, and the steps that it has come."""

    body: str
    is_out: bool
    age: int
    steps: tuple[str, ...]


PASSAGES = (
    Passage(POLICE, True, 60, ("send", "take_there", "answer", "tell_result")),
    Passage(POLICE, True, 12, ("send", "take_there")),
    Passage(GOVERNANCE, True, 25, ("send",)),  # nobody has signed for it: late on the list
    Passage(PETITION, True, 30, ("send", "take_there", "tell_progress")),
    Passage(GOVERNANCE, True, 16, ("send", "hand_back")),
    Passage(PETITION, True, 45, ("send", "hand_back", "keep")),
    Passage(HOTLINE, True, 20, ("send", "take_there", "answer")),
    Passage(GOVERNANCE, True, 1, ()),
    Passage(GOVERNANCE, False, 50, ("take_here", "refuse", "reply")),
    Passage(POLICE, False, 6, ("take_here",)),
    Passage(PETITION, False, 9, ("object_to_sender",)),
    Passage(
        PETITION, False, 20, ("take_here",)
    ),  # the petitioner has not been told in writing: late on the list
    Passage(HOTLINE, False, 3, ()),
    Passage(HOTLINE, False, 35, ("refuse", "send_back")),
)


class PassingLife(Acts):
    """One matter with its hand-over, as a generator of moments."""

    def __init__(self, index: int, passage: Passage, city: City, calendar: Calendar, today: date) -> None:
        rng = Random(f"{SEED}/passing/{index}")
        at = moments.on_day(today - timedelta(days=passage.age), rng, calendar, office=True)
        super().__init__(f"passing-{index}", rng, at, calendar)
        self.passage, self.city = passage, city
        self.committee: Committee = city.committees[_TOWNSHIP]
        self.village: Area = city.villages[_TOWNSHIP][index % len(city.villages[_TOWNSHIP])]
        self.office = city.bodies[POLICE].office if passage.body == POLICE else city.outside[passage.body]

    def run(self) -> Moments:
        """Everything that happens, in order."""
        yield self.at
        self._open()
        if self.passage.is_out:
            yield self.wait(0, 0)
            self._take(self._mine(), "hand_out", self._clerk(), {})
        for step in self.passage.steps:
            yield self.wait(1, 3)
            if step == "refuse":
                self._take(self._mine(), step, self._clerk(), {"refusing_party": "p2"})
            else:
                self.in_child(step, self._doer(step), **self._facts(step))

    def _mine(self) -> Any:
        assert self.matter
        self.matter.refresh_from_db()
        return self.matter

    def _clerk(self) -> Doer:
        return Doer(Actor.COMMITTEE, account=self.committee.clerk, channel=Channel.COUNTER)

    def _doer(self, step: str) -> Doer:
        """The police have people here who sign and answer; what comes on paper the clerk notes down."""
        if self.passage.body == POLICE and step in ("take_there", "hand_back", "tell_progress", "answer"):
            return Doer(Actor.RECEIVER, account=self.city.bodies[POLICE].officer, channel=Channel.COUNTER)
        return self._clerk()

    def _open(self) -> None:
        facts: dict[str, Any] = {
            "kind": "neighbour", "applicants": [self._someone()], "respondents": [self._someone()], "story": _STORY,
            "request": "请他们依法处理，以后不要再吵。", "told_data_use": True,
        }  # fmt: skip
        step = "apply"
        if not self.passage.is_out:
            step = "refer_in"
            facts |= {
                "referred_by": self.office.name, "referred_on": self.today, "referral_number": f"（示例）转字{self.passage.age}号",
                "sender_kind": _BODIES[self.passage.body], "sender_office": self.office.code, "answer_by": self.days_on(30),
            }  # fmt: skip
        self.begin_with(
            "people_mediation", step, self._clerk(), facts, office=self.committee.office, area=self.village
        )

    def _someone(self) -> dict[str, Any]:
        return {"name": names.person(self.rng), "phone": names.phone(self.rng), "address": self.village.name}

    def _facts(self, step: str) -> dict[str, Any]:
        told = {"contact_party": "p1", "contact_by": "phone", "contact_reached": True}
        facts: dict[str, dict[str, Any]] = {
            "send": {
                "handed_to": self.office.code, "handed_kind": _BODIES[self.passage.body], "handed_reason": "请核实推搡的情况，依法处理。",
                "handed_summary": "申请人说上门理论时被推搡，没有受伤。", "passing_basis": "consent", "shared_parties": ["p1"],
                "consented_parties": ["p1"], "answer_wanted_by": self.days_on(30),
            },
            "take_there": {"taken_there_on": self.today, "their_number": "（示例）收字1号"},
            "tell_progress": {"progress_there": "已经转给街道办理。"},
            "hand_back": {"handed_back_on": self.today, "handed_back_reason": "不属于本单位的职权。", "better_body": "派出所"},
            "answer": {"answered_on": self.today, "outcome_there": "done", "answer_text": "已经核实，双方作了保证，以后按时间装修。"},
            "tell_result": told, "keep": told,
            "take_here": {"taken_here_on": self.today, "ask_whom": "调委会值班室"},
            "object_to_sender": {"not_ours_reason": "反映的是行政处罚，应当申请行政复议。", "competent_body": "行政复议机构"},
            "reply": {"replied_on": self.today, "outcome_here": "not_taken", "reply_text": "一方不愿意调解，已经告知别的途径。"},
            "send_back": {"sent_back_reason": "当事人不愿意调解。", "road_instead": "人民法院"},
        }  # fmt: skip
        return facts[step]


def passing_lives(city: City, calendar: Calendar, today: date) -> Iterator[PassingLife]:
    """Every hand-over of the city."""
    for index, passage in enumerate(PASSAGES):
        yield PassingLife(index, passage, city, calendar, today)
