"""gongdao openapi: the description of the interface, for those who connect to it."""

import json
from pathlib import Path

import click

PAGE = Path("docs/openapi.json")


@click.command()
@click.option("--check", "only_check", is_flag=True, help="只核对文件是不是最新")
def openapi(only_check: bool) -> None:
    """把接口说明写到 docs/openapi.json"""
    from gongdao.api.interface import api

    text = (
        json.dumps(api.get_openapi_schema(path_prefix="/api/"), ensure_ascii=False, indent=1, default=str)
        + "\n"
    )
    stale = not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text
    if only_check and stale:
        raise click.ClickException("docs/openapi.json 不是最新。请运行 gongdao openapi。")
    if stale:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(text, encoding="utf-8")
    click.echo("已写好" if stale else "是最新的")
