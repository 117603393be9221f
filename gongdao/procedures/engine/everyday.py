"""What every procedure asks alike: the kind of dispute, how to reach somebody safely, identity, evidence, corrections.

A procedure's own facts stand in its folder; what stands here is asked, checked and said in one way everywhere.
"""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from gongdao.law.calendar import SHANGHAI
from gongdao.law.names import CIVIL_CODE, DOMESTIC_VIOLENCE_LAW, PERSONAL_INFORMATION_LAW
from gongdao.procedures.engine.case import Case
from gongdao.procedures.engine.choices import Choice
from gongdao.procedures.engine.declaration import rule
from gongdao.procedures.engine.facts import (
    Amends,
    Facts,
    FileRef,
    PartyFacts,
    PartyRef,
    Sealed,
    SealedLine,
    Text,
)
from gongdao.procedures.safety import SafeContact, wish_of

ADULT = 18


class KindFacts(Facts):
    """What kind of dispute it is (the 18 statistical kinds, with a finer second level)."""

    kind: Text = Field(title="纠纷种类", min_length=1, max_length=60)
    finer_kind: Text = Field("", title="具体是哪一种", max_length=60)


class SafetyFacts(Facts):
    """Two questions that change how the matter is handled."""

    safe_to_contact: SafeContact = Field(SafeContact.YES, title="可以打电话联系您吗？")
    afraid: bool = Field(
        False, title="我害怕对方，或者对方打过、威胁过我", description="勾选后不安排您和对方当面一起谈"
    )
    safety_note: Sealed = Field("", title="联系您时要注意什么")


class ContactWay(Choice):
    """How somebody was reached for."""

    PHONE = "phone", "打电话"
    MESSAGE = "message", "发短信或微信"
    VISIT = "visit", "上门"
    LETTER = "letter", "送书面通知"


class ContactFacts(Facts):
    """One attempt to reach a party: the log that shows that the other side was really asked."""

    contact_party: PartyRef = Field(title="联系谁")
    contact_by: ContactWay = Field(title="怎么联系的")
    contact_reached: bool = Field(False, title="联系上了")
    contact_note: Sealed = Field("", title="对方怎么说")


class IdentityFacts(Facts):
    """A copy of an identity document."""

    identity_party: PartyRef = Field(title="谁的身份证明")
    identity_file: FileRef | None = Field(None, title="照片或扫描件")


class EvidenceFacts(Facts):
    """One piece of evidence."""

    evidence: SealedLine = Field(title="材料名称", min_length=1)
    evidence_from: PartyRef = Field(title="谁提供的")
    evidence_file: FileRef | None = Field(None, title="照片或扫描件")


class RatingFacts(Facts):
    """A party's word on the service."""

    rating_party: PartyRef = Field(title="谁评价")
    rating: int = Field(title="满意程度（1最低，5最高）", ge=1, le=5)
    rating_words: Sealed = Field("", title="想说的话")


class PartyCorrectionFacts(Facts):
    """Particulars of a party put right."""

    amended_party: PartyRef = Field(title="更正谁的情况")
    amended_particulars: Annotated[PartyFacts, Amends("amended_party")] = Field(title="正确的情况")


class ArchiveFacts(Facts):
    """The dossier is closed."""

    archivist: Text = Field(title="立卷人", min_length=1)
    retention: Text = Field(title="保管期限", min_length=1, description="按当地档案部门的规定填写")
    archive_note: Sealed = Field("", title="卷宗情况说明")


def data_use_told() -> Any:
    """The field ``told_data_use``: what somebody must have read before anything is written down about people."""
    return Field(False, title="已了解：以上内容只用于办理这件事，谁看过都有记录，本人可以查询")


@rule(DOMESTIC_VIOLENCE_LAW.article(5, 2, phrase="尊重受害人真实意愿，保护当事人隐私"))
def contact_keeps_the_wish(case: Case, facts: ContactFacts) -> Sequence[str]:
    """不按本人要求的方式联系的，要写明为什么"""
    if case.parties.get(facts.contact_party) != "applicant" or facts.contact_note:
        return ()
    allowed = {
        SafeContact.ONLY_MESSAGE: {ContactWay.MESSAGE},
        SafeContact.NO: set(),
    }.get(wish_of(case))
    if allowed is None or facts.contact_by in allowed:
        return ()
    return ("本人说过不要这样联系：请在“对方怎么说”里写明为什么还是这样联系了",)


@rule(PERSONAL_INFORMATION_LAW.article(17, 1, phrase="以显著方式、清晰易懂的语言"))
def told_how_data_is_used(case: Case, facts: Any) -> Sequence[str]:
    """办理前要先告知个人信息怎么用"""
    return () if facts.told_data_use else ("请先看过个人信息怎么用，再勾选“已了解”",)


@rule(CIVIL_CODE.article(19, 1, phrase="由其法定代理人代理或者经其法定代理人"))
def guardian_is_named(case: Case, facts: PartyCorrectionFacts) -> Sequence[str]:
    """未满十八周岁的当事人要写明监护人"""
    return without_guardian(case, (facts.amended_particulars,))


def without_guardian(case: Case, parties: Sequence[PartyFacts]) -> list[str]:
    """What to say of every minor for whom no guardian is named."""
    today = case.now.astimezone(SHANGHAI).date()
    return [
        f"{party.name}未满十八周岁，请在“法定代表人、负责人或监护人”一栏写上监护人"
        for party in parties
        if party.birth_date and age_on(party.birth_date, today) < ADULT and not party.representative
    ]


def age_on(born: date, on: date) -> int:
    """Full years of age on a day."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
