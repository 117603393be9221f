"""gongdao exchange: partners, packages for networks that are not connected, receipts, and where both sides differ."""

from pathlib import Path

import click
from django.utils import timezone

from gongdao.people.keys import KeyFileError
from gongdao.people.models import Office
from gongdao.services.exchange import keys as exchange_keys
from gongdao.services.exchange.actions import register_partner, stop_partner
from gongdao.services.exchange.checking import check_all
from gongdao.services.exchange.envelope import Tampered
from gongdao.services.exchange.holding import STANDING_TITLES, own_code
from gongdao.services.exchange.holding import reconcile as compare
from gongdao.services.exchange.incoming import REFUSED
from gongdao.services.exchange.models import Partner
from gongdao.services.exchange.packages import pack_for, take_receipts, unpack_in
from gongdao.site.cli.plainly import plainly

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
RESULTS = {"taken": "已收", "repeated": "以前收过，没有重复办", "refused": "没有收", "received": "已收"}


@click.group()
def exchange() -> None:
    """与其他单位交换：联网走接口，不联网走签名的文件包"""


@exchange.command()
@plainly
def keys() -> None:
    """建立（或者显示）本机构的交换密钥；公钥告诉对方"""
    try:
        own = exchange_keys.create()
    except FileExistsError:
        own = exchange_keys.own_keys()
    signing, sealing = own.public
    click.echo(f"本机构代码：{own_code()}\n验签公钥：{signing}\n加密公钥：{sealing}")


@exchange.command()
@click.argument("office", metavar="机构代码")
@click.option("--signing", default="", help="对方的验签公钥")
@click.option("--sealing", default="", help="对方的加密公钥")
@click.option("--stop", is_flag=True, help="不再与这个单位交换")
@plainly
def partner(office: str, signing: str, sealing: str, stop: bool) -> None:
    """登记一个交换单位（机构先在机构库里建好）"""
    if stop:
        stop_partner(_partner(office), by=None, at=timezone.now())
        click.echo("已停止交换。")
        return
    found = Office.objects.filter(code=office).first()
    if found is None:
        raise click.ClickException(f"机构库里没有这个机构：{office}")
    register_partner(found, signing=signing, sealing=sealing, by=None, at=timezone.now())
    click.echo(f"已登记：{found.name}")


@exchange.command()
@click.argument("office", metavar="机构代码")
@click.option("--to", "folder", type=FOLDER, default=Path(), help="放到哪个文件夹")
@plainly
def pack(office: str, folder: Path) -> None:
    """把要告诉对方的打成一个包：只有对方能打开，改一个字就会被发现"""
    now = timezone.now()
    text, count = _guarded(lambda: pack_for(_partner(office), now))
    click.echo(f"{_write(folder, f'{own_code()}-{office}-{now:%Y%m%d%H%M%S}.gdx', text)}：{count}条消息")


@exchange.command()
@click.argument("file", type=FILE, metavar="包")
@click.option("--receipt", "folder", type=FOLDER, default=Path(), help="回执放到哪个文件夹")
@plainly
def unpack(file: Path, folder: Path) -> None:
    """收对方的包：逐条办理，写出回执带回去；同一个包再收一次，什么也不会变"""
    now = timezone.now()
    done = _guarded(lambda: unpack_in(_text(file), now))
    for one in done.receipts:
        click.echo(
            f"{one.id}　{RESULTS[one.result]}{'：' + one.why if one.why else ''}{'　' + one.number if one.number else ''}"
        )
    name = f"{own_code()}-{done.partner.office.code}-{now:%Y%m%d%H%M%S}.receipt.gdx"
    click.echo(f"回执：{_write(folder, name, done.receipt_text)}")


@exchange.command()
@click.argument("file", type=FILE, metavar="回执")
@plainly
def receipts(file: Path) -> None:
    """收对方带回的回执：收到的不再重发，没有收的列出来"""
    _, told = _guarded(lambda: take_receipts(_text(file), timezone.now()))
    for one in told:
        click.echo(
            f"{one['id']}　{RESULTS.get(one['result'], one['result'])}{'：' + one['why'] if one['why'] else ''}"
        )
    if any(one["result"] == REFUSED for one in told):
        raise click.exceptions.Exit(1)


@exchange.command()
@click.argument("office", metavar="机构代码")
@plainly
def reconcile(office: str) -> None:
    """对账：我们有对方没有的、对方有我们没有的、两边不一样的"""
    said_at, found = compare(_partner(office))
    click.echo(
        f"对方的说法：{timezone.localtime(said_at):%Y-%m-%d %H:%M}"
        if said_at
        else "对方还没有告诉过手里有哪些。"
    )
    for one in found:
        click.echo(
            f"{one.key}　我们：{STANDING_TITLES[one.ours]}　对方：{STANDING_TITLES.get(one.theirs, one.theirs)}"
        )
    click.echo(f"共{len(found)}处不一样。")
    if found:
        raise click.exceptions.Exit(1)


def _partner(office: str) -> Partner:
    found = Partner.objects.filter(office__code=office, is_active=True).select_related("office").first()
    if found is None:
        raise click.ClickException(f"没有登记这个交换单位：{office}")
    return found


def _guarded(work):  # type: ignore[no-untyped-def]
    try:
        return work()
    except (Tampered, KeyFileError) as error:
        raise click.ClickException(str(error)) from error


def _text(file: Path) -> str:
    return file.read_bytes().decode("utf-8", "replace")


def _write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@exchange.command()
@plainly
def check() -> None:
    """逐件核对转办和来件：状态合法、与记录一致；超期的都在有人的待办里"""
    counted, late, wrong = check_all(timezone.now())
    for title, number in sorted(counted.items()):
        click.echo(f"{title}　{number}")
    click.echo(f"超期的，都在有人的待办里　{late}")
    for one in wrong:
        click.echo(one)
    if wrong:
        raise click.ClickException(f"{len(wrong)}件不对")
