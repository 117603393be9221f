"""Conditions on the facts given with a step. Each lists, in plain words, what stands against them."""

from collections.abc import Sequence

from gongdao.law.calendar import SHANGHAI
from gongdao.law.names import MINORS_LAW
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import rule
from gongdao.procedures.engine.everyday import without_guardian
from gongdao.procedures.legal_aid import facts as asked
from gongdao.procedures.legal_aid import handling_facts as handled
from gongdao.procedures.legal_aid.grounds import LAA, AidMatter, NoCheckGround, NoMeansGround, UrgentGround
from gongdao.procedures.legal_aid.guards import URGENT_DAYS
from gongdao.procedures.legal_aid.settings import subsidy_standard

_CRIMINAL = frozenset({AidMatter.DEFENCE, AidMatter.VICTIM, AidMatter.RETRIAL})
_NO_DEFENDER = frozenset({AidMatter.DEFENCE})


@rule(
    LAA.article(40, 1, phrase="可以由其法定代理人代为提出申请"),
    LAA.article(40, 2, phrase="可以由其法定代理人或者近亲属代为提出"),
    LAA.article(24, 1, phrase="本人及其近亲属可以向法律援助机构申请"),
)
def filer_may_ask(case: Case, facts: asked.AidApplicationFacts) -> Sequence[str]:
    """代为申请的，要是法律允许的人，并写明是谁"""
    if facts.filed_by is asked.FiledBy.SELF:
        return ("本人申请的，不用填代为申请的人",) if facts.filers else ()
    found = [] if facts.filers else ["请写明代为申请的人是谁"]
    for_one_who_cannot = (asked.FiledBy.GUARDIAN, asked.FiledBy.OTHER_KIN)
    if facts.filed_by in for_one_who_cannot and not facts.lacks_capacity:
        found.append("由法定代理人代为申请的，需要援助的人应当是未成年人或者不能独立办事的成年人，请勾选")
    in_custody = isinstance(facts, asked.AidFromDetentionFacts)
    if facts.filed_by is asked.FiledBy.RELATIVE and not in_custody and facts.aid_matter not in _CRIMINAL:
        found.append("近亲属代为申请的，要是本人被羁押，或者是刑事、再审案件；其他事情请本人申请或者书面委托")
    return found


@rule(LAA.article(40, 1, phrase="可以由其法定代理人代为提出申请"))
def guardians_of_recipients_are_named(case: Case, facts: asked.AidApplicationFacts) -> Sequence[str]:
    """未满十八周岁的，要写明监护人"""
    if facts.filed_by is asked.FiledBy.OTHER_KIN:  # the guardian is the one complained of
        return ()
    return without_guardian(case, facts.applicants)


@rule(
    LAA.article(32, 1, phrase="不受经济困难条件的限制"),
    LAA.article(42, 1, phrase="免予核查经济困难状况"),
)
def means_are_to_be_checked(case: Case, facts: asked.MeansCheckFacts) -> Sequence[str]:
    """不看经济条件的、免予核查的，不要核查"""
    if case.fact("no_means_ground", "none") != "none":
        return (f"{NoMeansGround(case.fact('no_means_ground')).label}：不受经济困难条件限制，不要核查",)
    if case.fact("no_check_ground", "none") != "none" and case.fact("status_paper"):
        return (f"{NoCheckGround(case.fact('no_check_ground')).label}，已有材料证明：免予核查",)
    return ()


@rule(LAA.article(44, 1, "一", phrase="期限届满不足七日"))
def urgency_is_real(case: Case, facts: asked.AidFirstFacts) -> Sequence[str]:
    """以时效为由先行援助的，要真的不足七日"""
    if facts.urgent_ground is not UrgentGround.TIME_BAR:
        return ()
    if facts.time_bar_on is None:
        return ("请写明时效或者期限哪天届满",)
    left = (facts.time_bar_on - case.now.astimezone(SHANGHAI).date()).days
    return ("离届满还有七日以上，不属于这种情形",) if left >= URGENT_DAYS else ()


@rule(LAA.article(31, 1, phrase="因经济困难没有委托代理人的"))
def matter_is_listed(case: Case, facts: asked.GrantFacts) -> Sequence[str]:
    """要属于法律援助的事项"""
    if facts.matter_found is AidMatter.NOT_LISTED:
        return ("请选明属于哪一类法律援助事项",)
    return ()


