"""A return as a workbook's content: preview or published, whole or for everybody."""

from gongdao.trends.returns.columns import COLUMNS
from gongdao.trends.returns.computing import Table
from gongdao.trends.returns.freezing import thawed_table
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.sheets import Sheet
from gongdao.trends.returns.units import TOTAL
from gongdao.trends.statistics.periods import period

TITLE = "人民调解案件统计表"
_NOT_COLLECTED = "“不统计”的栏目，办理记录里没有这一项事实，不推算、不估计。"


def preview_sheet(table: Table, unit_name: str) -> Sheet:
    """The table as it is now, not published."""
    lines = [(row.title, table.figures[row.code]) for row in table.rows] + [("合计", table.total)]
    return Sheet(
        TITLE, unit_name, table.period.title, ["预览，尚未发布，数字还会变化。", _NOT_COLLECTED], lines
    )


def published_sheet(published: PublishedReturn, *, whole: bool, threshold: int) -> Sheet:
    """A published version: every figure, or what everybody may see."""
    table = thawed_table(published)
    codes = [(row.title, row.code) for row in table.rows] + [("合计", TOTAL)]
    lines = [(title, table.row(code) if whole else published.shown[code]) for title, code in codes]
    notes = [
        f"{published.by.display_name} 发布，第{published.version}版，指纹 {published.fingerprint}", _NOT_COLLECTED
    ]  # fmt: skip
    if published.reason:
        notes.append(f"更正原因：{published.reason}")
    if not whole:
        notes.append(f"“*”：不足{threshold}件的，以及能推算出它的，不公布。")
        if published.version > 1:
            notes.append("公布的数字保持第1版不变：前后相减会暴露个别事项。")
    return Sheet(TITLE, published.unit.name, period(published.period).title, notes, lines)


def explained() -> list[tuple[str, str, str]]:
    """Every figure: title, unit, definition."""
    return [(column.title, column.unit.value, column.definition) for column in COLUMNS]
