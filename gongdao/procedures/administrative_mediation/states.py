"""Where a mediation by an authority can stand: as in any mediation, without what only a committee knows."""

from dataclasses import replace

from gongdao.procedures.people_mediation import states as mediating

NOT_ADMISSIBLE = replace(mediating.NOT_ADMISSIBLE, meaning="依法不能在这里调解，已说明理由和该走的路。")
REGISTERED = replace(mediating.REGISTERED, meaning="已经登记，正在看能不能受理。")
DEFAULTED = replace(mediating.DEFAULTED, meaning="没有按协议履行，已讲清接着可以走的路。")

STATES = (
    mediating.NEW, REGISTERED, mediating.ASKING, mediating.ASSIGNED, mediating.IN_SESSION, mediating.WAITING_EXPERT,
    mediating.DRAFTED, mediating.IN_EFFECT, mediating.PERFORMED, DEFAULTED, mediating.FAILED, mediating.ENDED,
    mediating.REFUSED, mediating.WITHDRAWN, NOT_ADMISSIBLE, mediating.ARCHIVED,
)  # fmt: skip

TALKING = mediating.TALKING
OPEN = mediating.OPEN
OVER = mediating.OVER
BOUND = ("in_effect", "performed", "defaulted")
NOT_ARCHIVED = (*OPEN, *BOUND, *OVER)
