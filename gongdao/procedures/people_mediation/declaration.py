"""People's mediation, in force for matters that begin on or after the day the Civil Code took effect.

Source: 人民调解法 as a whole; sector clocks from the acts on medical, labour and traffic disputes.
"""

from datetime import date

from gongdao.procedures.engine.declaration import Procedure
from gongdao.procedures.people_mediation.clocks import CLOCKS, SCHEDULES, SETTINGS
from gongdao.procedures.people_mediation.notices import NOTICES
from gongdao.procedures.people_mediation.papers import PAPERS
from gongdao.procedures.people_mediation.states import STATES
from gongdao.procedures.people_mediation.steps import STEPS

PEOPLE_MEDIATION = Procedure(
    code="people_mediation",
    title="人民调解",
    effective=date(2021, 1, 1),
    initial="new",
    summary="人民调解委员会通过说服、疏导，促使当事人平等协商、自愿达成协议。不收任何费用，不耽误走别的路。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    schedules=SCHEDULES,
    notices=NOTICES,
    papers=PAPERS,
    settings=SETTINGS,
    offices=("committee", "sector_committee"),
    where="选离您近的，或者事情发生地的。选错了会帮您转过去，编号不变。",
)
