"""The key file: gongdao keys init, rotate, show-ids."""

from pathlib import Path

import click
from django.conf import settings

from gongdao.documents import actions as documents
from gongdao.matters import resealing as matters
from gongdao.people import actions as people
from gongdao.people.keys import create, keyring
from gongdao.people.keys import rotate as rotate_file
from gongdao.trends.checks import actions as checks
from gongdao.trends.warnings import actions as warnings


@click.group()
def keys() -> None:
    """管理加密密钥"""


@keys.command()
def init() -> None:
    """新建密钥文件"""
    path = Path(settings.GONGDAO_KEYS)
    try:
        create(path)
    except FileExistsError:
        raise click.ClickException(f"密钥文件已经存在：{path}。更换密钥请用 gongdao keys rotate。") from None
    click.echo(f"已新建密钥文件 {path}。请另存一份到数据库备份之外的地方：丢了它，加密的内容就再也打不开。")


@keys.command()
def rotate() -> None:
    """启用新密钥，并把已有内容改用新密钥加密"""
    number = rotate_file(Path(settings.GONGDAO_KEYS))
    click.echo(f"已启用第{number}号密钥，正在改用新密钥加密已有内容……")
    for title, reseal in (
        ("账号", people.reseal_all),
        ("文件", documents.reseal_all),
        ("事项", matters.reseal_all),
        ("预警的说明", warnings.reseal_all),
        ("留作学习的文字", checks.reseal_all),
    ):
        click.echo(f"  {title}：{reseal(number)}项")
    click.echo("完成。旧密钥仍保留在密钥文件中，备份数据恢复后仍可读取。")


@keys.command("show-ids")
def show_ids() -> None:
    """列出密钥号（不显示密钥）"""
    ring = keyring()
    for number in sorted(ring.sealing):
        click.echo(f"第{number}号" + ("（在用）" if number == ring.active else ""))
