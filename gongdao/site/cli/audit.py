"""gongdao audit: verify that nothing was altered, anchor, and show the root to write down elsewhere."""

import click
from django.utils import timezone

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.anchoring import anchor_now
from gongdao.matters.audit import verify as find_breaks
from gongdao.matters.audit import verify_projections
from gongdao.matters.models import Anchor, Event, Matter
from gongdao.site.cli.inputs import Number
from gongdao.site.cli.plainly import plainly


@click.group()
def audit() -> None:
    """核验记录是否被改动"""


@audit.command()
@click.argument("numbers", nargs=-1, metavar="[编号]...")
@click.option("--lists", is_flag=True, help="也核对列表上的状态与记录是否一致（较慢）")
@plainly
def verify(numbers: tuple[str, ...], lists: bool) -> None:
    """核验全部事项，或者只核验写出编号的几件；有问题时逐条写出，退出码为1"""
    matters = Matter.objects.filter(number__in=numbers) if numbers else Matter.objects.all()
    unknown = sorted(set(numbers) - set(matters.values_list("number", flat=True))) if numbers else []
    if unknown:
        raise click.ClickException(f"没有这件事项：{'、'.join(unknown)}")
    found = 0
    for finding in find_breaks(list(numbers) or None):
        click.echo(str(finding))
        found += 1
    for finding in verify_projections() if lists and not numbers else ():
        click.echo(str(finding))
        found += 1
    if found:
        raise SystemExit(1)
    events = Event.objects.filter(matter__in=matters).count()
    click.echo(f"核验通过：{matters.count()} 件事项 {events} 条记录")


@audit.command()
@plainly
def anchor() -> None:
    """给上次以来的新记录留存总指纹（也写到库外）"""
    made = anchor_now(timezone.now())
    if made is None:
        click.echo("没有新的记录。")
        return
    click.echo(f"已留存 {made.events} 条新记录的总指纹：{made.root}")


@audit.command()
@click.option("--last", type=Number(1, 1000), default=1, help="最近几个（默认1个）")
@plainly
def roots(last: int) -> None:
    """显示最近的总指纹，可抄写、打印或登报，存到别处"""
    anchors = list(Anchor.objects.order_by("-pk")[:last])
    if not anchors:
        raise click.ClickException("还没有留存过总指纹，请先运行 gongdao audit anchor。")
    for one in anchors:
        click.echo(f"{one.at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}  至第{one.last_event}条  {one.root}")
