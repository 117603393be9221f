"""A consultation becomes a matter: what was said, what it was found to be and how to reach the person go along."""

import uuid
from datetime import datetime
from typing import Any

from gongdao.matters.actions import take_step
from gongdao.matters.doer import Doer
from gongdao.matters.errors import DoorwayError
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of
from gongdao.matters.revealing import Reader, opened_facts, parties_of
from gongdao.people.models import Office
from gongdao.procedures.consultation.facts import CarriedFacts
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Procedure
from gongdao.procedures.engine.facts import Facts
from gongdao.procedures.engine.moves import Refused
from gongdao.procedures.registry import led_to

FROM = "consultation"
_GO_ALONG = ("story", "kind", "finer_kind", "safe_to_contact", "afraid", "safety_note")


def may_become(case: Case) -> list[Procedure]:
    """What the person may file with what has been said here, of this kind, where an office carries it."""
    if case.procedure.code != FROM or case.procedure.state_by_code[case.state].final:
        return []
    kinds = {one for one in (case.kind, case.fact("finer_kind")) if one}
    known = set(Office.objects.filter(is_active=True).values_list("kind", flat=True).distinct())
    led = {p.code: p for p in led_to(*kinds).values() if p.code != FROM and known & set(p.offices)}
    return list(led.values())


def carried_values(matter: Matter, asks: type[Facts], reader: Reader, now: datetime) -> dict[str, Any]:
    """What the form of another procedure opens with: everything it asks that was said before; the read is logged."""
    if matter.procedure != FROM:
        return {}
    said = opened_facts(matter, case_of(matter, now).facts)
    people = parties_of(matter, reader=reader, at=now, purpose="把说过的带到申请里")
    values: dict[str, Any] = {name: said.get(name) for name in _GO_ALONG}
    values["applicants"] = [p.particulars.model_dump(mode="json") for p in people if p.side == "applicant"]
    return {name: value for name, value in values.items() if value and name in asks.model_fields}


def note_carried(matter: Matter, doer: Doer, to: Matter, title: str, now: datetime) -> None:
    """The consultation remembers which matter it became; the new matter stands even if it cannot any more."""
    facts = CarriedFacts(carried_number=to.number, carried_to=title)
    key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{matter.number}/{to.number}"))
    try:
        take_step(matter, "carry_over", doer=doer, at=now, facts=facts, key=key)
    except (Refused, DoorwayError):
        return
