"""The messages that go to and fro, alike over the interface and in a package.

``number`` is always the number of whoever asks: ours where we asked, theirs where they did. ``id`` names the message;
the same message again changes nothing.
"""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from gongdao.procedures.engine.facts import LongText, PartyFacts, Text
from gongdao.procedures.handing import Body
from gongdao.procedures.handover_out.facts import OutcomeThere


class Message(BaseModel):
    """What every message says."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    id: Text = Field(min_length=1, max_length=60, description="消息编号，同一单位不重复")
    number: Text = Field(min_length=1, max_length=60, description="提出请求一方的编号")
    on: date = Field(description="日期")


class Handover(Message):
    """A matter is handed over. Only the people whose particulars may be given stand in it."""

    kind: Literal["handover"] = "handover"
    office: Text = Field(min_length=1, max_length=40, description="请哪个机构办理：机构代码")
    body: Body = Field(description="转来的是什么单位")
    dispute: Text = Field(
        min_length=1, max_length=60, description="纠纷种类：代码或者 SF/T 0018 的名称，见代码对照表"
    )
    story: LongText = Field(min_length=2, description="情况和请办事项")
    applicants: list[PartyFacts] = Field(min_length=0, max_length=200)
    respondents: list[PartyFacts] = Field(min_length=0, max_length=50)
    contact: Text = Field("", description="联系申请人之前要注意什么；空着就是没有")
    answer_by: date | None = Field(None, description="请在哪天前反馈结果")


class Taken(Message):
    """Signed for."""

    kind: Literal["taken"] = "taken"
    their_number: Text = Field("", max_length=60, description="接收一方的编号")


class Returned(Message):
    """Not taken, with the reason."""

    kind: Literal["returned"] = "returned"
    reason: LongText = Field(min_length=2)
    better_body: Text = ""


class Progress(Message):
    """How far it has come."""

    kind: Literal["progress"] = "progress"
    text: LongText = Field(min_length=2)
    promised_by: date | None = None


class Result(Message):
    """The result."""

    kind: Literal["result"] = "result"
    outcome: OutcomeThere
    text: LongText = Field(min_length=2)


class Recalled(Message):
    """Whoever asked no longer asks."""

    kind: Literal["recalled"] = "recalled"
    reason: LongText = ""


AnyMessage = Annotated[
    Handover | Taken | Returned | Progress | Result | Recalled, Field(discriminator="kind")
]
ANY_MESSAGE: TypeAdapter[Handover | Taken | Returned | Progress | Result | Recalled] = TypeAdapter(AnyMessage)
