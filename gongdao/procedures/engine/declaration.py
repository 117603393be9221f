"""What a procedure is: a frozen declaration that reads aloud.

States, steps (who may take one, from where, what it asks, what it produces, what guards it), clocks, notices
and papers. Everything cites an article. The form, the API schema, the deadline, the explanation of a refusal,
the generated page and the permission snapshot all come from here.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gongdao.law.calendar import Unit
from gongdao.law.citation import Citation
from gongdao.procedures.engine.facts import Facts, NoFacts

if TYPE_CHECKING:
    from gongdao.procedures.engine.case import Case


class Actor(StrEnum):
    """In which capacity somebody takes a step."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    MEDIATOR = "mediator"  # the mediator this matter is assigned to
    COMMITTEE = "committee"  # staff of the office that holds the matter
    HEAD = "head"  # the head of that office
    RECEIVER = "receiver"  # the office to which the matter has been offered: its staff, or its own system
    SENDER = "sender"  # another body that handed the matter in, through its own system
    UNDERTAKER = "undertaker"  # who gives the legal aid of this matter
    COUNSEL = "counsel"  # the lawyer or legal worker who advises in this matter
    REVIEWER = "reviewer"  # the colleague who is asked to evaluate this matter
    COURT = "court"  # what a court did, recorded by the office from the court's paper
    SYSTEM = "system"  # a consequence of another step


ACTOR_TITLES = {
    Actor.APPLICANT: "申请人",
    Actor.RESPONDENT: "被申请人",
    Actor.MEDIATOR: "调解员",
    Actor.COMMITTEE: "经办机构",
    Actor.HEAD: "机构负责人",
    Actor.RECEIVER: "拟接收的机构",
    Actor.SENDER: "转来的单位",
    Actor.UNDERTAKER: "法律援助人员",
    Actor.COUNSEL: "法律顾问、律师",
    Actor.REVIEWER: "评估人员",
    Actor.COURT: "人民法院（由经办机构据文书登记）",
    Actor.SYSTEM: "系统",
}


class Effect(StrEnum):
    """What a step changes about who holds the matter, beyond its state."""

    ASSIGN = "assign"  # the fact named by ``effect_fact`` (a StaffRef) holds the matter from now on
    OFFER = "offer"  # the fact named by ``effect_fact`` (an OfficeRef) is asked to take the matter over
    TAKE_OVER = "take_over"  # the office asked now holds the matter; nobody in it does yet
    HAND_BACK = "hand_back"  # the office asked is asked no longer (has answered, or does not take it); it sees no more
    SCAN = "scan"  # the paper named by fact ``scan_of`` is filled by the uploaded file of fact ``scan_file``


class Place(StrEnum):
    """Where a step stands among what may be done: what moves the matter on, what may be noted at any time, what ends it."""

    NEXT = "next"
    ASIDE = "aside"
    ENDING = "ending"


# What a form offers to choose from: the value and its words.
Answers = Sequence[tuple[str, str]]
PARTIES = (Actor.APPLICANT, Actor.RESPONDENT)
# Whether a step has been done already: by this party, or (None) by everybody who has to.
Settled = Callable[["Case", str | None], bool]
# The capacities of the person a matter is assigned to; a procedure says which of them is its own.
ASSIGNED = (Actor.MEDIATOR, Actor.UNDERTAKER, Actor.COUNSEL, Actor.REVIEWER)


@dataclass(frozen=True, slots=True)
class Guard:
    """A named condition on the case. ``text`` is the one Chinese sentence a lawyer reads."""

    name: str
    text: str
    cites: tuple[Citation, ...]
    test: Callable[["Case"], bool]

    def __call__(self, case: "Case") -> bool:
        return self.test(case)


@dataclass(frozen=True, slots=True)
class Rule:
    """A named condition on the facts given with a step: returns why they are refused, or nothing."""

    name: str
    text: str
    cites: tuple[Citation, ...]
    refuse: Callable[["Case", Any], Sequence[str]]

    def __call__(self, case: "Case", facts: Any) -> Sequence[str]:
        return self.refuse(case, facts)


