"""What stands beside a form so that a person can decide: the rules one by one, or who fits and why."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.folding import calendar
from gongdao.matters.models import Matter
from gongdao.matters.queries import case_of
from gongdao.matters.revealing import Reader, log_reading, opened_facts
from gongdao.procedures.engine.declaration import Step
from gongdao.procedures.legal_aid.eligibility import Row, rows_of
from gongdao.services.legal_aid.candidates import candidates
from gongdao.triage.understanding import understand
from gongdao.web.threads import thread

# Where nobody has decided yet, the applicant sees the same table.
UNDECIDED = ("under_review", "supplement", "aiding_first", "to_correct")


@dataclass(frozen=True, slots=True)
class Beside:
    """A template and what it shows as ``one``."""

    template: str
    shown: Any


def beside(matter: Matter, step: Step, reader: Reader, now: datetime) -> Beside | None:
    """What the step's form needs beside it, for staff; reading it is logged."""
    show = _SHOWN.get((matter.procedure, step.code))
    return show(matter, step, reader, now) if show else None


def eligibility(matter: Matter, reader: Reader, now: datetime) -> list[Row]:
    """The rules of legal aid as they stand for this application."""
    case = case_of(matter, now)
    log_reading(matter, reader, now, purpose="对照法律援助的条件", what="texts")
    return rows_of(case, opened_facts(matter, case.facts))


def _rules(matter: Matter, step: Step, reader: Reader, now: datetime) -> Beside:
    return Beside("desk/eligibility.html", eligibility(matter, reader, now))


def _who_fits(matter: Matter, step: Step, reader: Reader, now: datetime) -> Beside:
    log_reading(matter, reader, now, purpose="检查利害冲突", what="parties")
    best, left_out = candidates(matter, now)
    return Beside("desk/candidates.html", {"best": best, "left_out": left_out})


def _question(matter: Matter, step: Step, reader: Reader, now: datetime) -> Beside:
    """What has been said, and what the platform finds in it: articles and roads. The answer is a person's."""
    turns = thread(matter, reader, now)
    told = "\n".join(turn.text for turn in turns if turn.by_party)
    found = understand(told, today=now.astimezone(SHANGHAI).date(), calendar=calendar())
    return Beside("desk/question.html", {"turns": turns, "found": found, "roads": found.roads[:5]})


_SHOWN: dict[tuple[str, str], Callable[[Matter, Step, Reader, datetime], Beside]] = {
    ("legal_aid", "grant"): _rules,
    ("legal_aid", "refuse"): _rules,
    ("legal_aid", "check_means"): _rules,
    ("legal_aid", "aid_first"): _rules,
    ("legal_aid", "assign"): _who_fits,
    ("legal_aid", "assign_first"): _who_fits,
    ("consultation", "answer"): _question,
    ("consultation", "ask_back"): _question,
    ("consultation", "add_words"): _question,
}
