"""gongdao learn: the weights of triage, made anew from labelled sentences, always by a person's decision."""

from pathlib import Path

import click

from gongdao.site.cli.labelled import labelled_rows

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def learn() -> None:
    """学习：用标注过的句子重新算出判断类型的权重"""


@learn.command()
@click.option(
    "--asked", type=_FILE, multiple=True, help='标注过的问题，一行一件：{"text","field"} 或 {"text","kind"}'
)
@click.option("--out", type=_FOLDER, default=None, help="权重写到这个文件夹（默认覆盖随软件的权重）")
@click.option("--words-alone", is_flag=True, help="只算不用语义模型的一份")
def weights(asked: tuple[Path, ...], out: Path | None, words_alone: bool) -> None:
    """重新算权重；同样的句子每次算出同样的结果"""  # fmt: skip
    try:
        from gongdao.triage.learned.making import field_examples, kind_examples, make
        from gongdao.triage.learned.training import Example
    except ImportError as missing:  # pragma: no cover - numpy is always there
        raise click.ClickException(f"缺少软件包：{missing.name}") from None
    rows = [row for path in asked for row in labelled_rows(path)]
    fields = [Example(text, label) for name, text, label in rows if name == "field"]
    kinds = [Example(text, label) for name, text, label in rows if name == "kind"]
    folder = out or Path(__file__).parents[2] / "triage" / "learned"
    tasks = {"fields": field_examples(fields), "kinds": kind_examples(kinds)}
    tested = {"fields": len(fields) or len(tasks["fields"]), "kinds": len(tasks["kinds"])}
    for with_meaning in (False,) if words_alone else (False, True):
        for task, examples in tasks.items():
            try:
                path = make(task, examples, tested[task], folder, with_meaning=with_meaning)
            except ImportError as missing:
                raise click.ClickException(f"缺少软件包 {missing.name}：pip install gongdao[learn]") from None
            except RuntimeError as problem:
                raise click.ClickException(str(problem)) from None
            click.echo(f"{len(examples)} 句 → {path}")
