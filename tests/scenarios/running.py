"""Playing a scenario through anything that can take steps: the pure engine here, the doorway elsewhere."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from gongdao.law.calendar import Calendar
from gongdao.procedures.counsel_settlement.declaration import COUNSEL_SETTLEMENT
from gongdao.procedures.engine.case import Case, Happened
from gongdao.procedures.engine.declaration import Actor, Procedure, Step
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.engine.moves import Refused, take
from gongdao.procedures.engine.timing import read_clocks
from gongdao.procedures.handover_in.declaration import HANDOVER_IN
from gongdao.procedures.handover_out.declaration import HANDOVER_OUT
from gongdao.procedures.judicial_confirmation.declaration import JUDICIAL_CONFIRMATION
from gongdao.procedures.legal_aid_evaluation.declaration import LEGAL_AID_EVALUATION
from gongdao.procedures.legal_aid_objection.declaration import LEGAL_AID_OBJECTION
from tests.scenarios.facts import by_title, ordinary
from tests.scenarios.reading import Line, Scenario

WHO: dict[str, tuple[Actor, str | None]] = {
    "申请人": (Actor.APPLICANT, "p1"), "对方": (Actor.RESPONDENT, "p2"), "另一对方": (Actor.RESPONDENT, "p3"),
    "调解员": (Actor.MEDIATOR, None), "调委会": (Actor.COMMITTEE, None), "主任": (Actor.HEAD, None),
    "接收机构": (Actor.RECEIVER, None), "法院": (Actor.COURT, None),
    "机关": (Actor.COMMITTEE, None), "中心": (Actor.COMMITTEE, None), "承办人": (Actor.UNDERTAKER, None), "司法局": (Actor.COMMITTEE, None),
    "对方单位": (Actor.RECEIVER, None), "转来单位": (Actor.SENDER, None),
    "评估人": (Actor.REVIEWER, None), "值班律师": (Actor.UNDERTAKER, None),
    "公证处": (Actor.COMMITTEE, None), "村委会": (Actor.APPLICANT, "p1"), "顾问": (Actor.COUNSEL, None), "律师": (Actor.COUNSEL, None),
}  # fmt: skip
CHILDREN: dict[str, Procedure] = {
    "确认/": JUDICIAL_CONFIRMATION,
    "异议/": LEGAL_AID_OBJECTION,
    "评估/": LEGAL_AID_EVALUATION,
    "核算/": COUNSEL_SETTLEMENT,
    "转办/": HANDOVER_OUT,
    "来件/": HANDOVER_IN,
}


def child_of(words: str) -> tuple[Procedure | None, str]:
    """The child a step or clock is about, if it is about one, and its own words."""
    for prefix, procedure in CHILDREN.items():
        if words.startswith(prefix):
            return procedure, words.removeprefix(prefix)
    return None, words


class Taker(Protocol):
    """Where the steps are taken. ``case`` of the matter itself, ``child`` of the newest child of a procedure."""

    def case(self, at: datetime) -> Case: ...
    def child(self, procedure: Procedure, at: datetime) -> Case: ...
    def take(
        self, step: Step, actor: Actor, party: str | None, facts: Facts, at: datetime, child: Procedure | None
    ) -> None: ...


@dataclass
class EngineTaker:
    """The pure engine: no database, no permissions."""

    procedure: Procedure
    settings: dict[str, Any] = field(default_factory=dict)
    _case: Case | None = None
    _children: dict[str, Case] = field(default_factory=dict)

    def case(self, at: datetime) -> Case:
        if self._case is None:
            self._case = Case(self.procedure, at, Calendar(), settings=self.settings)
        return self._case.at(at)

    def child(self, procedure: Procedure, at: datetime) -> Case:
        parent = self.case(at)
        child = self._children.get(procedure.code) or Case(
            procedure, at, Calendar(), given_kind=parent.kind, settings=self.settings
        )
        return replace(child, now=at, parent=parent)

    def take(
        self, step: Step, actor: Actor, party: str | None, facts: Facts, at: datetime, child: Procedure | None
    ) -> None:
        if child is None:
            self._case = take(self.case(at), step.code, actor, facts)
            self._children.pop(step.opens or "", None)
            return
        self._children[child.code] = take(self.child(child, at), step.code, actor, facts)
        if step.reports:
            self._case = self.case(at).after(Happened(step.reports, at, Actor.SYSTEM))


def play(scenario: Scenario, taker: Taker) -> None:
    """Every line in order; AssertionError names the line that does not hold."""
    for line in scenario.lines:
        try:
            _play_line(line, taker)
        except (AssertionError, Refused) as error:
            raise AssertionError(f"“{line.written}”：{error}") from error


def _play_line(line: Line, taker: Taker) -> None:
    case = taker.case(line.at)
    match line.kind:
        case "步骤":
            _take(line.words[0], line.words[1], line.value, line.at, taker)
        case "不能":
            reason = _refusal(line, taker)
            wanted = line.value["因为"] if isinstance(line.value, dict) else line.value
            assert wanted, "要写明不能办的理由里有什么话"
            assert wanted in reason, f"理由是“{reason}”，没有提到“{wanted}”"
        case "状态":
            about, _ = child_of(f"{line.words[0]}/") if line.words else (None, "")
            read = taker.child(about, line.at) if about else case
            title = read.procedure.state_by_code[read.state].title
            assert title == line.value, f"状态是“{title}”"
        case "期限":
            found = reading_of(line.words[0], taker, line.at)
            assert found == str(line.value), f"期限是“{found}”"
        case "已告知":
            assert line.words[0] in _told(case), f"已告知的是{sorted(_told(case))}"
        case "没告知":
            assert line.words[0] not in _told(case), "已经告知了"
        case "卷内有":
            opened = [p for p in CHILDREN.values() if any(s.opens == p.code for s in case.procedure.steps)]
            papers = {
                read.procedure.paper_by_code[code].title
                for read in (case, *(taker.child(procedure, line.at) for procedure in opened))
                for event in read.happened
                for code in read.procedure.step_by_code[event.step].produces
            }
            assert line.words[0] in papers, f"卷内有{sorted(papers)}"


def _told(case: Case) -> set[str]:
    """The titles of what must have been told by now, where it applies."""
    notices = [
        case.procedure.notice_by_code[code]
        for event in case.happened
        for code in case.procedure.step_by_code[event.step].tells
    ]
    return {n.title for n in notices if n.applies_if is None or n.applies_if(case)}


def _refusal(line: Line, taker: Taker) -> str:
    """Why the step is refused; fails if it is not."""
    given = line.value.get("事实") if isinstance(line.value, dict) else None
    try:
        _take(line.words[0], line.words[1], given, line.at, taker)
    except Refused as refused:
        return str(refused)
    raise AssertionError("这一步本来不能办，却办成了")


def reading_of(title: str, taker: Taker, at: datetime) -> str:
    """A clock in a word: its last day, or 无 (not started), 暂停, 已停, 已过."""
    about, title = child_of(title)
    for reading in read_clocks(taker.child(about, at) if about else taker.case(at)):
        if reading.title == title:
            if reading.paused:
                return "暂停"
            if not reading.running():
                return "已停"
            assert reading.deadline
            return "已过" if reading.overdue(at) else reading.deadline.last_day.isoformat()
    return "无"


def _take(who: str, what: str, given: Any, at: datetime, taker: Taker) -> None:
    about, what = child_of(what)
    procedure = about or taker.case(at).procedure
    step = next((s for s in procedure.steps if s.title == what), None)
    assert step, f"{procedure.title}没有“{what}”这一步"
    who, _, whose = who.partition("代")
    actor, party = WHO[who]
    concerned = WHO[whose][1] if whose else party
    case = taker.child(about, at) if about else taker.case(at)
    facts = ordinary(step, case, at, concerned) | by_title(step.asks, given)
    taker.take(step, actor, party, step.asks.model_validate(facts), at, about)
