"""Which days count: working days or calendar days, by law and by term; 以上 and 以内; posting in time.

Some laws say that their short terms are working days (行政复议法: 三日, 五日, 七日, 十日) while their longer ones are
calendar days. A term that says 个工作日 is in working days by its own words. Where a law is silent its days are
calendar days (民法典 art. 204), which an office may override for single laws.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from gongdao.law import names
from gongdao.law.calendar import Calendar, Deadline, Unit
from gongdao.law.citation import Citation, Law


@dataclass(frozen=True, slots=True)
class CountingRule:
    """In ``law`` terms of these numbers of days are working days, says ``citation``."""

    id: str
    law: Law
    working_days: frozenset[int]
    citation: Citation


COUNTING_RULES: tuple[CountingRule, ...] = (
    CountingRule(
        "T-7",
        names.ADMINISTRATIVE_RECONSIDERATION_LAW,
        frozenset({3, 5, 7, 10}),
        names.ADMINISTRATIVE_RECONSIDERATION_LAW.article(88, 2, phrase="是指工作日，不含法定休假日"),
    ),
    CountingRule(
        "T-8",
        names.ADMINISTRATIVE_PENALTY_LAW,
        frozenset({2, 3, 5, 7}),
        names.ADMINISTRATIVE_PENALTY_LAW.article(85, 1, phrase="的规定是指工作日，不含法定节假日"),
    ),
    CountingRule(
        "T-9",
        names.ROAD_ACCIDENT_PROCEDURE,
        frozenset({1, 2, 3, 5, 10}),
        names.ROAD_ACCIDENT_PROCEDURE.article(112, 1, "五", "是指工作日，不包括节假日"),
    ),
)
# T-10: terms that say 个工作日 themselves; declarations give them Unit.WORKING_DAY
WORKING_DAYS_BY_OWN_WORDS: tuple[Citation, ...] = (
    names.MEDICAL_DISPUTE_REGULATION.article(38, 1, phrase="自受理之日起30个工作日内完成调解"),
    names.PRISON_LAW.article(41, 1, phrase="应当在五个工作日以内转递"),
)
# T-11: laws without a rule of their own
SILENT_LAWS: tuple[Law, ...] = (
    names.LEGAL_AID_LAW,
    names.COMMUNITY_CORRECTION_LAW,
    names.PEOPLES_MEDIATION_LAW,
    names.NOTARY_LAW,
    names.PETITION_REGULATION,
)
SILENCE = names.CIVIL_CODE.article(204, 1, phrase="法律另有规定或者当事人另有约定的除外")

# T-3, T-4, T-5: the courts' own words; T-6: administrative litigation borrows them
COURT_ROLL_OVER = names.CIVIL_PROCEDURE_LAW.article(85, 3, phrase="以法定休假日后的第一日为期间届满的日期")
COURT_FIRST_DAY = names.CIVIL_PROCEDURE_LAW.article(85, 2, phrase="期间开始的时和日，不计算在期间内")
POSTED_IN_TIME = names.CIVIL_PROCEDURE_LAW.article(85, 4, phrase="诉讼文书在期满前交邮的，不算过期")
RESTORATION = names.CIVIL_PROCEDURE_LAW.article(86, 1, phrase="在障碍消除后的十日内，可以申请顺延期限")
BORROWED = names.ADMINISTRATIVE_LITIGATION_LAW.article(101, 1, phrase="关于期间、送达、财产保全")
RESTORATION_DAYS = 10

# T-13
INCLUSIVE = names.CIVIL_CODE.article(1259, 1, phrase="包括本数")
EXCLUSIVE = names.CIVIL_CODE.article(1259, 1, phrase="不包括本数")
INCLUSIVE_ELSEWHERE: tuple[Citation, ...] = tuple(
    law.article(number, 1, phrase="本法所称以上、以下、以内，包括本数")
    for law, number in (
        (names.CRIMINAL_LAW, 99),
        (names.PUBLIC_ORDER_LAW, 143),
        (names.PRISON_LAW, 120),
    )
)

COUNTING_CITATIONS: tuple[Citation, ...] = (
    *(rule.citation for rule in COUNTING_RULES),
    *WORKING_DAYS_BY_OWN_WORDS,
    SILENCE,
    COURT_ROLL_OVER,
    COURT_FIRST_DAY,
    POSTED_IN_TIME,
    RESTORATION,
    BORROWED,
    INCLUSIVE,
    EXCLUSIVE,
    *INCLUSIVE_ELSEWHERE,
)


def rule_for(law: Law, amount: int, unit: Unit) -> CountingRule | None:
    """The rule that makes a term of this law working days, or None."""
    if unit is not Unit.DAY:
        return None
    return next((r for r in COUNTING_RULES if r.law == law and amount in r.working_days), None)


def unit_for(law: Law, amount: int, unit: Unit, working_day_laws: Collection[Law] = ()) -> Unit:
    """What a term is counted in. ``unit`` is as the article writes it: Unit.DAY for 日, WORKING_DAY for 个工作日.

    ``working_day_laws`` are silent laws (T-11) whose days an office has decided to count as working days.
    """
    if unit is not Unit.DAY:
        return unit
    if rule_for(law, amount, unit) or (law in SILENT_LAWS and law in working_day_laws):
        return Unit.WORKING_DAY
    return Unit.DAY


def counting_citation(law: Law, amount: int, unit: Unit) -> Citation:
    """Why a term is counted as it is: the law's own rule, else the general one of the Civil Code."""
    rule = rule_for(law, amount, unit)
    return rule.citation if rule else SILENCE


def within(value: float, word: str, bound: float) -> bool:
    """Whether a value is 以上, 以下, 以内, 届满 (with the number itself) or 不满, 超过, 以外 (without it) of a bound.

    Raises ValueError for another word.
    """
    match word:
        case "以上" | "届满":
            return value >= bound
        case "以下" | "以内":
            return value <= bound
        case "不满":
            return value < bound
        case "超过" | "以外":
            return value > bound
    raise ValueError(f"no word of measure: {word}")


def posted_in_time(posted: datetime, deadline: Deadline) -> bool:
    """Papers posted before the period ends are in time, whenever they arrive."""
    return posted <= deadline.due_at


def restoration_deadline(obstacle_ended: datetime, calendar: Calendar) -> Deadline:
    """The last day to ask the court for more time after an obstacle has gone."""
    deadline = calendar.deadline(obstacle_ended, RESTORATION_DAYS, Unit.DAY)
    assert deadline is not None  # only a pause makes a deadline open
    return deadline
