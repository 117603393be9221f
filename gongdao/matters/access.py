"""Who may do what with a matter: capacities of accounts and parties, and the codes parties come back with."""

import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.crypto import constant_time_compare

from gongdao.matters.doer import Doer
from gongdao.matters.errors import NotAllowed
from gongdao.matters.models import AccessCode, Event, Matter, Party
from gongdao.people.models import Account, Area, Office
from gongdao.people.permissions import Permission
from gongdao.people.queries import Posting, holders_of, postings
from gongdao.people.roles import Reach
from gongdao.people.sealing import keyed_fingerprint
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import (
    ACTOR_TITLES,
    ASSIGNED,
    PARTIES,
    Actor,
    Effect,
    Procedure,
    Step,
)
from gongdao.procedures.engine.facts import FactMark, Facts, PartySide
from gongdao.procedures.engine.marks import marked_fields
from gongdao.procedures.registry import PROCEDURES

CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # nothing that looks like something else
CODE_LENGTH = 8


def capacities(account: Account, matter: Matter, on: date) -> set[Actor]:
    """In which capacities this account may take steps of this matter."""
    found: set[Actor] = set()
    for posting in postings(account, on):
        found |= _capacities_in(posting, matter, account)
    return found


def _capacities_in(posting: Posting, matter: Matter, account: Account) -> set[Actor]:
    role = posting.role
    holds = matter.office_id in posting.reached
    owns = matter.owner_id == account.pk and posting.office_id == matter.office_id
    found: set[Actor] = set()
    if Permission.MATTER_ACT in role.permissions:
        if holds or (owns and role.reach is Reach.OWN):
            found |= role.actors - set(ASSIGNED)
        if owns:
            found |= role.actors & set(ASSIGNED)
        if matter.offered_to_id in posting.reached and Actor.COMMITTEE in role.actors:
            found.add(Actor.RECEIVER)
    if Permission.MATTER_ACT_FOR_PARTY in role.permissions and (holds or (owns and role.reach is Reach.OWN)):
        found |= set(PARTIES)
    return found


def capacities_of_party(party: str, sides: Mapping[str, str]) -> set[Actor]:
    """In which capacity a party acts; ``sides`` is Case.parties."""
    side = sides.get(party)
    return {Actor(side)} if side in (PartySide.APPLICANT, PartySide.RESPONDENT) else set()


def capacities_of_office(office: Office, matter: Matter, case: Case) -> set[Actor]:
    """In which capacity another office acts through its own system: asked to take the matter over, or its sender."""
    found: set[Actor] = set()
    if matter.offered_to_id == office.pk:
        found.add(Actor.RECEIVER)
    if case.parent and case.parent.fact("sender_office") == office.code:
        found.add(Actor.SENDER)
    return found


def require_may_open(doer: Doer, procedure: Procedure, office: Office, on: date) -> None:
    """A citizen may always file; staff need the right to file in that office, in a capacity that is theirs.
    A child is opened by its parent only."""
    if any(step.opens == procedure.code for known in PROCEDURES for step in known.steps):
        raise NotAllowed("这个程序只能从所属的事项中开始。")
    if procedure.offices and office.kind not in procedure.offices:
        raise NotAllowed(f"{office.name}不办理{procedure.title}。")
    if doer.office is not None and doer.actor is Actor.SENDER:
        return
    if doer.account is None:
        if doer.actor is not Actor.APPLICANT:
            raise NotAllowed("请先登录。")
        return
    for posting in postings(doer.account, on):
        role = posting.role
        held = role.actors | (set(PARTIES) if Permission.MATTER_ACT_FOR_PARTY in role.permissions else set())
        if (
            Permission.MATTER_FILE in role.permissions
            and posting.office_id == office.pk
            and doer.actor in held
        ):
            return
    raise NotAllowed("您的岗位不能在这个机构登记事项。")


def area_named(facts: Facts, office: Office) -> Area:
    """Where a matter lies: where its first facts say, within the area that the office serves; else that area."""
    marks = marked_fields(type(facts))
    codes = [getattr(facts, name) for name, held in marks.items() if FactMark.AREA in held]
    code = next((code for code in codes if code), "")
    if not code:
        return office.area
    area = Area.objects.filter(code=code, path__startswith=office.area.path).first()
    if area is None:
        raise NotAllowed(f"{office.name}的辖区里没有这个地方，请从列出的里面选。")
    return area


