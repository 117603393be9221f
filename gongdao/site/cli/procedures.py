"""gongdao procedures: list, check, render."""

from pathlib import Path

import click

from gongdao.documents.templates import known_templates
from gongdao.procedures.engine.checker import check as check_declaration
from gongdao.procedures.engine.render import render as render_page
from gongdao.procedures.registry import PROCEDURES

PAGES = Path("docs/procedures")


@click.group()
def procedures() -> None:
    """法定程序的声明"""


@procedures.command("list")
def list_all() -> None:
    """列出全部程序"""
    for procedure in PROCEDURES:
        click.echo(
            f"{procedure.code}\t{procedure.title}\t{procedure.effective} 起\t"
            f"{len(procedure.steps)}个步骤 {len(procedure.clocks)}个期限 {len(procedure.papers)}种文书"
        )


@procedures.command()
def check() -> None:
    """检查声明有没有错"""
    errors = [
        f"{procedure.title}：{error}"
        for procedure in PROCEDURES
        for error in check_declaration(procedure, templates=known_templates(), others=PROCEDURES)
    ]
    for error in errors:
        click.echo(error)
    if errors:
        raise click.ClickException(f"{len(errors)}处错误")
    click.echo(f"{len(PROCEDURES)}个程序，没有错误")


@procedures.command()
@click.option("--check", "only_check", is_flag=True, help="只核对文档是不是最新")
def render(only_check: bool) -> None:
    """把声明写成 docs/procedures 下的文档"""
    stale = []
    PAGES.mkdir(parents=True, exist_ok=True)
    for procedure in PROCEDURES:
        path = PAGES / f"{procedure.code}.md"
        text = render_page(procedure)
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(str(path))
            if not only_check:
                path.write_text(text, encoding="utf-8")
    if only_check and stale:
        raise click.ClickException(
            f"这些页面不是最新：{'、'.join(stale)}。请运行 gongdao procedures render。"
        )
    click.echo("都是最新" if not stale else f"已写好 {len(stale)} 页")
