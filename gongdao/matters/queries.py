"""Reads. What a person may do next, lists, time lines and dossiers are all read from procedure and events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from gongdao.matters.access import capacities, capacities_of_party
from gongdao.matters.folding import declaration_of, fold
from gongdao.matters.models import Event, Matter, Paper
from gongdao.people.models import Account
from gongdao.people.permissions import Permission
from gongdao.people.queries import Scope, scope
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import ACTOR_TITLES, Actor, Effect, Notice, Place, Procedure, Step
from gongdao.procedures.engine.moves import Offer, offers
from gongdao.procedures.engine.timing import Reading, read_clocks
from gongdao.procedures.safety import is_minded

# Who has to judge a matter in a child of it (an objection, an evaluation) may read it until that is done.
THROUGH_A_CHILD = (Permission.MATTER_READ, Permission.PARTY_REVEAL, Permission.PAPER_READ)


def visible_to(
    account: Account, on: date, permission: Permission = Permission.MATTER_READ
) -> QuerySet[Matter]:
    """The matters this account may read; agrees with ``can`` for every matter."""
    held = scope(account, permission, on)
    condition = _held(account, held) | Q(offered_to_id__in=held.office_ids)
    if permission in THROUGH_A_CHILD:
        judged = Matter.objects.filter(_held(account, held), parent=OuterRef("pk"), closed_at=None)
        condition |= Q(Exists(judged))
    return Matter.objects.filter(condition)


def _held(account: Account, held: Scope) -> Q:
    condition = Q(office_id__in=held.office_ids)
    if held.own_in:
        condition |= Q(owner_id=account.pk, office_id__in=held.own_in)
    return condition


def can(account: Account, permission: Permission, matter: Matter, on: date) -> bool:
    """Whether this account may do this with this matter."""
    held = scope(account, permission, on)
    if matter.offered_to_id in held.office_ids or _is_held(account, held, matter):
        return True
    if permission not in THROUGH_A_CHILD or matter.parent_id:
        return False
    return any(_is_held(account, held, child) for child in matter.children.filter(closed_at=None))


def _is_held(account: Account, held: Scope, matter: Matter) -> bool:
    return matter.office_id in held.office_ids or (
        matter.owner_id == account.pk and matter.office_id in held.own_in
    )


def events_of(matter: Matter) -> Sequence[Event]:
    """The matter's events in order."""
    return list(matter.events.select_related("account").order_by("seq"))


def events_for(
    account: Account, matter: Matter, on: date, permission: Permission = Permission.MATTER_READ
) -> list[Event]:
    """What of a matter's own events is for this account: everything, save for a body that was only asked to answer a
    letter. It sees the latest letter, which is the one to it, and its own answers, and nothing of an earlier body's."""
    events = list(events_of(matter))
    held = scope(account, permission, on)
    if (
        matter.parent is None
        or _is_held(account, held, matter)
        or can(account, permission, matter.parent, on)
    ):
        return events
    steps = declaration_of(matter).step_by_code
    sent = [place for place, event in enumerate(events) if steps[event.step].effect is Effect.OFFER]
    if not sent:
        return events
    return [
        event
        for place, event in enumerate(events)
        if place == sent[-1] or (place > sent[-1] and Actor.RECEIVER in steps[event.step].by)
    ]


def shown_to(account: Account, matter: Matter, on: date) -> Matter:
    """The whole matter; whoever was only asked to take over a child of it is shown that child alone."""
    root = root_of(matter)
    return root if can(account, Permission.MATTER_READ, root, on) else matter


def case_of(matter: Matter, now: datetime) -> Case:
    """The matter's case at ``now``."""
    return fold(matter, matter.events.order_by("seq"), now)


def readings(matter: Matter, now: datetime) -> Sequence[Reading]:
    """Every clock that has started, the soonest end first."""
    return read_clocks(case_of(matter, now))


def offers_for_account(matter: Matter, account: Account, now: datetime) -> list[Offer]:
    """The steps this account could take now, with what still stands against each."""
    return offers(case_of(matter, now), capacities(account, matter, now.date()))


def offers_for_party(matter: Matter, party: str, now: datetime) -> list[Offer]:
    """The steps this party could take now."""
    case = case_of(matter, now)
    return offers(case, capacities_of_party(party, case.parties), party)


def root_of(matter: Matter) -> Matter:
    """The matter the citizen brought: the parent of a child, else itself."""
    return matter.parent or matter


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event in words."""

    event: Event
    step: Step
    at: datetime
    actor_title: str
    by_name: str


def timeline(matter: Matter) -> list[TimelineEntry]:
    """What happened, oldest first, the children's events in their place."""
    entries = []
    for one in (matter, *matter.children.all()):
        steps = fold(one, [], one.opened_at).procedure.step_by_code
        for event in events_of(one):
            name = event.account.display_name if event.account else ""
            title = ACTOR_TITLES[Actor(event.actor)]
            entries.append(TimelineEntry(event, steps[event.step], event.at, title, name))
    return sorted(entries, key=lambda entry: (entry.at, entry.event.pk))


def timeline_for_account(account: Account, matter: Matter, on: date) -> list[TimelineEntry]:
    """What happened, as far as it is for this account."""
    seen = {event.pk for event in events_for(account, matter, on)}
    return [e for e in timeline(matter) if e.event.matter_id != matter.pk or e.event.pk in seen]


def timeline_for_party(matter: Matter, party: str) -> list[TimelineEntry]:
    """What happened, without what others did in confidence and without the children that are not for this side."""
    children = {child.pk for child in children_for_party(matter, party)}
    return [
        entry
        for entry in timeline(matter)
        if (not entry.step.private or entry.event.party == party)
        and (entry.event.matter_id == matter.pk or entry.event.matter_id in children)
    ]


