"""The clocks of a mediation for a court. Where only the rules for the court's platform state a period, only what
came through the platform is bound by it; for letters on paper the office sets a target of its own."""

from gongdao.law.calendar import Unit
from gongdao.procedures.court_mediation import grounds as g
from gongdao.procedures.court_mediation import guards
from gongdao.procedures.engine.declaration import PARTIES, Actor, Clock, On, Setting
from gongdao.procedures.engine.deriving import under
from gongdao.procedures.mediating import STAFF, confirmation_clocks
from gongdao.procedures.people_mediation.clocks import SCHEDULES as INSTALMENTS

PAPER_TARGET = Setting("court_reply_days", "法院书面移来的，几日内答复是否接受（各地自定）")
RETURN_TARGET = Setting("court_return_days", "没有调成的，几日内退回法院（规定是即时，各地自定）")
SETTINGS = (PAPER_TARGET, RETURN_TARGET)
EXTENDED = On("extend_period", "extended_until")
OVER = (
    "sign_agreement", "sign_for_court", "settle_orally", "fail", "end_on_request", "insist_on_suit", "refuse", "refuse_appointed",
    "find_unreachable", "deem_failed", "end_for_sham",
)  # fmt: skip
TALKS_CLOSE = ("draft_agreement", "settle_orally", "extend_period")
NO_MORE_TALKS = "没有都同意延长的，调解终止，向法院报告并退回材料"


def _period(code, title, amount, applies_if, *cites, pauses=()):  # type: ignore[no-untyped-def]
    return Clock(
        code=code, title=title, amount=amount, unit=Unit.DAY, starts=(On("accept"),), stops=OVER, pauses=pauses,
        cites=(*cites, g.INVITED.article(27, 3, phrase="签字接收法院移交材料之日起计算")),
        expiry=NO_MORE_TALKS, applies_if=applies_if, extended_by=EXTENDED, closes=TALKS_CLOSE, who=STAFF,
    )  # fmt: skip


CLOCKS: tuple[Clock, ...] = (
    Clock(
        code="acceptance_period", title="确认是否接受的期限", amount=3, unit=Unit.WORKING_DAY, starts=(On("receive_referral"),),
        stops=("accept", "decline", "refuse", "insist_on_suit"), cites=(g.IN_THREE_DAYS,), applies_if=guards.ON_PLATFORM,
        expiry="法院和当事人可以另外指定、选定调解组织", who=STAFF,
    ),
    Clock(
        code="reply_target", title="答复法院是否接受", amount=PAPER_TARGET, unit=Unit.DAY, starts=(On("receive_referral"),),
        stops=("accept", "decline", "refuse", "insist_on_suit"), cites=(g.INVITED.article(14, 2, phrase="接受委派或者委托调解后"),),
        applies_if=guards.ON_PAPER, expiry="请尽快答复法院", who=STAFF,
    ),
    Clock(
        code="asking_period", title="问对方愿不愿意的期限", amount=3, unit=Unit.WORKING_DAY, starts=(On("accept"),),
        stops=("assign_mediator", *OVER), cites=(g.ONLINE.article(15, 1, phrase="三个工作日内"),),
        applies_if=guards.ASKED_ON_PLATFORM, expiry="对方不同意或者联系不上的，写明原因，马上退回法院", who=STAFF,
    ),
    Clock(
        code="choosing_period", title="共同选调解员的期限", amount=2, unit=Unit.WORKING_DAY, starts=(On("accept"), On("consent")),
        stops=("assign_mediator", *OVER), cites=(g.ONLINE.article(10, 2, phrase="两个工作日内共同选择"),),
        applies_if=guards.CHOOSING_ON_PLATFORM, expiry="选不出来的，由法院指定", who=PARTIES,
    ),
    _period(
        "dispatched_period", "委派调解期限", 30, guards.IS_DISPATCHED, g.INVITED.article(27, 1, phrase="调解期限为30日"),
        g.ONLINE.article(24, 1, phrase="立案前在线调解期限为三十日"), g.EXPERT, pauses=(("ask_expert", "receive_expert"),),
    ),
    _period(
        "ordinary_period", "委托调解期限（普通程序）", 15, guards.IS_ORDINARY,
        g.INVITED.article(27, 2, phrase="普通程序的调解期限为15日"), g.INVITED.article(27, 2, phrase="不计入审理期限"),
    ),
    _period(
        "simple_period", "委托调解期限（简易程序）", 7, guards.IS_SIMPLE, g.ONLINE.article(24, 1, phrase="适用简易程序的调解期限为七日"),
    ),
    Clock(
        code="return_target", title="退回法院", amount=RETURN_TARGET, unit=Unit.DAY,
        starts=tuple(On(code) for code in OVER if code not in ("sign_agreement", "sign_for_court", "settle_orally")),
        stops=("return_to_court",), cites=(g.BACK_AT_ONCE,), expiry="规定是即时退回，请马上退回", who=STAFF,
    ),
    Clock(
        code="registration_period", title="法院决定是否立案的期限", amount=7, unit=Unit.DAY, starts=(On("return_to_court"),),
        stops=("court_registers", "archive"), applies_if=guards.IS_DISPATCHED,
        cites=(g.FILING.article(8, 1, "一", phrase="收到起诉状之日起七日内决定是否立案"), g.CPL.article(126, 1, phrase="应当在七日内立案，并通知当事人")),
        expiry="坚持起诉而法院不立案的，可以向受诉法院或者上级法院投诉", who=PARTIES,
    ),
    Clock(
        code="complaint_period", title="法院答复投诉的期限", amount=15, unit=Unit.DAY, starts=(On("complain_of_filing"),),
        stops=("court_answers_complaint", "court_registers", "archive"), cites=(g.FILING.article(13, 2, phrase="在受理投诉之日起十五日内"),),
        expiry="向法院问一问查得怎么样", who=(Actor.COURT,),
    ),
    *confirmation_clocks(g.TO_BE_CONFIRMED, after=("sign_agreement", "settle_orally")),
)  # fmt: skip
SCHEDULES = tuple(under(one, g.GROUNDS.binding) for one in INSTALMENTS)
