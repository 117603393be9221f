"""gongdao trends lake: bring the lake up to the database, and prove that it says what the events say."""

from pathlib import Path

import click
from django.conf import settings

from gongdao.site.cli.plainly import plainly
from gongdao.trends.lake.exporting import Busy
from gongdao.trends.lake.exporting import export as export_events
from gongdao.trends.lake.manifest import NotALake, read_manifest
from gongdao.trends.lake.verifying import not_yet_exported
from gongdao.trends.lake.verifying import verify as differences


@click.group()
def lake() -> None:
    """数据湖：不含个人信息的办理记录，按月存放，统计都从这里算"""


@lake.command()
@click.option("--all", "everything", is_flag=True, help="全部重新导出（地区、机构登记改过以后用）")
@plainly
def export(everything: bool) -> None:
    """导出上次以来的新记录，只重写有新记录的月份"""
    try:
        done = export_events(_folder(), everything=everything)
    except (Busy, NotALake) as error:
        raise click.ClickException(str(error)) from None
    if done.events:
        click.echo(f"导出{done.events}条记录，写了{len(done.months)}个月：{'、'.join(sorted(done.months))}")
    else:
        click.echo("没有新的记录。")


@lake.command()
@plainly
def verify() -> None:
    """与库里的记录逐条核对；有不同时写出第一处，退出码为1"""
    try:
        found = list(differences(_folder()))
        manifest, newer = read_manifest(_folder()), not_yet_exported(_folder())
    except NotALake as error:
        raise click.ClickException(str(error)) from None
    for difference in found:
        click.echo(str(difference))
    if found:
        click.echo("地区、机构登记改过的，请用 gongdao trends lake export --all 重新导出后再核对。")
        raise SystemExit(1)
    click.echo(f"核对一致：{len(manifest.months)}个月，{manifest.rows}条记录。")
    if newer:
        click.echo(f"另有{newer}条新记录还没有导出。")


def _folder() -> Path:
    return Path(settings.GONGDAO_LAKE)