def require_may_act(doer: Doer, matter: Matter, on: date, case: Case) -> None:
    """Raises NotAllowed unless this account, party or office holds the capacity it acts in."""
    if doer.account is not None:
        allowed = doer.actor in capacities(doer.account, matter, on)
    elif doer.party is not None:
        allowed = doer.actor in capacities_of_party(doer.party, case.parties)
    elif doer.office is not None:
        allowed = doer.actor in capacities_of_office(doer.office, matter, case)
    else:
        allowed = False
    if not allowed:
        raise NotAllowed("您现在不能以这个身份办理这件事。")


def require_own_act(doer: Doer, step: Step, facts: Facts) -> None:
    """A party speaks for nobody else."""
    if doer.party and step.acts_for and getattr(facts, step.acts_for) != doer.party:
        raise NotAllowed("只能办理您自己的事。")
    if doer.office and doer.actor is Actor.SENDER:
        named = getattr(facts, "sender_office", doer.office.code)
        if named != doer.office.code:
            raise NotAllowed("只能以自己单位的名义转来。")


def require_other_eyes(doer: Doer, step: Step, matter: Matter) -> None:
    """What one person proposed, another decides."""
    if not step.apart_from:
        return
    if Event.objects.filter(matter=matter, step__in=step.apart_from, account=doer.account).exists():
        raise NotAllowed(f"“{step.title}”要由另一个人办理，不能自己提、自己批。")


def require_lawful_holder(
    step: Step, facts: Mapping[str, Any], matter: Matter, procedure: Procedure, on: date
) -> None:
    """A matter goes only to somebody of its office who may hold it, and is offered only to another active office."""
    value = facts.get(step.effect_fact) if step.effect_fact else None
    if value is None:
        return
    if step.effect is Effect.ASSIGN:
        who, named = procedure.held_by, {value, *facts.get("more_mediators", ())}
        known = (
            holders_of(matter.office, who, on).filter(pk__in=[int(one) for one in named if one.isdecimal()])
            if who
            else None
        )
        if known is None or known.count() != len(named):
            raise NotAllowed(f"选的人不是本机构的在任{ACTOR_TITLES[who] if who else '人员'}。")
    if step.effect is Effect.OFFER:
        target = Office.objects.filter(code=value, is_active=True).exclude(pk=matter.office_id)
        if procedure.offices:
            target = target.filter(kind__in=procedure.offices)
        if not target.exists():
            raise NotAllowed("拟转往的机构不存在、已停用、不办这样的事，或者就是本机构。")


def issue_code(matter: Matter, party: str, key: str, at: datetime) -> str:
    """The access code of a party for one issue ``key``; the same key gives the same code again."""
    code = _code(matter, party, key)
    fingerprint = _code_fingerprint(matter, code)
    if not AccessCode.objects.filter(matter=matter, party=party, code_fingerprint=fingerprint).exists():
        AccessCode.objects.filter(matter=matter, party=party, revoked_at=None).update(revoked_at=at)
        AccessCode.objects.create(matter=matter, party=party, code_fingerprint=fingerprint, issued_at=at)
    return code


def codes_for_applicants(matter: Matter, event: Event, at: datetime) -> dict[str, str]:
    """The codes shown once when a matter is opened: one for each applicant."""
    applicants = Party.objects.filter(matter=matter, seq=event.seq, side=PartySide.APPLICANT).order_by("pk")
    return {party.ref: issue_code(matter, party.ref, event.key, at) for party in applicants}


def party_by_code(number: str, code: str) -> tuple[Matter, str] | None:
    """The matter and the party that a receipt number and code open, or None."""
    matter = Matter.objects.filter(number=_normal_number(number), parent=None).first()
    if matter is None:
        return None
    wanted = _code_fingerprint(
        matter, unicodedata.normalize("NFKC", code).strip().upper().replace(" ", "").replace("-", "")
    )
    for known in matter.access_codes.filter(revoked_at=None):
        if constant_time_compare(known.code_fingerprint, wanted):
            return matter, known.party
    return None


def _normal_number(number: str) -> str:
    number = unicodedata.normalize("NFKC", number)
    digits = "".join(c for c in number if c.isdecimal())
    return f"{digits[:4]}-{digits[4:8]}-{digits[8:12]}" if len(digits) == 12 else number.strip()


def _code(matter: Matter, party: str, key: str) -> str:
    value = int(keyed_fingerprint(f"{matter.number}/{party}/{key}", purpose="access-code"), 16)
    letters = []
    for _ in range(CODE_LENGTH):
        value, index = divmod(value, len(CODE_LETTERS))
        letters.append(CODE_LETTERS[index])
    return "".join(letters)


def _code_fingerprint(matter: Matter, code: str) -> str:
    return keyed_fingerprint(f"{matter.number}/{code}", purpose="access-code-check")