def children_for_party(matter: Matter, party: str) -> list[Matter]:
    """The children that stand on this party's page; a hand-over to the police is not for the other side to see."""
    sides = fold(matter, matter.events.order_by("seq"), matter.changed_at).parties
    actors = capacities_of_party(party, sides)
    return [child for child in matter.children.all() if actors & set(declaration_of(child).shown_to)]


def papers_for_party(matter: Matter, party: str, now: datetime) -> list[tuple[Paper, str]]:
    """The papers, the children's too, that this party may open, with their titles."""
    found = []
    for one in (matter, *children_for_party(matter, party)):
        titles = {paper.code: paper.title for paper in declaration_of(one).papers}
        papers = one.papers.select_related("matter__parent")
        found += [(paper, titles[paper.code]) for paper in papers if may_open(paper, party, now)]
    return found


def may_open(paper: Paper, party: str, now: datetime) -> bool:
    """Whether the declaration leaves this paper open to the side on which the party stands."""
    actors = capacities_of_party(party, case_of(root_of(paper.matter), now).parties)
    return bool(actors & set(declaration_of(paper.matter).paper_by_code[paper.code].open_to))


def hears(account: Account, matter: Matter, step: Step) -> bool:
    """Whether this account may read what was said at a step: a confidence is for who holds the matter alone."""
    return not step.confidential or root_of(matter).owner_id == account.pk


def confidences_from(account: Account, matter: Matter) -> frozenset[str]:
    """The papers kept from this account, whatever its rights, because a confidence stands on them."""
    is_holder = root_of(matter).owner_id == account.pk
    return frozenset() if is_holder else declaration_of(matter).confidences


def may_read(account: Account, paper: Paper, on: date) -> bool:
    """Whether this account may open a paper."""
    allowed = any(
        can(account, Permission.PAPER_READ, one, on) for one in (root_of(paper.matter), paper.matter)
    )
    return (
        allowed
        and paper.code not in confidences_from(account, paper.matter)
        and paper.seq in {e.seq for e in events_for(account, paper.matter, on, Permission.PAPER_READ)}
    )


@dataclass(frozen=True, slots=True)
class NoticeView:
    """Something a person must be told, since when."""

    notice: Notice
    at: datetime


def notices_for(matter: Matter, actors: set[Actor], now: datetime) -> list[NoticeView]:
    """What these people must have been told by what has happened, newest first, each once."""
    case = case_of(matter, now)
    told: dict[str, NoticeView] = {}
    for event in case.happened:
        for code in case.procedure.step_by_code[event.step].tells:
            notice = case.procedure.notice_by_code[code]
            if actors & set(notice.to) and (notice.applies_if is None or notice.applies_if(case)):
                told[code] = NoticeView(notice, event.at)
    return sorted(told.values(), key=lambda view: view.at, reverse=True)


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One line of the list "what must I do next": the open steps and the soonest clock."""

    matter: Matter
    procedure: Procedure
    state_title: str
    steps: Sequence[Step]
    reading: Reading | None
    overdue: bool
    minded: bool  # somebody told us to be careful: look before calling


def work_list(account: Account, now: datetime, *, limit: int = 50, offset: int = 0) -> list[WorkItem]:
    """The open matters this account may act on, the soonest due first, undated ones by age."""
    matters = (
        visible_to(account, now.date(), Permission.MATTER_ACT)
        .filter(closed_at__isnull=True)
        .select_related("office", "owner", "parent", "area")
        .order_by(F("next_due").asc(nulls_last=True), "changed_at")
    )
    return [item for matter in matters[offset : offset + limit] if (item := _work_item(matter, account, now))]


def _work_item(matter: Matter, account: Account, now: datetime) -> WorkItem:
    case = case_of(matter, now)
    found = offers(case, capacities(account, matter, now.date()))
    steps = [offer.step for offer in found if offer.open and offer.place is Place.NEXT]
    running = [reading for reading in read_clocks(case) if reading.running()]
    # What the office must do comes before a right that the parties may use or let lapse.
    reading = next((r for r in running if r.binds_staff), None) or next(
        (r for r in running if not r.overdue(now)), None
    )
    title = case.procedure.state_by_code[case.state].title
    return WorkItem(
        matter,
        case.procedure,
        title,
        steps,
        reading,
        bool(reading and reading.binds_staff and reading.overdue(now)),
        is_minded(case) or (case.parent is not None and is_minded(case.parent)),
    )


@dataclass(frozen=True, slots=True)
class OfficeSummary:
    """What the head of an office needs to see at once. Counts of matters, never of people's merits."""

    open: int
    unassigned: int
    overdue: int
    offered_in: int
    offered_out: int
    load: Sequence[dict[str, Any]]


def office_summary(account: Account, now: datetime) -> OfficeSummary:
    """Load, overdue, unassigned and hand-overs of the offices this account heads."""
    offices = scope(account, Permission.OFFICE_REPORT, now.date()).office_ids
    open_ones = Matter.objects.filter(office_id__in=offices, closed_at__isnull=True)
    load = (
        open_ones.filter(owner__isnull=False)
        .values("owner__display_name")
        .annotate(open=Count("pk"), overdue=Count("pk", filter=Q(next_due__lt=now)))
        .order_by("owner__display_name")
    )
    return OfficeSummary(
        open=open_ones.filter(parent__isnull=True).count(),
        unassigned=open_ones.filter(owner__isnull=True, parent__isnull=True).count(),
        overdue=open_ones.filter(next_due__lt=now).count(),
        offered_in=Matter.objects.filter(offered_to_id__in=offices, parent=None).count(),
        offered_out=open_ones.filter(offered_to__isnull=False, parent=None).count(),
        load=[dict(row) for row in load],
    )
