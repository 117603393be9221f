"""What legal aid may be asked for, and why: the lists of the act, each entry with its article.

Kept apart on purpose: a matter without a *condition* of means (art. 32) and a person without a *check* of means
(art. 42) are two different things.
"""

from gongdao.law.citation import Citation
from gongdao.law.names import LEGAL_AID_LAW
from gongdao.procedures.engine.choices import Choice

LAA = LEGAL_AID_LAW


class AidMatter(Choice):
    """The matter for which aid is asked (arts. 24, 29, 31, 33)."""

    LABOUR = "labour", "确认劳动关系，讨要工资等劳动报酬"
    INJURY = "injury", "工伤、交通事故、食品药品、医疗事故造成的人身损害赔偿"
    SUPPORT = "support", "赡养费、抚养费、扶养费"
    PROTECTED = "protected", "家庭暴力、虐待、遗弃的受害人，见义勇为，英雄烈士近亲属主张权益"
    SOCIAL = "social", "社会保险待遇、社会救助"
    PENSION = "pension", "抚恤金"
    CAPACITY = "capacity", "认定无民事行为能力或者限制民事行为能力"
    POLLUTION = "pollution", "环境污染、生态破坏损害赔偿"
    COMPENSATION = "compensation", "国家赔偿"
    DEFENCE = "defence", "刑事案件：给犯罪嫌疑人、被告人请辩护人"
    VICTIM = "victim", "刑事案件：被害人、自诉人、附带民事诉讼原告人请代理人"
    RETRIAL = "retrial", "再审、抗诉案件"
    BY_RULE = "by_rule", "法律、法规、规章规定的其他事项"
    NOT_LISTED = "not_listed", "都不是，或者说不准"


MATTER_LAW: dict[AidMatter, Citation] = {
    AidMatter.COMPENSATION: LAA.article(31, 1, "一", phrase="依法请求国家赔偿"),
    AidMatter.SOCIAL: LAA.article(31, 1, "二", phrase="社会保险待遇或者社会救助"),
    AidMatter.PENSION: LAA.article(31, 1, "三", phrase="请求发给抚恤金"),
    AidMatter.SUPPORT: LAA.article(31, 1, "四", phrase="赡养费、抚养费、扶养费"),
    AidMatter.LABOUR: LAA.article(31, 1, "五", phrase="请求确认劳动关系或者支付劳动报酬"),
    AidMatter.CAPACITY: LAA.article(31, 1, "六", phrase="请求认定公民无民事行为能力"),
    AidMatter.INJURY: LAA.article(31, 1, "七", phrase="医疗事故人身损害赔偿"),
    AidMatter.POLLUTION: LAA.article(31, 1, "八", phrase="请求环境污染、生态破坏损害赔偿"),
    AidMatter.BY_RULE: LAA.article(31, 1, "九", phrase="法律、法规、规章规定的其他情形"),
    AidMatter.PROTECTED: LAA.article(32, 1, phrase="不受经济困难条件的限制"),
    AidMatter.DEFENCE: LAA.article(24, 1, phrase="因经济困难或者其他原因"),
    AidMatter.VICTIM: LAA.article(29, 1, phrase="刑事公诉案件的被害人"),
    AidMatter.RETRIAL: LAA.article(33, 1, phrase="人民检察院提出抗诉"),
}


class NoMeansGround(Choice):
    """Art. 32: the condition of means does not apply at all."""

    NONE = "none", "没有这些情形"
    ABUSED = "abused", "遭受家庭暴力、虐待或者遗弃"
    BRAVE = "brave", "因见义勇为主张民事权益"
    MARTYR = "martyr", "英雄烈士近亲属维护英雄烈士的人格权益"
    ACQUITTED = "acquitted", "再审改判无罪，请求国家赔偿"
    BY_RULE = "by_rule", "法律、法规、规章规定的其他情形"


