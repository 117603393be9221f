"""gongdao register: lawyers, firms, legal workers, notaries and forensic bodies from a table."""

import click
from django.utils import timezone

from gongdao.services.register.entries import Entry, PracticeEntry, PractitionerEntry
from gongdao.services.register.importing import NotImported, columns, import_entries
from gongdao.site.cli.inputs import TEXT_FILE, OneOf
from gongdao.site.cli.plainly import plainly

_MODELS: dict[str, type[Entry]] = {"bodies": PracticeEntry, "people": PractitionerEntry}


@click.group()
def register() -> None:
    """服务机构和人员登记：律师、律所、基层法律服务、公证、司法鉴定"""


@register.command("import")
@click.argument("part", type=OneOf(*_MODELS), metavar="bodies（机构）或 people（人员）")
@click.argument("file", type=TEXT_FILE, metavar="文件.csv")
@plainly
def import_table(part: str, file: str) -> None:
    """从 CSV 导入，整张表都对才导入；先导机构，再导人员"""
    try:
        done = import_entries(_MODELS[part], file, by=None, at=timezone.now())
    except NotImported as error:
        raise click.ClickException("没有导入。\n" + "\n".join(error.problems)) from None
    click.echo(f"新登记或者有变化的{done.changed}条，和原来一样的{done.unchanged}条。")


@register.command("columns")
@click.argument("part", type=OneOf(*_MODELS), metavar="bodies（机构）或 people（人员）")
def show_columns(part: str) -> None:
    """表格第一行要写的列名"""
    click.echo(",".join(columns(_MODELS[part])))
