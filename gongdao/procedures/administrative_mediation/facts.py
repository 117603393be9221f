"""What a mediation by an authority asks beyond what any mediation asks."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.facts import Facts, FileRef, Sealed
from gongdao.procedures.people_mediation.facts import ApplicationFacts, PartySigningFacts


class AuthorityApplicationFacts(ApplicationFacts):
    """An application by one side, or by all together."""

    asked_first: ClassVar[tuple[str, ...]] = (
        "applicants",
        "respondents",
        "respondent_consented",
        *ApplicationFacts.asked_first[2:],
    )

    respondent_consented: bool = Field(False, title="对方一起申请（各方都签了申请书，或者都来说了）")


class KnownFacts(Facts):
    """The day from which the law counts how long other roads stay open."""

    known_on: date | None = Field(
        None, title="知道权利受到侵害的日期", description="大概的日子也行，用来提醒别的路什么时候到期"
    )


class AuthorityAcceptanceFacts(Facts):
    """Taken in, all conditions looked at."""

    accepted_on: date = Field(title="受理的日期")


class AuthorityDeclineFacts(Facts):
    """Not taken in; which of the statutory cases it is stands in the sector's own list."""

    decline_reason: Sealed = Field(title="向申请人说明的理由", min_length=2)


class Elsewhere(Choice):
    """Which other channel has it."""

    COURT = "court", "人民法院已经受理起诉"
    COMMITTEE = "committee", "人民调解委员会已经受理"
    AUTHORITY = "authority", "别的行政机关已经受理或者处理"
    ARBITRATION = "arbitration", "仲裁机构已经受理"


class ElsewhereFacts(Facts):
    """Another channel has taken the dispute meanwhile."""

    elsewhere: Elsewhere = Field(title="哪里已经受理")
    elsewhere_on: date = Field(title="知道已经受理的日期")


class SignedPageFacts(PartySigningFacts):
    """All parties have signed; the law asks no more."""

    signed_file: FileRef | None = Field(None, title="签字页照片或扫描件")
