"""Conditions of mediation by an authority that several sectors share. Each sector names the articles."""

from collections.abc import Sequence

from gongdao.law.citation import Citation
from gongdao.procedures.administrative_mediation.facts import AuthorityAcceptanceFacts
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import Guard, Rule, rule
from gongdao.procedures.engine.timing import read_clock
from gongdao.procedures.people_mediation.facts import PartySigningFacts
from gongdao.procedures.people_mediation.guards import principals
from gongdao.procedures.people_mediation.rules import signatures_wanting


def no_bar(*cites: Citation) -> Rule:
    """Every field that begins with ``bar_`` names one case in which the law forbids to take it in."""

    @rule(*cites)
    def no_bar_applies(case: Case, facts: AuthorityAcceptanceFacts) -> Sequence[str]:
        """有法定情形的，不能受理"""
        ticked = (
            f
            for name, f in type(facts).model_fields.items()
            if name.startswith("bar_") and getattr(facts, name)
        )
        return [f"{field.title}：不能受理，请用“不予受理”并告知该走的路" for field in ticked]

    return no_bar_applies


def period_is_over(code: str, title: str, *cites: Citation) -> Guard:
    """The clock of this code has run out."""

    def over(case: Case) -> bool:
        clock = next(clock for clock in case.procedure.clocks if clock.code == code)
        reading = read_clock(clock, case)
        return bool(reading and reading.overdue(case.now))

    return Guard(f"{code}_is_over", f"{title}还没有届满", cites, over)


def all_signed(*cites: Citation) -> Rule:
    """Every party has signed, after the draft was made."""

    @rule(*cites)
    def everybody_signed(case: Case, facts: PartySigningFacts) -> Sequence[str]:
        """各方当事人都签名，协议才生效"""
        return signatures_wanting(case, facts)

    return everybody_signed


def everybody_applied(case: Case) -> bool:
    """Whether all parties came together."""
    return bool(principals(case)) and bool(case.fact("respondent_consented"))
