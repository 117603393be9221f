"""What people must be told. The text stands here once; pages and papers show it."""

from gongdao.law.names import DOMESTIC_VIOLENCE_LAW
from gongdao.procedures.engine.declaration import Actor, Notice
from gongdao.procedures.legal_aid import guards
from gongdao.procedures.legal_aid.grounds import LAA

A, C, U = Actor.APPLICANT, Actor.COMMITTEE, Actor.UNDERTAKER

NOTICES: tuple[Notice, ...] = (
    Notice(
        code="protection_order", title="先保证安全，可以申请人身安全保护令", to=(A, C, U), applies_if=guards.is_about_violence,
        text="有危险马上打110。可以到法院申请人身安全保护令，不要钱，写不了可以口头说；法院应当在七十二小时内作出，"
        "情况紧急的二十四小时内。申请法律援助不看经济条件。联系您只用您说的办法，对方看不到这份申请。",
        cites=(
            DOMESTIC_VIOLENCE_LAW.article(23, 1, phrase="向人民法院申请人身安全保护令的"),
            DOMESTIC_VIOLENCE_LAW.article(24, 1, phrase="可以口头申请，由人民法院记入笔录"),
            DOMESTIC_VIOLENCE_LAW.article(28, 1, phrase="应当在七十二小时内作出人身安全保护令"),
            DOMESTIC_VIOLENCE_LAW.article(28, 1, phrase="应当在二十四小时内作出"),
            LAA.article(32, 1, "四", phrase="遭受虐待、遗弃或者家庭暴力"),
        ),
    ),
    Notice(
        code="help_first", title="离时效届满不到七日，可以先援助、后补手续", to=(A, C), applies_if=guards.help_is_urgent,
        text="情况紧急：时效快到了，或者急着申请保全。法律援助机构可以马上先提供援助，材料和手续以后再补。",
        cites=(
            LAA.article(44, 1, "一", phrase="期限届满不足七日"),
            LAA.article(44, 1, "二", phrase="需要立即申请财产保全"),
            LAA.article(44, 2, phrase="应当及时补办有关手续"),
        ),
    ),
    Notice(
        code="decision_in_seven_days", title="七日内有答复", to=(A,),
        text="法律援助机构收到申请后七日内决定。给予援助的，三日内派人；不给予的，书面告诉您理由，您可以提出异议。不收任何费用。",
        cites=(
            LAA.article(43, 1, phrase="自收到法律援助申请之日起七日内"),
            LAA.article(43, 1, phrase="应当自作出决定之日起三日内指派"),
            LAA.article(43, 1, phrase="应当书面告知申请人，并说明理由"),
            LAA.article(20, 1, phrase="不得向受援人收取任何财物"),
        ),
    ),
    Notice(
        code="no_condition", title="您的情况不看经济条件", to=(A, C), applies_if=guards.no_condition_of_means,
        text="按您说的情形，申请法律援助不受经济困难条件限制，不用证明收入，谁也不能以收入高为由拒绝。",
        cites=(LAA.article(32, 1, phrase="不受经济困难条件的限制"),),
    ),
    Notice(
        code="no_check", title="有材料证明，就不核查经济状况", to=(A, C), applies_if=guards.no_check_of_means,
        text="您属于免予核查经济状况的人。交一份能证明身份的材料（照片也行），就不用再证明收入。",
        cites=(LAA.article(42, 1, phrase="免予核查经济困难状况"),),
    ),
    Notice(
        code="no_certificate", title="不用去开经济困难证明", to=(A, C),
        text="经济情况可以由法律援助机构查询，或者您签一份诚信承诺。谁都不应当再要您去村里、社区开证明。说假话要承担后果。",
        cites=(LAA.article(41, 2, phrase="个人诚信承诺"), LAA.article(64, 1, phrase="处三千元以下罚款")),
    ),
    Notice(
        code="missing_papers", title="要补的材料已经一次说全", to=(A,),
        text="要补什么、要说明什么，都写在通知书上了，以后不会再加。没有按要求补、也没有说明的，视为撤回申请，以后可以再申请。",
        cites=(LAA.article(43, 2, phrase="应当一次性告知"), LAA.article(43, 2, phrase="视为撤回申请")),
    ),
    Notice(
        code="papers_later", title="已经先援助，手续要补", to=(A,),
        text="因为情况紧急，已经先给您派人。请尽快把申请手续和材料补齐。",
        cites=(LAA.article(44, 2, phrase="应当及时补办有关手续"),),
    ),
    Notice(
        code="recipients_part", title="得到援助以后", to=(A,),
        text="请对承办的人如实说明情况，及时交证据，配合办理。承办的人不得收您任何财物，办到哪一步会告诉您。"
        "他没有尽责的，您可以投诉，也可以要求换人。诉讼费可以向法院申请缓交、减交、免交；公证费、鉴定费应当减免。",
        cites=(
            LAA.article(47, 1, phrase="如实陈述与法律援助事项有关的情况"),
            LAA.article(20, 1, phrase="不得向受援人收取任何财物"),
            LAA.article(46, 2, phrase="通报法律援助事项办理情况"),
            LAA.article(55, 1, phrase="可以请求法律援助机构更换"),
            LAA.article(53, 1, phrase="缓收、减收或者免收诉讼费用"),
            LAA.article(53, 2, phrase="减收或者免收公证费、鉴定费"),
        ),
    ),
    Notice(
        code="may_object", title="不服决定，可以提出异议", to=(A,),
        text="对不予援助、终止援助的决定不服的，可以向设立这个法律援助机构的司法局提出异议，五日内有答复。"
        "司法局维持原决定的，还可以依法申请行政复议或者起诉。",
        cites=(
            LAA.article(49, 1, phrase="可以向设立该法律援助机构的司法行政部门"),
            LAA.article(49, 2, phrase="自收到异议之日起五日内"),
            LAA.article(49, 3, phrase="依法申请行政复议或者提起行政诉讼"),
        ),
    ),
    Notice(
        code="upheld", title="司法局维持了原来的决定", to=(A,),
        text="不服的，可以自知道之日起六十日内申请行政复议，也可以依法提起行政诉讼。",
        cites=(LAA.article(49, 3, phrase="依法申请行政复议或者提起行政诉讼"),),
    ),
    Notice(
        code="undertakers_part", title="承办的人要守的规矩", to=(U,),
        text="无正当理由不得拒绝、拖延或者终止；按规定向受援人通报进展；不收任何财物；知道的秘密和隐私要保密；"
        "发现应当终止援助的情形，及时报告法律援助机构。",
        cites=(
            LAA.article(46, 1, phrase="不得拒绝、拖延或者终止"),
            LAA.article(20, 1, phrase="不得向受援人收取任何财物"),
            LAA.article(21, 1, phrase="应当予以保密"),
            LAA.article(48, 2, phrase="应当及时向法律援助机构报告"),
        ),
    ),
    Notice(
        code="forward_at_once", title="二十四小时内转交", to=(C, U), applies_if=guards.came_from_custody,
        text="被羁押的人提出的申请，办案机关、监管场所、值班律师应当在二十四小时内转交法律援助机构。",
        cites=(
            LAA.article(39, 1, phrase="监管场所应当在二十四小时内"),
            LAA.article(39, 2, phrase="值班律师应当在二十四小时内"),
        ),
    ),
)  # fmt: skip
