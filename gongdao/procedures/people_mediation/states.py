"""Where a people's mediation can stand."""

from gongdao.procedures.engine.declaration import State

NEW = State(code="new", title="填写中", meaning="申请还没有提交。")
REGISTERED = State(code="registered", title="已登记", meaning="已经登记，调解委员会正在看能不能受理。")
ASKING = State(code="asking", title="征求意愿", meaning="已经受理，正在问各方是否愿意调解。谁都可以不同意。")
ASSIGNED = State(code="assigned", title="已定调解员", meaning="调解员已经确定，正在安排调解。")
IN_SESSION = State(code="in_session", title="调解中", meaning="各方正在调解，任何时候都可以要求停止。")
WAITING_EXPERT = State(
    code="waiting_expert", title="等待鉴定意见", meaning="已委托鉴定或专家，意见到了再继续。"
)
DRAFTED = State(code="drafted", title="协议待签", meaning="协议已经写好，要念给各方听，都听懂了再签字盖章。")
IN_EFFECT = State(code="in_effect", title="协议已生效", meaning="协议有法律约束力，各方应当按约定履行。")
CONFIRMING = State(
    code="confirming", title="申请司法确认中", meaning="各方共同请求法院确认协议，等待法院裁定。"
)
CONFIRMED = State(
    code="confirmed", title="法院已确认", meaning="法院裁定协议有效，一方不履行，另一方可以申请强制执行。"
)
CONFIRMATION_REFUSED = State(
    code="confirmation_refused",
    title="法院未确认",
    meaning="可以再调解一次、改变协议，也可以直接起诉。",
)
PERFORMED = State(code="performed", title="已履行", meaning="约定的事情都做完了。")
DEFAULTED = State(code="defaulted", title="未履行", meaning="催过仍不履行，权利人可以走执行、支付令或诉讼。")
IN_COURT = State(code="in_court", title="已诉至法院", meaning="一方就协议向法院起诉，由法院处理。")
FAILED = State(code="failed", title="调解不成", meaning="没有达成协议，可以通过仲裁、行政、司法等途径解决。")
ENDED = State(
    code="ended", title="应当事人要求终止", meaning="当事人要求停止，调解已经结束，不影响走别的路。"
)
REFUSED = State(code="refused", title="一方不同意", meaning="一方明确不同意调解，不能调解，可以走别的路。")
WITHDRAWN = State(code="withdrawn", title="已撤回", meaning="申请人撤回了申请，以后还可以再申请。")
NOT_ADMISSIBLE = State(
    code="not_admissible", title="不予受理", meaning="依法不能由人民调解处理，已告知该走的路。"
)
ARCHIVED = State(code="archived", title="已归档", meaning="卷宗已经整理归档。", final=True)

STATES = (
    NEW, REGISTERED, ASKING, ASSIGNED, IN_SESSION, WAITING_EXPERT, DRAFTED, IN_EFFECT, CONFIRMING, CONFIRMED,
    CONFIRMATION_REFUSED, PERFORMED, DEFAULTED, IN_COURT, FAILED, ENDED, REFUSED, WITHDRAWN, NOT_ADMISSIBLE, ARCHIVED,
)  # fmt: skip

BEFORE_ACCEPTANCE = ("registered",)
TALKING = ("asking", "assigned", "in_session", "waiting_expert", "drafted")
OPEN = (*BEFORE_ACCEPTANCE, *TALKING)
AGREED = (
    "in_effect",
    "confirming",
    "confirmed",
    "confirmation_refused",
    "performed",
    "defaulted",
    "in_court",
)
OVER = ("failed", "ended", "refused", "withdrawn", "not_admissible")
NOT_ARCHIVED = (*OPEN, *AGREED, *OVER)
