"""gongdao trends areas: where areas lie, and how many people live there."""

import click
from django.utils import timezone

from gongdao.site.cli.inputs import TEXT_FILE
from gongdao.site.cli.plainly import plainly
from gongdao.trends.maps.actions import import_boundaries

_NAMED = 8


@click.group()
def areas() -> None:
    """地区的界线（画地图、找相邻地区用）"""


@areas.command("import")
@click.argument("file", type=TEXT_FILE, metavar="文件.geojson")
@plainly
def import_file(file: str) -> None:
    """从 GeoJSON 导入地区界线，按地区代码（properties 里的 code）对上；已有的会换成新的"""
    done = import_boundaries(file, at=timezone.now())
    click.echo(f"已导入{done.count}个地区的界线。")
    if done.without:
        named = "、".join(area.name for area in done.without[:_NAMED])
        more = "等" if len(done.without) > _NAMED else ""
        click.echo(f"同一级还有{len(done.without)}个地区没有界线：{named}{more}。")
