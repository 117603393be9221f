"""Mediation for a court, in force for matters that come on or after the day the Civil Procedure Law of now took effect.

Source: 特邀调解规定 and 在线调解规则 as a whole; 民事诉讼法 arts. 96–100, 125, 126, 205; 民诉解释 arts. 107, 143–146;
登记立案规定. The online rules bind what comes through the court's platform; elsewhere they only show the way.
"""

from datetime import date

from gongdao.procedures.court_mediation.clocks import CLOCKS, SCHEDULES, SETTINGS
from gongdao.procedures.court_mediation.notices import NOTICES
from gongdao.procedures.court_mediation.papers import PAPERS
from gongdao.procedures.court_mediation.states import STATES
from gongdao.procedures.court_mediation.steps import STEPS
from gongdao.procedures.engine.declaration import Procedure

COURT_MEDIATION = Procedure(
    code="court_mediation",
    title="法院委派委托调解",
    effective=date(2024, 1, 1),
    initial="new",
    summary="法院在立案前委派、立案后委托调解组织调解。双方愿意才调；调解中说的话保密；调不成马上退回，不耽误立案。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    schedules=SCHEDULES,
    notices=NOTICES,
    papers=PAPERS,
    settings=SETTINGS,
    offices=("committee", "sector_committee"),
)