NO_MEANS_LAW: dict[NoMeansGround, Citation] = {
    NoMeansGround.MARTYR: LAA.article(32, 1, "一", phrase="英雄烈士近亲属"),
    NoMeansGround.BRAVE: LAA.article(32, 1, "二", phrase="因见义勇为行为主张"),
    NoMeansGround.ACQUITTED: LAA.article(32, 1, "三", phrase="再审改判无罪请求国家赔偿"),
    NoMeansGround.ABUSED: LAA.article(32, 1, "四", phrase="遭受虐待、遗弃或者家庭暴力"),
    NoMeansGround.BY_RULE: LAA.article(32, 1, "五", phrase="法律、法规、规章规定的其他情形"),
}


class NoCheckGround(Choice):
    """Art. 42: the condition stands, but whoever shows papers of the status is not checked."""

    NONE = "none", "没有这些情形"
    MIGRANT = "migrant", "进城务工人员，讨要劳动报酬或者请求工伤赔偿"
    NO_LIVING = "no_living", "没有固定生活来源的未成年人、老年人、残疾人等"
    ASSISTED = "assisted", "低保等社会救助、司法救助或者优抚对象"
    BY_RULE = "by_rule", "法律、法规、规章规定的其他人员"


NO_CHECK_LAW: dict[NoCheckGround, Citation] = {
    NoCheckGround.NO_LIVING: LAA.article(42, 1, "一", phrase="无固定生活来源的未成年人"),
    NoCheckGround.ASSISTED: LAA.article(42, 1, "二", phrase="社会救助、司法救助或者优抚对象"),
    NoCheckGround.MIGRANT: LAA.article(42, 1, "三", phrase="进城务工人员"),
    NoCheckGround.BY_RULE: LAA.article(42, 1, "四", phrase="法律、法规、规章规定的其他人员"),
}


class NoticeGround(Choice):
    """Arts. 25 and 28: the organ must (or may) give notice; nobody applies and no means are looked at."""

    MINOR = "minor", "未成年人"
    DISABLED = "disabled", "视力、听力、言语残疾人"
    UNABLE = "unable", "不能完全辨认自己行为的成年人"
    GRAVE = "grave", "可能被判处无期徒刑、死刑的人"
    DEATH_REVIEW = "death_review", "申请法律援助的死刑复核案件被告人"
    ABSENT = "absent", "缺席审判案件的被告人"
    BY_RULE = "by_rule", "法律法规规定的其他人员"
    MAY = "may", "其他普通程序案件的被告人（法院可以通知）"
    TREATMENT = "treatment", "强制医疗案件的被申请人或者被告人"


class UrgentGround(Choice):
    """Art. 44: help first, papers later."""

    TIME_BAR = "time_bar", "距法定时效或者期限届满不足七日"
    PRESERVATION = "preservation", "需要立即申请财产保全、证据保全或者先予执行"
    BY_RULE = "by_rule", "法律、法规、规章规定的其他情形"


class EndingGround(Choice):
    """Art. 48: why legal aid that was given ends."""

    DECEIT = "deceit", "以欺骗或者其他不正当手段获得法律援助"
    HIDING = "hiding", "故意隐瞒重要事实或者提供虚假证据"
    MISUSE = "misuse", "利用法律援助从事违法活动"
    MEANS = "means", "经济状况发生变化，不再符合条件"
    CASE_OVER = "case_over", "案件终止审理或者已经被撤销"
    OWN_COUNSEL = "own_counsel", "自行委托了律师或者其他代理人"
    ASKED = "asked", "受援人有正当理由要求终止"
    BY_RULE = "by_rule", "法律法规规定的其他情形"


class AidForm(Choice):
    """Art. 22: in what form aid is given."""

    LITIGATION = "litigation", "诉讼代理"
    OUT_OF_COURT = "out_of_court", "非诉讼代理"
    ARBITRATION = "arbitration", "劳动争议调解与仲裁代理"
    DEFENCE = "defence", "刑事辩护"
    CRIMINAL_AGENCY = "criminal_agency", "刑事代理"
    DRAFTING = "drafting", "代拟法律文书"
