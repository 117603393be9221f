"""gongdao triage: a person's words on the command line, or piped in, and what they mean."""

import sys
from datetime import datetime

import click

from gongdao.law.calendar import SHANGHAI
from gongdao.law.citation import Citation
from gongdao.triage.understanding import Understanding, understand


@click.command()
@click.argument("text", required=False)
def triage(text: str | None) -> None:
    """听懂一段话：是哪类事、看哪条法、走哪条路

    TEXT 是要说的话；不写就从标准输入读。
    """
    if text is None:
        text = sys.stdin.buffer.read().decode("utf-8", errors="replace")
    _show(understand(text, today=datetime.now(SHANGHAI).date()))


def _show(found: Understanding) -> None:
    for alert in found.alerts:
        click.echo(f"【{alert.title}】{alert.text}")
        click.echo(f"  今天就做：{alert.today}")
    click.echo(f"类型：{found.kind.title}（{found.kinds[0].first.title}）")
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
    for question in found.questions:
        click.echo(f"还想问您：{question.text}（{'；'.join(option.label for option in question.options)}）")


def _written(citation: Citation) -> str:
    """《民法典》第188条第1款：“……”"""
    number, _, added = citation.article.partition("-")
    parts = [f"《{citation.law.short}》第{number}条{f'之{added}' if added else ''}"]
    parts += [f"第{citation.paragraph}款"] if citation.paragraph else []
    parts += [f"第（{citation.item}）项"] if citation.item else []
    return "".join(parts) + (f"：“{citation.phrase}”" if citation.phrase else "")
