"""Building the city: areas, offices, people and posts, all through the ordinary actions."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.people import actions
from gongdao.people.models import Account, Area, Office
from gongdao.people.models.office import AreaLevel, OfficeKind
from gongdao.people.roles import ROLES
from gongdao.procedures.legal_aid.declaration import LEGAL_AID
from gongdao.site.demo.accounts import PASSWORD, DemoAccount
from gongdao.site.demo.bodies import OF_A_COUNTY, OF_A_RURAL_TOWNSHIP, OF_A_TOWNSHIP, Body
from gongdao.site.demo.centre import DATED_FIGURES, FIGURES, ServiceCentre
from gongdao.site.demo.names import staff
from gongdao.site.demo.places import CITY_CODE, CITY_NAME, COUNTIES, TOWNSHIPS, County, Township
from gongdao.site.demo.practices import AID_LAWYERS, enter_all

BUREAU_CODE = "MH"  # the city bureau: where it is, the demo city is
SECTORS = (
    ("medical", "医疗纠纷人民调解委员会", ("medical",)),
    ("labour", "劳动争议人民调解委员会", ("migrant_wages", "other_labour")),
    ("traffic", "道路交通事故人民调解委员会", ("traffic",)),
)
# Figures no statute states; every committee of this city uses the same.
SETTINGS = {
    "general_target_days": 30, "visit_after_days": 30, "handover_send_days": 2, "handover_receipt_days": 5,
    "handover_arrange_days": 5, "handover_tell_days": 3, "handover_reply_days": 5, "handover_result_days": 60,
}  # fmt: skip
# Bodies outside the bureau with which matters are exchanged; they have nobody here.
OUTSIDE = (
    (OfficeKind.GOVERNANCE_CENTRE, "MH-ZZZX", "综治中心"),
    (OfficeKind.PETITION_OFFICE, "MH-XFJ", "信访局"),
    (OfficeKind.HOTLINE, "MH-12348", "12348热线"),
)
# What the act leaves to the province, the ministry's rules and the office. These figures are made up.
AID_FIGURES = {
    "income_line": 1800, "supplement_days": 10, "papers_after_days": 10, "reappoint_days": 3, "progress_days": 45,
    "report_days": 30, "file_check_days": 30, "pay_days": 30, "objection_days": 15, "subsidy_civil": 1500,
    "subsidy_criminal": 1800, "subsidy_out_of_court": 1200, "subsidy_drafting": 300,
}  # fmt: skip
DATED = frozenset(setting.name for setting in LEGAL_AID.settings if setting.dated)
# The accounts shown first: one in every role, in one township and the bureaus above it.
_FEATURED = {
    "qiaotou.mediator", "qiaotou.clerk", "qiaotou.head", "qiaotou.station", "mingdong.chief", "minghe.chief",
    "minghe.auditor", "minghe.admin", "minghe.objections", "minghe.services", "services.clerk", "services.head", "services.lawyer1", "notary.clerk",
    "aid.clerk", "aid.director", "aid.lawyer1", "aid.reviewer",
    "qiaotou.police", "labour.mediator", "medical.head",
}  # fmt: skip


@dataclass
class Committee:
    """A mediation committee with the people in it; ``mediators`` includes the head."""

    office: Office
    head: Account
    clerk: Account
    mediators: list[Account]


@dataclass
class AidCentre:
    """The legal aid centre with the people in it, and who examines objections at the bureau."""

    office: Office
    clerk: Account
    director: Account
    lawyers: list[Account]
    reviewer: Account
    officer: Account


@dataclass
class City:
    """What the seeding needs to act: committees by township code, sector committees by kind of dispute, the bodies that
    mediate under a law of their own by kind of office."""

    aid: AidCentre = field(init=False)
    services: ServiceCentre = field(init=False)

    committees: dict[str, Committee] = field(default_factory=dict)
    sectors: dict[str, Committee] = field(default_factory=dict)
    villages: dict[str, list[Area]] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    outside: dict[str, Office] = field(default_factory=dict)
    accounts: list[DemoAccount] = field(default_factory=list)


def build_city(since: date) -> City:
    """The whole city; posts begin on ``since``."""
    return _Builder(since).build()


class _Builder:
    def __init__(self, since: date) -> None:
        self.since = since
        self.stamp: dict[str, Any] = {"by": None, "at": datetime.combine(since, time(9), SHANGHAI)}
        self.city = City()
        self.people = 0

    def build(self) -> City:
        city_area = self.area(
            CITY_CODE, CITY_NAME, AreaLevel.CITY, None, sum(t.population for t in TOWNSHIPS)
        )
        bureau = self.office(BUREAU_CODE, f"{CITY_NAME}司法局", OfficeKind.CITY_BUREAU, city_area, None)
        self.person("minghe.chief", bureau, "bureau_chief")
        self.person("minghe.auditor", bureau, "auditor")
        self.person("minghe.admin", bureau, "administrator")
        self.city.services = self.service_centre(city_area, bureau)
        self.office("MH-RMFY", f"{CITY_NAME}示例人民法院", OfficeKind.COURT, city_area, None)
        for kind, code, title in OUTSIDE:
            self.city.outside[kind.value] = self.office(
                code, f"{CITY_NAME}示例{title}", kind, city_area, None
            )
        for county in COUNTIES:
            self.county(county, city_area, bureau)
        for short, title, kinds in SECTORS:
            office = self.office(
                f"MH-{short.upper()}", f"{CITY_NAME}{title}", OfficeKind.SECTOR_COMMITTEE, city_area, bureau, kinds
            )  # fmt: skip
            committee = self.committee(short, office, clerks=False)
            self.city.sectors.update(dict.fromkeys(kinds, committee))
        self.city.aid = self.aid_centre(city_area, bureau)
        enter_all(self.city.aid.lawyers, self.stamp)
        self.person("minghe.services", bureau, "service_officer")
        return self.city

    def aid_centre(self, area: Area, bureau: Office) -> AidCentre:
        """The centre, its lawyers, and the figures that the province and the office set."""
        office = self.office("MH-FY", f"{CITY_NAME}法律援助中心", OfficeKind.LEGAL_AID, area, bureau)
        for name, figure in AID_FIGURES.items():
            value = {self.since.isoformat(): figure} if name in DATED else figure
            actions.set_office_setting(office, name, value, **self.stamp)
        lawyers = [
            self.person(f"aid.lawyer{n}", office, "undertaker") for n in range(1, len(AID_LAWYERS) + 1)
        ]
        return AidCentre(
            office, self.person("aid.clerk", office, "aid_clerk"), self.person("aid.director", office, "aid_director"),
            lawyers, self.person("aid.reviewer", office, "peer_reviewer"),
            self.person("minghe.objections", bureau, "objection_officer"),
        )  # fmt: skip

    def service_centre(self, area: Area, bureau: Office) -> ServiceCentre:
        """The centre and its figures; a dated one holds from the day the city begins."""
        office = self.office(
            "MH-GGFL", f"{CITY_NAME}公共法律服务中心", OfficeKind.SERVICE_CENTRE, area, bureau
        )
        dated: dict[str, Any] = {
            name: {self.since.isoformat(): figure} for name, figure in DATED_FIGURES.items()
        }
        for name, value in {**FIGURES, **dated}.items():
            actions.set_office_setting(office, name, value, **self.stamp)
        notaries = self.office("MH-GZC", f"{CITY_NAME}示例公证处", OfficeKind.NOTARY_OFFICE, area, None)
        return ServiceCentre(
            office, self.person("services.clerk", office, "service_clerk"), self.person("services.head", office, "service_head"),
            [self.person(f"services.lawyer{n}", office, "counsel") for n in (1, 2)],
            notaries, self.person("notary.clerk", notaries, "notary"),
        )  # fmt: skip

    def county(self, county: County, above: Area, city_bureau: Office) -> None:
        area = self.area(
            county.code, county.name, AreaLevel.COUNTY, above, sum(t.population for t in county.townships)
        )
        bureau = self.office(
            county.short.upper(), f"{county.name}司法局", OfficeKind.COUNTY_BUREAU, area, city_bureau
        )
        self.person(f"{county.short}.chief", bureau, "bureau_chief")
        covering = None
        for township in county.townships:
            covering = self.township(township, area, bureau, covering)
        # One body of every kind is enough to be tried: in the first county, and for land in a rural one.
        first = county.townships[0]
        if county is COUNTIES[0]:
            self.bodies(county.short, area, OF_A_COUNTY)
            self.bodies(first.short, Area.objects.get(code=first.code), OF_A_TOWNSHIP)
        elif county is COUNTIES[1]:
            self.bodies(first.short, Area.objects.get(code=first.code), OF_A_RURAL_TOWNSHIP)

    def bodies(self, short: str, area: Area, kinds: dict[OfficeKind, tuple[str, str]]) -> None:
        """Bodies that mediate under a law of their own, each with an officer."""
        for kind, (word, title) in kinds.items():
            office = self.office(f"{short}-{word}".upper()[:18], f"{area.name}{title}", kind, area, None)
            self.city.bodies[kind.value] = Body(
                office, self.person(f"{short}.{word}", office, "authority_officer")
            )

    def township(
        self, township: Township, above: Area, bureau: Office, covering: Account | None
    ) -> Account | None:
        """A station and a committee. The county's last, smallest station shares the officer of the one before."""
        area = self.area(township.code, township.name, AreaLevel.TOWNSHIP, above, township.population)
        self.city.villages[township.code] = [
            self.area(code, name, AreaLevel.VILLAGE, area) for code, name in township.village_rows
        ]
        station = self.office(
            f"{township.short.upper()}-SFS", f"{township.name}司法所", OfficeKind.STATION, area, bureau
        )
        if covering and township.share <= 2:
            actions.appoint(covering, station, "station_officer", starts=self.since, **self.stamp)
        else:
            covering = self.person(f"{township.short}.station", station, "station_officer")
        office = self.office(
            township.short.upper(), f"{township.name}人民调解委员会", OfficeKind.COMMITTEE, area, station
        )
        second = township.share >= 7
        self.city.committees[township.code] = self.committee(township.short, office, second=second)
        return covering

    def committee(
        self, short: str, office: Office, *, clerks: bool = True, second: bool = False
    ) -> Committee:
        """A head who also mediates, mediators, and a clerk; in a small committee a mediator is clerk too."""
        for name, value in SETTINGS.items():
            actions.set_office_setting(office, name, value, **self.stamp)
        head = self.person(f"{short}.head", office, "committee_head", also="mediator")
        mediator = self.person(
            f"{short}.mediator", office, "mediator", also=None if clerks else "committee_clerk"
        )
        mediators = [mediator, head]
        if second:
            mediators.insert(1, self.person(f"{short}.mediator2", office, "mediator"))
        clerk = self.person(f"{short}.clerk", office, "committee_clerk") if clerks else mediator
        return Committee(office, head, clerk, mediators)

    def area(
        self, code: str, name: str, level: AreaLevel, parent: Area | None, population: int | None = None
    ) -> Area:
        return actions.create_area(
            code=code, name=name, level=level, parent=parent, population=population, **self.stamp
        )

    def office(
        self, code: str, name: str, kind: OfficeKind, area: Area, parent: Office | None, sectors: tuple[str, ...] = ()
    ) -> Office:  # fmt: skip
        return actions.create_office(
            code=code, name=name, kind=kind, area=area, parent=parent, sectors=list(sectors),
            address=f"{area.name}示例路1号", phone="000-0000-0000", **self.stamp,
        )  # fmt: skip

    def person(self, username: str, office: Office, role: str, also: str | None = None) -> Account:
        name = staff(self.people)
        self.people += 1
        account = actions.create_account(
            username=username, display_name=name, password=PASSWORD, **self.stamp
        )
        roles = [role, also] if also else [role]
        for one in roles:
            actions.appoint(account, office, one, starts=self.since, **self.stamp)
        self.city.accounts.append(
            DemoAccount(
                role="、".join(ROLES[one].title for one in roles),
                office=office.name,
                name=name,
                username=username,
                password=PASSWORD,
                featured=username in _FEATURED,
            )
        )
        return account
