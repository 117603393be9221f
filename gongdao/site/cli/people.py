"""gongdao people: areas, offices, accounts and posts, set up from the console. gongdao roles: who may do what."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import click
from django.db.models import Q
from django.utils import timezone

from gongdao.law.calendar import SHANGHAI
from gongdao.matters.office_settings import set_setting
from gongdao.people import actions
from gongdao.people.models import Account, Area, Office, Post
from gongdao.people.models.office import OfficeKind
from gongdao.people.roles import ROLES, render_roles
from gongdao.procedures.registry import PROCEDURES
from gongdao.site.cli.inputs import DAY, TEXT_FILE
from gongdao.site.cli.plainly import plainly

PAGE = Path("docs/roles.md")
_COLUMNS = ("code", "name", "level", "parent")


@click.group()
def people() -> None:
    """地区、机构、账号和岗位"""


@people.command("create-area-import")
@click.argument("file", type=TEXT_FILE, metavar="文件.csv")
@plainly
def import_areas(file: str) -> None:
    """从 CSV 导入地区；列：code,name,level,parent,population，上级写在下级前面"""
    missing = [name for name in _COLUMNS if name not in (csv.DictReader(StringIO(file)).fieldnames or ())]
    if missing:
        raise click.ClickException(f"第1行要写明各列的名称，缺少：{'、'.join(missing)}")
    click.echo(f"已导入{actions.import_areas(file, **_stamp())}个地区。")


@people.command("create-office")
@click.option("--code", required=True, prompt="机构代码", help="机构代码，不能重复")
@click.option("--name", required=True, prompt="名称", help="名称")
@click.option(
    "--kind",
    required=True,
    prompt="类别",
    help="类别：" + "、".join(f"{k.value}（{k.label}）" for k in OfficeKind),
)
@click.option("--area", required=True, prompt="地区代码", help="地区代码")
@click.option("--parent", default="", help="上级机构代码")
@click.option("--address", default="", help="地址")
@click.option("--phone", default="", help="电话")
@click.option("--sectors", default="", help="行业调委会受理的纠纷种类代码，用逗号隔开")
@plainly
def create_office(
    code: str, name: str, kind: str, area: str, parent: str, address: str, phone: str, sectors: str
) -> None:
    """新建机构"""
    if kind not in OfficeKind.values:
        raise click.ClickException(f"没有这种机构类别：{kind}。可以是：{'、'.join(OfficeKind.values)}")
    place = Area.objects.filter(code=area).first()
    if place is None:
        raise click.ClickException(f"没有这个地区：{area}。请先用 gongdao people create-area-import 导入。")
    office = actions.create_office(
        code=code, name=name, kind=kind, area=place, parent=_office(parent) if parent else None,
        address=address, phone=phone, sectors=[one.strip() for one in sectors.split(",") if one.strip()], **_stamp(),
    )  # fmt: skip
    click.echo(f"已新建机构：{office.name}（{office.code}）")


@people.command("set-figure")
@click.argument("office", metavar="机构代码")
@click.argument("name", metavar="设定")
@click.argument("value", metavar="数", required=False)
@click.option(
    "--from", "since", type=DAY, default=None, help="从哪一天起用（标准、补贴等有起用日期的设定必写）"
)
@plainly
def set_figure(office: str, name: str, value: str | None, since: date | None) -> None:
    """填写本机构的设定（法律没有规定的数），不写数就是清空；在办事项的期限马上跟着变"""
    known = {s.name: s for procedure in PROCEDURES for s in procedure.settings}
    if name not in known:
        raise click.ClickException(
            f"没有这个设定：{name}。可以是：" + "、".join(f"{n}（{s.title}）" for n, s in known.items())
        )
    most = 10_000_000 if known[name].dated else 3650
    if value is not None and not (value.isdecimal() and 0 < int(value) <= most):
        raise click.ClickException(f"要写1到{most}之间的整数：{value}")
    if known[name].dated != bool(since):
        raise click.ClickException(
            "这个设定要用 --from 写明从哪一天起用。"
            if known[name].dated
            else "这个设定没有起用日期，不要写 --from。"
        )
    place = _office(office)
    moved = set_setting(place, name, int(value) if value else None, since=since, **_stamp())
    begins = f"（{since}起）" if since else ""
    click.echo(
        f"{place.name}：{known[name].title}{begins} = {value or '未填'}，{moved}件在办事项的期限有变化。"
    )


@people.command("create-account")
@click.argument("username", metavar="用户名")
@click.option("--name", required=True, prompt="姓名", help="姓名")
@click.option("--phone", default="", help="电话（加密保存）")
@click.password_option(prompt="密码", confirmation_prompt="再输一遍密码", help="密码；不写时会询问，不显示")
@plainly
def create_account(username: str, name: str, phone: str, password: str) -> None:
    """新建账号"""
    actions.create_account(username=username, display_name=name, password=password, phone=phone, **_stamp())
    click.echo(f"已新建账号：{name}（{username}）。接着用 gongdao people appoint 安排岗位。")


@people.command()
@click.argument("username", metavar="用户名")
@click.argument("office", metavar="机构代码")
@click.argument("role", metavar="角色")
@click.option("--starts", type=DAY, default=None, help="从哪一天起（默认今天）")
@click.option("--ends", type=DAY, default=None, help="到哪一天（默认不限）")
@plainly
def appoint(username: str, office: str, role: str, starts: date | None, ends: date | None) -> None:
    """安排岗位；角色见 gongdao roles list"""
    if role not in ROLES:
        raise click.ClickException(f"没有这个角色：{role}。可以是：{_roles()}")
    account, place = _account(username), _office(office)
    post = actions.appoint(account, place, role, starts=starts or _today(), ends=ends, **_stamp())
    click.echo(f"已安排：{account.display_name}，{place.name}，{ROLES[role].title}（岗位号 {post.pk}）")


@people.command("end-post")
@click.argument("number", metavar="岗位号")
@click.option("--on", type=DAY, default=None, help="到哪一天为止（默认今天）")
@click.option("--because", required=True, prompt="原因", help="原因")
@plainly
def end_post(number: str, on: date | None, because: str) -> None:
    """结束岗位；岗位号见 gongdao people list"""
    post = Post.objects.filter(pk=int(number)).first() if number.isdecimal() else None
    if post is None:
        raise click.ClickException(f"没有这个岗位号：{number}")
    actions.end_post(post, on=on or _today(), because=because, **_stamp())
    click.echo(f"已结束：{post.account.display_name}在{post.office.name}的岗位，到{post.ends}为止。")


@people.command()
@click.argument("username", metavar="用户名")
@click.option("--because", required=True, prompt="原因", help="原因")
@plainly
def deactivate(username: str, because: str) -> None:
    """停用账号，结束其全部岗位"""
    account = _account(username)
    actions.deactivate_account(account, because=because, **_stamp())
    click.echo(f"已停用：{account.display_name}（{username}）")


@people.command("list")
@click.option("--office", default="", help="只列这个机构（代码）")
@plainly
def list_people(office: str) -> None:
    """列出在任岗位，以及没有岗位的账号"""
    today = _today()
    running = Q(ends__isnull=True) | Q(ends__gte=today)
    posts = Post.objects.filter(running).select_related("account", "office").order_by("office__path", "pk")
    if office:
        posts = posts.filter(office=_office(office))
    for post in posts:
        title = ROLES[post.role].title if post.role in ROLES else post.role
        until = f"，到{post.ends}" if post.ends else ""
        click.echo(
            f"{post.pk}\t{post.account.username}\t{post.account.display_name}\t{post.office.name}"
            f"（{post.office.code}）\t{title}\t自{post.starts}{until}"
        )
    if not office:
        for account in Account.objects.exclude(posts__in=posts).order_by("username"):
            state = "没有岗位" if account.is_active else "已停用"
            click.echo(f"-\t{account.username}\t{account.display_name}\t{state}")


@click.group()
def roles() -> None:
    """角色与权限"""


@roles.command("list")
def list_roles() -> None:
    """列出角色"""
    for role in ROLES.values():
        click.echo(f"{role.code}\t{role.title}\t{role.description}")


@roles.command()
@click.option("--check", "only_check", is_flag=True, help="只核对文档是不是最新")
def render(only_check: bool) -> None:
    """写成 docs/roles.md"""
    text = render_roles()
    is_current = PAGE.exists() and PAGE.read_text(encoding="utf-8") == text
    if only_check and not is_current:
        raise click.ClickException(f"{PAGE} 不是最新，请运行 gongdao roles render。")
    if not is_current:
        PAGE.parent.mkdir(parents=True, exist_ok=True)
        PAGE.write_text(text, encoding="utf-8")
    click.echo("是最新" if is_current else f"已写好 {PAGE}")


def _stamp() -> dict[str, Any]:
    """At the console nobody is signed in: the change is noted without an account."""
    return {"by": None, "at": timezone.now()}


def _today() -> date:
    return timezone.now().astimezone(SHANGHAI).date()


def _account(username: str) -> Account:
    account = Account.objects.filter(username=username).first()
    if account is None:
        raise click.ClickException(f"没有这个用户名：{username}")
    return account


def _office(code: str) -> Office:
    office = Office.objects.filter(code=code).first()
    if office is None:
        raise click.ClickException(f"没有这个机构代码：{code}")
    return office


def _roles() -> str:
    return "、".join(f"{role.code}（{role.title}）" for role in ROLES.values())
