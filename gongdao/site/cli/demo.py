"""gongdao demo: a fictional city with two years of matters, ready to be looked at."""

import unicodedata

import click
from django.utils import timezone

from gongdao.site.cli.inputs import PORT, Number
from gongdao.site.cli.serve import is_free, shown, start
from gongdao.site.demo.accounts import demo_accounts, demo_receipts
from gongdao.site.demo.preparing import NotPrepared, prepare

MATTERS = 600
_NEXT_PORTS = 20


@click.command()
@click.option("--port", type=PORT, default=8000, help="端口（默认 8000，被占用就用后面第一个空的）")
@click.option("--host", default="127.0.0.1", help="监听的地址（默认只限本机）")
@click.option("--matters", type=Number(1, 20_000), default=MATTERS, help=f"多少件事项（默认 {MATTERS}）")
@click.option("--fresh", is_flag=True, help="删掉示范城市，从头建立")
@click.option("--no-serve", is_flag=True, help="只建立，不启动网页")
def demo(port: int, host: str, matters: int, fresh: bool, no_serve: bool) -> None:
    """虚构的明河市：建好就能看、能办"""
    try:
        made = prepare(matters, timezone.now(), click.echo, fresh=fresh)
    except NotPrepared as error:
        raise click.ClickException(str(error)) from None
    except KeyboardInterrupt:
        raise click.ClickException("已中断，什么也没有留下。再次运行会从头建立。") from None
    click.echo("示范城市已建好。" if made else "示范城市已经在了。")
    _show()
    if no_serve:
        return
    free = _free_port(host, port)
    click.echo(f"\n请打开 http://{shown(host)}:{free}/ （按 Ctrl+C 停止）")
    more = {"GONGDAO_DEMO": "1"}
    if shown(host) not in ("127.0.0.1", "localhost", "[::1]") or host == "0.0.0.0":
        more["GONGDAO_HOSTS"] = "*"
    start(host, free, 1, **more)


def _free_port(host: str, port: int) -> int:
    for candidate in range(port, min(port + _NEXT_PORTS, 65536)):
        if is_free(host, candidate):
            if candidate != port:
                click.echo(f"端口 {port} 已被占用，改用 {candidate}。")
            return candidate
    raise click.ClickException(
        f"{host} 的端口 {port} 用不了，后面的也用不了。请用 --port 另选一个，或检查 --host。"
    )


def _show() -> None:
    """The accounts and receipts to try."""
    click.echo("\n可以用这些账号登录（都是虚构的人）：")
    rows = [("角色", "机构", "姓名", "用户名", "密码")]
    rows += [(a.role, a.office, a.name, a.username, a.password) for a in demo_accounts()]
    widths = [max(_width(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        click.echo("  " + "  ".join(cells).rstrip())
    click.echo(f"  另有{len(demo_accounts(everyone=True)) - len(demo_accounts())}人，密码相同。")
    click.echo("\n群众不用账号，凭编号和查询码看自己的事：")
    for receipt in demo_receipts():
        click.echo(
            f"  编号 {receipt.number}  查询码 {receipt.code}  【{receipt.state}】{receipt.story[:24]}……"
        )


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
