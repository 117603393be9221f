"""A closed list of answers with the words people read."""

from enum import StrEnum


class Choice(StrEnum):
    """Members are written ``CODE = "code", "中文"``; ``label`` is what people read."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Choice":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member
