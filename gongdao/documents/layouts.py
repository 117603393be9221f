"""How a page is set: the ordinary paper of a dossier, and the official document (the manner of GB/T 9704-2012)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Layout:
    """Margins in millimetres, sizes in points. ``fonts`` name what Chinese offices have: body, headings 1 to 4."""

    top: float
    bottom: float
    left: float
    right: float
    body: float
    title: float
    table: float
    line: float | None  # the pitch of lines; None: the font's own
    fonts: tuple[str, str, str, str, str]
    official: bool = False


ORDINARY = Layout(30, 25, 26, 26, 14, 20, 12, None, ("仿宋", "黑体", "黑体", "黑体", "黑体"))
# 版心 156 × 225 mm, three-size 仿宋, 22 lines of 28 characters; 一、黑体 （一）楷体 1. 仿宋; the title in 小标宋.
OFFICIAL = Layout(
    37, 35, 28, 26, 16, 22, 12, 29.0, ("仿宋", "方正小标宋简体", "黑体", "楷体", "仿宋"), official=True
)
