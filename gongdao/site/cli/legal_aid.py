"""gongdao legal-aid: the register of those who give aid, and what another income line would change."""

from datetime import date, timedelta

import click
from django.utils import timezone

from gongdao.law.calendar import SHANGHAI
from gongdao.people.models import Account, Area, Office
from gongdao.people.models.office import OfficeKind
from gongdao.procedures.legal_aid.grounds import AidMatter
from gongdao.services.legal_aid.actions import GIVES_AID, note_mandate, register_undertaker
from gongdao.services.legal_aid.models import MandateSide, Undertaker
from gongdao.services.legal_aid.simulating import Estimate, TooFew, past_applications, shown, what_if
from gongdao.services.register.fields import PractitionerKind
from gongdao.services.register.models import Practice
from gongdao.site.cli.inputs import DAY
from gongdao.site.cli.plainly import plainly


@click.group("legal-aid")
def legal_aid() -> None:
    """法律援助：人员库、测算"""


@legal_aid.command()
@click.argument("username", metavar="用户名")
@click.option(
    "--kind", required=True, help="、".join(f"{k}（{PractitionerKind(k).label}）" for k in GIVES_AID)
)
@click.option("--area", required=True, help="所在地的地区代码")
@click.option("--practice", default="", help="执业机构代码；机构先用 gongdao register 登记")
@click.option("--licence", default="", help="执业证号")
@click.option("--since", type=DAY, default=None, help="开始执业的日期")
@click.option(
    "--fields",
    default="",
    help="擅长的事项，用逗号隔开：" + "、".join(f"{m.value}（{m.label}）" for m in AidMatter),
)
@click.option("--languages", default="", help="会的语言或方言，用逗号隔开")
@click.option("--minors", is_flag=True, help="熟悉未成年人身心特点")
@plainly
def register(
    username: str, kind: str, area: str, practice: str, licence: str, since: date | None, fields: str, languages: str, minors: bool
) -> None:  # fmt: skip
    """登记（或者更新）一位法律援助人员；账号和岗位先用 gongdao people 建好"""
    place = Area.objects.filter(code=area).first()
    if place is None:
        raise click.ClickException(f"没有这个地区：{area}")
    body = Practice.objects.filter(code=practice).first()
    if practice and body is None:
        raise click.ClickException(f"没有登记这个执业机构：{practice}")
    undertaker = register_undertaker(
        _account(username), kind=kind, area=place, practice=body, licence_number=licence, licensed_since=since,
        fields=_listed(fields), languages=_listed(languages), knows_minors=minors or None, at=timezone.now(),
    )  # fmt: skip
    click.echo(f"已登记：{undertaker.entry.name}，{PractitionerKind(undertaker.entry.kind).label}。")


@legal_aid.command()
@click.argument("username", metavar="用户名")
@click.option("--side", required=True, help="、".join(f"{s.value}（{s.label}）" for s in MandateSide))
@click.option("--name", required=True, prompt="姓名或名称", help="姓名或名称；只留指纹，不留原文")
@click.option("--id-number", default="", help="证件号；只留指纹")
@click.option("--phone", default="", help="电话；只留指纹")
@click.option("--organisation", is_flag=True, help="是单位")
@plainly
def mandate(username: str, side: str, name: str, id_number: str, phone: str, organisation: bool) -> None:
    """登记他在别处为谁（或者和谁对立）办过事，用来检查利害冲突"""
    entry = Undertaker.objects.filter(entry__account=_account(username)).first()
    if entry is None:
        raise click.ClickException("这位还没有登记为法律援助人员，请先用 gongdao legal-aid register。")
    note_mandate(
        entry, side=side, name=name, id_number=id_number, phone=phone, is_organisation=organisation, at=timezone.now()
    )  # fmt: skip
    click.echo("已登记，只留下指纹。")


@legal_aid.command()
@click.option("--line", type=float, required=True, help="是现行标准的几倍，例如 1.5")
@click.option("--office", default="", help="法律援助中心的机构代码；只有一个时不用写")
@click.option("--since", type=DAY, default=None, help="从哪一天的申请算起（默认一年前）")
@click.option("--until", type=DAY, default=None, help="到哪一天（默认今天）")
@plainly
def simulate(line: float, office: str, since: date | None, until: date | None) -> None:
    """测算：经济困难标准改成现行的几倍，本中心过去的申请会有多少人多得到援助、多花多少钱"""
    if not 0 < line <= 20:
        raise click.ClickException(f"倍数要在0和20之间：{line}")
    now = timezone.now()
    last = until or now.astimezone(SHANGHAI).date()
    first = since or last - timedelta(days=365)
    place = _office(office)
    try:
        found = what_if(past_applications(place, first, last, now), line)
    except TooFew as few:
        raise click.ClickException(str(few)) from None
    click.echo(f"{place.name}，{first}至{last}的申请，标准改为现行的{line:g}倍")
    click.echo(f"  申请{shown(found.applications)}件，其中按收入审查的{shown(found.tested)}件")
    click.echo(f"  符合标准的：现行{shown(found.covered_now)}件，改后{shown(found.covered_then)}件")
    click.echo(f"  多符合{_people(found.more)}")
    if found.cost:
        low, high = (round(x, -2) for x in (found.cost.low, found.cost.high))
        click.echo(f"  补贴多支出约{round(found.cost.value, -2):,.0f}元（90%区间 {low:,.0f}至{high:,.0f}元）")
    else:
        click.echo("  还没有付过补贴，算不出支出。")
    click.echo(
        "  只算已经来申请的人；因为标准高而没有来的人不在里面。新符合的人按现在符合的人同样的比例得到援助。"
    )


def _people(found: Estimate) -> str:
    return f"{shown(found.value)}件（90%区间 {shown(found.low)}至{shown(found.high)}件）"


def _listed(text: str) -> list[str]:
    return [one.strip() for one in text.replace("，", ",").split(",") if one.strip()]


def _account(username: str) -> Account:
    account = Account.objects.filter(username=username).first()
    if account is None:
        raise click.ClickException(f"没有这个用户名：{username}")
    return account


def _office(code: str) -> Office:
    centres = Office.objects.filter(kind=OfficeKind.LEGAL_AID, is_active=True)
    if code:
        centres = centres.filter(code=code)
    if centres.count() != 1:
        raise click.ClickException(
            "请用 --office 写明是哪一个法律援助中心："
            + "、".join(o.code for o in Office.objects.filter(kind=OfficeKind.LEGAL_AID))
        )
    return centres.get()