@rule(
    LAA.article(32, 1, phrase="不受经济困难条件的限制"),
    LAA.article(42, 1, phrase="免予核查经济困难状况"),
    LAA.article(41, 2, phrase="个人诚信承诺"),
    LAA.article(24, 1, phrase="因经济困难或者其他原因"),
)
def means_finding_fits(case: Case, facts: asked.GrantFacts) -> Sequence[str]:
    """不看条件、免予核查、核查符合，是三件不同的事"""
    match facts.means_found:
        case asked.MeansFound.NO_CONDITION if case.fact("no_means_ground", "none") == "none":
            return ("申请里没有第32条的情形，不能写“不受经济困难条件限制”；情况有变的，先更正申请情形",)
        case asked.MeansFound.NO_CHECK if case.fact("no_check_ground", "none") == "none":
            return ("申请里没有第42条的人员身份，不能写“免予核查”；情况有变的，先更正申请情形",)
        case asked.MeansFound.NO_CHECK if not case.fact("status_paper"):
            return ("免予核查要有材料证明，请先补上材料照片",)
        case asked.MeansFound.MET if not _found_poor(case):
            return ("还没有登记核查结果，请先登记经济状况核查",)
        case asked.MeansFound.OTHER_REASON if facts.matter_found not in _NO_DEFENDER:
            return ("“其他原因”只用于没有委托辩护人的犯罪嫌疑人、被告人",)
    return ()


def _found_poor(case: Case) -> bool:
    last = case.last("check_means")
    return last is not None and bool(last.facts.get("means_met"))


@rule(
    LAA.article(32, 1, phrase="不受经济困难条件的限制"),
    LAA.article(42, 1, phrase="免予核查经济困难状况"),
    LAA.article(41, 2, phrase="可以通过信息共享查询"),
)
def means_may_be_the_reason(case: Case, facts: asked.AidRefusalFacts) -> Sequence[str]:
    """不看经济条件的、免予核查的，不能以经济条件为由不予援助"""
    if facts.refusal_ground is not asked.RefusalGround.MEANS:
        return ()
    if case.fact("no_means_ground", "none") != "none":
        return ("不受经济困难条件限制的，不能以经济条件为由不予援助",)
    if case.fact("no_check_ground", "none") != "none" and case.fact("status_paper"):
        return ("有材料证明免予核查的，不能以经济条件为由不予援助",)
    last = case.last("check_means")
    if last is None or last.facts.get("means_met"):
        return ("没有登记过“不符合标准”的核查结果，不能以经济条件为由不予援助",)
    return ()


@rule(LAA.article(26, 1, phrase="三年以上相关执业经历的律师"))
def grave_cases_need_experience(case: Case, facts: handled.AidAssignmentFacts) -> Sequence[str]:
    """可能判处无期徒刑、死刑的，要派有三年以上相关执业经历的律师"""
    if case.fact("notice_ground") in ("grave", "death_review") and not facts.three_years:
        return ("可能判处无期徒刑、死刑和死刑复核案件，要派有三年以上相关执业经历的律师",)
    return ()


@rule(MINORS_LAW.article(104, 2, phrase="熟悉未成年人身心特点的律师"))
def minors_need_who_knows_them(case: Case, facts: handled.AidAssignmentFacts) -> Sequence[str]:
    """未成年人要派熟悉未成年人身心特点的律师"""
    if case.fact("notice_ground") == "minor" and not facts.knows_minors:
        return ("未成年人案件，要派熟悉未成年人身心特点的律师",)
    return ()


@rule(LAA.article(46, 1, phrase="不得拒绝、拖延或者终止"))
def undertaker_has_no_conflict(case: Case, facts: handled.AcceptanceFacts) -> Sequence[str]:
    """有利害关系的不能承办"""
    return () if facts.aid_no_conflict else ("有利害关系的，请用“报告不能承办”，由法律援助机构另派",)


@rule(LAA.article(46, 2, phrase="通报法律援助事项办理情况"))
def recipient_was_told(case: Case, facts: handled.ProgressFacts) -> Sequence[str]:
    """进展要告诉受援人"""
    return () if facts.progress_told else ("还没有告诉受援人；说过了再登记",)


@rule(LAA.article(52, 2, phrase="法律援助补贴的标准"))
def subsidy_follows_the_table(case: Case, facts: handled.SubsidyFacts) -> Sequence[str]:
    """补贴按标准算，另加的要写理由"""
    standard = case.setting(subsidy_standard(facts.subsidy_kind))
    if standard is None:
        return (f"本机构没有填写“{facts.subsidy_kind.label}”的补贴标准",)
    extra = facts.subsidy_extra or 0
    found = [] if not extra or facts.subsidy_note else ["另加的补贴要写理由"]
    if facts.subsidy_amount != standard + extra:
        found.append(f"按标准应是{standard}元" + (f"加另加的{extra}元" if extra else "") + "，请核对")
    return found