def _sentence(function: Callable[..., Any]) -> str:
    text = (function.__doc__ or "").strip()
    if not text:
        raise ValueError(f"{function.__name__} needs a one-line Chinese docstring")
    return text.splitlines()[0]


def guard(*cites: Citation) -> Callable[[Callable[["Case"], bool]], Guard]:
    """Make a predicate on the case a guard; its docstring is what people read when it refuses."""

    def wrap(function: Callable[["Case"], bool]) -> Guard:
        return Guard(function.__name__, _sentence(function), cites, function)

    return wrap


def rule(*cites: Citation) -> Callable[[Callable[["Case", Any], Sequence[str]]], Rule]:
    """Make a function that lists reasons against the given facts a rule."""

    def wrap(function: Callable[["Case", Any], Sequence[str]]) -> Rule:
        return Rule(function.__name__, _sentence(function), cites, function)

    return wrap


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """Where a matter stands, in a word for people and a sentence that explains it."""

    code: str
    title: str
    meaning: str
    final: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What somebody must be told. It is read from procedure and events, not stored. Text is plain Chinese."""

    code: str
    title: str
    to: tuple[Actor, ...]
    text: str
    cites: tuple[Citation, ...]
    applies_if: Guard | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A statutory paper: its slot in the dossier (FIELD order), whether it must be there, and its template."""

    code: str
    title: str
    slot: int
    template: str
    cites: tuple[Citation, ...]
    must: bool = False
    open_to: tuple[Actor, ...] = ()  # the parties who may open it themselves
    signed_by: tuple[str, ...] = ()  # who signs the printed page, in words: 各方当事人, 调解员
    signature_required: bool = (
        False  # the law makes it depend on ink: the self-check asks for the signed page
    )
    reads: "Callable[[Case, Mapping[str, Any]], Any] | None" = (
        None  # what the template shows beyond the facts, as ``r``
    )
    stands_for: str = ""  # the official form in whose place it stands, where that form's text is not on file


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One lawful thing somebody may do. ``target=None`` leaves the state as it is."""

    code: str
    title: str
    source: tuple[str, ...]
    target: str | None
    by: tuple[Actor, ...]
    cites: tuple[Citation, ...]
    asks: type[Facts] = NoFacts
    applies_if: Guard | None = None  # only in such matters: elsewhere nobody even sees it
    only_if: tuple[Guard, ...] = ()
    rules: tuple[Rule, ...] = ()
    produces: tuple[str, ...] = ()
    tells: tuple[str, ...] = ()
    opens: str | None = None  # the code of a child procedure that starts with this step
    opens_above: bool = False  # the child belongs to the office above, which has to judge this one
    reports: str | None = None  # the parent's step that follows by itself
    effect: Effect | None = None
    effect_fact: str | None = None
    acts_for: str | None = None  # the fact (a PartyRef) that names the party whose act this is
    dated_by: str | None = None  # the fact (a date) on which the act really took place, if noted down later
    place: Place = Place.NEXT
    settled: "Settled | None" = None  # once done it stands aside; may be done again
    shows: tuple[str, ...] = ()  # notices that must be read before: they stand above the form
    shows_said: str | None = (
        None  # the step whose latest facts must be read before, e.g. the draft to be read back
    )
    apart_from: tuple[str, ...] = ()  # steps that somebody else must have taken: four eyes
    private: bool = (
        False  # not shown to the other parties: what one asks for one's own safety, a report, a complaint
    )
    confidential: bool = (
        False  # what is said here is kept for the person who holds the matter, and never leaves on a paper
    )
    says: str = (
        ""  # the fact that is a turn of the talk between somebody and the office: both read it as one thread
    )
    own_words: str = ""  # the title as a party says it of itself, where that differs
    remark: str = ""  # one plain sentence for the person about to take it

    @property
    def party_title(self) -> str:
        """What the step is called on the parties' own page."""
        return self.own_words or self.title


