"""Where a mediation for a court can stand. What is the same in any mediation is taken from people's mediation."""

from dataclasses import replace

from gongdao.procedures.engine.declaration import State
from gongdao.procedures.people_mediation import states as mediating

OFFERED = State(code="offered", title="法院移来，待确认", meaning="法院已经把这件事移来，正在看能不能接。")
DECLINED = State(code="declined", title="没有接受", meaning="已写明理由退回法院，法院可以另外指定调解组织。")
SUSPENDED = State(code="suspended", title="中止调解", meaning="要先核实是不是真实的纠纷，核实以前不调解。")
AGREED = State(
    code="agreed", title="协议已签，待交法院", meaning="法院立案后委托的：协议交法院审查，由法院制作调解书。"
)
BEFORE_COURT = State(
    code="before_court", title="法院审查协议中", meaning="协议已交法院，等法院制作调解书或者准许撤诉。"
)
COURT_DOCUMENT = State(
    code="court_document", title="法院已出调解书", meaning="双方签收后，调解书有法律效力，可以申请强制执行。"
)
SUIT_WITHDRAWN = State(code="suit_withdrawn", title="已撤诉", meaning="达成协议后撤诉，法院已经准许。")
UNREACHABLE = State(
    code="unreachable", title="联系不上对方", meaning="多次联系不上，不能调解，马上退回法院。"
)
EXPIRED = State(
    code="expired", title="期满没有调成", meaning="调解期限已满，没有达成协议，也没有都同意延长。"
)
RETURNED = State(
    code="returned",
    title="已退回法院",
    meaning="结果和材料已交回法院。坚持起诉的，法院应当登记立案；已立案的，恢复审理。",
)
IN_COURT = replace(mediating.IN_COURT, title="由法院审理", meaning="法院已经立案或者恢复审理，由法院处理。")
REFUSED = replace(mediating.REFUSED, meaning="一方明确不同意调解，不能调解，马上退回法院。")
FAILED = replace(mediating.FAILED, meaning="没有达成协议，马上退回法院。")
ENDED = replace(mediating.ENDED, meaning="当事人要求停止，或者要法院直接立案，马上退回法院。")
ASKING = replace(mediating.ASKING, meaning="已经接受，正在问各方是否愿意调解。谁都可以不同意。")

STATES = (
    mediating.NEW, OFFERED, ASKING, mediating.ASSIGNED, mediating.IN_SESSION, mediating.WAITING_EXPERT, SUSPENDED,
    mediating.DRAFTED, mediating.IN_EFFECT, AGREED, BEFORE_COURT, COURT_DOCUMENT, SUIT_WITHDRAWN, mediating.CONFIRMING,
    mediating.CONFIRMED, mediating.CONFIRMATION_REFUSED, mediating.PERFORMED, mediating.DEFAULTED, FAILED, ENDED,
    REFUSED, UNREACHABLE, EXPIRED, RETURNED, IN_COURT, DECLINED, mediating.ARCHIVED,
)  # fmt: skip

TALKING = ("asking", "assigned", "in_session", "waiting_expert", "suspended", "drafted")
OPEN = ("offered", *TALKING)
BOUND = ("in_effect", "confirming", "confirmed", "confirmation_refused", "performed", "defaulted")
CAME_TO_NOTHING = ("failed", "ended", "refused", "unreachable", "expired")
WITH_COURT = ("agreed", "before_court", "court_document", "suit_withdrawn", "returned", "in_court")
NOT_ARCHIVED = (*OPEN, *BOUND, *CAME_TO_NOTHING, *WITH_COURT, "declined")
