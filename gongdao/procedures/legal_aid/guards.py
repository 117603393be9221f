"""Conditions on the case. Each reads as the sentence that a person sees when it is not met."""

from datetime import date, timedelta

from gongdao.law.calendar import SHANGHAI
from gongdao.law.names import DOMESTIC_VIOLENCE_LAW
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import guard
from gongdao.procedures.engine.timing import read_clock
from gongdao.procedures.legal_aid.grounds import LAA

URGENT_DAYS = 7


def time_bar(case: Case) -> date | None:
    """The latest day told on which a time bar falls; a later step that says nothing takes none away."""
    told = next((e.facts["time_bar_on"] for e in reversed(case.happened) if e.facts.get("time_bar_on")), None)
    return date.fromisoformat(told) if told else None


def days_left(case: Case) -> int | None:
    """Days until the time bar; None where none is known, or where it was met."""
    bar = time_bar(case)
    if bar is None or case.has("note_filing"):
        return None
    return (bar - case.now.astimezone(SHANGHAI).date()) // timedelta(days=1)


@guard(LAA.article(44, 1, "一", phrase="期限届满不足七日"))
def time_bar_is_near(case: Case) -> bool:
    """距时效或者期限届满还有七日以上"""
    left = days_left(case)
    return left is not None and 0 <= left < URGENT_DAYS


@guard(
    LAA.article(44, 1, "一", phrase="期限届满不足七日"),
    LAA.article(44, 1, "二", phrase="需要立即申请财产保全"),
)
def help_is_urgent(case: Case) -> bool:
    """还没有情况需要先行援助"""
    return case.state in ("under_review", "supplement") and (
        time_bar_is_near(case) or bool(case.fact("needs_preservation"))
    )


@guard(LAA.article(43, 2, phrase="应当一次性告知"))
def nothing_was_told_missing(case: Case) -> bool:
    """已经一次性告知过要补充的材料，不能再加"""
    return not case.has("tell_missing")


@guard(LAA.article(43, 2, phrase="视为撤回申请"))
def supplement_period_is_over(case: Case) -> bool:
    """补充材料的期限还没有过去（或者本机构还没有填写这个期限）"""
    clock = next(c for c in case.procedure.clocks if c.code == "supplement_period")
    reading = read_clock(clock, case)
    return bool(reading and reading.running() and reading.overdue(case.now))


@guard(LAA.article(43, 2, phrase="申请人需要补充的材料"))
def something_was_supplemented(case: Case) -> bool:
    """申请人还没有补充材料，也没有作说明"""
    told = case.last("tell_missing", "complete")
    return told is not None and told.step == "complete"


@guard(LAA.article(48, 1, phrase="应当作出终止法律援助的决定"))
def was_granted_or_begun(case: Case) -> bool:
    """还没有给予援助，谈不上终止；不给予的，用“决定不给予法律援助”"""
    return case.has("grant", "receive_notice", "assign_first")


@guard(LAA.article(36, 1, phrase="应当在三日内指派律师并通知"))
def organ_was_not_informed(case: Case) -> bool:
    """已经通知过办案机关"""
    last = case.last("assign", "inform_organ")
    return last is not None and last.step == "assign"


@guard(LAA.article(55, 1, phrase="可以请求法律援助机构更换"))
def a_change_was_asked(case: Case) -> bool:
    """没有等待答复的更换请求"""
    last = case.last("ask_change", "change_undertaker", "keep_undertaker")
    return last is not None and last.step == "ask_change"


@guard(LAA.article(36, 1, phrase="应当在三日内指派律师并通知"))
def came_by_notice(case: Case) -> bool:
    """这件事不是办案机关通知来的"""
    return case.has("receive_notice")


@guard(LAA.article(49, 1, phrase="可以向设立该法律援助机构的司法行政部门"))
def no_objection_is_open(case: Case) -> bool:
    """司法行政部门正在审查已经提出的异议"""
    last = case.last("object_to_decision", "decision_upheld", "correction_ordered", "objection_dropped")
    return last is None or last.step != "object_to_decision"


@guard(LAA.article(59, 1, phrase="庭审旁听、案卷检查"))
def no_evaluation_is_open(case: Case) -> bool:
    """同行评估还没有做完"""
    return len(case.times("ask_evaluation")) <= len(case.times("evaluated"))


@guard(LAA.article(46, 1, phrase="不得拒绝、拖延或者终止"))
def undertaker_has_begun(case: Case) -> bool:
    """还没有指派法律援助人员"""
    return case.has("assign", "assign_first")


@guard(
    LAA.article(32, 1, "四", phrase="遭受虐待、遗弃或者家庭暴力"),
    DOMESTIC_VIOLENCE_LAW.article(19, 1, phrase="家庭暴力受害人提供法律援助"),
)
def is_about_violence(case: Case) -> bool:
    """没有说遭受家庭暴力、虐待、遗弃或者害怕对方"""
    return case.fact("no_means_ground") == "abused" or bool(case.fact("afraid"))


@guard(LAA.article(39, 1, phrase="监管场所应当在二十四小时内"))
def came_from_custody(case: Case) -> bool:
    """不是羁押中的人提出的"""
    return case.has("apply_from_detention")


@guard(LAA.article(32, 1, phrase="不受经济困难条件的限制"))
def no_condition_of_means(case: Case) -> bool:
    """要看经济条件"""
    return case.fact("no_means_ground", "none") != "none"


@guard(LAA.article(42, 1, phrase="免予核查经济困难状况"))
def no_check_of_means(case: Case) -> bool:
    """要核查经济状况"""
    return not no_condition_of_means(case) and case.fact("no_check_ground", "none") != "none"
