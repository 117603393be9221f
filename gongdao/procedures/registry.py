"""Every procedure by code and effective date; a matter stays with the one it began under."""

from collections.abc import Iterator
from datetime import date

from gongdao.law.citation import Citation
from gongdao.procedures.administrative_mediation.consumer import CONSUMER_MEDIATION
from gongdao.procedures.administrative_mediation.labour import LABOUR_MEDIATION
from gongdao.procedures.administrative_mediation.land import LAND_MEDIATION
from gongdao.procedures.administrative_mediation.medical import MEDICAL_MEDIATION
from gongdao.procedures.administrative_mediation.police import POLICE_MEDIATION
from gongdao.procedures.administrative_mediation.traffic import TRAFFIC_MEDIATION
from gongdao.procedures.consultation.declaration import CONSULTATION
from gongdao.procedures.counsel_settlement.declaration import COUNSEL_SETTLEMENT
from gongdao.procedures.court_mediation.declaration import COURT_MEDIATION
from gongdao.procedures.duty_lawyer.declaration import DUTY_LAWYER
from gongdao.procedures.engine.declaration import (
    Actor,
    Clock,
    Guard,
    Notice,
    Paper,
    Procedure,
    Rule,
    Schedule,
    Step,
)
from gongdao.procedures.handover_in.declaration import HANDOVER_IN
from gongdao.procedures.handover_out.declaration import HANDOVER_OUT
from gongdao.procedures.judicial_confirmation.declaration import JUDICIAL_CONFIRMATION
from gongdao.procedures.legal_aid.declaration import LEGAL_AID
from gongdao.procedures.legal_aid_evaluation.declaration import LEGAL_AID_EVALUATION
from gongdao.procedures.legal_aid_objection.declaration import LEGAL_AID_OBJECTION
from gongdao.procedures.notary_booking.declaration import NOTARY_BOOKING
from gongdao.procedures.people_mediation.declaration import PEOPLE_MEDIATION
from gongdao.procedures.petition_reception.declaration import PETITION_RECEPTION
from gongdao.procedures.village_counsel.declaration import VILLAGE_COUNSEL

# As what staff register what somebody brings.
REGISTRARS = frozenset({Actor.MEDIATOR, Actor.COMMITTEE, Actor.UNDERTAKER})
PROCEDURES: tuple[Procedure, ...] = (
    PEOPLE_MEDIATION,
    JUDICIAL_CONFIRMATION,
    LEGAL_AID,
    LEGAL_AID_OBJECTION,
    LEGAL_AID_EVALUATION,
    DUTY_LAWYER,
    COURT_MEDIATION,
    POLICE_MEDIATION,
    TRAFFIC_MEDIATION,
    MEDICAL_MEDIATION,
    LABOUR_MEDIATION,
    LAND_MEDIATION,
    CONSUMER_MEDIATION,
    VILLAGE_COUNSEL,
    COUNSEL_SETTLEMENT,
    CONSULTATION,
    PETITION_RECEPTION,
    NOTARY_BOOKING,
    HANDOVER_OUT,
    HANDOVER_IN,
)


def procedure_on(code: str, day: date) -> Procedure:
    """The declaration in force for a matter that begins on ``day``; KeyError if there is none."""
    in_force = [p for p in PROCEDURES if p.code == code and p.effective <= day]
    if not in_force:
        raise KeyError(f"no procedure {code} in force on {day}")
    return max(in_force, key=lambda p: p.effective)


def procedure_version(code: str, effective: date) -> Procedure:
    """The exact declaration a matter began under."""
    for procedure in PROCEDURES:
        if (procedure.code, procedure.effective) == (code, effective):
            return procedure
    raise KeyError(f"no procedure {code} effective {effective}")


def is_child(procedure: Procedure) -> bool:
    """Whether a step of another procedure starts this one."""
    return any(step.opens == procedure.code for other in PROCEDURES for step in other.steps)


def is_held_alike(child: Procedure, parent: Procedure) -> bool:
    """Whether the person who holds a matter also holds its child from the beginning."""
    return child.held_by is not None and child.held_by is parent.held_by


def openings(procedure: Procedure) -> tuple[Step, ...]:
    """The steps with which a matter may begin; none for a child."""
    if is_child(procedure):
        return ()
    return tuple(step for step in procedure.steps if procedure.initial in step.source and step.target)


def citizens_may_begin() -> tuple[tuple[Procedure, Step], ...]:
    """Every procedure that somebody without an account may begin today, with the step that does it."""
    return tuple((p, s) for p in PROCEDURES for s in openings(p) if Actor.APPLICANT in s.by)


def led_to(*kinds: str) -> dict[str, Procedure]:
    """The procedures that a person may begin with a dispute of these kinds, by the road that leads there."""
    fitting = [p for p, _ in citizens_may_begin() if not p.kinds or set(p.kinds) & set(kinds)]
    return {road: procedure for procedure in fitting for road in procedure.roads or (procedure.code,)}


def all_citations() -> Iterator[tuple[str, Citation]]:
    """Every citation of every declaration with where it stands: ("people_mediation/apply", citation)."""
    for procedure in PROCEDURES:
        parts: tuple[Step | Clock | Schedule | Notice | Paper, ...] = (
            *procedure.steps,
            *procedure.clocks,
            *procedure.schedules,
            *procedure.notices,
            *procedure.papers,
        )
        for part in parts:
            yield from ((f"{procedure.code}/{part.code}", citation) for citation in part.cites)
        for step in procedure.steps:
            conditions: tuple[Guard | Rule, ...] = (*step.only_if, *step.rules)
            for condition in conditions:
                yield from ((f"{procedure.code}/{condition.name}", citation) for citation in condition.cites)
