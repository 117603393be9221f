"""What is written into the register: the same two models check the form, the table that is imported, and the command."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from gongdao.procedures.engine.facts import Facts, Text
from gongdao.services.register.fields import PracticeKind, PractitionerKind, ServiceField


class PracticeEntry(Facts):
    """A body."""

    code: Text = Field(
        title="机构代码", description="许可证号或者统一社会信用代码", min_length=2, max_length=40
    )
    kind: PracticeKind = Field(title="类别")
    name: Text = Field(title="名称", min_length=2, max_length=80)
    area: Text = Field(title="地区代码", max_length=12)
    address: Text = Field("", title="地址", max_length=120)
    phone: Text = Field("", title="办公电话", max_length=40)
    fields: list[ServiceField] = Field(default_factory=list, title="业务", max_length=30)
    ended_on: date | None = Field(
        None, title="不再执业的日期", description="注销、吊销、停业的填写；还在执业的不填"
    )


class PractitionerEntry(Facts):
    """A person, in the capacity in which the register publishes them."""

    asked_first: ClassVar[tuple[str, ...]] = ("kind", "name")

    licence_number: Text = Field(title="执业证号", min_length=2, max_length=40)
    kind: PractitionerKind = Field(title="身份")
    name: Text = Field(title="姓名", min_length=1, max_length=40)
    practice: Text = Field("", title="执业机构代码", max_length=40)
    area: Text = Field(title="地区代码", max_length=12)
    licensed_since: date | None = Field(None, title="开始执业")
    fields: list[ServiceField] = Field(default_factory=list, title="业务", max_length=30)
    languages: Text = Field("", title="会的语言或方言", description="几种的，用顿号隔开")
    ended_on: date | None = Field(None, title="不再执业的日期", description="还在执业的不填")


Entry = PracticeEntry | PractitionerEntry
