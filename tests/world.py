"""A small fictional county to act in: offices, people with posts, and a taker that goes through the doorway."""

import itertools
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from django.conf import settings

from gongdao.documents.actions import store_file
from gongdao.law.calendar import SHANGHAI
from gongdao.matters.actions import open_matter, take_step
from gongdao.matters.doer import Channel, Doer
from gongdao.matters.folding import calendar, fold
from gongdao.matters.models import Matter
from gongdao.people import actions, keys
from gongdao.people.models import Account, Area, Office
from gongdao.people.models.office import AreaLevel, OfficeKind
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Actor, Procedure, Step
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION

PASSWORD = "只用于测试-9137"
LONG_AGO = date(2020, 1, 1)
BY = {"by": None, "at": datetime(2020, 1, 1, tzinfo=SHANGHAI)}
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
    b"\x00\x00\x00\rIDATx\x9cc\xf8\xff\xff?\x00\x05\xfe\x02\xfe\xa7\x9a\xa0\xa0\x00\x00\x00\x00IEND\xaeB`\x82"
)
MEDIATION = {
    Actor.MEDIATOR: "mediator",
    Actor.COMMITTEE: "committee_clerk",
    Actor.HEAD: "committee_head",
    Actor.COURT: "committee_clerk",
    Actor.RECEIVER: "other_clerk",
}
AID = {
    Actor.COMMITTEE: "aid_clerk",
    Actor.HEAD: "aid_director",
    Actor.UNDERTAKER: "aid_lawyer",
    Actor.REVIEWER: "peer_reviewer",
}
CENTRE = {Actor.COMMITTEE: "service_clerk", Actor.HEAD: "service_head", Actor.COUNSEL: "adviser"}
AUTHORITY = dict.fromkeys((Actor.MEDIATOR, Actor.COMMITTEE, Actor.COURT), "officer")
# Who acts in which procedure, and in its children that name nobody of their own; a party with no code yet is spoken for by the clerk.
PEOPLE_IN = {
    "people_mediation": MEDIATION,
    "court_mediation": MEDIATION,
    "legal_aid": AID,
    "legal_aid_evaluation": AID,
    "duty_lawyer": AID,
    "village_counsel": CENTRE,
    "counsel_settlement": CENTRE,
    "consultation": CENTRE,
    "petition_reception": CENTRE,
    "notary_booking": {Actor.COMMITTEE: "notary"},
    **{
        f"{sector}_mediation": AUTHORITY
        for sector in ("police", "traffic", "medical", "labour", "land", "consumer")
    },
    "legal_aid_objection": {Actor.COMMITTEE: "objection_officer"},
}
_numbers = itertools.count(1)


@dataclass
class World:
    """Offices and people, by what they are."""

    county: Area
    town: Area
    bureau: Office
    station: Office
    committee: Office
    other_committee: Office
    aid_centre: Office
    police: Office
    centre: Office
    notary_office: Office
    village: Area
    people: dict[str, Account] = field(default_factory=dict)


def build_world() -> World:
    """A county bureau, a township station, two committees below it, and one person in every role."""
    if not Path(settings.GONGDAO_KEYS).exists():
        keys.create(Path(settings.GONGDAO_KEYS))
    city = actions.create_area(**BY, code="990100", name="示例市", level=AreaLevel.CITY, parent=None)
    county = actions.create_area(**BY, code="990101", name="示例县", level=AreaLevel.COUNTY, parent=city)
    town = actions.create_area(**BY, code="990101100", name="示例镇", level=AreaLevel.TOWNSHIP, parent=county)
    bureau = actions.create_office(
        **BY, code="BJ", name="示例县司法局", kind=OfficeKind.COUNTY_BUREAU, area=county, parent=None
    )
    station = actions.create_office(
        **BY, code="SFS", name="示例镇司法所", kind=OfficeKind.STATION, area=town, parent=bureau
    )
    committee = actions.create_office(
        **BY, code="TWH", name="示例镇人民调解委员会", kind=OfficeKind.COMMITTEE, area=town, parent=station
    )
    other = actions.create_office(
        **BY, code="TWH2", name="另一镇人民调解委员会", kind=OfficeKind.COMMITTEE, area=town, parent=station
    )
    centre = actions.create_office(
        **BY, code="FYZX", name="示例县法律援助中心", kind=OfficeKind.LEGAL_AID, area=county, parent=bureau
    )
    police = actions.create_office(
        **BY, code="PCS", name="示例派出所", kind=OfficeKind.POLICE_STATION, area=town, parent=None
    )
    village = actions.create_area(
        **BY, code="990101100201", name="示例村", level=AreaLevel.VILLAGE, parent=town
    )
    services = actions.create_office(
        **BY,
        code="GGZX",
        name="示例县公共法律服务中心",
        kind=OfficeKind.SERVICE_CENTRE,
        area=county,
        parent=bureau,
    )
    notaries = actions.create_office(
        **BY, code="GZC", name="示例县公证处", kind=OfficeKind.NOTARY_OFFICE, area=county, parent=None
    )
    world = World(
        county, town, bureau, station, committee, other, centre, police, services, notaries, village
    )
    for name, role, office in (
        ("mediator", "mediator", committee), ("second_mediator", "mediator", committee),
        ("committee_clerk", "committee_clerk", committee), ("committee_head", "committee_head", committee),
        ("other_mediator", "mediator", other), ("other_clerk", "committee_clerk", other),
        ("other_head", "committee_head", other), ("station_officer", "station_officer", station),
        ("bureau_chief", "bureau_chief", bureau), ("auditor", "auditor", bureau),
        ("administrator", "administrator", bureau), ("aid_clerk", "aid_clerk", centre),
        ("aid_director", "aid_director", centre), ("aid_lawyer", "undertaker", centre),
        ("second_aid_lawyer", "undertaker", centre), ("peer_reviewer", "peer_reviewer", centre),
        ("objection_officer", "objection_officer", bureau), ("officer", "authority_officer", police),
        ("second_officer", "authority_officer", police), ("service_officer", "service_officer", bureau),
        ("service_clerk", "service_clerk", services), ("service_head", "service_head", services),
        ("notary", "notary", notaries), ("adviser", "counsel", services), ("second_adviser", "counsel", services),
    ):  # fmt: skip
        world.people[name] = add_person(name, role, office)
    return world


