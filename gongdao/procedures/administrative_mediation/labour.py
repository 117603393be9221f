"""Mediation of a labour dispute by a body for labour disputes in an enterprise, a township or a street.

Source: 劳动争议调解仲裁法 arts. 2, 7, 10–16, 27; 劳动争议解释一 art. 51. A people's mediation committee mediates under
its own law; the same fifteen days hold there.
"""

from datetime import date
from typing import ClassVar

from pydantic import Field

from gongdao.law.calendar import Unit
from gongdao.law.names import (
    CIVIL_PROCEDURE_LAW,
    LABOUR_DISPUTE_INTERPRETATION,
    LABOUR_MEDIATION_ARBITRATION_LAW,
)
from gongdao.procedures.administrative_mediation.facts import (
    AuthorityAcceptanceFacts,
    AuthorityApplicationFacts,
    KnownFacts,
)
from gongdao.procedures.administrative_mediation.frame import ENDED, Sector, declare
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.declaration import PARTIES, Clock, Guard, Notice, On
from gongdao.procedures.mediating import STAFF, Grounds, confirmation_clocks, confirmation_notices, confirming
from gongdao.procedures.people_mediation import states as mediating

LAB = LABOUR_MEDIATION_ARBITRATION_LAW
IN_FIFTEEN_DAYS = LAB.article(14, 3, phrase="收到调解申请之日起十五日内未达成")
ARBITRATION_YEAR = LAB.article(27, 1, phrase="申请仲裁的时效期间为一年")
PAYMENT_ORDER = LAB.article(16, 1, phrase="可以持调解协议书依法向人民法院申请支付令")
JOINTLY = CIVIL_PROCEDURE_LAW.article(205, 1, "二", phrase="调解组织所在地的基层人民法院")


class LabourApplicationFacts(AuthorityApplicationFacts, KnownFacts):
    """A labour dispute; what decides by when arbitration must be asked for."""

    asked_first: ClassVar[tuple[str, ...]] = (
        *AuthorityApplicationFacts.asked_first[:3],
        "about_pay",
        "still_employed",
        "known_on",
        *AuthorityApplicationFacts.asked_first[3:],
    )

    about_pay: bool = Field(False, title="是拖欠工资、工伤医疗费、经济补偿或者赔偿金")
    still_employed: bool = Field(False, title="现在还在这个单位上班")


class LabourAcceptanceFacts(AuthorityAcceptanceFacts):
    """The scope of the act."""

    bar_not_labour: bool = Field(False, title="不是用人单位与劳动者之间的劳动争议")
    bar_refused: bool = Field(False, title="一方已经明确拒绝调解")


def _limited(case: Case) -> bool:
    return bool(case.fact("known_on")) and not (case.fact("about_pay") and case.fact("still_employed"))


IS_LIMITED = Guard("is_limited", "仲裁时效一年的（在职期间拖欠劳动报酬的不受这个限制）", (), _limited)

SECTOR = Sector(
    code="labour_mediation", title="劳动争议调解", effective=date(2021, 1, 1), offices=("labour_mediation",),
    summary="企业、乡镇、街道的劳动争议调解组织调解。收到申请十五日内没有调成的，可以申请劳动仲裁。不收费，不耽误仲裁。",
    where="选单位里的，或者单位所在乡镇、街道的劳动争议调解组织。", kinds=("migrant_wages", "other_labour"), roads=("labour_mediation",),
    grounds=Grounds(
        voluntary=LAB.article(3, 1, phrase="遵循合法、公正、及时、着重调解的原则"), prompt=LAB.article(3, 1, phrase="遵循合法、公正、及时、着重调解的原则"),
        heard=LAB.article(13, 1, phrase="应当充分听取双方当事人对事实和理由的陈述"), kept=LAB.article(12, 1, phrase="调解组织应当当场记录申请人基本情况"),
        agreed=LAB.article(14, 1, phrase="应当制作调解协议书"), binding=LAB.article(14, 2, phrase="对双方当事人具有约束力，当事人应当履行"),
        unkept=LAB.article(15, 1, phrase="另一方当事人可以依法申请仲裁"), fair=LAB.article(11, 1, phrase="应当由公道正派、联系群众"),
    ),
    applied=LAB.article(10, 1, "三", phrase="具有劳动争议调解职能的组织"), accepted=LAB.article(2, 1, "五", phrase="因劳动报酬、工伤医疗费"),
    declined=LAB.article(2, 1, phrase="用人单位与劳动者发生的下列劳动争议"), ended=IN_FIFTEEN_DAYS,
    takes_effect=LAB.article(14, 2, phrase="经调解员签名并加盖调解组织印章后生效"), asks=LabourApplicationFacts, accepts=LabourAcceptanceFacts,
    sealed=True, agreement_title="劳动争议调解协议书",
    effect="双方签名或者盖章，调解员签名并加盖调解组织印章后生效，有约束力，应当履行。",
    unkept="对方在约定的期限里不履行的，可以申请劳动仲裁；只是欠劳动报酬、工伤医疗费、经济补偿或者赔偿金的，可以持协议书向人民法院申请支付令；"
    "仅就劳动报酬达成协议的，也可以直接起诉。",
    other_roads="没有调成的，可以申请劳动仲裁。仲裁的时效一般是一年，从知道权利被侵害那天算起。欠薪也可以向劳动保障监察投诉。",
)  # fmt: skip

CLOCKS = (
    Clock(
        code="labour_period", title="劳动争议调解期限", amount=15, unit=Unit.DAY, starts=(On("apply"),), stops=("sign_agreement", *ENDED),
        cites=(IN_FIFTEEN_DAYS,), expiry="当事人可以申请劳动仲裁；都愿意的可以继续调解", who=STAFF,
    ),
    Clock(
        code="arbitration_limit", title="申请劳动仲裁的时效", amount=1, unit=Unit.YEAR, starts=(On("apply", "known_on"),),
        stops=("close_performed", "archive"), cites=(ARBITRATION_YEAR, LAB.article(27, 4, phrase="不受本条第一款规定的仲裁时效期间的限制")),
        applies_if=IS_LIMITED, expiry="仲裁时效可能已经过了；向有关部门请求过权利救济的，从那时重新算", who=PARTIES,
    ),
    *confirmation_clocks(JOINTLY),
)  # fmt: skip

NOTICES = (
    Notice(
        code="payment_order", title="欠钱不给，可以申请支付令", to=PARTIES,
        text="协议只是支付拖欠的劳动报酬、工伤医疗费、经济补偿或者赔偿金，单位到期不给的，劳动者可以持协议书向人民法院申请支付令；"
        "仅就劳动报酬达成协议的，可以直接向人民法院起诉。",
        cites=(PAYMENT_ORDER, LABOUR_DISPUTE_INTERPRETATION.article(51, 2, phrase="仅就劳动报酬争议达成调解协议")),
        applies_if=Guard("is_about_pay", "拖欠工资等给付的", (), lambda case: bool(case.fact("about_pay"))),
    ),
    *confirmation_notices(JOINTLY),
)  # fmt: skip
OWN = confirming(JOINTLY)
STATES = (mediating.CONFIRMING, mediating.CONFIRMED, mediating.CONFIRMATION_REFUSED)

LABOUR_MEDIATION = declare(
    SECTOR, own=OWN, clocks=CLOCKS, notices=NOTICES, more_states=STATES,
    also_tells={"sign_agreement": ("payment_order", "confirmation_possible")},
)  # fmt: skip
