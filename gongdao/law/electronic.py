"""Electronic service and electronic signatures: when a message counts as served, and when only ink will do."""

from datetime import date, datetime

from gongdao.law import names
from gongdao.law.calendar import SHANGHAI
from gongdao.law.citation import Citation

# T-14: courts serve electronically only with consent; the day is that of arrival at the person's own system
SERVICE_BY_CONSENT = names.CIVIL_PROCEDURE_LAW.article(90, 1, phrase="经受送达人同意")
SERVED_ON_ARRIVAL = names.CIVIL_PROCEDURE_LAW.article(90, 2, phrase="到达受送达人特定系统的日期为送达日期")
# T-15: a reliable electronic signature is as good as ink, except where personal status is concerned
AS_GOOD_AS_INK = names.E_SIGNATURE_LAW.article(14, 1, phrase="与手写签名或者盖章具有同等的法律效力")
ONLY_INK = names.E_SIGNATURE_LAW.article(3, 3, "一", phrase="涉及婚姻、收养、继承等人身关系的")
SEAL_AS_GOOD = names.ONLINE_GOVERNMENT_RULES.article(9, 2, phrase="电子印章与实物印章具有同等法律效力")

ELECTRONIC_CITATIONS: tuple[Citation, ...] = (
    SERVICE_BY_CONSENT,
    SERVED_ON_ARRIVAL,
    AS_GOOD_AS_INK,
    ONLY_INK,
    SEAL_AS_GOOD,
)


def served_on(arrived: datetime, *, consented: bool) -> date | None:
    """The day (Shanghai) on which an electronic message is served; None where the person never agreed to it."""
    return arrived.astimezone(SHANGHAI).date() if consented else None


def may_be_signed_electronically(*, about_personal_status: bool) -> bool:
    """Whether an electronic signature can take the place of ink: not for marriage, adoption, succession."""
    return not about_personal_status
