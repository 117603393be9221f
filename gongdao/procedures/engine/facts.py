"""The facts a step asks for.

A step's form, its API schema and its event all come from one pydantic model. Events carry no raw personal
data, so a field says by its type what it holds: ``Sealed`` text and ``PartyFacts`` are taken out by the
doorway, stored encrypted, and replaced in the event by a pointer and a keyed fingerprint.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer


class FactMark(StrEnum):
    """What a field holds, beyond its Python type. Read by the doorway, the form builder and the papers."""

    SEALED = "sealed"  # free text that may name or describe a person
    PARTY = "party"  # the reference of a party in this matter: "p1"
    STAFF = "staff"  # the id of a staff account
    OFFICE = "office"  # the code of an office
    AREA = "area"  # the code of an area
    FILE = "file"  # the fingerprint of an uploaded file


class Facts(BaseModel):
    """Base of everything a step asks. Every field has a Chinese ``title``; ``description`` is its help text."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)
    asked_first: ClassVar[
        tuple[str, ...]
    ] = ()  # in this order, where the order of the fields is not the best one
    asked_aside: ClassVar[frozenset[str]] = (
        frozenset()
    )  # rarely known: folded away until somebody has something to say


class NoFacts(Facts):
    """A step that asks nothing."""


def _plain(text: str) -> str:
    """Line ends in one spelling (browsers send two characters), and nothing that cannot be shown."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if any(ord(c) < 32 and c not in "\n\t" for c in text):
        raise ValueError("含有无法识别的控制字符")
    return text


Text = Annotated[str, AfterValidator(_plain), Field(max_length=200)]
LongText = Annotated[str, AfterValidator(_plain), Field(max_length=20_000)]
Sealed = Annotated[LongText, FactMark.SEALED]
SealedLine = Annotated[Text, FactMark.SEALED]
PartyRef = Annotated[str, FactMark.PARTY, Field(pattern=r"^p[1-9][0-9]{0,3}$")]
StaffRef = Annotated[str, FactMark.STAFF, Field(max_length=40)]
OfficeRef = Annotated[str, FactMark.OFFICE, Field(max_length=40)]
AreaRef = Annotated[str, FactMark.AREA, Field(max_length=12)]
FileRef = Annotated[str, FactMark.FILE, Field(pattern=r"^[0-9a-f]{64}$")]
Money = Annotated[
    Decimal,
    Field(ge=0, max_digits=14, decimal_places=2),
    PlainSerializer(lambda value: f"{value:.2f}", return_type=str),
]
SealedMoney = Annotated[Money, FactMark.SEALED]


class PartySide(StrEnum):
    """Which side a party stands on."""

    APPLICANT = "applicant"
    RESPONDENT = "respondent"
    OPPOSING = "opposing"  # whom the matter is against, but who has no part in this procedure
    OTHER = "other"  # an agent, a helper, an expert


@dataclass(frozen=True, slots=True)
class Amends:
    """On a PartyFacts field: it corrects the party that the field named here points to."""

    party_field: str


@dataclass(frozen=True, slots=True)
class StartsFrom:
    """The form opens with what was already said under another fact, so that nobody types it again."""

    fact: str


class PartyFacts(Facts):
    """A person or an organisation in a matter. Every field is personal and is stored encrypted.

    Source: the items of 人民调解申请书 and of an agreement (人民调解法 art. 29: 当事人的基本情况).
    """

    asked_aside: ClassVar[frozenset[str]] = frozenset(
        {"gender", "ethnic_group", "birth_date", "id_number", "occupation", "representative"}
    )

    name: Text = Field(title="姓名或名称", min_length=1)
    is_organisation: bool = Field(False, title="是单位（公司、村委会等）")
    gender: Text = Field("", title="性别")
    ethnic_group: Text = Field("", title="民族")
    birth_date: date | None = Field(None, title="出生日期", description="不满十八周岁的，要由监护人一起办理")
    id_number: Text = Field("", title="身份证号或统一社会信用代码", max_length=18)
    occupation: Text = Field("", title="职业或职务")
    phone: Text = Field("", title="联系电话", max_length=30)
    address: Text = Field("", title="住址或单位地址")
    representative: Text = Field("", title="法定代表人、负责人或监护人")
