"""What people must be told in a mediation for a court."""

from gongdao.law.electronic import ONLY_INK
from gongdao.procedures.court_mediation import grounds as g
from gongdao.procedures.court_mediation.guards import IS_DISPATCHED
from gongdao.procedures.engine.declaration import PARTIES, Notice
from gongdao.procedures.mediating import SAFETY, confirmation_notices, lent_notice

NOTICES: tuple[Notice, ...] = (
    Notice(
        code="filing_is_open", title="调解不耽误立案", to=PARTIES, applies_if=IS_DISPATCHED,
        text="先调解要双方都愿意，谁都可以不同意。调不成，或者您不想调了、坚持起诉，法院应当依法登记立案，不用等调解期满。"
        "法院收到起诉状要给书面凭证，七日内决定是否立案；有案不立、拖延立案的，可以向受诉法院或者上级法院投诉。",
        cites=(
            g.MEDIATE_FIRST, g.REGISTER, g.ONLINE.article(21, 1, "二", phrase="调解不成后，人民法院应当依法登记立案"),
            g.FILING.article(2, 1, phrase="应当一律接收诉状，出具书面凭证"),
            g.FILING.article(8, 1, "一", phrase="收到起诉状之日起七日内决定是否立案"), g.COMPLAIN,
        ),
    ),
    Notice(
        code="confidential", title="调解中说的话，不会拿来打官司", to=PARTIES,
        text="调解的过程和协议内容不公开。为了谈成而让步、认可的事，以后打官司不能当作对您不利的根据，除非各方都同意。"
        "法院只收到结果；单独对调解员说的话，对方和法院都看不到。",
        cites=(g.CONFIDENTIAL, g.NOT_AGAINST, g.INTERPRETATION.article(107, 1, phrase="不得在后续的诉讼中作为对其不利的根据"), g.SECRET),
    ),
    Notice(
        code="rights", title="您的权利和义务", to=PARTIES,
        text="您可以同意调解、不同意调解，也可以随时要求停止，不用说理由；可以和对方一起选调解员，调解员和对方有关系的，可以申请换人；"
        "协议要自愿才签，谁也不能强迫。也请如实讲，不要编造纠纷：虚假调解，法院不予确认，还会追究责任。调解员以后不能在这个案子里当陪审员、代理人、证人。",
        cites=(
            g.FREE_WILL, g.REFUSED, g.CHOSEN, g.INVITED.article(15, 1, "二", phrase="与纠纷有利害关系的"),
            g.INVITED.article(28, 1, "一", phrase="强迫调解"), g.ONLINE.article(23, 1, phrase="不予确认调解协议效力"),
            g.INVITED.article(16, 1, phrase="不得在后续的诉讼程序中担任"),
        ),
    ),
    Notice(
        code="court_makes_document", title="协议交法院，签收调解书才生效", to=PARTIES,
        text="法院立案以后委托调解的，协议要交法院审查，由法院制作调解书，双方签收后有法律效力；也可以申请撤诉。",
        cites=(g.TO_BE_EXAMINED, g.CPL.article(100, 3, phrase="调解书经双方当事人签收后，即具有法律效力")),
    ),
    lent_notice("binding", g.GROUNDS.binding, g.GROUNDS.unkept),
    *confirmation_notices(g.TO_BE_CONFIRMED, g.CPL.article(205, 1, "一", phrase="向作出邀请的人民法院提出")),
    lent_notice("default_roads", g.ENFORCED, g.GROUNDS.unkept, text="协议经法院确认有效的，可以在二年内申请强制执行；没有确认的，可以向人民法院起诉。"),
    lent_notice("protection_first", *SAFETY),
    lent_notice("ink_only", ONLY_INK),
)  # fmt: skip
