"""The statute book: gongdao law build, import, show, search, verify, drift."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from gongdao.law.book import Article, NotABook, StatuteBook, default_book_path, ensure_book, is_outdated
from gongdao.law.building import build as build_book
from gongdao.law.building import import_markdown
from gongdao.law.citation import Citation
from gongdao.law.drift import compare, touched
from gongdao.law.lookup import find_citations
from gongdao.law.search import open_index
from gongdao.law.search import search as search_book
from gongdao.law.verifying import Verdict, said, verify, verify_all, verify_lines
from gongdao.site.cli.batches import answer_all

_DAY = click.option(
    "--day", type=click.DateTime(["%Y-%m-%d"]), default=None, help="按哪一天有效的文本（默认今天）"
)
_NEW = click.Path(dir_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
@click.option(
    "--book", type=_NEW, default=None, help="法律书文件（默认 GONGDAO_STATUTES 或 var/statutes.sqlite3）"
)
@click.pass_context
def law(ctx: click.Context, book: Path | None) -> None:
    """法律书：建立、导入、查条文、检索、核对引用"""
    ctx.obj = book or default_book_path()


@law.command()
@click.pass_obj
def build(path: Path) -> None:
    """用随软件安装的国家法律建立法律书（已导入的内容要重新导入）"""
    build_book(path, click.echo)
    open_index(StatuteBook(path), click.echo)
    click.echo(f"法律书已写入 {path}")


@law.command("import")
@click.argument("directory", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.pass_obj
def import_(path: Path, directory: Path) -> None:
    """导入一个文件夹里的法规（Markdown）"""
    _open(path)
    for line in import_markdown(path, directory, click.echo).lines():
        click.echo(line)
    open_index(StatuteBook(path), click.echo)


@law.command()
@click.argument("citation")
@_DAY
@click.pass_obj
def show(path: Path, citation: str, day: datetime | None) -> None:
    """显示条文，例如：gongdao law show 民法典675"""
    book, on = _open(path), _on(day)
    cited = list(dict.fromkeys(found.citation for found in find_citations(citation, book)))
    if not cited:
        named = book.laws(citation)[:10]
        hint = "。书中有：" + "、".join(law.short for law in named) if named else ""
        raise click.ClickException(f"看不出是哪一条：{citation}{hint}")
    missing = [problem for one in cited if (problem := _show(book, one, on))]
    if missing:
        raise click.ClickException("；".join(missing))


@law.command()
@click.argument("words", nargs=-1)
@click.option("--limit", type=click.IntRange(1, 100), default=10, help="最多几条")
@click.option("--jsonl", type=_FILE, default=None, help='成批：一行一问，{"id","text"}')
@click.option("--out", type=_NEW, default=None, help="成批的结果写到这个文件，一行一问")
@click.option("--top", type=click.IntRange(1, 1000), default=100, help="成批时每问最多几条（默认 100）")
@_DAY
@click.pass_obj
def search(
    path: Path,
    words: tuple[str, ...],
    limit: int,
    jsonl: Path | None,
    out: Path | None,
    top: int,
    day: datetime | None,
) -> None:
    """用自己的话查条文，例如：gongdao law search 老板拖欠工资怎么办"""
    if bool(words) == bool(jsonl) or bool(jsonl) != bool(out):
        raise click.UsageError("写要查的话；成批的写 --jsonl 和 --out，不再写话。")
    book = _open(path)
    if jsonl and out:
        _search_all(book, jsonl, out, top, _on(day))
        return
    hits = search_book(" ".join(words), book, _on(day), limit)
    if not hits:
        click.echo("没有查到。")
    for hit in hits:
        click.secho(f"{hit.article.law.short}{hit.article.title}", bold=True)
        click.echo("  " + _marked(hit.snippet, hit.spans))
        click.echo(f"  （{hit.why}）")


def _search_all(book: StatuteBook, source: Path, out: Path, top: int, on: date) -> None:
    """One line out for each line in; a line that cannot be read is named and stops nothing else."""

    def answer(text: str) -> dict[str, Any]:
        hits = search_book(text, book, on, top)
        found = [{"law": h.article.law.name, "article": h.article.title, "score": h.score} for h in hits]
        return {"articles": found}

    done = answer_all(source, out, answer, lambda line: click.echo(line, err=True))
    click.echo(f"写好 {done.written} 行" + (f"，跳过 {done.bad} 行" if done.bad else ""), err=True)
    if done.bad:
        raise SystemExit(1)


@law.command()
@click.pass_obj
def index(path: Path) -> None:
    """为检索准备好法律书（第一次检索时也会自动准备）"""
    made = open_index(_open(path), click.echo)
    click.echo(
        f"检索已备好：{made.size} 条条文，" + ("按词语和意思。" if made.vectors is not None else "只按词语。")
    )


@law.command("verify")
@click.argument("file", type=_FILE, required=False)
@click.pass_obj
def verify_(path: Path, file: Path | None) -> None:
    """逐条核对引用文件（JSONL）；不写文件时核对本软件各程序引用的条文"""
    book = _open(path)
    verdicts: list[tuple[str, Verdict]]
    if file is None:
        pairs = _declared()
        checked = verify_all((citation for _, citation in pairs), book)
        verdicts = [(where, verdict) for (where, _), verdict in zip(pairs, checked, strict=True)]
    else:
        with file.open(encoding="utf-8", errors="replace") as lines:
            verdicts = [(f"第{number}行", verdict) for number, verdict in verify_lines(lines, book)]
    for where, verdict in verdicts:
        if not verdict.stands:
            click.echo(f"{where} {verdict.what}：{verdict.problem}")
    passed = sum(verdict.stands for _, verdict in verdicts)
    click.echo(f"通过 {passed} / {len(verdicts)}")
    if passed < len(verdicts):
        raise SystemExit(1)


@law.command()
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
def drift(old: Path, new: Path) -> None:
    """比较两本法律书：哪些条文变了，哪些程序引用了变了的条文"""
    try:
        fresh = StatuteBook(new)
        found = compare(StatuteBook(old), fresh)
    except NotABook as error:
        raise click.ClickException(str(error)) from None
    for change in found.changes:
        click.echo(str(change))
    for law in found.lost_laws:
        click.echo(f"整部删除：{law.name}")
    for law in found.new_laws:
        click.echo(f"整部新增：{law.name}")
    hit = touched(found, _declared(), fresh)
    click.echo(f"变动条文 {len(found.changes)} 条，涉及程序引用 {len(hit)} 处。")
    for one in hit:
        click.echo(f"  {one}")


def _open(path: Path) -> StatuteBook:
    try:
        book = ensure_book(path, lambda line: click.echo(line, err=True))
    except NotABook as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"法律书打不开：{path}（{error.strerror or error}）") from None
    if is_outdated(book):
        click.echo("提示：随软件安装的法律已更新，请运行 gongdao law build。", err=True)
    return book


def _on(day: datetime | None) -> date:
    return day.date() if day else date.today()


def _declared() -> list[tuple[str, Citation]]:
    from gongdao.procedures.registry import all_citations

    return list(all_citations())


def _show(book: StatuteBook, citation: Citation, on: date) -> str | None:
    """Print what a citation says; the problem, in Chinese, if it leads nowhere."""
    newest = book.article(citation.law.name, citation.article)
    article = book.article(citation.law.name, citation.article, on)
    if article is None and newest is None:
        return verify(citation, book).problem
    for one in dict.fromkeys(a for a in (article, newest) if a):
        _print_article(book, one, citation, on)
    return verify(citation, book, on if article else None).problem


def _print_article(book: StatuteBook, article: Article, citation: Citation, on: date) -> None:
    version = article.version
    click.secho(f"{said(citation)}【{article.status_on(on)}】", bold=True)
    since = f"{version.in_force}起施行" if version.in_force else "施行日期不明"
    click.echo(f"《{article.law.name}》 {version.published or ''}文本，{since}")
    for note in (version.note, *(f"{day}起被《{by}》修改" for by, day in article.amended)):
        if note:
            click.secho(f"注意：{note}", fg="yellow")
    if article.heading:
        click.echo(article.heading)
    for paragraph in article.paragraphs:
        if citation.paragraph in (None, paragraph.number):
            click.echo(f"  {paragraph.whole}".replace("\n", "\n    "))


def _marked(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    parts, place = [], 0
    for start, end in spans:
        parts += [text[place:start], click.style(text[start:end], fg="red")]
        place = end
    return "".join([*parts, text[place:]])
