"""Conditions on the facts given with a step. Each lists, in plain words, what stands against them."""

from collections.abc import Sequence

from gongdao.law.calendar import SHANGHAI
from gongdao.law.names import (
    ADMINISTRATIVE_RECONSIDERATION_LAW,
    CIVIL_CODE,
    CIVIL_PROCEDURE_INTERPRETATION,
    CIVIL_PROCEDURE_LAW,
    MEDICAL_DISPUTE_REGULATION,
    PEOPLES_MEDIATION_LAW,
    POLICE_ADMINISTRATIVE_PROCEDURE,
)
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import rule
from gongdao.procedures.engine.everyday import without_guardian
from gongdao.procedures.people_mediation import facts as asked
from gongdao.procedures.people_mediation.agreement import (
    CONTENT,
    AgreementFacts,
    check_agreement,
    obligations_of,
)
from gongdao.procedures.people_mediation.guards import principals
from gongdao.procedures.people_mediation.sectors import IS_MEDICAL


@rule(
    CIVIL_CODE.article(19, 1, phrase="由其法定代理人代理或者经其法定代理人"),
    CIVIL_CODE.article(23, 1, phrase="监护人是其法定代理人"),
)
def guardians_are_named(case: Case, facts: asked.ApplicationFacts) -> Sequence[str]:
    """未满十八周岁的当事人要写明监护人"""
    return without_guardian(case, (*facts.applicants, *facts.respondents))


@rule(PEOPLES_MEDIATION_LAW.article(21, 2, phrase="应当及时、就地进行，防止矛盾激化"))
def happened_before_today(case: Case, facts: asked.ApplicationFacts) -> Sequence[str]:
    """事情发生的日期不能晚于今天"""
    today = case.now.astimezone(SHANGHAI).date()
    return ("“事情发生的日期”不能晚于今天",) if facts.happened_on and facts.happened_on > today else ()


@rule(
    PEOPLES_MEDIATION_LAW.article(17, 1, phrase="明确拒绝调解的，不得调解"),
    CIVIL_PROCEDURE_INTERPRETATION.article(143, 1, phrase="婚姻等身份关系确认案件"),
    CIVIL_PROCEDURE_INTERPRETATION.article(143, 1, phrase="适用特别程序、督促程序、公示催告程序"),
    ADMINISTRATIVE_RECONSIDERATION_LAW.article(5, 1, phrase="行政复议机关办理行政复议案件，可以进行调解"),
    POLICE_ADMINISTRATIVE_PROCEDURE.article(179, 1, "一", phrase="雇凶伤害他人的"),
    MEDICAL_DISPUTE_REGULATION.article(31, 4, phrase="医疗纠纷人民调解委员会不予受理"),
)
def no_bar_applies(case: Case, facts: asked.AdmissibilityFacts) -> Sequence[str]:
    """有法定情形的，不能受理"""
    found = [
        f"{field.title}：不能受理，请用“不予受理”并告知该走的路"
        for name, field in asked.AdmissibilityFacts.model_fields.items()
        if name != "bar_medical_elsewhere" and getattr(facts, name)
    ]
    if facts.bar_medical_elsewhere and IS_MEDICAL(case):
        found.append("医疗纠纷已由法院或卫生部门受理：不能受理，请用“不予受理”并告知该走的路")
    return found


@rule(PEOPLES_MEDIATION_LAW.article(24, 1, "三", phrase="尊重对方当事人行使权利"))
def rights_were_told(case: Case, facts: asked.ConsentFacts) -> Sequence[str]:
    """同意之前要先告知权利义务"""
    return () if facts.consent_told_rights else ("还没有告知权利义务，不能登记为同意",)


@rule(PEOPLES_MEDIATION_LAW.article(19, 1, phrase="可以指定一名或者数名人民调解员"))
def mediators_are_different(case: Case, facts: asked.AssignmentFacts) -> Sequence[str]:
    """同一位调解员不用选两次"""
    named = [facts.mediator, *facts.more_mediators]
    return () if len(set(named)) == len(named) else ("主办的调解员不用在“其他调解员”里再选一次",)


@rule(PEOPLES_MEDIATION_LAW.article(20, 1, phrase="在征得当事人的同意后"))
def helper_is_agreed(case: Case, facts: asked.HelperFacts) -> Sequence[str]:
    """邀请他人参与要各方当事人都同意"""
    return () if facts.helper_agreed else ("各方当事人没有都同意，不能邀请",)


@rule(PEOPLES_MEDIATION_LAW.article(22, 1, phrase="可以采取多种方式调解民间纠纷"))
def afraid_means_apart(case: Case, facts: asked.SessionFacts) -> Sequence[str]:
    """有当事人害怕对方的，只能分开谈"""
    afraid = case.fact("afraid", False) or case.fact("respondent_afraid", False)
    if afraid and facts.session_form is not asked.SessionForm.APART:
        return ("有当事人害怕对方：请选“分开谈”，不要安排当面一起或视频一起",)
    return ()


