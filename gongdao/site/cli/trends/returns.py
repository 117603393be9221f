"""gongdao trends returns: what was published, and that it is still what was published."""

import click

from gongdao.site.cli.plainly import plainly
from gongdao.trends.returns.models import PublishedReturn
from gongdao.trends.returns.queries import broken


@click.group()
def returns() -> None:
    """已发布的统计报表"""


@returns.command("list")
@plainly
def list_all() -> None:
    """列出每一份每一版"""
    for one in PublishedReturn.objects.select_related("unit", "by").order_by("pk"):
        more = f"  更正：{one.reason}" if one.reason else ""
        click.echo(
            f"{one.period:8} {one.unit.name} 第{one.version}版 {one.by.display_name} {one.fingerprint}{more}"
        )


@returns.command()
@plainly
def verify() -> None:
    """核对每一份的内容与指纹，以及前后是否相连；有问题时退出码为1"""
    found = list(broken())
    for one in found:
        click.echo(f"{one.period} {one.unit.name} 第{one.version}版：内容与指纹不符，或者与前一份接不上")
    if found:
        raise SystemExit(1)
    click.echo(f"核对一致：{PublishedReturn.objects.count()}份报表。")
