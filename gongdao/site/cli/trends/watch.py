"""gongdao trends watch: whether anything rose last week, as warnings for people to answer."""

import click
from django.utils import timezone

from gongdao.law.calendar import SHANGHAI
from gongdao.site.cli.inputs import Number
from gongdao.site.cli.plainly import plainly
from gongdao.trends.lake.manifest import NotALake
from gongdao.trends.warnings.actions import open_warnings
from gongdao.trends.warnings.computing import LEAST_WEEKS, compute

_LEVELS = {"township": "乡镇（街道）", "county": "县（区）"}
_NAMED = 8


@click.command()
@click.option(
    "--promise",
    type=Number(1, 52),
    default=1,
    show_default=True,
    help="全部地区、全部种类加起来，一年约有几次误报",
)
@plainly
def watch(promise: int) -> None:
    """看上一周哪里哪类纠纷明显增多，发出预警（每天运行也只会发一次）"""
    now = timezone.now()
    try:
        found = compute(now.astimezone(SHANGHAI).date(), promise=float(promise))
    except NotALake as error:
        raise click.ClickException(str(error)) from None
    opened = open_warnings(found.alarms, at=now)
    for level in found.too_short:
        click.echo(f"{_LEVELS[level]}一级的记录不到{LEAST_WEEKS}周，还看不出往常有多少，没有比较。")
    if found.without_boundary:
        named = "、".join(found.without_boundary[:_NAMED])
        more = "等" if len(found.without_boundary) > _NAMED else ""
        click.echo(
            f"有{len(found.without_boundary)}个地区没有界线，没有比较：{named}{more}。导入界线：gongdao trends areas import"
        )
    for one in opened:
        names = "、".join(place.area.name for place in one.places.select_related("area"))
        click.echo(
            f"新预警：{names}，{one.starts}至{one.ends}共{one.observed}件，往常约{one.expected:.1f}件。"
        )
    if not opened:
        click.echo("没有新的预警。")
