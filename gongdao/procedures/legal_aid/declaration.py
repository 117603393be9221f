"""Legal aid, in force for matters that begin on or after the day the act took effect.

Source: 法律援助法 as a whole. The ministry's rules on the procedure are not on file: what only they say is a
figure that the office fills in.
"""

from datetime import date

from gongdao.procedures.engine.declaration import Actor, Procedure
from gongdao.procedures.legal_aid.clocks import CLOCKS, SCHEDULES
from gongdao.procedures.legal_aid.notices import NOTICES
from gongdao.procedures.legal_aid.papers import PAPERS
from gongdao.procedures.legal_aid.settings import SETTINGS
from gongdao.procedures.legal_aid.states import STATES
from gongdao.procedures.legal_aid.steps import STEPS

LEGAL_AID = Procedure(
    code="legal_aid",
    title="法律援助",
    effective=date(2022, 1, 1),
    initial="new",
    summary="国家为经济困难的公民和符合法定条件的其他当事人，免费请律师等法律援助人员帮忙。有的事情不看经济条件，有的人不核查。",
    states=STATES,
    steps=STEPS,
    clocks=CLOCKS,
    schedules=SCHEDULES,
    notices=NOTICES,
    papers=PAPERS,
    settings=SETTINGS,
    held_by=Actor.UNDERTAKER,
    offices=("legal_aid",),
    where="已经在打官司的，选办案机关所在地的；没有打官司的，选处理争议的机关所在地或者事情发生地的。",
)