def authority(world: World, kind: str) -> Office:
    """The body of this kind, where the two officers also work; it comes into being when it is first asked for."""
    known = Office.objects.filter(kind=kind).first()
    if known:
        return known
    title = OfficeKind(kind).label
    office = actions.create_office(
        **BY, code=kind.upper()[:18], name=f"示例{title}", kind=kind, area=world.town, parent=None
    )
    for name in ("officer", "second_officer"):
        actions.appoint(world.people[name], office, "authority_officer", starts=LONG_AGO, **BY)
    return office


def outside(world: World) -> Office:
    """A body that hands matters over through its own system; it comes into being when it is first asked for."""
    known = Office.objects.filter(code="ZZZX").first()
    return known or actions.create_office(
        **BY,
        code="ZZZX",
        name="示例县综治中心",
        kind=OfficeKind.GOVERNANCE_CENTRE,
        area=world.county,
        parent=None,
    )


def add_person(name: str, role: str, office: Office) -> Account:
    """An account with one post."""
    account = actions.create_account(username=name, display_name=f"示例{name}", password=PASSWORD, **BY)
    actions.appoint(account, office, role, starts=LONG_AGO, **BY)
    return account


def next_key() -> str:
    """An idempotency key that no other step uses."""
    return f"test-{next(_numbers)}"


@dataclass
class DoorwayTaker:
    """Plays steps through the doorway, as the right person of the world."""

    world: World
    procedure: Procedure = PEOPLE_MEDIATION
    matter: Matter | None = None

    @property
    def office(self) -> Office:
        """Where a matter of this procedure begins."""
        if "legal_aid" in self.procedure.offices:
            return self.world.aid_centre
        if "service_centre" in self.procedure.offices:
            return self.world.centre
        if "notary_office" in self.procedure.offices:
            return self.world.notary_office
        if self.procedure.offices and "committee" not in self.procedure.offices:
            return authority(self.world, self.procedure.offices[0])
        return self.world.committee

    def case(self, at: datetime) -> Case:
        if self.matter is None:
            return Case(self.procedure, at, calendar(), settings=self.office.settings)
        return fold(self._fresh(), self.matter.events.order_by("seq"), at)

    def child(self, procedure: Procedure, at: datetime) -> Case:
        child = self._child(procedure)
        if child is None:
            return Case(procedure, at, self.case(at).calendar, parent=self.case(at))
        return fold(child, child.events.order_by("seq"), at)

    def take(
        self, step: Step, actor: Actor, party: str | None, facts: Facts, at: datetime, child: Procedure | None
    ) -> None:
        doer = self.doer(actor, party, child, apart=bool(step.apart_from))
        if self.matter is None:
            opening = Doer(actor, channel=Channel.WEB) if actor is Actor.APPLICANT else doer
            self.matter = open_matter(
                procedure=self.procedure.code, office=self.office, step=step.code, doer=opening, at=at, facts=facts,
                key=next_key(),
            ).matter  # fmt: skip
            return
        matter = self._child(child) if child else self._fresh()
        assert matter, f"还没有{child.title if child else self.procedure.title}"
        take_step(matter, step.code, doer=doer, at=at, facts=facts, key=next_key())

    def doer(
        self, actor: Actor, party: str | None, child: Procedure | None = None, *, apart: bool = False
    ) -> Doer:
        """Parties act for themselves; staff in their posts; a party with no code yet through a clerk."""
        if party:
            return Doer(actor, party=party)
        if actor is Actor.SENDER or (child and actor is Actor.RECEIVER):
            return Doer(actor, office=outside(self.world), channel=Channel.EXCHANGE)
        own = PEOPLE_IN[self.procedure.code]
        role = (PEOPLE_IN.get(child.code, own) if child else own)[actor]
        if apart and role == "officer":
            role = "second_officer"
        if self._is_taken_over() and actor is not Actor.RECEIVER:
            role = {
                "mediator": "other_mediator",
                "committee_clerk": "other_clerk",
                "committee_head": "other_head",
            }[role]
        return Doer(actor, account=self.world.people[role], channel=Channel.COUNTER)

    def _is_taken_over(self) -> bool:
        return bool(self.matter and self._fresh().office_id == self.world.other_committee.pk)

    def _fresh(self) -> Matter:
        assert self.matter
        return Matter.objects.select_related("office", "parent").get(pk=self.matter.pk)

    def _child(self, procedure: Procedure) -> Matter | None:
        assert self.matter
        return (
            Matter.objects.filter(parent=self.matter, procedure=procedure.code)
            .select_related("office", "parent")
            .order_by("-pk")
            .first()
        )


def now_on(day: str, clock: str = "10:00") -> datetime:
    """A moment in Shanghai."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=SHANGHAI)


def a_photo(at: datetime) -> str:
    """The fingerprint of a small photo in the store."""
    return store_file(PNG, at=at).pk
