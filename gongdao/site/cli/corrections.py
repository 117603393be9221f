"""gongdao triage corrections: what staff corrected, counted; texts an office may learn from, only where it decided so."""

import json
import os
from datetime import date, datetime, timedelta
from pathlib import Path

import click

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.models import Matter
from gongdao.people.models import Office
from gongdao.site.cli.inputs import DAY
from gongdao.site.cli.labelled import labelled_rows
from gongdao.site.cli.plainly import plainly
from gongdao.trends.checks import actions
from gongdao.trends.checks.queries import PARTS, Line, accuracy, keeps_texts
from gongdao.triage.kinds import KINDS

_FOLDER = click.Path(file_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def corrections() -> None:
    """核对与学习：系统判断得准不准；机构自己决定要不要拿更正过的来训练（默认不留、不训练）"""


@corrections.command()
@click.option("--office", "code", required=True, help="机构编号")
@click.option("--stop", is_flag=True, help="停用，并删掉已经留下的文字")
@plainly
def allow(code: str, stop: bool) -> None:
    """让一个机构可以留下去掉个人信息的文字用来训练；默认不留"""
    office = _office(code)
    thrown = actions.allow_learning(office, not stop, by=None, at=datetime.now(SHANGHAI))
    if stop:
        click.echo(f"{office.name}已停用，删掉了留下的 {thrown} 段文字。")
    else:
        click.echo(
            f"{office.name}可以留文字了。只有经办人在“核对系统判断”里看过、打了勾的才留；"
            "害怕对方的、要求谨慎联系的、未成年人的和讲到伤害、危险的一律不留。"
        )


@corrections.command()
@click.option("--office", "code", required=True, help="机构编号")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path), help="写到这个文件")
@plainly
def rows(code: str, out: Path) -> None:
    """把留下的文字和更正后的种类、领域、路写成训练用的行"""
    office = _office(code)
    if not keeps_texts(office):
        raise click.ClickException(f"{office.name}没有开启留文字（gongdao triage corrections allow）。")
    try:
        file = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise click.ClickException(f"这个文件已经有了，请换一个名字：{out}") from None
    except OSError as problem:
        raise click.ClickException(f"文件写不了：{problem.strerror}：{out}") from None
    try:
        with os.fdopen(file, "w", encoding="utf-8") as lines:
            found, thrown = actions.rows_to_learn(office, datetime.now(SHANGHAI))
            lines.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in found)
    except BaseException:
        out.unlink(missing_ok=True)  # half a file would pass for all of it
        raise
    if thrown:
        click.echo(
            f"有 {thrown} 段文字后来不能再留（有人害怕、是未成年人，或者讲到了伤害和危险），已经删掉，没有写进去。"
        )
    click.echo(f"写好 {len(found)} 行。机器去掉个人信息会有漏的，用之前请人逐行再看一遍。")


@corrections.command()
@click.option("--matter", "number", required=True, help="事项编号")
@plainly
def forget(number: str) -> None:
    """删掉一件事项留下的文字（当事人要求时）"""
    matter = Matter.objects.filter(number=number).first()
    if matter is None:
        raise click.ClickException(f"没有这件事项：{number}")
    thrown = actions.forget_text(matter)
    click.echo(f"删掉了 {thrown} 段文字。")


@corrections.command()
@click.option("--office", "code", default="", help="机构编号；不写就是全部机构")
@click.option("--first", type=DAY, default=None, help="从哪天所在的月，默认一年前")
@click.option("--last", type=DAY, default=None, help="到哪天所在的月，最晚到上个月")
@plainly
def report(code: str, first: date | None, last: date | None) -> None:
    """按种类、按整月看系统判断得准不准；本月还没有过完的不算，小数目不显示"""
    today = datetime.now(SHANGHAI).date()
    offices = [_office(code).pk] if code else list(Office.objects.values_list("pk", flat=True))
    found = accuracy(offices, first or today - timedelta(days=365), last or today, today=today)
    if not found.kinds:
        click.echo("这段时间还没有人核对过。只按整月算，本月核对的下个月起才看得到。")
        return
    click.echo(f"{found.first:%Y-%m} 到 {found.last:%Y-%m}，按整月算")
    click.echo("纠纷种类或月份	核对过	大类说对	具体种类说对	领域说对	第一条路说对")
    for line in found.kinds:
        click.echo(_line(KINDS[line.name].title, line))
    for line in found.months:
        click.echo(_line(line.name, line))
    click.echo(_line("合计", found.total))


def _line(title: str, line: Line) -> str:
    numbers = [line.checked, *(line.right[part] for part in PARTS)]
    return "\t".join([title, *("不显示" if number is None else str(number) for number in numbers)])


@corrections.command()
@click.option("--rows", "files", required=True, multiple=True, type=_FILE, help="训练用的行")
@click.option("--out", required=True, type=_FOLDER, help="新权重写到这个空文件夹")
@click.option("--words-alone", is_flag=True, help="只训练不用语义模型的一份")
@plainly
def train(files: tuple[Path, ...], out: Path, words_alone: bool) -> None:
    """在随软件的权重上接着训练；只写比原来准的，要用时自己设 GONGDAO_WEIGHTS"""
    from gongdao.triage.learned.adapting import STRENGTHS, adapt_all

    found = [row for path in files for row in labelled_rows(path)]
    try:
        trials = adapt_all(found, out, with_meaning=not words_alone)
    except (ValueError, RuntimeError) as problem:
        raise click.ClickException(str(problem)) from None
    for trial in trials:
        verdict = "变准了，已写" if trial.is_better else "没有变准，不写"
        click.echo(
            f"{trial.name}：本机构 {trial.rows} 行 {trial.own_before:.1%} → {trial.own_after:.1%}（轮流留出来验的），"
            f"软件自带的检验句 {trial.kept_before:.1%} → {trial.kept_after:.1%}：{verdict}"
        )
    click.echo(
        f"注意：本机构的后一个数偏乐观——它是同一批轮流留出来的行上试了 {len(STRENGTHS)} 种松紧、取最好的一种，"
        "真正用起来多半没有这么高。要知道实际多准，另外留一些没有用来训练的行来验。"
    )
    if any(trial.is_better for trial in trials):
        click.echo(f"要用新权重，启动前设 GONGDAO_WEIGHTS={out}；不设就还用随软件的。")
    else:
        raise SystemExit(1)


def _office(code: str) -> Office:
    office = Office.objects.filter(code=code).first()
    if office is None:
        raise click.ClickException(f"没有这个机构：{code}")
    return office
