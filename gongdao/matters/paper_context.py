"""What a template may say about a matter: read from the events up to the one that produced the paper."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any, get_args

from gongdao.matters.folding import declaration_of, fold
from gongdao.matters.models import Event, Matter, Paper
from gongdao.matters.revealing import PartyView, opened_facts, parties_until
from gongdao.people.models import Account, Office
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.declaration import Effect, Procedure
from gongdao.procedures.engine.facts import FactMark, PartySide
from gongdao.procedures.engine.marks import marked_fields
from gongdao.procedures.safety import sides_in_fear
from gongdao.triage.kinds import KINDS

WITHHELD = "（按本人要求不写在这里，由调解委员会保存）"

SIDE_TITLES = {
    PartySide.APPLICANT.value: "申请人",
    PartySide.RESPONDENT.value: "被申请人",
    PartySide.OPPOSING.value: "对方",
    PartySide.OTHER.value: "其他参加人",
}


@dataclass(frozen=True, slots=True)
class PaperParty:
    """A party as papers show it."""

    ref: str
    side: str
    side_title: str
    name: str
    is_organisation: bool
    gender: str
    ethnic_group: str
    birth_date: date | None
    id_number: str
    occupation: str
    phone: str
    address: str
    representative: str


class PaperContext:
    """The ``c`` of a template."""

    def __init__(self, paper: Paper) -> None:
        self.matter: Matter = paper.matter
        self.root: Matter = paper.matter.parent or paper.matter
        self._events = list(
            self.matter.events.filter(seq__lte=paper.seq).select_related("account").order_by("seq")
        )
        self._event: Event = self._events[-1]
        self._declared = declaration_of(paper.matter).paper_by_code[paper.code]
        self.facts: dict[str, Any] = opened_facts(self.matter, self._event.facts)
        self.number = self.root.number
        self.at: datetime = self._event.at
        self.step = self._event.step
        self.channel = self._event.channel
        self.by_name = self._event.account.display_name if self._event.account else ""
        self.opened_at: datetime = self.root.opened_at
        self.office: Office = paper.office

    @property
    def procedure_title(self) -> str:
        return declaration_of(self.root).title

    @property
    def title(self) -> str:
        """What this paper is called."""
        return self._declared.title

    @property
    def basis(self) -> str:
        """The articles the paper rests on: 《医疗纠纷条例》第40条."""
        articles: dict[str, list[str]] = {}
        for cite in self._declared.cites:
            articles.setdefault(cite.law.short, []).append(cite.article)
        return "、".join(self.cite(law, *dict.fromkeys(found)) for law, found in articles.items())

    @property
    def kind(self) -> str:
        """The kind of dispute in words."""
        code = self._case.kind
        return KINDS[code].title if code in KINDS else code

    @cached_property
    def _case(self) -> Case:
        return fold(self.matter, self._events, self.at)

    @cached_property
    def _root_case(self) -> Case:
        return self._case if self.matter == self.root else fold(self.root, self._parent_events, self.at)

    @cached_property
    def _procedure(self) -> Procedure:
        return declaration_of(self.matter)

    @cached_property
    def first(self) -> dict[str, Any]:
        """The facts of the first event: the application."""
        return opened_facts(self.matter, self._events[0].facts)

    @property
    def source(self) -> str:
        """How the matter came in."""
        first = self._events[0]
        if first.step == "refer_in":
            return f"{self.first['referred_by']}告知"
        return "主动调解" if first.step == "start_own" else "当事人申请"

    @cached_property
    def _parties(self) -> dict[str, PaperParty]:
        until = self._event.seq if self.matter == self.root else self._parent_events[-1].seq
        return {ref: _paper_party(view) for ref, view in parties_until(self.root, until).items()}

    def _side(self, *sides: str) -> list[PaperParty]:
        return [party for party in self._parties.values() if party.side in sides]

    @property
    def applicants(self) -> list[PaperParty]:
        return self._side("applicant")

    @property
    def respondents(self) -> list[PaperParty]:
        return self._side("respondent")

    @property
    def principals(self) -> list[PaperParty]:
        """The parties as a paper shows them that both sides receive: not where somebody afraid can be found."""
        hidden = sides_in_fear(self._root_case)
        return [
            replace(party, phone=WITHHELD, address=WITHHELD) if party.side in hidden else party
            for party in self._side("applicant", "respondent")
        ]

    @property
    def opponents(self) -> list[PaperParty]:
        return self._side("opposing")

    @property
    def others(self) -> list[PaperParty]:
        return self._side("other")

    @property
    def party_names(self) -> str:
        return "、".join(party.name for party in self.principals)

    @property
    def applicant_names(self) -> str:
        return "、".join(party.name for party in self.applicants)

    @property
    def respondent_names(self) -> str:
        return "、".join(party.name for party in self.respondents)

    def party(self, ref: str) -> PaperParty:
        """A party by its reference; KeyError for one that does not exist."""
        return self._parties[ref]

    def name(self, ref: str) -> str:
        return self._parties[ref].name

    def names(self, refs: Iterable[str]) -> str:
        return "、".join(self.name(ref) for ref in refs)

    @cached_property
    def holder(self) -> str:
        """Who held the matter at that moment, by name: the mediator (several, if several were appointed; 人民调解法
        art. 19), the undertaker of legal aid."""
        matter_events = self._events if self.matter == self.root else self.root.events.order_by("seq")
        steps = declaration_of(self.root).step_by_code
        for event in reversed(list(matter_events)):
            step = steps[event.step]
            if step.effect is Effect.ASSIGN and step.effect_fact:
                named = [event.facts[step.effect_fact], *event.facts.get("more_mediators", ())]
                accounts = Account.objects.in_bulk([int(one) for one in named])
                return "、".join(accounts[int(one)].display_name for one in named)
        return ""

    @property
    def latest(self) -> dict[str, Any]:
        """The latest value of every fact."""
        return opened_facts(self.matter, _merged(self._open_events))

    @property
    def _open_events(self) -> list[Event]:
        """What happened, without what was said in confidence: that stands on its own paper alone."""
        steps = self._procedure.step_by_code
        return [e for e in self._events if e == self._event or not steps[e.step].confidential]

    def read_by(self, reads: "Callable[[Case, Mapping[str, Any]], Any] | None") -> Any:
        """What the paper's own reader makes of the case."""
        return reads(self._case, self.latest) if reads else None

    def past(self, step: str) -> list[dict[str, Any]]:
        """The facts of every time a step was taken, with ``at``."""
        return [
            opened_facts(self.matter, event.facts) | {"at": event.at}
            for event in self._open_events
            if event.step == step
        ]

    def label(self, field: str, value: str) -> str:
        """A choice in words; one that is no longer offered as it was kept."""
        return _labels(self._procedure)[field].get(value, value)

    def cite(self, law: str, *articles: str) -> str:
        """《人民调解法》第4条、第23条."""
        return f"《{law}》" + "、".join(f"第{article}条" for article in articles)

    def office_named(self, code: str) -> str:
        return Office.objects.get(code=code).name

    @property
    def state_before(self) -> str:
        """Where the matter stood before this event."""
        case = fold(self.matter, self._events[:-1], self.at)
        return case.procedure.state_by_code[case.state].title

    @cached_property
    def contents(self) -> Sequence[dict[str, Any]]:
        """What lies in the dossier, in order."""
        lines: dict[str, dict[str, Any]] = {}
        for one in (self.root, *self.root.children.all()):
            papers = declaration_of(one).paper_by_code
            for paper in one.papers.filter(seq__lte=self._event.seq if one == self.matter else 2**31):
                declared = papers[paper.code]
                line = lines.setdefault(
                    paper.code, {"slot": declared.slot, "title": declared.title, "count": 0}
                )
                line["count"] += 1
        return sorted(lines.values(), key=lambda line: line["slot"])

    # -- for a child ------------------------------------------------------------------------------------------

    @cached_property
    def _parent_events(self) -> list[Event]:
        return list(self.root.events.filter(at__lte=self.at).order_by("seq"))

    @cached_property
    def parent(self) -> dict[str, Any]:
        """The latest facts of the mediation this belongs to."""
        steps = declaration_of(self.root).step_by_code
        told = [event for event in self._parent_events if not steps[event.step].confidential]
        return opened_facts(self.root, _merged(told))

    @property
    def parent_number(self) -> str:
        return self.root.number

    @property
    def parent_effective_on(self) -> datetime | None:
        """The day the agreement took effect."""
        event = self._root_case.last("sign_agreement", "settle_orally")
        return self._root_case.moment(event) if event else None

    def file_refs(self) -> list[str]:
        """The fingerprints of the files this event points to."""
        step = self._procedure.step_by_code[self._event.step]
        return [
            self.facts[name]
            for name, marks in marked_fields(step.asks).items()
            if FactMark.FILE in marks and self.facts.get(name)
        ]


def _merged(events: Iterable[Event]) -> dict[str, Any]:
    """The latest value of every fact."""
    merged: dict[str, Any] = {}
    for event in events:
        merged |= event.facts
    return merged


def _paper_party(view: PartyView) -> PaperParty:
    return PaperParty(
        ref=view.ref, side=view.side, side_title=SIDE_TITLES[view.side], **view.particulars.model_dump()
    )


def _labels(procedure: Procedure) -> dict[str, dict[str, str]]:
    """Every choice field of a procedure: its values and their words."""
    found: dict[str, dict[str, str]] = {}
    models = [step.asks for step in procedure.steps]
    while models:
        for name, field in models.pop().model_fields.items():
            for kind in (field.annotation, *get_args(field.annotation)):
                if isinstance(kind, type) and issubclass(kind, Choice):
                    found[name] = {member.value: member.label for member in kind}
                elif isinstance(kind, type) and hasattr(kind, "model_fields"):
                    models.append(kind)
    return found
