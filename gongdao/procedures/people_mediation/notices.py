"""What people must be told. The text stands here once; pages and papers show it."""

from gongdao.law.electronic import ONLY_INK
from gongdao.law.names import (
    CIVIL_PROCEDURE_INTERPRETATION,
    CIVIL_PROCEDURE_LAW,
    DOMESTIC_VIOLENCE_LAW,
    LABOUR_MEDIATION_ARBITRATION_LAW,
    LEGAL_AID_LAW,
    LIMITATION_RULES,
    MEDICAL_DISPUTE_REGULATION,
    PEOPLES_MEDIATION_LAW,
)
from gongdao.procedures.engine.declaration import PARTIES, Actor, Notice
from gongdao.procedures.people_mediation.guards import confirmation_is_possible
from gongdao.procedures.people_mediation.sectors import IS_FAMILY, IS_LABOUR

NOTICES: tuple[Notice, ...] = (
    Notice(
        code="time_bar_interrupted",
        title="提出调解请求的时间已经记下",
        to=(Actor.APPLICANT,),
        text="向人民调解委员会提出请求，诉讼时效从提出那一天起中断；已经过了时效的，不会因此恢复。收件回执上的时间就是凭证，请留好。",
        cites=(LIMITATION_RULES.article(12, 1, phrase="诉讼时效从提出请求之日起中断"),),
    ),
    Notice(
        code="rights",
        title="您的权利和义务",
        to=PARTIES,
        text="您可以选择或者接受调解员；可以同意调解、不同意调解，也可以随时要求停止，不用说理由；可以要求公开或者不公开；"
        "自己拿主意，愿意才达成协议。也请如实讲清事实，遵守秩序，尊重调解员和对方。调解不收任何费用，不耽误您走别的路。",
        cites=(
            PEOPLES_MEDIATION_LAW.article(23, 1, "一", phrase="选择或者接受人民调解员"),
            PEOPLES_MEDIATION_LAW.article(23, 1, "二", phrase="接受调解、拒绝调解或者要求终止调解"),
            PEOPLES_MEDIATION_LAW.article(23, 1, "三", phrase="要求调解公开进行或者不公开进行"),
            PEOPLES_MEDIATION_LAW.article(23, 1, "四", phrase="自主表达意愿、自愿达成调解协议"),
            PEOPLES_MEDIATION_LAW.article(24, 1, "一", phrase="如实陈述纠纷事实"),
            PEOPLES_MEDIATION_LAW.article(24, 1, "二", phrase="遵守调解现场秩序，尊重人民调解员"),
            PEOPLES_MEDIATION_LAW.article(24, 1, "三", phrase="尊重对方当事人行使权利"),
            PEOPLES_MEDIATION_LAW.article(4, 1, phrase="不收取任何费用"),
            PEOPLES_MEDIATION_LAW.article(3, 1, "三", phrase="不得因调解而阻止当事人依法通过"),
        ),
    ),
    Notice(
        code="other_roads",
        title="还可以走别的路",
        to=PARTIES,
        text="没有调成，不影响您的权利：可以依法申请仲裁、找行政机关处理，或者向人民法院起诉。"
        "拿不准先走哪一步，打12348，或者到公共法律服务中心问，不收钱。",
        cites=(
            PEOPLES_MEDIATION_LAW.article(26, 1, phrase="通过仲裁、行政、司法等途径维护自己的权利"),
            LEGAL_AID_LAW.article(31, 1, phrase="因经济困难没有委托代理人的"),
        ),
    ),
    Notice(
        code="labour_arbitration",
        title="劳动争议可以申请仲裁",
        to=PARTIES,
        applies_if=IS_LABOUR,
        text="劳动争议自收到调解申请之日起十五日内没有达成协议的，可以向劳动争议仲裁委员会申请仲裁。",
        cites=(LABOUR_MEDIATION_ARBITRATION_LAW.article(14, 3, phrase="收到调解申请之日起十五日内未达成"),),
    ),
    Notice(
        code="confirmation_possible",
        title="三十天内可以一起申请司法确认",
        to=PARTIES,
        applies_if=confirmation_is_possible,
        text="协议生效之日起三十日内，各方可以共同向人民法院申请司法确认，不收费。法院裁定有效后，对方不履行的，"
        "可以申请强制执行。",
        cites=(
            PEOPLES_MEDIATION_LAW.article(33, 1, phrase="自调解协议生效之日起三十日内共同"),
            CIVIL_PROCEDURE_LAW.article(205, 1, phrase="自调解协议生效之日起三十日内"),
            MEDICAL_DISPUTE_REGULATION.article(39, 2, phrase="向人民法院申请司法确认"),
        ),
    ),
    Notice(
        code="binding",
        title="协议有约束力",
        to=PARTIES,
        text="协议有法律约束力，各方应当按约定履行。对协议的履行或者内容有争议的，一方可以向人民法院起诉。",
        cites=(
            PEOPLES_MEDIATION_LAW.article(31, 1, phrase="具有法律约束力，当事人应当按照约定履行"),
            PEOPLES_MEDIATION_LAW.article(32, 1, phrase="一方当事人可以向人民法院提起诉讼"),
        ),
    ),
    Notice(
        code="default_roads",
        title="对方不履行，可以这样办",
        to=PARTIES,
        text="协议经法院确认有效的，可以在二年内申请强制执行；只是欠劳动报酬、工伤医疗费、经济补偿或者赔偿金的，"
        "可以持协议书申请支付令；也可以直接起诉。",
        cites=(
            CIVIL_PROCEDURE_LAW.article(250, 1, phrase="申请执行的期间为二年"),
            LABOUR_MEDIATION_ARBITRATION_LAW.article(
                16, 1, phrase="可以持调解协议书依法向人民法院申请支付令"
            ),
            PEOPLES_MEDIATION_LAW.article(32, 1, phrase="一方当事人可以向人民法院提起诉讼"),
        ),
    ),
    Notice(
        code="protection_first",
        title="先保证安全",
        to=(Actor.MEDIATOR, Actor.COMMITTEE),
        text="当事人说害怕对方：不安排当面或视频一起调解；联系时按本人写的注意事项；涉及家庭暴力的，先告知可以报警、"
        "申请人身安全保护令，申请法律援助不查经济条件。"
        "通知、谈话和签字都分开时间、分开地方；发现有人受威胁才答应的，停下来，不签。",
        cites=(
            DOMESTIC_VIOLENCE_LAW.article(23, 1, phrase="向人民法院申请人身安全保护令的"),
            DOMESTIC_VIOLENCE_LAW.article(10, 1, phrase="人民调解组织应当依法调解家庭纠纷"),
            LEGAL_AID_LAW.article(32, 1, "四", phrase="遭受虐待、遗弃或者家庭暴力"),
            PEOPLES_MEDIATION_LAW.article(3, 1, "一", phrase="在当事人自愿、平等的基础上进行调解"),
        ),
    ),
    Notice(
        code="confirmation_refused",
        title="法院没有确认协议",
        to=PARTIES,
        text="可以再通过人民调解改变原来的协议或者达成新的协议，也可以向人民法院起诉。",
        cites=(PEOPLES_MEDIATION_LAW.article(33, 3, phrase="可以通过人民调解方式变更原调解协议"),),
    ),
    Notice(
        code="enforcement_possible",
        title="法院确认了，可以强制执行",
        to=PARTIES,
        text="一方不履行或者没有全部履行的，另一方可以向人民法院申请执行：找作出裁定的法院，或者对方财产所在地的同级法院。"
        "申请执行的期间为二年，从最后一笔该履行的日子算起。",
        cites=(
            CIVIL_PROCEDURE_LAW.article(206, 1, phrase="对方当事人可以向人民法院申请执行"),
            CIVIL_PROCEDURE_LAW.article(250, 2, phrase="从法律文书规定履行期间的最后一日"),
            CIVIL_PROCEDURE_INTERPRETATION.article(460, 1, phrase="与其同级的被执行财产所在地"),
        ),
    ),
    Notice(
        code="ink_only",
        title="这份协议要在纸上签字",
        to=(*PARTIES, Actor.MEDIATOR, Actor.COMMITTEE),
        applies_if=IS_FAMILY,
        text="涉及婚姻、收养、继承的，不能只用电子签名：请打印出来，各方在纸上签名、盖章或者按指印。",
        cites=(ONLY_INK,),
    ),
)