@rule(MEDICAL_DISPUTE_REGULATION.article(42, 2, phrase="也不得公开调解协议的内容"))
def medical_is_not_public(case: Case, facts: asked.SessionFacts) -> Sequence[str]:
    """医疗纠纷调解不公开"""
    both = principals(case) <= set(facts.session_parties)
    if IS_MEDICAL(case) and facts.session_public and not both:
        return ("医疗纠纷要医患双方都同意才能公开调解",)
    return ()


@rule(PEOPLES_MEDIATION_LAW.article(25, 1, phrase="应当及时向当地公安机关"))
def measures_are_named(case: Case, facts: asked.EscalationFacts) -> Sequence[str]:
    """可能引起治安案件、刑事案件的，要报告公安机关"""
    serious = any(word in facts.escalation for word in ("刀", "杀", "砍", "放火", "爆炸", "打伤", "斗殴"))
    if serious and not facts.reported_to:
        return ("写明的情况可能引起治安案件、刑事案件，请填写已向哪个公安机关或部门报告",)
    return ()


@rule(MEDICAL_DISPUTE_REGULATION.article(38, 1, phrase="可以约定延长调解期限"))
def extension_is_agreed(case: Case, facts: asked.ExtensionFacts) -> Sequence[str]:
    """延长期限要各方和调委会都同意"""
    found = [] if facts.extension_agreed else ["各方当事人和调委会没有都同意，不能延长"]
    if facts.extended_until <= case.now.astimezone(SHANGHAI).date():
        found.append("约定延长到的日子要晚于今天")
    return found


@rule(CONTENT)
def agreement_can_be_signed(case: Case, facts: AgreementFacts) -> Sequence[str]:
    """协议要写清楚谁、向谁、做什么、多少钱、哪一天、怎么做"""
    return [str(finding) for finding in check_agreement(case, facts) if finding.must]


@rule(PEOPLES_MEDIATION_LAW.article(3, 1, "一", phrase="在当事人自愿、平等的基础上进行调解"))
def it_was_understood(case: Case, facts: asked.ReadBackFacts) -> Sequence[str]:
    """没听懂就不能签"""
    if facts.read_back_understood:
        return ()
    return ("没有听懂，或者和说好的不一样：请再讲一遍，或者退回重新协商",)


@rule(
    PEOPLES_MEDIATION_LAW.article(29, 2, phrase="签名、盖章或者按指印"),
    PEOPLES_MEDIATION_LAW.article(29, 2, phrase="加盖人民调解委员会印章之日起生效"),
)
def all_have_signed(case: Case, facts: asked.SigningFacts) -> Sequence[str]:
    """各方、调解员都签名并盖章，协议才生效"""
    found = signatures_wanting(case, facts)
    if not facts.mediator_signed:
        found.append("调解员还没有签名")
    if not facts.seal_affixed:
        found.append("还没有加盖本机构印章")
    return found


def signatures_wanting(case: Case, facts: asked.PartySigningFacts) -> list[str]:
    """What stands against the parties' signatures on the latest draft."""
    found = []
    if principals(case) - set(facts.signed_parties):
        found.append("还有当事人没有签名、盖章或者按指印")
    drafted = case.last("draft_agreement")
    if drafted and facts.signed_on < drafted.at.astimezone(SHANGHAI).date():
        found.append("签字日期不能早于协议写好的日期")
    return found


@rule(PEOPLES_MEDIATION_LAW.article(26, 1, phrase="告知当事人可以依法通过"))
def other_roads_were_told(case: Case, facts: asked.FailureFacts) -> Sequence[str]:
    """调解不成要告知别的途径"""
    if facts.told_other_roads:
        return ()
    return ("还没有告知当事人可以通过仲裁、行政、司法等途径维护权利",)


@rule(PEOPLES_MEDIATION_LAW.article(31, 2, phrase="对调解协议的履行情况进行监督"))
def item_exists(case: Case, facts: asked.PerformanceFacts) -> Sequence[str]:
    """要对应协议里的某一项"""
    count = len(obligations_of(case))
    found = (
        [] if facts.performance_item <= count else [f"协议一共{count}项，没有第{facts.performance_item}项"]
    )
    if facts.performance_on > case.now.astimezone(SHANGHAI).date():
        found.append("履行日期不能晚于今天")
    return found


@rule(CIVIL_PROCEDURE_LAW.article(205, 1, phrase="由双方当事人自调解协议生效之日起三十日内"))
def all_ask_jointly(case: Case, facts: asked.ConfirmationRequestFacts) -> Sequence[str]:
    """司法确认要各方当事人共同申请"""
    return (
        ("司法确认要各方当事人共同申请，还有人没有列入",)
        if principals(case) - set(facts.joint_parties)
        else ()
    )


@rule(PEOPLES_MEDIATION_LAW.article(31, 1, phrase="具有法律约束力，当事人应当按照约定履行"))
def roads_on_default_were_told(case: Case, facts: asked.DefaultFacts) -> Sequence[str]:
    """不履行的，要讲清可以走的路"""
    return () if facts.default_told else ("还没有向权利人讲清可以走的路",)
