"""What commands accept, with refusals in plain Chinese."""

from datetime import date
from pathlib import Path
from typing import Any

import click


class Number(click.ParamType):
    """A whole number in a range."""

    name = "数字"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        if str(value).isdecimal() and self.least <= int(value) <= self.most:
            return int(value)
        raise click.ClickException(
            f"{_name(param)}要填{self.least}到{self.most}之间的整数，不能是“{value}”。"
        )


class Day(click.ParamType):
    """A day."""

    name = "日期"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            raise click.ClickException(f"{_name(param)}要写成 2026-01-31 这样，不能是“{value}”。") from None


class OneOf(click.ParamType):
    """One of a few words."""

    name = "选项"

    def __init__(self, *words: str) -> None:
        self.words = words

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:
        return "|".join(self.words)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.words:
            return str(value)
        raise click.ClickException(f"{_name(param)}只能是 {'、'.join(self.words)} 之一，不能是“{value}”。")


class TextFile(click.ParamType):
    """The text of a file, in UTF-8 or in the encoding that Excel writes in China."""

    name = "文件"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            data = Path(value).read_bytes()
        except OSError:
            raise click.ClickException(f"打不开文件：{value}") from None
        for encoding in ("utf-8-sig", "gb18030"):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                continue
        raise click.ClickException(f"看不出这个文件的文字编码，请另存为 UTF-8：{value}")


PORT = Number(1, 65535)
DAY = Day()
TEXT_FILE = TextFile()


def _name(param: click.Parameter | None) -> str:
    return param.opts[0] if param and isinstance(param, click.Option) else "这里"