@dataclass(frozen=True, slots=True)
class Setting:
    """A figure the office fills in, for what no text at hand states. ``None`` until it is filled in.

    A ``dated`` one is filled in for the time from a day on; a matter keeps the figure of the day it began.
    """

    name: str
    title: str
    dated: bool = False


@dataclass(frozen=True, slots=True)
class On:
    """A day something happened: a step was taken, or the day that a fact of that step names.

    ``day`` reads the day from the whole case instead (the last day owed under an agreement); ``of_parent`` looks
    for the step in the matter this one belongs to.
    """

    step: str
    fact: str | None = None
    day: "Callable[[Case], date | None] | None" = None
    of_parent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A period of time with its article: what starts, stops and pauses it, and what its end means.

    ``closes`` lists the steps that may no longer be taken once it has run out; ``extended_by`` names the fact
    (a date) with which the parties lengthened it; ``reopened_by`` the steps that undo a stop, so that the period
    runs on as if it had never stopped.
    """

    code: str
    title: str
    amount: int | Setting
    unit: Unit
    starts: tuple[On, ...]
    stops: tuple[str, ...]
    cites: tuple[Citation, ...]
    expiry: str
    applies_if: Guard | None = None
    pauses: tuple[tuple[str, str], ...] = ()  # (step that stops it, step that lets it run on)
    extended_by: On | None = None
    reopened_by: tuple[str, ...] = ()
    closes: tuple[str, ...] = ()
    who: tuple[Actor, ...] = ()  # who must act before it ends


@dataclass(frozen=True, slots=True)
class Due:
    """One thing owed by a day: what, when, and when it was done (None while it is not)."""

    title: str
    day: date
    done_at: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """Days that the people agreed on themselves, e.g. instalments. ``dues`` reads them from the case."""

    code: str
    title: str
    dues: "Callable[[Case], Sequence[Due]]"
    cites: tuple[Citation, ...]
    expiry: str
    who: tuple[Actor, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """A statutory procedure, in force for matters that begin on or after ``effective``."""

    code: str
    title: str
    effective: date
    initial: str
    states: tuple[State, ...]
    steps: tuple[Step, ...]
    clocks: tuple[Clock, ...] = ()
    schedules: tuple[Schedule, ...] = ()
    notices: tuple[Notice, ...] = ()
    papers: tuple[Paper, ...] = ()
    summary: str = ""
    settings: tuple[Setting, ...] = field(default=())
    held_by: Actor | None = Actor.MEDIATOR  # as what the person acts to whom a matter is assigned
    offices: tuple[str, ...] = ()  # the kinds of office that carry it; none named: any
    kinds: tuple[str, ...] = ()  # the kinds of dispute it is for; none named: any
    roads: tuple[str, ...] = ()  # the roads of triage that lead here, where they have another name
    free: bool = True  # whether it costs the person nothing
    where: str = ""  # which of them to turn to, in plain words
    answers: "tuple[tuple[str, Callable[[Case], Answers]], ...]" = ()
    """By fact: what the case itself offers to choose from."""
    shown_to: tuple[Actor, ...] = PARTIES  # on whose page a child of this procedure stands

    @cached_property
    def step_by_code(self) -> dict[str, Step]:
        return {step.code: step for step in self.steps}

    @cached_property
    def state_by_code(self) -> dict[str, State]:
        return {state.code: state for state in self.states}

    @cached_property
    def confidences(self) -> frozenset[str]:
        """The papers on which something said in confidence stands."""
        return frozenset(code for step in self.steps if step.confidential for code in step.produces)

    @cached_property
    def paper_by_code(self) -> dict[str, Paper]:
        return {paper.code: paper for paper in self.papers}

    @cached_property
    def notice_by_code(self) -> dict[str, Notice]:
        return {notice.code: notice for notice in self.notices}


def holder_title(procedure: Procedure) -> str:
    """What the person who holds such a matter is called."""
    return ACTOR_TITLES[procedure.held_by] if procedure.held_by else ""
