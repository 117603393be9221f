"""Mediation of a dispute about a contract of rural land by the village committee or the township.

Source: 农村土地承包经营纠纷调解仲裁法 arts. 2–5, 7–10, 18. Arbitration is open to both sides but not a gate to the court.
"""

from datetime import date
from typing import ClassVar

from pydantic import Field

from gongdao.law.calendar import Unit
from gongdao.law.names import RURAL_LAND_ARBITRATION_LAW
from gongdao.procedures.administrative_mediation.facts import (
    AuthorityAcceptanceFacts,
    AuthorityApplicationFacts,
    KnownFacts,
)
from gongdao.procedures.administrative_mediation.frame import ENDED, Sector, declare
from gongdao.procedures.engine.declaration import PARTIES, Clock, On, Setting
from gongdao.procedures.mediating import STAFF, Grounds

RLA = RURAL_LAND_ARBITRATION_LAW
TWO_YEARS = RLA.article(18, 1, phrase="时效期间为二年")
HELP = RLA.article(7, 1, phrase="应当加强农村土地承包经营纠纷的调解工作")
NOT_EXPROPRIATION = RLA.article(2, 3, phrase="可以通过行政复议或者诉讼等方式解决")
TARGET = Setting("land_target_days", "农村土地承包纠纷希望几日内调完（各地自定）")


class LandApplicationFacts(AuthorityApplicationFacts, KnownFacts):
    """A dispute about a contract of rural land."""

    asked_first: ClassVar[tuple[str, ...]] = (
        *AuthorityApplicationFacts.asked_first[:3],
        "season_matters",
        "known_on",
        *AuthorityApplicationFacts.asked_first[3:],
    )

    season_matters: bool = Field(
        False,
        title="正赶农时，地里的事不能等",
        description="要求先恢复种地、停止挖占的，可以在申请仲裁时申请先行裁定",
    )


class LandAcceptanceFacts(AuthorityAcceptanceFacts):
    """What is not a dispute of this kind."""

    bar_expropriation: bool = Field(False, title="因征收集体土地和补偿发生的纠纷（走行政复议或者诉讼）")
    bar_refused: bool = Field(False, title="一方已经明确拒绝调解")


SECTOR = Sector(
    code="land_mediation", title="农村土地承包纠纷调解", effective=date(2021, 1, 1), offices=("village_committee", "township"),
    summary="承包地的纠纷，可以请村民委员会、乡镇人民政府调解；不愿调解或者调不成的，可以申请仲裁，也可以直接起诉。",
    where="选承包地所在的村民委员会或者乡镇人民政府。", kinds=("land_contract",), roads=("land_mediation",),
    grounds=Grounds(
        voluntary=RLA.article(4, 1, phrase="不愿和解、调解的"), prompt=HELP, heard=RLA.article(9, 1, phrase="应当充分听取当事人对事实和理由的陈述"),
        kept=RLA.article(8, 1, phrase="当场记录申请人的基本情况"), agreed=RLA.article(10, 1, phrase="应当制作调解协议书"),
        binding=RLA.article(10, 2, phrase="并加盖调解组织印章后生效"), unkept=RLA.article(4, 1, phrase="也可以直接向人民法院起诉"),
        fair=RLA.article(5, 1, phrase="应当公开、公平、公正，便民高效"),
    ),
    applied=RLA.article(3, 1, phrase="也可以请求村民委员会、乡（镇）人民政府等调解"), accepted=RLA.article(2, 2, "二", phrase="转包、出租、互换、转让、入股等流转"),
    declined=NOT_EXPROPRIATION, ended=RLA.article(4, 1, phrase="当事人和解、调解不成"), takes_effect=RLA.article(10, 2, phrase="经调解人员签名并加盖调解组织印章后生效"),
    asks=LandApplicationFacts, accepts=LandAcceptanceFacts, sealed=True, agreement_title="农村土地承包纠纷调解协议书",
    effect="双方签名、盖章或者按指印，调解人员签名并加盖调解组织印章后生效，应当履行。",
    unkept="对方不履行的，可以向农村土地承包仲裁委员会申请仲裁，也可以直接向人民法院起诉。",
    other_roads="没有调成的，可以向农村土地承包仲裁委员会申请仲裁（不收费，时效二年），也可以直接向人民法院起诉。"
    "征收土地和补偿的事，走行政复议或者诉讼。",
)  # fmt: skip

CLOCKS = (
    Clock(
        code="target", title="调解办结目标", amount=TARGET, unit=Unit.DAY, starts=(On("accept"),), stops=("sign_agreement", *ENDED), cites=(HELP,),
        expiry="法律没有规定期限；超过自己定的目标，请尽快安排或者终止", who=STAFF,
    ),
    Clock(
        code="arbitration_limit", title="申请土地承包仲裁的时效", amount=2, unit=Unit.YEAR, starts=(On("apply", "known_on"),),
        stops=("close_performed", "archive"), cites=(TWO_YEARS,), expiry="仲裁时效可能已经过了，仍可以向人民法院起诉", who=PARTIES,
    ),
)  # fmt: skip

LAND_MEDIATION = declare(SECTOR, clocks=CLOCKS, settings=(TARGET,))
